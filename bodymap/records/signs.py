"""The five signs of a trigger point, and what may be concluded from them.

Nothing here is chosen by the examiner: state and criteria follow from the signs by the published
rule, which is data (`CRITERIA_2018`) so that a page can show it beside the result.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bodymap.records.base import Record


class Sign(StrEnum):
    """A sign looked for by palpation; the value is its id in the atlas's criteria."""

    TAUT_BAND = "taut_band"
    HYPERSENSITIVE_SPOT = "hypersensitive_spot"
    TWITCH_RESPONSE = "local_twitch"
    REFERRED_SENSATION = "referred_pain"
    FAMILIAR_PAIN = "pain_recognition"

    @property
    def field(self) -> str:
        """Name of the sign's field in `Signs`."""
        return self.name.lower()


class SignValue(StrEnum):
    """What was found; not having looked is a value of its own."""

    PRESENT = "PRESENT"
    ABSENT = "ABSENT"
    NOT_EXAMINED = "NOT_EXAMINED"


class Signs(Record):
    """The five signs of one finding."""

    taut_band: SignValue = SignValue.NOT_EXAMINED
    hypersensitive_spot: SignValue = SignValue.NOT_EXAMINED
    twitch_response: SignValue = SignValue.NOT_EXAMINED
    referred_sensation: SignValue = SignValue.NOT_EXAMINED
    familiar_pain: SignValue = SignValue.NOT_EXAMINED

    def __getitem__(self, sign: Sign) -> SignValue:
        value: SignValue = getattr(self, sign.field)
        return value


class Criteria(StrEnum):
    """Whether the Delphi 2018 criteria are met."""

    MET = "MET"
    NOT_MET = "NOT_MET"
    UNDECIDED = "UNDECIDED"


class State(StrEnum):
    """Whether pressing brings on the pain the person knows."""

    ACTIVE = "ACTIVE"
    LATENT = "LATENT"
    UNDECIDED = "UNDECIDED"


class Called(StrEnum):
    """What a finding may be called."""

    ACTIVE_TRIGGER_POINT = "active trigger point"
    LATENT_TRIGGER_POINT = "latent trigger point"
    TRIGGER_POINT = "trigger point, active or latent undecided"
    TENDER_PLACE = "tender place, criteria not met"
    TENDER_PLACE_SO_FAR = "tender place, criteria not met so far"
    NOTHING_FOUND = "examined, nothing found"


@dataclass(frozen=True)
class CriteriaRule:
    """The rule by which the criteria are decided, as data to show.

    Attributes:
        id: the criteria's id in the atlas.
        signs: the signs that count.
        needed: how many of them must be present.
        sentence: the rule in words.
        state_sentence: how active and latent are told apart, in words.
        sources: ids of the atlas's sources.
    """

    id: str
    signs: tuple[Sign, ...]
    needed: int
    sentence: str
    state_sentence: str
    sources: tuple[str, ...]


# International Delphi consensus of 60 experts (Fernandez-de-las-Penas and Dommerholt, Pain
# Medicine 2018): at least two of taut band, hypersensitive spot, referred pain; an active trigger
# point reproduces a symptom that the person recognises, a latent one does not.
CRITERIA_2018: Final = CriteriaRule(
    id="delphi_2018",
    signs=(Sign.TAUT_BAND, Sign.HYPERSENSITIVE_SPOT, Sign.REFERRED_SENSATION),
    needed=2,
    sentence=(
        "Met when at least two of taut band, hypersensitive spot and referred sensation are "
        "present; not met when at least two are absent; otherwise undecided."
    ),
    state_sentence=(
        "Active when pressing brings on pain the person recognises, latent when it does not, "
        "undecided when that was not examined."
    ),
    sources=("fdlp_dommerholt_2018", "ics_triggerpoint"),
)


def criteria_2018(signs: Signs) -> Criteria:
    """Decide the Delphi 2018 criteria from taut band, hypersensitive spot, referred sensation."""
    values = [signs[sign] for sign in CRITERIA_2018.signs]
    if values.count(SignValue.PRESENT) >= CRITERIA_2018.needed:
        return Criteria.MET
    # With two of three absent the number needed can no longer be reached.
    if values.count(SignValue.ABSENT) > len(values) - CRITERIA_2018.needed:
        return Criteria.NOT_MET
    return Criteria.UNDECIDED


def state(signs: Signs) -> State:
    """Active, latent or undecided, from familiar pain alone."""
    return {
        SignValue.PRESENT: State.ACTIVE,
        SignValue.ABSENT: State.LATENT,
        SignValue.NOT_EXAMINED: State.UNDECIDED,
    }[signs.familiar_pain]


def nothing_found(signs: Signs) -> bool:
    """Whether everything that decides the name was examined and nothing was found.

    A twitch response is hard to bring about and decides nothing, so it may be unexamined.
    """
    decisive = (*CRITERIA_2018.signs, Sign.FAMILIAR_PAIN)
    absent = all(signs[sign] is SignValue.ABSENT for sign in decisive)
    return absent and signs.twitch_response is not SignValue.PRESENT


def called(signs: Signs) -> Called:
    """What the finding may be called: a trigger point only where the criteria are met."""
    if nothing_found(signs):
        return Called.NOTHING_FOUND
    criteria = criteria_2018(signs)
    if criteria is Criteria.NOT_MET:
        return Called.TENDER_PLACE
    if criteria is Criteria.UNDECIDED:
        return Called.TENDER_PLACE_SO_FAR
    return {
        State.ACTIVE: Called.ACTIVE_TRIGGER_POINT,
        State.LATENT: Called.LATENT_TRIGGER_POINT,
        State.UNDECIDED: Called.TRIGGER_POINT,
    }[state(signs)]
