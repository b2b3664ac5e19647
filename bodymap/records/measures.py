"""Measured quantities: pain on a 0-10 scale and the pressure pain threshold."""

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field

from bodymap.records.base import Record


class RecallPeriod(StrEnum):
    """Which time a stated pain is about."""

    ON_PRESSURE = "ON_PRESSURE"
    NOW = "NOW"
    LAST_24_HOURS = "LAST_24_HOURS"
    LAST_7_DAYS = "LAST_7_DAYS"


class PainIntensity(Record):
    """Pain on the numeric rating scale, a whole number from 0 (none) to 10 (worst imaginable)."""

    nrs: Annotated[int, Field(strict=True, ge=0, le=10)]
    recall: RecallPeriod = RecallPeriod.ON_PRESSURE


class PressureUnit(StrEnum):
    """Unit in which an algometer was read."""

    KILOPASCAL = "kPa"
    KILOGRAM_FORCE_PER_CM2 = "kgf/cm2"
    NEWTON_PER_CM2 = "N/cm2"


# Exact by definition: standard gravity is 9.80665 m/s2 and 1 N/cm2 is 10 000 Pa (The International
# System of Units, 9th edition, 2019; CGPM 1901 for standard gravity).
KILOPASCALS_PER: Final = {
    PressureUnit.KILOPASCAL: 1.0,
    PressureUnit.KILOGRAM_FORCE_PER_CM2: 98.0665,
    PressureUnit.NEWTON_PER_CM2: 10.0,
}
# Hand algometers end at 20 to 30 kgf/cm2; more is a slip of the unit.
MOST_KILOPASCALS: Final = 3_000.0


class PressurePainThreshold(Record):
    """Least pressure that the person calls painful, by algometer.

    Attributes:
        kilopascals: the threshold, more than 0 and at most 3,000 kPa.
        probe_area_cm2: area of the tip; readings with different tips do not compare.
        entered_in: unit in which it was read, so that it can be shown again as it was read.
    """

    kilopascals: Annotated[float, Field(gt=0, le=MOST_KILOPASCALS)]
    probe_area_cm2: Annotated[float, Field(gt=0, le=10)] = 1.0
    entered_in: PressureUnit = PressureUnit.KILOPASCAL

    @classmethod
    def entered(cls, value: float, unit: PressureUnit, *, probe_area_cm2: float = 1.0) -> Self:
        """Make a threshold from a reading in any of the units; the one place that converts.

        Raises:
            InvalidRecord: the reading is not more than 0 and at most 3,000 kPa.
        """
        return cls.checked(
            {
                "kilopascals": value * KILOPASCALS_PER[unit],
                "probe_area_cm2": probe_area_cm2,
                "entered_in": unit,
            }
        )

    def in_unit(self, unit: PressureUnit) -> float:
        """The threshold in another unit."""
        return self.kilopascals / KILOPASCALS_PER[unit]
