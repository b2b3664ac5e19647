"""Outcome measures at a visit: one tap an answer, the score under the folded card."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.records.outcome_measure import Instrument
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import texts
from tests.ui.test_drawing_in_assess import an_assessment, now, opened


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def unfolded(at: AppTest) -> AppTest:
    at.session_state["outcome-measures"] = True
    return at.run()


def of_this(widgets: Iterable[Any], part: str) -> Any:
    """The one widget for this part; its key names the visit too."""
    (found,) = [each for each in widgets if re.search(rf"(^|:){part}(-|$)", str(each.key))]
    return found


def tap(at: AppTest, row: str, value: int | None) -> None:
    of_this(at.button_group, row).set_value(value).run()
    assert not at.exception


def test_answers_are_kept_one_by_one_and_scored_when_all_are_there(bench: Bench) -> None:
    assessment = an_assessment(bench)
    at = unfolded(opened(assessment))

    for row, value in (("nrs-peg-0", 7), ("nrs-peg-1", 5), ("nrs-peg-2", 6)):
        tap(at, row, value)

    (peg,) = now(bench, assessment).measures
    assert (peg.instrument, peg.answers) == (Instrument.PEG, (7, 5, 6))
    assert "PEG 6" in texts(opened(assessment))
    for row in ("nrs-peg-0", "nrs-peg-1", "nrs-peg-2"):
        tap(at, row, None)
    assert now(bench, assessment).measures == ()


def test_an_activity_is_named_and_rated(bench: Bench) -> None:
    assessment = an_assessment(bench)
    at = unfolded(opened(assessment))

    of_this(at.text_input, "psfs-activity").set_value("lifting").run()
    of_this(at.button, "psfs-add").click().run()
    tap(at, "nrs-psfs-lifting", 4)

    (psfs,) = now(bench, assessment).measures
    assert (psfs.activities, psfs.answers) == (("lifting",), (4,))
    assert of_this(at.text_input, "psfs-activity").value == ""
    of_this(at.button, "psfs-remove-lifting").click().run()
    assert now(bench, assessment).measures == ()


def test_two_answers_that_come_together_are_both_kept(bench: Bench) -> None:
    assessment = an_assessment(bench)
    at = unfolded(opened(assessment))

    for row, value in (("nrs-peg-0", 7), ("nrs-peg-1", 5)):
        of_this(at.button_group, row).set_value(value)
    at.run()

    (peg,) = now(bench, assessment).measures
    assert peg.answers == (7, 5, None)


def test_another_score_is_typed_with_its_name_and_removed(bench: Bench) -> None:
    assessment = an_assessment(bench)
    at = unfolded(opened(assessment))

    of_this(at.text_input, "measure-name").set_value("NDI").run()
    of_this(at.number_input, "measure-score").set_value(24.0).run()
    of_this(at.number_input, "measure-most").set_value(50.0).run()
    of_this(at.button, "measure-add").click().run()

    (ndi,) = now(bench, assessment).measures
    assert (ndi.name, ndi.score, ndi.most) == ("NDI", 24.0, 50.0)
    of_this(at.button, "measure-remove").click().run()
    assert now(bench, assessment).measures == ()
