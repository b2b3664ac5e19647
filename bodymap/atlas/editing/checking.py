"""Is every atlas file right? Answers with file, line and what to write instead.

Form (fields, types, words) is checked first, then what the files say about each other and about
the figure. A catalogue that cannot be read is reported once; ids that point into it are then left
unchecked, so that one mistake does not look like hundreds.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from bodymap import files
from bodymap.atlas.editing.checking_aliases import alias_problems
from bodymap.atlas.editing.checking_figure import figure_problems
from bodymap.atlas.editing.checking_points import point_problems
from bodymap.atlas.editing.checking_shapes import shape_problems
from bodymap.atlas.editing.checking_statements import statement_problems
from bodymap.atlas.editing.checking_sureness import old_evidence, sureness_problems
from bodymap.atlas.editing.checking_topics import topic_problems
from bodymap.atlas.editing.dangling import dangling
from bodymap.atlas.editing.marked_yaml import Loc
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem, ReadFile, read_folder
from bodymap.atlas.muscles import Muscle
from bodymap.atlas.referral import LateralityRule
from bodymap.atlas.regions import NamedRegion, RegionKind, Sidedness
from bodymap.body import Body

SOURCE_FIELDS: Final = {"source", "sources", "checked_against", "from_clinic_pages", "compare_with"}
"""Fields that hold ids of `sources.yaml`, wherever they stand."""


def check(folder: Path | None = None, *, body: Body | None = None) -> list[Problem]:
    """Check the atlas files of a folder (reads only).

    Args:
        folder: Folder with `muscles/`, `regions.yaml` and the others; the shipped one when left
            out.
        body: Figure that landmarks, views and sites are looked up on; the neutral one when left
            out.

    Returns:
        Every problem, by file and line; empty when all is well.
    """
    found = read_folder(folder or files.assets("atlas"))
    return problems_of(found, body or Body.load())


def notes(folder: Path | None = None, *, year: int) -> tuple[Problem, ...]:
    """What is no mistake, but worth a look: evidence that has grown old (reads only).

    Args:
        folder: As for `check`.
        year: The calendar year it is.
    """
    return old_evidence(read_folder(folder or files.assets("atlas")), year)


def problems_of(found: AtlasFiles, body: Body) -> list[Problem]:
    """Problems of files already read, sorted by file and line."""
    problems = [
        *found.problems,
        *_file_names("muscles", found.muscles),
        *_file_names("treatments", found.treatments),
        *_file_names("learn", found.topics),
        *_duplicates(found),
        *_regions(found),
        *alias_problems(found),
        *_muscle_references(found),
        *_criteria_references(found),
        *_citations(found),
        *statement_problems(found),
        *sureness_problems(found),
        *topic_problems(found),
        *figure_problems(found, body),
        *shape_problems(found, body),
        *point_problems(found, body),
    ]
    return sorted(set(problems))


def _file_names(folder: str, files_there: Iterable[ReadFile[Any]]) -> Iterator[Problem]:
    for file in files_there:
        wanted = f"{folder}/{file.value.id}.yaml"
        if file.name != wanted:
            message = f"the id is {file.value.id!r}, so this file must be named {wanted}"
            yield file.problem(("id",), message)


def _duplicates(found: AtlasFiles) -> Iterator[Problem]:
    muscles = [(file, ("id",), file.value.id) for file in found.muscles]
    points = [
        (file, ("trigger_points", number, "id"), point.id)
        for file in found.muscles
        for number, point in enumerate(file.value.trigger_points)
    ]
    yield from _repeated("muscle", muscles)
    yield from _repeated("trigger point", points)
    yield from _repeated("treatment", [(f, ("id",), f.value.id) for f in found.treatments])
    yield from _repeated("topic", [(f, ("id",), f.value.id) for f in found.topics])
    claims = [
        (file, ("claims", number, "id"), claim.id)
        for file in found.treatments
        for number, claim in enumerate(file.value.claims)
    ]
    yield from _repeated("claim", claims)
    for coding in found.codings.values():
        codes = enumerate(coding.value.codes)
        places = [(coding, ("codes", number, "code"), place.code) for number, place in codes]
        yield from _repeated("code", places)
    for file, field in _catalogues(found):
        entries = getattr(file.value, field)
        places = [(file, (field, number, "id"), e.id) for number, e in enumerate(entries)]
        yield from _repeated(field.removesuffix("s").replace("_", " "), places)


def _catalogues(found: AtlasFiles) -> Iterator[tuple[ReadFile[Any], str]]:
    if found.regions:
        yield found.regions, "regions"
    if found.hazards:
        yield found.hazards, "hazards"
    if found.sources:
        yield found.sources, "sources"
    if found.claims:
        yield found.claims, "corrections"
    if found.words:
        yield found.words, "words"
    if found.red_flags:
        yield found.red_flags, "red_flags"
    if found.facts:
        yield found.facts, "facts"
    if found.criteria:
        for field in ("diagnostic_criteria", "definitions", "reliability", "contested"):
            yield found.criteria, field


def _repeated(kind: str, entries: Iterable[tuple[ReadFile[Any], Loc, str]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file, loc, entry_id in entries:
        here = f"{file.name}:{file.document.line(loc)}"
        if entry_id in first:
            message = (
                f"the {kind} id {entry_id!r} is already used at {first[entry_id]}; ids are unique"
            )
            yield file.problem(loc, message)
        first.setdefault(entry_id, here)


def _regions(found: AtlasFiles) -> Iterator[Problem]:
    if found.regions is None:
        return
    groups = _ids(found.regions.value.regions, RegionKind.GROUP)
    for number, region in enumerate(found.regions.value.regions):
        loc = ("regions", number, "parent")
        if region.parent is None:
            if region.kind is RegionKind.LEAF:
                yield found.regions.problem(loc, "a leaf must name the group it lies in")
        elif region.parent not in groups:
            yield found.regions.problem(loc, dangling("group", region.parent, groups))


def _muscle_references(found: AtlasFiles) -> Iterator[Problem]:
    regions = found.regions.value.regions if found.regions else ()
    groups, sites = _ids(regions, RegionKind.GROUP), _ids(regions, RegionKind.LEAF)
    sidedness = {region.id: region.laterality for region in regions}
    hazards = {hazard.id for hazard in found.hazards.value.hazards} if found.hazards else set()
    for file in found.muscles:
        if found.regions:
            for number, group in enumerate(file.value.regions):
                if group not in groups:
                    yield file.problem(("regions", number), dangling("group", group, groups))
            yield from _zones(file, sites, sidedness)
        if found.hazards:
            for number, hazard in enumerate(file.value.needling.hazards):
                if hazard not in hazards:
                    loc = ("needling", "hazards", number)
                    yield file.problem(loc, dangling("hazard", hazard, hazards))


def _zones(
    file: ReadFile[Muscle], sites: set[str], sidedness: dict[str, Sidedness]
) -> Iterator[Problem]:
    for number, point in enumerate(file.value.trigger_points):
        seen = set()
        for extent in ("essential", "spillover"):
            for index, zone in enumerate(getattr(point.referral, f"{extent}_zones")):
                loc = ("trigger_points", number, "referral", extent, index)
                if zone.site not in sites:
                    yield file.problem((*loc, "site"), dangling("site", zone.site, sites))
                    continue
                midline = sidedness[zone.site] is Sidedness.MIDLINE
                if midline != (zone.laterality is LateralityRule.MIDLINE):
                    yield file.problem((*loc, "laterality"), _wrong_side(zone.site, midline))
                if (zone.site, zone.laterality) in seen:
                    message = f"the zone {zone.site!r} stands twice in this pattern; keep one"
                    yield file.problem((*loc, "site"), message)
                seen.add((zone.site, zone.laterality))


def _wrong_side(site: str, midline: bool) -> str:  # noqa: FBT001 - two sentences of one rule
    if midline:
        return f"the site {site!r} lies on the midline, so its laterality must be 'midline'"
    return (
        f"the site {site!r} has a left and a right, so its laterality must be 'ipsilateral', "
        "'contralateral' or 'bilateral'"
    )


def _criteria_references(found: AtlasFiles) -> Iterator[Problem]:
    if found.criteria is None:
        return
    muscles = found.muscle_ids | {file.value.id for file in found.muscles}
    thresholds = found.criteria.value.pressure_pain_threshold
    for field in ("norms", "cut_offs"):
        for number, entry in enumerate(getattr(thresholds, field)):
            if entry.muscle_id is not None and entry.muscle_id not in muscles:
                loc = ("pressure_pain_threshold", field, number, "muscle_id")
                message = dangling("muscle", entry.muscle_id, muscles)
                yield found.criteria.problem(loc, message)


def _citations(found: AtlasFiles) -> Iterator[Problem]:
    if found.sources is None:
        return
    sources = {source.id for source in found.sources.value.sources}
    cited: list[ReadFile[Any] | None] = [
        *found.muscles,
        found.muscle_shapes,
        found.regions,
        found.hazards,
        found.criteria,
        *found.treatments,
        found.claims,
        *found.topics,
        found.words,
        found.aliases,
        found.red_flags,
        found.facts,
        *found.codings.values(),
        found.acr_2016,
    ]
    for file in cited:
        if file is None:
            continue
        for loc, source in cited_sources(file.value):
            if source not in sources:
                yield file.problem(loc, dangling("source", source, sources))


def cited_sources(value: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every source id in an entry, with its way there (names as in the file)."""
    for name, field in type(value).model_fields.items():
        here = (*loc, field.alias or name)
        content = getattr(value, name)
        if name in SOURCE_FIELDS and isinstance(content, str):
            yield here, content
        elif isinstance(content, BaseModel):
            yield from cited_sources(content, here)
        elif isinstance(content, tuple):
            for number, item in enumerate(content):
                if isinstance(item, BaseModel):
                    yield from cited_sources(item, (*here, number))
                elif name in SOURCE_FIELDS:
                    yield (*here, number), item


def _ids(regions: Iterable[NamedRegion], kind: RegionKind) -> set[str]:
    return {region.id for region in regions if region.kind is kind}
