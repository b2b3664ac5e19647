"""The YAML files that people edit, read into the same values the compiled atlas has."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from bodymap.atlas.aliases import AliasesFile
from bodymap.atlas.base import Entry
from bodymap.atlas.codings import (
    ChoirCoding,
    Coding,
    MichiganCoding,
    MyPainCoding,
    WpiCoding,
)
from bodymap.atlas.criteria import CriteriaFile
from bodymap.atlas.editing.marked_yaml import Loc, MarkedDocument, UnreadableYaml, read_marked
from bodymap.atlas.editing.sentences import sentence
from bodymap.atlas.facts import FactsFile
from bodymap.atlas.fibromyalgia import Acr2016
from bodymap.atlas.hazards import HazardsFile
from bodymap.atlas.muscle_shapes import MuscleShapesFile
from bodymap.atlas.muscles import Muscle
from bodymap.atlas.red_flags import RedFlagsFile
from bodymap.atlas.regions import RegionsFile
from bodymap.atlas.sources import SourcesFile
from bodymap.atlas.topics import LearnTopic, WordsFile
from bodymap.atlas.treatments import ClaimsFile, TreatmentOption

EntryT = TypeVar("EntryT", bound=Entry)


@dataclass(frozen=True, order=True)
class Problem:
    """Something in a file that must be mended.

    Attributes:
        file: Path inside the atlas folder, with forward slashes.
        line: Counted from 1.
        message: What is wrong, what is allowed, what to do.
    """

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True)
class ReadFile(Generic[EntryT]):
    """A file whose form is right: its value, and where each piece of it stands."""

    name: str
    value: EntryT
    document: MarkedDocument

    def problem(self, loc: Loc, message: str) -> Problem:
        """A problem at one place of this file."""
        return Problem(self.name, self.document.line(loc), message)


@dataclass
class AtlasFiles:
    """All files of an atlas folder; one that could not be read is `None` or left out.

    Attributes:
        muscle_ids: By file name, so that also a muscle that could not be read is known.
        treatment_ids: Likewise.
        topic_ids: Likewise.
        codings: By the name of the scheme.
        problems: What is wrong with the form of the files.
    """

    muscles: list[ReadFile[Muscle]] = field(default_factory=list)
    muscle_ids: set[str] = field(default_factory=set)
    muscle_shapes: ReadFile[MuscleShapesFile] | None = None
    regions: ReadFile[RegionsFile] | None = None
    hazards: ReadFile[HazardsFile] | None = None
    sources: ReadFile[SourcesFile] | None = None
    criteria: ReadFile[CriteriaFile] | None = None
    treatments: list[ReadFile[TreatmentOption]] = field(default_factory=list)
    treatment_ids: set[str] = field(default_factory=set)
    claims: ReadFile[ClaimsFile] | None = None
    topics: list[ReadFile[LearnTopic]] = field(default_factory=list)
    topic_ids: set[str] = field(default_factory=set)
    words: ReadFile[WordsFile] | None = None
    aliases: ReadFile[AliasesFile] | None = None
    red_flags: ReadFile[RedFlagsFile] | None = None
    facts: ReadFile[FactsFile] | None = None
    codings: dict[str, ReadFile[Coding]] = field(default_factory=dict)
    acr_2016: ReadFile[Acr2016] | None = None
    problems: list[Problem] = field(default_factory=list)


def read_folder(folder: Path) -> AtlasFiles:
    """Read every YAML file of an atlas folder; mistakes are collected, not raised."""
    found = AtlasFiles()
    for path in _paths(folder, "muscle", found.problems):
        found.muscle_ids.add(path.stem)
        muscle = _read(folder, path, Muscle, found.problems)
        if muscle:
            found.muscles.append(muscle)
    shapes = folder / "muscle_shapes.yaml"
    found.muscle_shapes = _read(folder, shapes, MuscleShapesFile, found.problems)
    found.regions = _read(folder, folder / "regions.yaml", RegionsFile, found.problems)
    found.hazards = _read(folder, folder / "hazards.yaml", HazardsFile, found.problems)
    found.sources = _read(folder, folder / "sources.yaml", SourcesFile, found.problems)
    found.criteria = _read(folder, folder / "criteria.yaml", CriteriaFile, found.problems)
    for path in _paths(folder, "treatment", found.problems):
        found.treatment_ids.add(path.stem)
        treatment = _read(folder, path, TreatmentOption, found.problems)
        if treatment:
            found.treatments.append(treatment)
    for path in _paths(folder, "topic", found.problems, inside="learn"):
        found.topic_ids.add(path.stem)
        topic = _read(folder, path, LearnTopic, found.problems)
        if topic:
            found.topics.append(topic)
    found.words = _read(folder, folder / "words.yaml", WordsFile, found.problems)
    found.aliases = _read(folder, folder / "aliases.yaml", AliasesFile, found.problems)
    found.claims = _read(folder, folder / "claims.yaml", ClaimsFile, found.problems)
    found.red_flags = _read(folder, folder / "red_flags.yaml", RedFlagsFile, found.problems)
    found.facts = _read(folder, folder / "facts.yaml", FactsFile, found.problems)
    found.acr_2016 = _read(folder, folder / "acr_2016.yaml", Acr2016, found.problems)
    _read_codings(folder, found)
    return found


def _read_codings(folder: Path, found: AtlasFiles) -> None:
    schemes: dict[str, type[Coding]] = {
        "choir": ChoirCoding,
        "michigan": MichiganCoding,
        "wpi": WpiCoding,
        "mypain": MyPainCoding,
    }
    for name, model in schemes.items():
        coding = _read(folder, folder / "codings" / f"{name}.yaml", model, found.problems)
        if coding:
            found.codings[name] = coding
    known = {f"{name}.yaml" for name in schemes}
    for path in sorted((folder / "codings").glob("*")):
        if path.name not in known and not path.name.startswith("."):
            message = f"only these schemes are known here: {', '.join(sorted(known))}"
            found.problems.append(Problem(f"codings/{path.name}", 1, message))


def _paths(
    folder: Path, kind: str, problems: list[Problem], *, inside: str | None = None
) -> list[Path]:
    paths = []
    name = inside or f"{kind}s"
    for path in sorted((folder / name).glob("*")):
        if path.suffix == ".yaml":
            paths.append(path)
        elif not path.name.startswith("."):
            message = "only files that end in .yaml belong here; rename it or take it out"
            problems.append(Problem(f"{name}/{path.name}", 1, message))
    if not paths:
        problems.append(Problem(name, 1, f"there is no {kind} file in this folder"))
    return paths


def _read(
    folder: Path, path: Path, model: type[EntryT], problems: list[Problem]
) -> ReadFile[EntryT] | None:
    name = path.relative_to(folder).as_posix()
    try:
        document = read_marked(path)
    except OSError as error:
        problems.append(Problem(name, 1, f"the file cannot be read: {error.strerror}"))
        return None
    except UnreadableYaml as error:
        problems.append(Problem(name, error.line, error.message))
        return None
    problems += [Problem(name, m.line, m.message) for m in document.mistakes]
    try:
        # Through JSON, so that both forms of the atlas are held to the very same rules.
        value = model.model_validate_json(json.dumps(document.data))
    except ValidationError as error:
        problems += _form_problems(name, document, model, error)
        return None
    return ReadFile(name, value, document)


def _form_problems(
    name: str, document: MarkedDocument, model: type[Entry], error: ValidationError
) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        yield Problem(name, document.line(detail["loc"]), sentence(model, detail))
