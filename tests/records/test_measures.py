import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.errors import InvalidRecord
from bodymap.records import PainIntensity, PressurePainThreshold, PressureUnit, RecallPeriod


@pytest.mark.parametrize(
    ("value", "unit", "kilopascals"),
    [
        (1.0, PressureUnit.KILOGRAM_FORCE_PER_CM2, 98.0665),
        (3.0, PressureUnit.KILOGRAM_FORCE_PER_CM2, 294.1995),
        (1.0, PressureUnit.NEWTON_PER_CM2, 10.0),
        (42.3, PressureUnit.NEWTON_PER_CM2, 423.0),
        (250.0, PressureUnit.KILOPASCAL, 250.0),
    ],
)
def test_a_reading_is_kept_in_kilopascals(
    value: float, unit: PressureUnit, kilopascals: float
) -> None:
    threshold = PressurePainThreshold.entered(value, unit, probe_area_cm2=0.5)

    assert threshold.kilopascals == pytest.approx(kilopascals, rel=1e-12)
    assert (threshold.entered_in, threshold.probe_area_cm2) == (unit, 0.5)


@given(st.floats(0.1, 30), st.sampled_from(PressureUnit))
def test_a_reading_comes_back_in_the_unit_it_was_entered_in(
    value: float, unit: PressureUnit
) -> None:
    threshold = PressurePainThreshold.entered(value, unit)

    assert threshold.in_unit(unit) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("value", [0.0, -1.0, 31.0, float("nan"), float("inf")])
def test_a_reading_that_no_algometer_gives_is_refused(value: float) -> None:
    with pytest.raises(InvalidRecord, match="kilopascals"):
        PressurePainThreshold.entered(value, PressureUnit.KILOGRAM_FORCE_PER_CM2)


@pytest.mark.parametrize("nrs", [-1, 11, 5.5, True, "5", None, float("nan")])
def test_pain_is_a_whole_number_from_0_to_10(nrs: object) -> None:
    with pytest.raises(InvalidRecord, match="nrs"):
        PainIntensity.checked({"nrs": nrs})


def test_pain_says_which_time_it_is_about() -> None:
    assert PainIntensity(nrs=0).recall is RecallPeriod.ON_PRESSURE
