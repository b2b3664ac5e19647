"""Which red-flag questions stand in front of a place, and in which order they are asked.

For safety, not for diagnosis: a yes stops the way to self-care and treatment, and a row of noes
rules nothing out (`Atlas.red_flag_accuracy`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

from bodymap.atlas import AdviceLevel, Atlas, RedFlag, RedFlagCue
from bodymap.atlas.red_flags import ANYWHERE
from bodymap.body import Body

_BY_ADVICE: Final = {level: rank for rank, level in enumerate(AdviceLevel)}

_WITHIN: Final = 10
"""Added for a question about a part of the place asked about; no tree of places is so deep."""

_EVERYWHERE: Final = 100
"""How far away a question is that stands in front of every region: after all that are nearer."""

_KNOWN: "WeakKeyDictionary[Atlas, dict[str, dict[str, int]]]" = WeakKeyDictionary()

Nearness = tuple[int, int]
"""Steps from the place asked about to the region a question names, and its rank in the question."""


@dataclass(frozen=True, slots=True)
class RedFlagQuestion:
    """A question to ask before self-care or treatment of a place.

    Attributes:
        flag: The question, with its sources, kind and certainty.
        advice: What a yes asks for, in one sentence.
        because: The group or site for which it is asked; `None` where it is asked for every place.
    """

    flag: RedFlag
    advice: str
    because: str | None


@dataclass(frozen=True, slots=True)
class CueForPlace:
    """A cue that stands for questions in front of a place.

    Attributes:
        cue: Its words.
        questions: What is asked of somebody who says that it is so, the most pressing first.
    """

    cue: RedFlagCue
    questions: tuple[RedFlagQuestion, ...]


def cues_for(questions: Iterable[RedFlagQuestion], atlas: Atlas) -> tuple[CueForPlace, ...]:
    """The cues that stand for questions, in the order of `red_flags.yaml`.

    For somebody who is on the way to a clinician: questions that only advise to see one bring up no
    cue of their own, but are asked with the others of their cue.

    Args:
        questions: Those in front of a place.
        atlas: Where the cues stand.
    """
    asked = tuple(questions)
    pressing = {
        question.flag.id
        for question in asked
        if question.flag.advice_level is not AdviceLevel.SEE_CLINICIAN
    }
    return tuple(
        CueForPlace(cue, tuple(q for q in asked if q.flag.id in {*cue.asks, *cue.also}))
        for cue in atlas.cues.values()
        if not pressing.isdisjoint(cue.asks)
    )


def questions_for(atlas: Atlas, *places: str) -> tuple[RedFlagQuestion, ...]:
    """Questions that stand in front of one or more places, each once, those about the place first.

    Order: how near the regions of the question are to the place: the place itself, the groups
    around it, parts of it, any place; then what a yes asks for (an emergency first); then how far
    to the front the question names that region, since it names the one most in danger first; then
    the order of `red_flags.yaml`.

    Args:
        atlas: Where the questions stand.
        places: Ids of sites or groups. Without any, only the questions for every place are asked.

    Raises:
        UnknownEntry: The atlas has no such site or group.
    """
    ways = [_ways_of(atlas, place) for place in places]
    found = []
    for flag in atlas.red_flags.values():
        reached = [(near, because) for way in ways for near, because in _reached(flag, way)]
        if ANYWHERE in flag.regions:
            reached.append(((_EVERYWHERE, 0), ""))
        if reached:
            (near, rank), because = min(reached)
            order = (near, _BY_ADVICE[flag.advice_level], rank)
            found.append((order, flag, because or None))
    found.sort(key=lambda row: row[0])  # a stable sort: equals keep the order of the file
    return tuple(
        RedFlagQuestion(flag, atlas.advice[flag.advice_level], because)
        for _, flag, because in found
    )


def by_advice(questions: Iterable[RedFlagQuestion]) -> tuple[RedFlagQuestion, ...]:
    """The same questions, the most pressing first; equals keep their order."""
    return tuple(sorted(questions, key=lambda question: _BY_ADVICE[question.flag.advice_level]))


def questions_for_region(atlas: Atlas, body: Body, region_id: str) -> tuple[RedFlagQuestion, ...]:
    """Questions that stand in front of a region of the figure: of all sites that it is a part of.

    Args:
        atlas: Where the questions stand.
        body: The figure that was pointed at.
        region_id: Such as `shoulder_front.right`; the side makes no difference.

    Raises:
        UnknownRegion: The figure has no such region.
    """
    region = body.region(region_id)
    sites = [site.id for site in body.sites.values() if region.base in site.regions]
    return questions_for(atlas, *sites)


def _ways_of(atlas: Atlas, place: str) -> dict[str, int]:
    """As `_ways`, worked out once per place."""
    known = _KNOWN.setdefault(atlas, {})
    if place not in known:
        known[place] = _ways(atlas, place)
    return known[place]


def _ways(atlas: Atlas, place: str) -> dict[str, int]:
    """Steps from a place to every group around it and every place in it, itself being 0."""
    around = list(_around(atlas, place))
    steps = {region: step for step, region in enumerate(around)}
    for region in atlas.regions:
        chain = list(_around(atlas, region))
        if place in chain:
            steps.setdefault(region, _WITHIN + chain.index(place))
    return steps


def _around(atlas: Atlas, place: str) -> Iterator[str]:
    region = atlas.regions[place]
    yield region.id
    while region.parent is not None:
        region = atlas.regions[region.parent]
        yield region.id


def _reached(flag: RedFlag, steps: dict[str, int]) -> Iterator[tuple[Nearness, str]]:
    for rank, region in enumerate(flag.regions):
        if region in steps:
            yield (steps[region], rank), region
