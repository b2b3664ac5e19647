"""The words for values of the records; one table for each kind of value, for pages and reports."""

from typing import Final

from bodymap.body import Laterality
from bodymap.records import (
    AdverseEffect,
    Called,
    Criteria,
    Lasted,
    PressureUnit,
    Sex,
    Sign,
    SignValue,
)

SIGNS: Final = {
    Sign.TAUT_BAND: "Taut band",
    Sign.HYPERSENSITIVE_SPOT: "Hypersensitive spot",
    Sign.TWITCH_RESPONSE: "Twitch response",
    Sign.REFERRED_SENSATION: "Referred sensation",
    Sign.FAMILIAR_PAIN: "Familiar pain",
}
SIGN_VALUES: Final = {
    SignValue.PRESENT: "present",
    SignValue.ABSENT: "absent",
    SignValue.NOT_EXAMINED: "not examined",
}
CRITERIA: Final = {
    Criteria.MET: "Meets the 2018 Delphi criteria",
    Criteria.NOT_MET: "Does not meet the 2018 Delphi criteria",
    Criteria.UNDECIDED: "2018 Delphi criteria undecided",
}
PRESSURE_UNITS: Final = {
    PressureUnit.KILOPASCAL: "kPa",
    PressureUnit.KILOGRAM_FORCE_PER_CM2: "kgf/cm²",
    PressureUnit.NEWTON_PER_CM2: "N/cm²",
}
SEXES: Final = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.OTHER: "other"}
LATERALITIES: Final = {
    Laterality.LEFT: "left",
    Laterality.RIGHT: "right",
    Laterality.BILATERAL: "both sides",
    Laterality.MIDLINE: "midline",
}
ADVERSE_EFFECTS: Final = {
    AdverseEffect.BRUISING: "bruise",
    AdverseEffect.BLEEDING: "bleeding",
    AdverseEffect.PAIN_DURING: "pain during it",
    AdverseEffect.PAIN_AFTER: "pain after it",
    AdverseEffect.SYMPTOMS_WORSE: "symptoms worse for a while",
    AdverseEffect.DROWSINESS: "drowsiness",
    AdverseEffect.HEADACHE: "headache",
    AdverseEffect.NAUSEA: "nausea",
    AdverseEffect.FATIGUE: "fatigue",
    AdverseEffect.EMOTIONS: "strong emotions",
    AdverseEffect.SHAKING: "shaking",
    AdverseEffect.ITCHING: "itching",
    AdverseEffect.CLAUSTROPHOBIA: "claustrophobia",
    AdverseEffect.NUMBNESS: "numbness",
    AdverseEffect.PROLONGED_WORSE: "symptoms worse for long",
    AdverseEffect.EXCESSIVE_BLEEDING: "heavy bleeding",
    AdverseEffect.PNEUMOTHORAX: "lung puncture (pneumothorax)",
}
LASTED: Final = {
    Lasted.HOURS: "for hours",
    Lasted.DAYS: "for days",
    Lasted.A_WEEK: "for about a week",
    Lasted.LONGER: "for longer",
    Lasted.STILL: "and still is",
}

#: What is called what; the short form stands in lists and badges.
CALLED: Final = {
    Called.ACTIVE_TRIGGER_POINT: "Active",
    Called.LATENT_TRIGGER_POINT: "Latent",
    Called.TRIGGER_POINT: "Active or latent undecided",
    Called.TENDER_PLACE: "Tender place, criteria not met",
    Called.TENDER_PLACE_SO_FAR: "Not decided yet",
    Called.NOTHING_FOUND: "Examined, nothing found",
}
