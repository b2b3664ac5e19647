"""Outcome measures at a visit: record each answer, change it and take it away.

Every function writes one step of the open assessment, which the same browser window can take back.
An answer says which one it is; the others stay as they are by then, however fast they follow.
"""

from collections.abc import Callable

from bodymap.errors import ChangedSince
from bodymap.records import Assessment
from bodymap.records.outcome_measure import ANSWERS, Instrument, OutcomeMeasure
from bodymap.services.assessing.changes import AnyChange, AssessmentStep, MeasureChange
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.changes import Step
from bodymap.services.kernel.editing import Editing, change


def answer_measure(
    editing: Editing,
    *,
    instrument: Instrument,
    number: int,
    value: int | None,
    was: int | None,
    new_id: str,
) -> Assessment:
    """Keep one answer of an instrument; with the last one taken away it is removed.

    Args:
        editing: Where.
        instrument: Of which one; PSFS has `rate_activity`.
        number: Which of its answers, from 0.
        value: The answer; None takes it away.
        was: What it said when it was answered.
        new_id: Id of the measure, if it is the first answer.

    Raises:
        ChangedSince: it says something else than `was` by now.
    """

    def made(before: OutcomeMeasure | None) -> OutcomeMeasure | None:
        answers = list(before.answers if before else (None,) * ANSWERS[instrument])
        if answers[number] != was:
            raise ChangedSince("measures")
        answers[number] = value
        if all(each is None for each in answers):
            return None
        if before is not None:
            return before.changed(answers=tuple(answers))
        fields = {"id": new_id, "instrument": instrument, "answers": tuple(answers)}
        return OutcomeMeasure.checked(fields)

    return _change(editing, lambda kept: measure_of(kept, instrument), made)


def name_activity(editing: Editing, *, activity: str, new_id: str) -> Assessment:
    """Add an activity of the PSFS that the person named; named already, nothing is written."""
    named = " ".join(activity.split())

    def made(before: OutcomeMeasure | None) -> OutcomeMeasure | None:
        if before is None:
            return OutcomeMeasure.checked(
                {
                    "id": new_id,
                    "instrument": Instrument.PSFS,
                    "activities": (named,),
                    "answers": (None,),
                }
            )
        if named in before.activities:
            return before
        return before.changed(
            activities=(*before.activities, named), answers=(*before.answers, None)
        )

    return _change(editing, _psfs, made)


def rate_activity(
    editing: Editing, *, activity: str, value: int | None, was: int | None
) -> Assessment:
    """Rate an activity that was named, or take its rating away.

    Raises:
        ChangedSince: it is rated otherwise than `was` by now, or not named any more.
    """

    def made(before: OutcomeMeasure | None) -> OutcomeMeasure | None:
        rated = _rated(before)
        if before is None or activity not in rated or rated[activity] != was:
            raise ChangedSince("measures")
        return before.changed(answers=tuple((rated | {activity: value}).values()))

    return _change(editing, _psfs, made)


def remove_activity(editing: Editing, *, activity: str) -> Assessment:
    """Remove an activity with its rating; not there any more, nothing is written."""

    def made(before: OutcomeMeasure | None) -> OutcomeMeasure | None:
        left = {name: rating for name, rating in _rated(before).items() if name != activity}
        if before is None or not left:
            return None
        return before.changed(activities=tuple(left), answers=tuple(left.values()))

    return _change(editing, _psfs, made)


def add_score(
    editing: Editing, *, name: str, score: float | None, most: float | None, new_id: str
) -> Assessment:
    """Keep the score of an instrument that is not asked here, typed in with its name.

    Raises:
        InvalidRecord: the name or the score is missing, or out of bounds.
    """
    fields = {"instrument": Instrument.OTHER, "name": name, "score": score, "most": most}
    measure = OutcomeMeasure.checked({"id": new_id} | fields)
    return _change(editing, lambda _: None, lambda _: measure)


def remove_score(editing: Editing, *, measure_id: str) -> Assessment:
    """Remove a score that was typed in; not there any more, nothing is written."""

    def found(kept: Assessment) -> OutcomeMeasure | None:
        return next((each for each in kept.measures if each.id == measure_id), None)

    return _change(editing, found, lambda _: None)


def measure_of(assessment: Assessment, instrument: Instrument) -> OutcomeMeasure | None:
    """What was answered of an instrument; None if it was not asked."""
    return next((each for each in assessment.measures if each.instrument is instrument), None)


def _psfs(assessment: Assessment) -> OutcomeMeasure | None:
    return measure_of(assessment, Instrument.PSFS)


def _rated(psfs: OutcomeMeasure | None) -> dict[str, int | None]:
    return dict(zip(psfs.activities, psfs.answers, strict=True)) if psfs else {}


def _change(
    editing: Editing,
    found: Callable[[Assessment], OutcomeMeasure | None],
    made: Callable[[OutcomeMeasure | None], OutcomeMeasure | None],
) -> Assessment:
    """Put what is made of a measure in its place; of none, remove it."""

    def plan(kept: Assessment) -> Step[AnyChange] | None:
        before = found(kept)
        after = made(before)
        if before == after:
            return None
        at = len(kept.measures) if before is None else kept.measures.index(before)
        removes = after is None
        what = AssessmentStep.REMOVE_MEASURE if removes else AssessmentStep.RECORD_MEASURE
        return Step(what=what, change=MeasureChange(before=before, after=after, position=at))

    return change(ASSESSMENTS, editing, plan)
