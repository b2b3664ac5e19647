"""What the codes of pain are called in records that leave, in English; pages have `wording`."""

from typing import Final

from bodymap.records import PainDepth, PainQuality, PainSince, PainTiming

QUALITIES: Final = {
    PainQuality.ACHING: "aching",
    PainQuality.BURNING: "burning",
    PainQuality.STABBING: "stabbing",
    PainQuality.THROBBING: "throbbing",
    PainQuality.TINGLING: "tingling",
    PainQuality.NUMB: "numb",
    PainQuality.ELECTRIC: "electric",
    PainQuality.CRAMPING: "cramping",
    PainQuality.OTHER: "other",
}
DEPTHS: Final = {
    PainDepth.SKIN: "on the skin",
    PainDepth.MUSCLE: "in the muscle",
    PainDepth.DEEP: "deep, at the bone or joint",
    PainDepth.INSIDE: "inside the body",
}
TIMINGS: Final = {
    PainTiming.CONSTANT: "all the time",
    PainTiming.COMES_AND_GOES: "comes and goes",
    PainTiming.ON_MOVEMENT: "when I move",
    PainTiming.AT_NIGHT: "at night",
}
SINCE: Final = {
    PainSince.TODAY: "today",
    PainSince.UNDER_A_WEEK: "less than a week",
    PainSince.UNDER_SIX_WEEKS: "less than 6 weeks",
    PainSince.UNDER_THREE_MONTHS: "less than 3 months",
    PainSince.UNDER_A_YEAR: "less than a year",
    PainSince.OVER_A_YEAR: "a year or more",
}
