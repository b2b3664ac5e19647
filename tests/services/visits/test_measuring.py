"""Outcome measures are steps of the visit like any other; each answer says which one it is."""

import pytest

from bodymap.errors import ChangedSince, InvalidRecord
from bodymap.records import Assessment
from bodymap.records.outcome_measure import Instrument, OutcomeMeasure
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.undo import redo, undo
from bodymap.services.visits.measuring import (
    add_score,
    answer_measure,
    name_activity,
    rate_activity,
    remove_activity,
    remove_score,
)
from tests.services.visits.desk import Visits


def peg(visits: Visits, visit: Assessment, number: int, value: int | None, **more: int) -> None:
    answer_measure(
        visits.on(visit),
        instrument=Instrument.PEG,
        number=number,
        value=value,
        was=more.get("was"),
        new_id=f"peg-{number}",
    )


def answers(visits: Visits, visit: Assessment) -> list[tuple[str, tuple[int | None, ...]]]:
    return [(each.id, each.answers) for each in visits.now(visit).measures]


def test_answers_given_faster_than_the_page_follows_come_into_one_measure(visits: Visits) -> None:
    visit = visits.start()
    for number, value in enumerate((7, 5, 6)):
        peg(visits, visit, number, value)

    assert answers(visits, visit) == [("peg-0", (7, 5, 6))]
    assert visits.finish(visit).measures == (
        OutcomeMeasure(id="peg-0", instrument=Instrument.PEG, answers=(7, 5, 6)),
    )


def test_an_answer_is_changed_and_taken_away_and_each_step_is_taken_back(visits: Visits) -> None:
    visit = visits.start()
    peg(visits, visit, 0, 7)
    peg(visits, visit, 0, 4, was=7)
    peg(visits, visit, 0, None, was=4)

    assert answers(visits, visit) == []
    assert undo(ASSESSMENTS, visits.on(visit)).measures[0].answers == (4, None, None)
    assert undo(ASSESSMENTS, visits.on(visit)).measures[0].answers == (7, None, None)
    assert undo(ASSESSMENTS, visits.on(visit)).measures == ()
    assert redo(ASSESSMENTS, visits.on(visit)).measures[0].answers == (7, None, None)


def test_an_answer_to_what_is_not_shown_any_more_is_refused(visits: Visits) -> None:
    visit = visits.start()
    peg(visits, visit, 0, 7)

    with pytest.raises(ChangedSince):
        peg(visits, visit, 0, 3)
    with pytest.raises(ChangedSince):
        rate_activity(visits.on(visit), activity="lifting", value=3, was=None)
    assert answers(visits, visit) == [("peg-0", (7, None, None))]


def test_an_activity_is_named_once_rated_by_its_name_and_removed(visits: Visits) -> None:
    visit = visits.start()
    for activity in ("lifting", "  climbing   stairs ", "lifting"):
        name_activity(visits.on(visit), activity=activity, new_id="psfs-0")
    rate_activity(visits.on(visit), activity="climbing stairs", value=4, was=None)

    (psfs,) = visits.now(visit).measures
    assert (psfs.activities, psfs.answers) == (("lifting", "climbing stairs"), (None, 4))
    (psfs,) = remove_activity(visits.on(visit), activity="lifting").measures
    assert (psfs.activities, psfs.answers) == (("climbing stairs",), (4,))
    assert remove_activity(visits.on(visit), activity="climbing stairs").measures == ()
    assert remove_activity(visits.on(visit), activity="climbing stairs").measures == ()


def test_a_typed_score_needs_its_name_and_is_removed(visits: Visits) -> None:
    visit = visits.start()
    with pytest.raises(InvalidRecord):
        add_score(visits.on(visit), name="", score=24.0, most=50.0, new_id="ndi-1")

    (ndi,) = add_score(visits.on(visit), name="NDI", score=24.0, most=50.0, new_id="ndi-1").measures

    assert (ndi.name, ndi.score, ndi.most) == ("NDI", 24.0, 50.0)
    assert remove_score(visits.on(visit), measure_id="ndi-1").measures == ()
    assert remove_score(visits.on(visit), measure_id="ndi-1").measures == ()


@pytest.mark.parametrize("instrument", [Instrument.PEG, Instrument.GRC])
def test_an_instrument_is_asked_once_at_a_visit(visits: Visits, instrument: Instrument) -> None:
    measures = tuple(
        OutcomeMeasure(id=f"m-{n}", instrument=instrument, answers=(1,) * number)
        for n in range(2)
        for number in [3 if instrument is Instrument.PEG else 1]
    )
    with pytest.raises(InvalidRecord, match="once at a visit"):
        visits.start().changed(measures=measures)
