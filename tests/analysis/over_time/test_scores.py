"""Known answers for every outcome score, at its borders and beyond; the table says the same."""

import re
from typing import Any

import pytest

from bodymap import files
from bodymap.analysis.over_time.bands import Verdict
from bodymap.analysis.over_time.scores import SCORINGS, compared, score
from bodymap.errors import InvalidRecord
from bodymap.records.outcome_measure import OutcomeMeasure


def measure(instrument: str, *answers: int | None, **more: Any) -> OutcomeMeasure:
    fields = {"id": "o1", "instrument": instrument, "answers": answers} | more
    return OutcomeMeasure.checked(fields)


def psfs(**rated: int | None) -> OutcomeMeasure:
    return measure("PSFS", *rated.values(), activities=tuple(rated))


@pytest.mark.parametrize(
    ("asked", "published"),
    [
        (psfs(lifting=0, turning=0, sitting=0), 0.0),
        (psfs(lifting=3, turning=5, sitting=4), 4.0),
        (psfs(lifting=3, turning=None, sitting=4), 3.5),
        (psfs(lifting=10, turning=10, sitting=10, driving=10, sleeping=10), 10.0),
        (psfs(lifting=None), None),
        (measure("PEG", 0, 0, 0), 0.0),
        (measure("PEG", 7, 5, 6), 6.0),
        (measure("PEG", 10, 10, 10), 10.0),
        (measure("PEG", 7, None, 6), None),
        (measure("NRS", 2, 4, 8), None),
        (measure("GRC", -5), -5.0),
        (measure("GRC", 0), 0.0),
        (measure("GRC", 5), 5.0),
        (measure("OTHER", name="NDI", score=24, most=50), 24.0),
    ],
)
def test_an_instrument_is_scored_as_published(
    asked: OutcomeMeasure, published: float | None
) -> None:
    assert score(asked) == published


@pytest.mark.parametrize(
    "fields",
    [
        {"instrument": "PEG", "answers": (1, 2)},
        {"instrument": "PEG", "answers": (1, 2, 11)},
        {"instrument": "PEG", "answers": (1, 2, -1)},
        {"instrument": "GRC", "answers": (-6,)},
        {"instrument": "GRC", "answers": (6,)},
        {"instrument": "NRS", "answers": (5, 4, 8)},
        {"instrument": "NRS", "answers": (5, None, 4)},
        {"instrument": "PSFS", "answers": ()},
        {"instrument": "PSFS", "answers": (1,), "activities": ("",)},
        {"instrument": "PSFS", "answers": (1,) * 6, "activities": tuple("abcdef")},
        {"instrument": "PEG", "answers": (1, 2, 3), "activities": ("a",)},
        {"instrument": "PEG", "answers": (1, 2, 3), "score": 2.0},
        {"instrument": "OTHER", "name": "NDI"},
        {"instrument": "OTHER", "score": 1.0},
    ],
)
def test_what_the_instrument_does_not_have_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidRecord):
        OutcomeMeasure.checked({"id": "o1"} | fields)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (psfs(a=3, b=3), psfs(a=5, b=4), Verdict.WITHIN),
        (psfs(a=3, b=3), psfs(a=5, b=5), Verdict.BEYOND),
        (psfs(a=5, b=5), psfs(a=3, b=3), Verdict.BEYOND),
        (psfs(a=3, b=3), psfs(a=6, b=5), Verdict.BEYOND),
        (psfs(a=3, b=3), psfs(A=5, b=5), Verdict.BEYOND),
        (psfs(a=3, b=3), psfs(a=9, c=9), Verdict.NOT_COMPARABLE),
        (psfs(a=3, b=3), psfs(a=9, b=None), Verdict.NOT_COMPARABLE),
        (psfs(a=None), psfs(a=9), None),
        (measure("PEG", 9, 9, 9), measure("PEG", 1, 1, 1), None),
        (measure("GRC", 1), psfs(a=9), None),
    ],
)
def test_a_change_is_judged_only_where_the_error_of_the_score_is_known(
    before: OutcomeMeasure, after: OutcomeMeasure, verdict: Verdict | None
) -> None:
    assert compared(before, after) is verdict


def test_the_table_says_what_is_calculated() -> None:
    text = (files.package().parent / "docs" / "measures.md").read_text("utf-8")
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \| (.*?) ?\|$", text, re.MULTILINE)
    said = {name: (rule, error, source) for name, rule, error, source in rows}
    for scoring in SCORINGS.values():
        rule, error, source = said[scoring.name]
        assert (rule, source) == (scoring.rule, scoring.source)
        if scoring.error is not None:
            assert float(error) == scoring.error
