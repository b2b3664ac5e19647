"""The questions for safety as a person is asked them: a few at a time, in words for them.

First come short questions that stand for several (`RedFlagCue`); who says yes to one is then asked
what it stands for, one thing at a time. No step has more than five, none is asked of whom it cannot
concern, and a "no" answers only what stood on its step. Every page asks by these steps.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bodymap.analysis.red_flag_questions import CueForPlace, RedFlagQuestion, by_advice, cues_for
from bodymap.atlas import Atlas, RedFlag, RedFlagCue, RedFlagSign

MOST_AT_ONCE: Final = 5
"""Most questions of one step."""

CUE: Final = "cue_"
"""Stands before the id of a cue among answers; ids of questions and their signs stand alone."""

LAST: Final = "mood"
"""What is asked last, after all that concerns the body."""

_OLDEST: Final = 130
_GROWN: Final = 18
_ARM: Final = frozenset({"shoulder", "arm", "hand"})
_LEG: Final = frozenset({"hip", "buttocks", "leg", "foot"})


@dataclass(frozen=True, slots=True)
class Whom:
    """Who is asked, as far as it is known.

    Attributes:
        sex: "female" or "male"; None where it is not known, or neither.
        youngest: Years the person has at least.
        oldest: Years the person has at most.
    """

    sex: str | None = None
    youngest: int = 0
    oldest: int = _OLDEST

    @property
    def is_child(self) -> bool:
        """Whether it is known that a child is meant."""
        return self.oldest < _GROWN


def whom(figure: str, *, sex: str | None = None, born: int | None = None, year: int) -> Whom:
    """Who is asked: what a person's record says, else what the figure drawn on shows.

    Args:
        figure: The figure, such as "child".
        sex: As recorded, "FEMALE", "MALE" or "OTHER"; None if not.
        born: Calendar year of birth; None if not recorded.
        year: The calendar year it is.
    """
    known = figure if sex is None else sex.lower()
    told = known if known in {"female", "male"} else None
    if born is not None:
        return Whom(told, max(year - born - 1, 0), max(year - born, 0))
    return Whom(told, 0, _GROWN - 1) if figure == "child" else Whom(told)


@dataclass(frozen=True, slots=True)
class SafetyAsk:
    """One thing that is asked.

    Attributes:
        id: Under which the answer is kept.
        words: In the second person; see `RedFlagSign`.
        limb: Stands for `{limb}`: "arm", "leg", or "either" where either may be meant.
        over: Age that stands for `{over}`, where it is not known whether they are that old.
    """

    id: str
    words: str
    limb: str = "either"
    over: int | None = None


@dataclass(frozen=True, slots=True)
class SafetyStep:
    """What is asked at once.

    Attributes:
        about: The short question that was answered with yes; None for the short ones themselves.
        asks: At most five.
    """

    about: SafetyAsk | None
    asks: tuple[SafetyAsk, ...]


@dataclass(frozen=True)
class SafetyQuestions:
    """What can be asked of somebody about a place.

    Attributes:
        questions: Those in front of the place, those about the place itself first.
        atlas: Where the cues stand.
        person: Who is asked.
    """

    questions: Sequence[RedFlagQuestion]
    atlas: Atlas
    person: Whom = Whom()

    def steps(self, answers: Mapping[str, bool]) -> tuple[SafetyStep, ...]:
        """What is asked, step by step; what a yes leads to comes after all short questions.

        Args:
            answers: Given so far, by the ids of what was asked.
        """
        fitting = [question for question in self.questions if _fits(question.flag, self.person)]
        cues = cues_for(fitting, self.atlas)
        limb = _limb(fitting, self.atlas)
        steps = [SafetyStep(None, asks) for asks in _short(cues, fitting)]
        met: set[str] = set()
        for cue in cues:
            if not answers.get(CUE + cue.cue.id):
                continue
            asks = [
                ask
                for question in by_advice(cue.questions)
                for sign in question.flag.asked
                if sign.id not in met and (ask := _ask(sign, question.flag, self.person, limb))
            ]
            met.update(ask.id for ask in asks)
            steps += [SafetyStep(_cue(cue.cue), part) for part in _parts(asks)]
        return tuple(steps)

    def answered(
        self, step: SafetyStep, chosen: Collection[str], answers: Mapping[str, bool]
    ) -> dict[str, bool]:
        """All answers once a step is answered: what is chosen is so, the rest of the step is not.

        What a short question led to goes with its yes. A question is answered with yes as soon as
        one of its signs is.

        Args:
            step: The step that is answered.
            chosen: Ids of what is so.
            answers: Given so far.
        """
        given = {**answers, **{ask.id: ask.id in chosen for ask in step.asks}}
        asked = {ask.id for each in self.steps(given) for ask in each.asks}
        kept = {name: is_so for name, is_so in given.items() if name in asked}
        for question in self.questions:
            told = [kept[sign.id] for sign in question.flag.asked if sign.id in kept]
            if told:
                kept[question.flag.id] = any(told)
        return kept


def open_steps(steps: Iterable[SafetyStep], answers: Mapping[str, bool]) -> tuple[SafetyStep, ...]:
    """Steps of which something is not answered."""
    return tuple(step for step in steps if any(ask.id not in answers for ask in step.asks))


def said_yes(answers: Mapping[str, bool], atlas: Atlas) -> tuple[RedFlag, ...]:
    """Questions that were answered with yes, the most pressing first."""
    yes = [flag for flag in atlas.red_flags.values() if answers.get(flag.id)]
    return tuple(q.flag for q in by_advice(RedFlagQuestion(f, "", None) for f in yes))


def _fits(flag: RedFlag, person: Whom) -> bool:
    return (
        (flag.sex is None or person.sex in {None, flag.sex})
        and (flag.from_age is None or person.oldest >= flag.from_age)
        and (flag.to_age is None or person.youngest <= flag.to_age)
        and (not flag.child or person.is_child)
    )


def _short(
    cues: Sequence[CueForPlace], questions: Sequence[RedFlagQuestion]
) -> Iterator[tuple[SafetyAsk, ...]]:
    """Short questions by what they fear, what threatens this place most first, in fives."""
    rank = {question.flag.id: number for number, question in enumerate(questions)}

    def nearest(about: str) -> int:
        return min(rank[q.flag.id] for c in cues if c.cue.about == about for q in _own(c))

    order = sorted({cue.cue.about for cue in cues}, key=lambda a: (a == LAST, nearest(a)))
    sorted_cues = sorted(cues, key=lambda cue: order.index(cue.cue.about))
    at_hand: list[SafetyAsk] = []
    for _, group in groupby(sorted_cues, key=lambda cue: cue.cue.about):
        asks = [_cue(cue.cue) for cue in group]
        if len(at_hand) + len(asks) > MOST_AT_ONCE:
            yield from _parts(at_hand)
            at_hand = []
        at_hand += asks
    yield from _parts(at_hand)


def _own(cue: CueForPlace) -> list[RedFlagQuestion]:
    """The questions that bring a cue up."""
    return [question for question in cue.questions if question.flag.id in cue.cue.asks]


def _parts(asks: Sequence[SafetyAsk]) -> Iterator[tuple[SafetyAsk, ...]]:
    """At most five at once, in parts as even as can be."""
    count = -(-len(asks) // MOST_AT_ONCE)
    for part in range(count):
        yield tuple(asks[len(asks) * part // count : len(asks) * (part + 1) // count])


def _cue(cue: RedFlagCue) -> SafetyAsk:
    return SafetyAsk(CUE + cue.id, cue.words)


def _ask(sign: RedFlagSign, flag: RedFlag, person: Whom, limb: str) -> SafetyAsk | None:
    """The sign as a person is asked it; None where they are too young for it."""
    age = sign.from_age or flag.from_age
    if age is not None and person.oldest < age:
        return None
    known = age is None or person.youngest >= age
    return SafetyAsk(sign.id, sign.words, limb, None if known else age)


def _limb(questions: Iterable[RedFlagQuestion], atlas: Atlas) -> str:
    """The limb that is asked about; "either" where either may be meant."""
    groups = {atlas.group_of(q.because).id for q in questions if q.because}
    arm, leg = not groups.isdisjoint(_ARM), not groups.isdisjoint(_LEG)
    return "either" if arm == leg else "arm" if arm else "leg"
