"""A trigger point as found in one person: the place, the signs and the measures."""

from enum import StrEnum
from typing import Final, Self

from pydantic import model_validator

from bodymap.body.laterality import Laterality
from bodymap.records.base import Item, Notes, Record, Slug
from bodymap.records.measures import PainIntensity, PressurePainThreshold
from bodymap.records.places import Drawing, Place
from bodymap.records.signs import (
    Called,
    Criteria,
    Signs,
    State,
    called,
    criteria_2018,
    state,
)

OTHER_TRIGGER_POINT: Final = "other"
"""Stands for: in this muscle, but not close to a typical trigger point of it."""


class Depth(StrEnum):
    """How deep the finding lies, as felt; not stated is None."""

    SUPERFICIAL = "SUPERFICIAL"
    MIDDLE = "MIDDLE"
    DEEP = "DEEP"


class ReferralFelt(StrEnum):
    """Where the person felt something while the place was pressed."""

    NOT_ASKED = "NOT_ASKED"
    NONE = "NONE"
    AS_TYPICAL = "AS_TYPICAL"
    OTHER = "OTHER"


class Referral(Record):
    """The referral that was felt; a drawing only where it was other than typical."""

    felt: ReferralFelt = ReferralFelt.NOT_ASKED
    drawing: Drawing | None = None

    @model_validator(mode="after")
    def _drawn_only_if_other(self) -> Self:
        if self.drawing is not None and self.felt is not ReferralFelt.OTHER:
            message = f"a drawing goes with OTHER, not with {self.felt}"
            raise ValueError(message)
        return self


class TriggerPointFinding(Item):
    """One place that was palpated and what was found there.

    Attributes:
        id: made in the browser when the mark is set; unique within its assessment.
        place: where, as pointed at or drawn.
        laterality: the patient's side.
        muscle: id of the muscle in the atlas; None until one is chosen.
        trigger_point: id of the typical trigger point it is closest to, "other", or None.
        pain_on_pressure: pain while pressed; None if not asked.
        pressure_pain_threshold: None if not measured.
        notes: at most 4,000 characters.
    """

    place: Place
    laterality: Laterality
    muscle: Slug | None = None
    trigger_point: Slug | None = None
    signs: Signs = Signs()
    pain_on_pressure: PainIntensity | None = None
    pressure_pain_threshold: PressurePainThreshold | None = None
    depth: Depth | None = None
    referral: Referral = Referral()
    notes: Notes = ""

    @model_validator(mode="after")
    def _trigger_point_has_its_muscle(self) -> Self:
        if self.trigger_point is not None and self.muscle is None:
            message = f"trigger point {self.trigger_point!r} needs the muscle it belongs to"
            raise ValueError(message)
        return self

    @property
    def criteria_2018(self) -> Criteria:
        """Whether the Delphi 2018 criteria are met."""
        return criteria_2018(self.signs)

    @property
    def state(self) -> State:
        """Active, latent or undecided."""
        return state(self.signs)

    @property
    def called(self) -> Called:
        """What it may be called: a trigger point only where the criteria are met."""
        return called(self.signs)
