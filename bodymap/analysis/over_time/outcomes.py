"""What came of each kind of treatment for one person: counts, never a ranking or an average."""

from collections.abc import Sequence
from dataclasses import dataclass

from bodymap.records import Assessment, Course, TreatmentRecord, TreatmentResponse


@dataclass(frozen=True)
class Outcome:
    """What is recorded about one treatment of one person.

    Attributes:
        treatment: Its id in the atlas.
        done: How often it was recorded.
        better: How often the person said at a later visit that it was better after it.
        same: How often that it was the same.
        worse: How often that it was worse.
        pains: Pain right before and right after, each time both were said, the first first.
        reactions: How often something unwanted was seen or told.
    """

    treatment: str
    done: int
    better: int
    same: int
    worse: int
    pains: tuple[tuple[int, int], ...]
    reactions: int

    @property
    def not_answered(self) -> int:
        """How often nobody has said yet what came of it."""
        return self.done - self.better - self.same - self.worse


def outcomes(visits: Sequence[Assessment]) -> tuple[Outcome, ...]:
    """What came of each treatment, in the order in which they were first used.

    Args:
        visits: Of one person, the first first.
    """
    said = {(each.assessment_id, each.id): each for visit in visits for each in visit.responses}
    found: dict[str, list[tuple[TreatmentRecord, TreatmentResponse | None]]] = {}
    for visit in visits:
        for done in visit.treatments:
            found.setdefault(done.treatment, []).append((done, said.get((visit.id, done.id))))
    return tuple(_outcome(treatment, times) for treatment, times in found.items())


def _outcome(
    treatment: str, times: Sequence[tuple[TreatmentRecord, TreatmentResponse | None]]
) -> Outcome:
    courses = [answer.course for _, answer in times if answer is not None]
    return Outcome(
        treatment=treatment,
        done=len(times),
        better=courses.count(Course.BETTER),
        same=courses.count(Course.SAME),
        worse=courses.count(Course.WORSE),
        pains=tuple(
            (done.pain_before.nrs, done.pain_after.nrs)
            for done, _ in times
            if done.pain_before is not None and done.pain_after is not None
        ),
        reactions=sum(done.has_reaction for done, _ in times),
    )
