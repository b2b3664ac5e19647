"""What treatments, red flags and facts say about each other, and how they may be said.

A clinic page is never given as evidence, an opinion names whose it is, and a claim that restates
something wrong names what sets it right.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bodymap.atlas.base import SourceKind
from bodymap.atlas.catalogue import nearest_name
from bodymap.atlas.compared import Compared
from bodymap.atlas.editing.dangling import dangling
from bodymap.atlas.editing.marked_yaml import Loc
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem, ReadFile
from bodymap.atlas.facts import TREATMENT_PREFIX, FactKind, FactPage, FactsFile
from bodymap.atlas.hazards import HazardsFile
from bodymap.atlas.red_flags import ANYWHERE, AdviceLevel, RedFlagsFile
from bodymap.atlas.regions import RegionKind
from bodymap.atlas.sources import Source
from bodymap.atlas.treatments import Claim, ClaimsFile, TreatmentOption

MOST_WORDS: Final = 15
"""Most words of a question as a person is asked it."""

_CLINICS_OWN: Final = {SourceKind.CLINIC_CLAIM, SourceKind.OPINION}


def statement_problems(found: AtlasFiles) -> Iterator[Problem]:
    """Ids that point to nothing, and statements that would be shown as what they are not."""
    for file in found.treatments:
        yield from _treatment(file, found)
    if found.claims:
        yield from _claims(found.claims, found)
    if found.red_flags:
        yield from _red_flags(found.red_flags, found)
    if found.hazards:
        yield from _hazards(found.hazards, found)
    if found.facts:
        yield from _facts(found.facts, found)


def _treatment(file: ReadFile[TreatmentOption], found: AtlasFiles) -> Iterator[Problem]:
    groups, places = _groups(found), _places(found)
    for number, region in enumerate(file.value.suitable_regions):
        if groups and region not in groups:
            yield file.problem(("suitable_regions", number), dangling("group", region, groups))
    for number, page in enumerate(file.value.from_clinic_pages):
        yield from _is_clinic_page(file, ("from_clinic_pages", number), page, found)
    treatments = _treatment_ids(found)
    yield from _compared(file)
    for number, claim in enumerate(file.value.claims):
        loc: Loc = ("claims", number)
        if claim.see is not None and claim.see not in treatments:
            yield file.problem((*loc, "see"), dangling("treatment", claim.see, treatments))
        if places and claim.applies_to is not None and claim.applies_to not in places:
            message = dangling("group or site", claim.applies_to, places)
            yield file.problem((*loc, "applies_to"), message)
        for field, message in (*_how_it_is_said(claim, found), *_facts_of(claim, found)):
            yield file.problem((*loc, *field), message)


def _compared(file: ReadFile[TreatmentOption]) -> Iterator[Problem]:
    own = {claim.id for claim in file.value.claims}
    for aspect in Compared.model_fields:
        cell = getattr(file.value.compared, aspect)
        for number, claim in enumerate(cell.claims if cell else ()):
            if claim not in own:
                loc = ("compared", aspect, "claims", number)
                yield file.problem(loc, dangling("claim", claim, own))


def _how_it_is_said(claim: Claim, found: AtlasFiles) -> Iterator[tuple[Loc, str]]:
    if claim.kind is SourceKind.OPINION and claim.attribution is None:
        yield ("kind",), "an opinion must say whose it is; add 'attribution'"
    source = _sources(found).get(claim.source)
    if source is None:
        return
    clinic_page = source.kind is SourceKind.CLINIC_PAGE
    if clinic_page and claim.kind not in _CLINICS_OWN:
        message = (
            f"{claim.source!r} is a clinic page, so 'kind' must be 'clinic_claim' or 'opinion', "
            f"not {claim.kind.value!r}: a clinic's page is never given as evidence"
        )
        yield ("kind",), message
    if claim.kind is SourceKind.CLINIC_CLAIM and not clinic_page:
        message = (
            f"a clinic's claim must name the clinic's page, but {claim.source!r} is of the kind "
            f"{source.kind.value!r}"
        )
        yield ("source",), message


def _facts_of(claim: Claim, found: AtlasFiles) -> Iterator[tuple[Loc, str]]:
    facts = {fact.id for fact in found.facts.value.facts} if found.facts else set()
    corrections = found.claims.value.corrections if found.claims else ()
    by_fact = {correction.fact_id: correction.id for correction in corrections}
    known = {correction.id for correction in corrections}
    for number, fact_id in enumerate(claim.fact_ids):
        if found.facts and fact_id not in facts:
            yield ("fact_ids", number), dangling("fact", fact_id, facts)
        if fact_id in by_fact and claim.correction is None:
            message = (
                f"the fact {fact_id!r} is set right in claims.yaml; "
                f"add 'correction: {by_fact[fact_id]}'"
            )
            yield ("fact_ids", number), message
    if found.claims and claim.correction is not None and claim.correction not in known:
        yield ("correction",), dangling("correction", claim.correction, known)


def _claims(file: ReadFile[ClaimsFile], found: AtlasFiles) -> Iterator[Problem]:
    used = {claim.kind for treatment in found.treatments for claim in treatment.value.claims}
    yield from _unexplained(file, "kinds", used, file.value.kinds)
    facts = {fact.id for fact in found.facts.value.facts} if found.facts else set()
    for number, correction in enumerate(file.value.corrections):
        if found.facts and correction.fact_id not in facts:
            message = dangling("fact", correction.fact_id, facts)
            yield file.problem(("corrections", number, "fact_id"), message)


def _red_flags(file: ReadFile[RedFlagsFile], found: AtlasFiles) -> Iterator[Problem]:
    yield from _unexplained(file, "advice_levels", AdviceLevel, file.value.advice_levels)
    for level, text in file.value.advice_levels.items():
        if re.search(r"\d", text):
            message = "numbers of emergency services differ by country; say it without a number"
            yield file.problem(("advice_levels", level.value), message)
    yield from _cues(file)
    yield from _short_questions(file)
    places = _places(found)
    for number, flag in enumerate(file.value.red_flags):
        loc: Loc = ("red_flags", number, "regions")
        if ANYWHERE in flag.regions and len(flag.regions) > 1:
            yield file.problem(loc, f"{ANYWHERE!r} holds for every region; it stands alone")
        for index, region in enumerate(flag.regions):
            if flag.regions.index(region) < index:
                yield file.problem((*loc, index), f"the region {region!r} stands twice; keep one")
            if places and region != ANYWHERE and region not in places:
                message = dangling("group or site", region, {*places, ANYWHERE})
                yield file.problem((*loc, index), message)


def _hazards(file: ReadFile[HazardsFile], found: AtlasFiles) -> Iterator[Problem]:
    places = _places(found)
    for number, hazard in enumerate(file.value.hazards):
        for index, place in enumerate(hazard.at):
            if places and place not in places:
                loc: Loc = ("hazards", number, "at", index)
                yield file.problem(loc, dangling("group or site", place, places))


def _short_questions(file: ReadFile[RedFlagsFile]) -> Iterator[Problem]:
    """A person is asked one thing at a time, in few words; no id is used twice."""
    met: set[str] = {flag.id for flag in file.value.red_flags if flag.signs}
    asked: list[tuple[Loc, str, str]] = [
        ((*loc, "words"), sign.id, sign.words)
        for number, flag in enumerate(file.value.red_flags)
        for index, sign in enumerate(flag.asked)
        for loc in [("red_flags", number, "signs", index)]
        if flag.signs
    ]
    asked += [
        (("red_flags", number, "question"), flag.id, flag.question)
        for number, flag in enumerate(file.value.red_flags)
        if not flag.signs
    ]
    asked += [
        (("cues", number, "words"), f"cue_{cue.id}", cue.words)
        for number, cue in enumerate(file.value.cues)
    ]
    for loc, name, words in asked:
        spoken = words.replace("{over}", " and are you over 50")
        if len(spoken.split()) > MOST_WORDS or spoken.count("?") != 1 or spoken[-1] != "?":
            message = f"a person is asked one question of at most {MOST_WORDS} words; shorten it"
            yield file.problem(loc, message)
        if name in met:
            yield file.problem(loc, f"the id {name!r} is used already; ids are unique")
        met.add(name)


def _cues(file: ReadFile[RedFlagsFile]) -> Iterator[Problem]:
    """Every pressing question stands under one cue."""
    known = {flag.id for flag in file.value.red_flags}
    asked: set[str] = set()
    for number, cue in enumerate(file.value.cues):
        for field, names in (("asks", cue.asks), ("also", cue.also)):
            for index, name in enumerate(names):
                loc: Loc = ("cues", number, field, index)
                if name not in known:
                    yield file.problem(loc, dangling("red flag", name, known))
                elif name in asked and field == "asks":
                    yield file.problem(loc, f"another cue asks {name!r} already; keep one")
        asked.update(cue.asks)
    for number, flag in enumerate(file.value.red_flags):
        if flag.advice_level is not AdviceLevel.SEE_CLINICIAN and flag.id not in asked:
            message = f"no cue asks {flag.id!r}; a question so pressing needs one"
            yield file.problem(("red_flags", number, "id"), message)


def _facts(file: ReadFile[FactsFile], found: AtlasFiles) -> Iterator[Problem]:
    yield from _unexplained(file, "kinds", FactKind, file.value.kinds)
    treatments = _treatment_ids(found)
    pages = [page.value for page in FactPage]
    told = {
        treatment.value.id: {id_ for claim in treatment.value.claims for id_ in claim.fact_ids}
        for treatment in found.treatments
    }
    for number, fact in enumerate(file.value.facts):
        loc: Loc = ("facts", number)
        yield from _is_clinic_page(file, (*loc, "source"), fact.source, found)
        for index, place in enumerate(fact.app_location):
            here = (*loc, "app_location", index)
            if place.startswith(TREATMENT_PREFIX):
                treatment = place.removeprefix(TREATMENT_PREFIX)
                if treatment not in treatments:
                    yield file.problem(here, dangling("treatment", treatment, treatments))
                elif fact.id not in told.get(treatment, {fact.id}):
                    message = (
                        f"no claim of {treatment!r} restates the fact {fact.id!r}, so it cannot "
                        "be read there; add it to 'fact_ids' of a claim"
                    )
                    yield file.problem(here, message)
            elif place not in pages:
                nearest = nearest_name(place, pages)
                hint = f" Did you mean {nearest!r}?" if nearest else ""
                message = (
                    f"there is no page {place!r}.{hint} Allowed are: {', '.join(pages)}, "
                    f"and {TREATMENT_PREFIX!r} with the id of a treatment"
                )
                yield file.problem(here, message)


def _unexplained(
    file: ReadFile[ClaimsFile] | ReadFile[RedFlagsFile] | ReadFile[FactsFile],
    field: str,
    words: Iterable[SourceKind | AdviceLevel | FactKind],
    explained: Iterable[SourceKind | AdviceLevel | FactKind],
) -> Iterator[Problem]:
    for word in sorted(set(words) - set(explained)):
        yield file.problem((field,), f"{field!r} does not explain {word.value!r}; add it")


def _is_clinic_page(
    file: ReadFile[TreatmentOption] | ReadFile[FactsFile], loc: Loc, name: str, found: AtlasFiles
) -> Iterator[Problem]:
    source = _sources(found).get(name)
    if source is not None and source.kind is not SourceKind.CLINIC_PAGE:
        message = f"{name!r} is of the kind {source.kind.value!r}, but must be a clinic page"
        yield file.problem(loc, message)


def _sources(found: AtlasFiles) -> dict[str, Source]:
    return {source.id: source for source in found.sources.value.sources} if found.sources else {}


def _treatment_ids(found: AtlasFiles) -> set[str]:
    return found.treatment_ids | {file.value.id for file in found.treatments}


def _groups(found: AtlasFiles) -> set[str]:
    regions = found.regions.value.regions if found.regions else ()
    return {region.id for region in regions if region.kind is RegionKind.GROUP}


def _places(found: AtlasFiles) -> set[str]:
    return {region.id for region in found.regions.value.regions} if found.regions else set()
