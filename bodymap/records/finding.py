"""A trigger point as found in one person: the place, the signs and the measures."""

from enum import StrEnum
from typing import Any, Final, Self

from pydantic import model_validator

from bodymap.body.laterality import Laterality
from bodymap.records.base import Item, MarkId, Notes, Record, Slug
from bodymap.records.continuing import Continues, Course
from bodymap.records.measures import PainIntensity, PressurePainThreshold
from bodymap.records.places import Drawing, Place
from bodymap.records.signs import (
    Called,
    Criteria,
    Signs,
    SignValue,
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

    @property
    def referred_sensation(self) -> SignValue | None:
        """What this answer says about referred sensation; None if it says nothing."""
        return _REFERRED_SENSATION.get(self)


_REFERRED_SENSATION: Final = {
    ReferralFelt.NONE: SignValue.ABSENT,
    ReferralFelt.AS_TYPICAL: SignValue.PRESENT,
    ReferralFelt.OTHER: SignValue.PRESENT,
}


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
        copied_from: id of the finding of which signs and measures were copied, until somebody
            has examined this place; None if nothing is copied.
        continues: the finding of an earlier visit that this one continues; None if nobody has
            said.
        is_new: said to continue no earlier finding, so that no rule matches it with one.
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
    copied_from: MarkId | None = None
    continues: Continues | None = None
    is_new: bool = False

    @model_validator(mode="after")
    def _new_or_continued(self) -> Self:
        if self.is_new and self.continues is not None:
            message = "a finding that is said to be new continues no earlier one"
            raise ValueError(message)
        return self

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
        name = called(self.signs)
        hurts = self.pain_on_pressure is not None and self.pain_on_pressure.nrs > 0
        return Called.TENDER_PLACE if name is Called.NOTHING_FOUND and hurts else name

    @property
    def contradicts_itself(self) -> bool:
        """Whether the referral felt and the sign of referred sensation say different things."""
        said = self.referral.felt.referred_sensation
        return said is not None and said is not self.signs.referred_sensation

    @property
    def course(self) -> Course | None:
        """How it stands to last time, as said."""
        return None if self.continues is None else self.continues.course

    @property
    def is_carried(self) -> bool:
        """Whether signs and measures are those of last time, which nobody has confirmed."""
        return self.continues is not None and self.copied_from == self.continues.finding_id

    @property
    def was_examined(self) -> bool:
        """Whether this very place was examined at this visit, and what is recorded is of then."""
        return self.is_examined and self.copied_from is None

    @property
    def found(self) -> dict[str, Any]:
        """What was found by examining, by field; the place and the muscle are not among it."""
        return {name: getattr(self, name) for name in _FOUND}

    @property
    def is_examined(self) -> bool:
        """Whether anything was found out by examining."""
        return any(value != type(self).model_fields[n].default for n, value in self.found.items())


_FOUND: Final = (
    "signs",
    "pain_on_pressure",
    "pressure_pain_threshold",
    "depth",
    "referral",
    "notes",
)
