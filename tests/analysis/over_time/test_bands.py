"""Known answers at, just below and just above the border of every band; the table says the same."""

import re

import pytest

from bodymap import files
from bodymap.analysis.over_time import bands
from bodymap.analysis.over_time.bands import (
    BANDS,
    Band,
    Measure,
    Verdict,
    around,
    judged,
    judged_threshold,
    pain_band,
    threshold_band,
)
from bodymap.records import PressurePainThreshold

WITHIN, UNSURE, BEYOND, NOT_COMPARABLE = Verdict


@pytest.mark.parametrize(
    ("band", "before", "after", "verdict"),
    [
        (bands.PAIN_NECK, 7, 4, WITHIN),
        (bands.PAIN_NECK, 7, 3, BEYOND),
        (bands.PAIN_NECK, 3, 7, BEYOND),
        (bands.PAIN_NECK_REFERRED, 8, 4, WITHIN),
        (bands.PAIN_NECK_REFERRED, 8, 3, BEYOND),
        (bands.PAIN_LOW_BACK, 5, 4, WITHIN),
        (bands.PAIN_LOW_BACK, 5, 3, BEYOND),
        (bands.PAIN_ELSEWHERE, 6, 5, WITHIN),
        (bands.PAIN_ELSEWHERE, 6, 4, UNSURE),
        (bands.PAIN_ELSEWHERE, 6, 3, UNSURE),
        (bands.PAIN_ELSEWHERE, 6, 2, BEYOND),
        (bands.THRESHOLD_TRAPEZIUS, 200.0, 243.9, WITHIN),
        (bands.THRESHOLD_TRAPEZIUS, 200.0, 244.0, UNSURE),
        (bands.THRESHOLD_TRAPEZIUS, 200.0, 260.9, UNSURE),
        (bands.THRESHOLD_TRAPEZIUS, 200.0, 261.0, BEYOND),
        (bands.THRESHOLD_WEEKS, 200.0, 178.1, WITHIN),
        (bands.THRESHOLD_WEEKS, 200.0, 178.0, UNSURE),
        (bands.THRESHOLD_WEEKS, 200.0, 145.0, BEYOND),
        (bands.THRESHOLD_MONTHS, 200.0, 153.1, WITHIN),
        (bands.THRESHOLD_MONTHS, 200.0, 153.0, UNSURE),
        (bands.THRESHOLD_MONTHS, 200.0, 109.0, BEYOND),
        (bands.THRESHOLD_ELSEWHERE, 200.0, 221.9, WITHIN),
        (bands.THRESHOLD_ELSEWHERE, 200.0, 222.0, UNSURE),
        (bands.THRESHOLD_ELSEWHERE, 200.0, 291.0, BEYOND),
        # of the mean of 119 and 81, which is 100
        (bands.EXTENT, 119.0, 81.0, BEYOND),
        (bands.EXTENT, 118.9, 81.1, WITHIN),
        (bands.EXTENT, 81.0, 119.0, BEYOND),
        (bands.EXTENT, 0.0, 0.0, WITHIN),
        (bands.EXTENT, 10.0, 0.0, BEYOND),
    ],
)
def test_a_change_is_judged_at_the_border(
    band: Band, before: float, after: float, verdict: Verdict
) -> None:
    assert judged(before, after, band) is verdict


def test_a_change_that_only_arithmetic_makes_larger_is_at_the_border() -> None:
    band = Band(Measure.THRESHOLD, 0.3, 0.3, "", "")

    assert 0.3 - 0.1 - 0.1 < 0.1 + 0.2 - 0.2
    assert judged(0.1 + 0.2, 0.0, band) is judged(0.3, 0.0, band) is BEYOND


@pytest.mark.parametrize(
    ("groups", "referred", "band"),
    [
        ({"neck"}, False, bands.PAIN_NECK),
        ({"neck", "shoulder"}, True, bands.PAIN_NECK_REFERRED),
        ({"lower_back"}, True, bands.PAIN_LOW_BACK),
        ({"shoulder"}, True, bands.PAIN_ELSEWHERE),
        (set(), False, bands.PAIN_ELSEWHERE),
    ],
)
def test_the_study_of_pain_nearest_to_the_place_is_taken(
    groups: set[str], *, referred: bool, band: Band
) -> None:
    assert pain_band(groups, referred=referred) == band


@pytest.mark.parametrize(
    ("muscle", "groups", "days", "band"),
    [
        ("trapezius_upper", {"neck"}, 59.9, bands.THRESHOLD_TRAPEZIUS),
        ("trapezius_upper", {"neck"}, 60, bands.THRESHOLD_MONTHS),
        ("scalenes", {"neck"}, 59.9, bands.THRESHOLD_WEEKS),
        ("soleus", {"leg"}, 60, bands.THRESHOLD_MONTHS),
        (None, {"shoulder"}, 14, bands.THRESHOLD_ELSEWHERE),
    ],
)
def test_the_study_of_thresholds_nearest_to_muscle_place_and_time_is_taken(
    muscle: str | None, groups: set[str], days: float, band: Band
) -> None:
    assert threshold_band(muscle, groups, days=days) == band


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        ({}, BEYOND),
        ({"probe_area_cm2": 0.5}, NOT_COMPARABLE),
        ({"entered_in": "kPa"}, NOT_COMPARABLE),
    ],
)
def test_another_probe_or_device_cannot_be_compared(
    other: dict[str, object], verdict: Verdict
) -> None:
    first = {"kilopascals": 200.0, "probe_area_cm2": 1.0, "entered_in": "N/cm2"}
    one = PressurePainThreshold.checked(first)
    later = PressurePainThreshold.checked(first | {"kilopascals": 300.0} | other)

    assert judged_threshold(one, later, bands.THRESHOLD_TRAPEZIUS) is verdict


def test_the_band_lies_round_the_first_value() -> None:
    assert around([None, 6.0, 3.0], bands.PAIN_NECK) == (2.0, 10.0)
    assert around([1.0], bands.PAIN_NECK) == (0.0, 5.0)
    assert around([100.0], bands.EXTENT) == (62.0, 138.0)
    assert around([None], bands.PAIN_NECK) is None


def test_the_table_of_sources_says_what_is_calculated_with() -> None:
    page = (files.package().parent / "docs" / "measures.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.splitlines()
        if re.match(r"\| (PAIN|THRESHOLD|EXTENT) ", line)
    ]

    assert rows == [
        [each.measure.value, f"{each.least:g}", f"{each.most:g}", each.who, each.source]
        for each in BANDS
    ]
