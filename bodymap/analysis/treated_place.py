"""The place a treatment is asked for: what is asked first there, and what a needle could injure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bodymap.analysis.red_flag_questions import (
    RedFlagQuestion,
    questions_for,
    questions_for_region,
)
from bodymap.atlas import Atlas, Fact, Hazard, Muscle, RiskLevel, TreatmentOption
from bodymap.body import Body
from bodymap.errors import UnknownEntry

_RISKS: Final = {level: rank for rank, level in enumerate(RiskLevel)}


@dataclass(frozen=True)
class NearbyHazard:
    """What a needle could injure here.

    Attributes:
        hazard: What happens when it is reached, and where it lies.
        structure: Its name on this side and in this person, as far as both are known.
        risk_level: Of the muscle here that is most dangerous because of it.
        muscles: Muscles here that name it, most dangerous first.
    """

    hazard: Hazard
    structure: str
    risk_level: RiskLevel
    muscles: tuple[Muscle, ...]


@dataclass(frozen=True)
class TreatedPlace:
    """A part of the body, a region of the figure, or a muscle, as treatments are asked for it.

    Attributes:
        region: Id of a group, a site or a region of the figure; None where a muscle alone is meant.
        muscle: The muscle at hand, if one is.
        groups: Ids of the groups it lies in, innermost and outermost.
        questions: Questions for safety, those about the place itself first.
        hazards: What a needle could injure here, the most dangerous first.
        facts: What clinic pages say of this part of the body.
    """

    region: str | None
    muscle: Muscle | None
    groups: tuple[str, ...]
    questions: tuple[RedFlagQuestion, ...]
    hazards: tuple[NearbyHazard, ...]
    facts: tuple[Fact, ...]

    def suits(self, treatment: TreatmentOption) -> bool:
        """Whether the treatment is described for this place; no advice for a person."""
        return not set(self.groups).isdisjoint(treatment.suitable_regions)


def treated_place(
    atlas: Atlas,
    body: Body,
    *,
    region: str | None = None,
    muscle: str | None = None,
    sex: str | None = None,
) -> TreatedPlace:
    """What stands in front of treatments of a place.

    Args:
        atlas: Where muscles, questions and hazards stand.
        body: The figure, for ids of its regions.
        region: A group (`neck`), a site (`head_temple`) or a region of the figure
            (`shoulder_front.right`).
        muscle: Id of a muscle; its own hazards then stand for those of the region.
        sex: Of the person, "female" or "male"; None where it is not known.

    Raises:
        UnknownEntry: Neither the atlas nor the figure has such a region, or no such muscle.
    """
    at_hand = atlas.muscles[muscle] if muscle is not None else None
    groups = list(at_hand.regions) if at_hand else []
    questions: tuple[RedFlagQuestion, ...]
    if region is None:
        questions = questions_for(atlas, *groups)
    elif region in body.regions and region not in atlas.regions:
        groups.insert(0, body.regions[region].group)
        questions = questions_for_region(atlas, body, region)
    elif region in atlas.regions:
        known = atlas.regions[region]
        groups.insert(0, region if region in atlas.groups else known.parent or region)
        questions = questions_for(atlas, region)
    else:
        raise UnknownEntry("region", region, [*atlas.regions, *body.regions])
    if region is not None and at_hand is not None:
        asked = {question.flag.id for question in questions}
        more = questions_for(atlas, *at_hand.regions)
        questions = (*questions, *(q for q in more if q.flag.id not in asked))
    all_groups = tuple(dict.fromkeys([*groups, *(atlas.group_of(each).id for each in groups)]))
    side = region.rpartition(".")[2] if region is not None and "." in region else None
    if at_hand is not None:
        hazards = _hazards(atlas, [at_hand], side=side, sex=sex)
    else:
        here = _within(atlas, _places(atlas, body, region))
        around = _muscles(atlas, all_groups)
        hazards = _hazards(atlas, around, here=here, side=side, sex=sex)
    facts = {fact.id: fact for group in all_groups for fact in atlas.facts_about(group)}
    return TreatedPlace(
        region=region,
        muscle=at_hand,
        groups=all_groups,
        questions=questions,
        hazards=hazards,
        facts=tuple(facts.values()),
    )


def _muscles(atlas: Atlas, groups: Iterable[str]) -> list[Muscle]:
    here = set(groups)
    return [muscle for muscle in atlas.muscles.values() if here & set(muscle.regions)]


def _places(atlas: Atlas, body: Body, region: str | None) -> tuple[str, ...]:
    """Groups and sites that a region is, or is a part of."""
    if region is None or region in atlas.regions:
        return (region,) if region else ()
    base = body.region(region).base
    return tuple(site.id for site in body.sites.values() if base in site.regions)


def _within(atlas: Atlas, places: Iterable[str]) -> frozenset[str]:
    """Places, what they lie in, and what lies in them."""
    named = set(places)
    around = {each for place in named for each in _chain(atlas, place)}
    return frozenset(around | {r for r in atlas.regions if not named.isdisjoint(_chain(atlas, r))})


def _chain(atlas: Atlas, place: str) -> tuple[str, ...]:
    parent = atlas.regions[place].parent
    return (place, *(_chain(atlas, parent) if parent else ()))


def _hazards(
    atlas: Atlas,
    muscles: Iterable[Muscle],
    *,
    here: frozenset[str] | None = None,
    side: str | None,
    sex: str | None,
) -> tuple[NearbyHazard, ...]:
    """Most dangerous first, then those that more muscles name, then as the muscles name them.

    Only what lies at the place counts; with no place, all that the muscles name.
    """
    naming: dict[str, list[Muscle]] = {}
    for muscle in muscles:
        for hazard in muscle.needling.hazards:
            if here is None or not here.isdisjoint(atlas.hazards[hazard].at):
                naming.setdefault(hazard, []).append(muscle)
    found = []
    for hazard, those in naming.items():
        those.sort(key=_danger, reverse=True)
        level = those[0].needling.risk_level
        known = atlas.hazards[hazard]
        name = known.named(side=side, sex=sex)
        found.append(NearbyHazard(known, name, level, tuple(those)))
    found.sort(key=lambda each: (-_RISKS[each.risk_level], -len(each.muscles)))
    return tuple(found)


def _danger(muscle: Muscle) -> int:
    return _RISKS[muscle.needling.risk_level]
