"""How sure the files say they are, and how old the evidence is that they show first.

Nothing that rests on general knowledge alone is "high": no work was opened for it. Evidence older
than five years is told, as a note, so that somebody looks for a newer review.
"""

from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel

from bodymap.atlas.base import Certainty
from bodymap.atlas.editing.marked_yaml import Loc
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem, ReadFile
from bodymap.atlas.muscles import Basis, Muscle
from bodymap.atlas.sources import Access, Source
from bodymap.atlas.treatments import TreatmentOption

MOST_YEARS: Final = 5
"""Evidence older than so many years is told."""

_REFUSED: Final = (
    "no publication was opened for this, so 'certainty' cannot be 'high'; write 'medium', or name "
    "a work that was read"
)


def sureness_problems(found: AtlasFiles) -> Iterator[Problem]:
    """Statements that are called certain though no work was opened for them."""
    if found.sources is None:
        return
    unopened = {
        source.id
        for source in found.sources.value.sources
        if source.access is Access.GENERAL_KNOWLEDGE
    }
    for file in found.muscles:
        yield from _muscle(file, unopened)
    files: list[ReadFile[Any] | None] = [
        found.hazards,
        *found.treatments,
        found.claims,
        *found.topics,
        found.words,
        found.red_flags,
        found.criteria,
    ]
    for each in files:
        if each is not None:
            for loc in _too_sure(each.value, unopened):
                yield each.problem(loc, _REFUSED)


def old_evidence(found: AtlasFiles, year: int) -> tuple[Problem, ...]:
    """Notes on evidence that a treatment shows first and that is more than five years old.

    Args:
        found: The files.
        year: The calendar year it is.
    """
    sources = found.sources.value.sources if found.sources else ()
    known = {source.id: source for source in sources}
    return tuple(note for file in found.treatments for note in _old(file, known, year))


def _old(
    file: ReadFile[TreatmentOption], sources: dict[str, Source], year: int
) -> Iterator[Problem]:
    shown = set(file.value.compared.evidence.claims)
    for number, claim in enumerate(file.value.claims):
        source = sources.get(claim.source)
        if claim.id not in shown or source is None or source.year is None:
            continue
        if year - source.year > MOST_YEARS:
            message = (
                f"{claim.id!r} rests on a work of {source.year} ({source.id}), older than "
                f"{MOST_YEARS} years; look for a newer review"
            )
            yield file.problem(("claims", number, "source"), message)


def _muscle(file: ReadFile[Muscle], unopened: set[str]) -> Iterator[Problem]:
    """A muscle that rests on general knowledge, and all that it says of itself."""
    muscle = file.value
    if muscle.basis is not Basis.GENERAL_KNOWLEDGE:
        return
    if muscle.certainty is Certainty.HIGH:
        yield file.problem(("certainty",), _REFUSED)
    for name in ("frequency", "trigger_points"):
        content = getattr(muscle, name)
        for number, entry in enumerate(content if isinstance(content, tuple) else (content,)):
            here: Loc = (name, number) if isinstance(content, tuple) else (name,)
            for loc in _too_sure(entry, unopened, here):
                yield file.problem(loc, _REFUSED)


def _too_sure(value: BaseModel, unopened: set[str], loc: Loc = ()) -> Iterator[Loc]:
    """Places of `certainty: high` in entries all of whose sources were not opened."""
    named = getattr(value, "sources", None) or getattr(value, "source", None)
    cited = {named} if isinstance(named, str) else set(named) if isinstance(named, tuple) else set()
    certain = getattr(value, "certainty", None) is Certainty.HIGH
    if certain and cited and all(isinstance(each, str) for each in cited) and cited <= unopened:
        yield (*loc, "certainty")
    for name, field in type(value).model_fields.items():
        content = getattr(value, name)
        here = (*loc, field.alias or name)
        if isinstance(content, BaseModel):
            yield from _too_sure(content, unopened, here)
        elif isinstance(content, tuple):
            for number, item in enumerate(content):
                if isinstance(item, BaseModel):
                    yield from _too_sure(item, unopened, (*here, number))
