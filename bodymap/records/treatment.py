"""What was done at a visit, what came of it at once, and what the person said the next time."""

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from bodymap.body.laterality import Laterality
from bodymap.records.base import Item, Line, MarkId, Notes, Record, RecordId, Slug
from bodymap.records.continuing import Course
from bodymap.records.measures import PainIntensity
from bodymap.records.signs import SignValue

MOST_TREATMENTS: Final = 100
"""Most treatments of one visit; a bound for bad input."""


class Consent(StrEnum):
    """Whether the person was asked before."""

    NOT_STATED = "NOT_STATED"
    GIVEN = "GIVEN"
    NOT_ASKED = "NOT_ASKED"


class AdverseEffect(StrEnum):
    """Unwanted effects as the two largest surveys of dry needling list them, the commonest first.

    All but the last three after Brady 2014 (J Man Manip Ther 22:134, 7,629 treatments), those after
    Boyce 2020 (Int J Sports Phys Ther 15:103, 20,464 treatments). Anything else is typed.
    """

    BRUISING = "BRUISING"
    BLEEDING = "BLEEDING"
    PAIN_DURING = "PAIN_DURING"
    PAIN_AFTER = "PAIN_AFTER"
    SYMPTOMS_WORSE = "SYMPTOMS_WORSE"
    DROWSINESS = "DROWSINESS"
    HEADACHE = "HEADACHE"
    NAUSEA = "NAUSEA"
    FATIGUE = "FATIGUE"
    EMOTIONS = "EMOTIONS"
    SHAKING = "SHAKING"
    ITCHING = "ITCHING"
    CLAUSTROPHOBIA = "CLAUSTROPHOBIA"
    NUMBNESS = "NUMBNESS"
    PROLONGED_WORSE = "PROLONGED_WORSE"
    EXCESSIVE_BLEEDING = "EXCESSIVE_BLEEDING"
    PNEUMOTHORAX = "PNEUMOTHORAX"


OF_A_NEEDLE: Final = frozenset(
    {AdverseEffect.BLEEDING, AdverseEffect.EXCESSIVE_BLEEDING, AdverseEffect.PNEUMOTHORAX}
)
"""Effects that only a needle has; not offered for a treatment without one."""


class Dose(Record):
    """How much, in the terms of the treatment; what does not apply or was not said is None.

    Attributes:
        seconds: how long each time, or how long in all where it was done once.
        times: passes of a needle, needles, presses, sweeps, pulses or repetitions.
        pain_allowed: pain up to which was pressed, 0 to 10.
        substance: what was injected, as a record and never as advice.
        amount_ml: how much of it at this place.
        other: anything else, such as the energy of a shock wave.
    """

    seconds: Annotated[int, Field(strict=True, ge=1, le=7_200)] | None = None
    times: Annotated[int, Field(strict=True, ge=1, le=10_000)] | None = None
    pain_allowed: Annotated[int, Field(strict=True, ge=0, le=10)] | None = None
    substance: Line = ""
    amount_ml: Annotated[float, Field(gt=0, le=100)] | None = None
    other: Line = ""


class TreatmentRecord(Item):
    """One treatment at one place, at one visit.

    Attributes:
        treatment: id of the treatment in the atlas.
        finding_id: finding of this visit that was treated; None for a place.
        region: region of the body that was treated, where it was no finding; None for the whole.
        laterality: the patient's side.
        consent: whether they were asked.
        twitch: whether a local twitch was seen while it was done.
        pain_before: pain right before, 0 to 10.
        pain_after: pain right after, 0 to 10.
        adverse: unwanted effects that were seen or told.
        adverse_other: such an effect that the list does not have.
        home_advice: what the person was told to do at home.
    """

    treatment: Slug
    finding_id: MarkId | None = None
    region: Slug | None = None
    laterality: Laterality | None = None
    dose: Dose = Dose()
    consent: Consent = Consent.NOT_STATED
    twitch: SignValue = SignValue.NOT_EXAMINED
    pain_before: PainIntensity | None = None
    pain_after: PainIntensity | None = None
    adverse: tuple[AdverseEffect, ...] = ()
    adverse_other: Line = ""
    home_advice: Notes = ""

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if self.finding_id is not None and self.region is not None:
            message = "a finding or a region was treated, not both"
            raise ValueError(message)
        if len(set(self.adverse)) != len(self.adverse):
            message = "an unwanted effect is said twice"
            raise ValueError(message)
        return self

    @property
    def has_reaction(self) -> bool:
        """Whether anything unwanted was seen or told."""
        return bool(self.adverse or self.adverse_other)


class Lasted(StrEnum):
    """How long a change lasted that a treatment brought."""

    HOURS = "HOURS"
    DAYS = "DAYS"
    A_WEEK = "A_WEEK"
    LONGER = "LONGER"
    STILL = "STILL"


class TreatmentResponse(Item):
    """What the person said at a later visit about one treatment.

    Attributes:
        id: id of the treatment record.
        assessment_id: the visit at which it was done.
        course: BETTER, SAME or WORSE after it.
        lasted: for how long; None if not asked, or where nothing changed.
    """

    assessment_id: RecordId
    course: Course
    lasted: Lasted | None = None

    @model_validator(mode="after")
    def _says_what_came_of_it(self) -> Self:
        if self.course not in {Course.BETTER, Course.SAME, Course.WORSE}:
            message = "better, same or worse is needed"
            raise ValueError(message)
        if self.course is Course.SAME and self.lasted is not None:
            message = "what stayed the same has not lasted"
            raise ValueError(message)
        return self
