"""Outcome measures are steps of the visit like any other."""

import pytest

from bodymap.errors import ChangedSince
from bodymap.records.outcome_measure import OutcomeMeasure
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.undo import redo, undo
from bodymap.services.visits.measuring import record_measure, remove_measure
from tests.services.visits.desk import Visits

FIELDS = {"id": "o1", "instrument": "PEG", "answers": (7, None, None)}
BEGUN = OutcomeMeasure.checked(FIELDS)
WHOLE = BEGUN.changed(answers=(7, 5, 6))


def test_answers_are_kept_changed_removed_and_taken_back(visits: Visits) -> None:
    visit = visits.start()
    record_measure(visits.on(visit), measure=BEGUN, was=None)
    assert record_measure(visits.on(visit), measure=WHOLE, was=BEGUN).measures == (WHOLE,)
    assert remove_measure(visits.on(visit), was=WHOLE).measures == ()

    assert undo(ASSESSMENTS, visits.on(visit)).measures == (WHOLE,)
    assert undo(ASSESSMENTS, visits.on(visit)).measures == (BEGUN,)
    assert redo(ASSESSMENTS, visits.on(visit)).measures == (WHOLE,)
    assert visits.finish(visit).measures == (WHOLE,)


def test_an_answer_to_what_is_not_shown_any_more_is_refused(visits: Visits) -> None:
    visit = visits.start()
    record_measure(visits.on(visit), measure=WHOLE, was=None)

    with pytest.raises(ChangedSince):
        record_measure(visits.on(visit), measure=BEGUN, was=None)
    with pytest.raises(ChangedSince):
        remove_measure(visits.on(visit), was=BEGUN)
    assert visits.now(visit).measures == (WHOLE,)
