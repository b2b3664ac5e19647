"""Errors in words for the person at the screen, made from the errors' own facts."""

from typing import Final

from bodymap.errors import (
    BodymapError,
    EditClash,
    InvalidRecord,
    NothingMarked,
    NotOpen,
    ReferralContradicted,
    StoreError,
    UnknownAssessment,
    UnknownDrawing,
    UnknownFinding,
    UnknownMark,
    UnknownPerson,
)
from bodymap.records import ReferralFelt, SignValue
from bodymap.ui.wording import REFERRALS_FELT, SIGN_VALUES
from bodymap.wording import Words, words_in

_UNKNOWN: Final[dict[type[BodymapError], str]] = {
    UnknownAssessment: "assessment",
    UnknownDrawing: "drawing",
    UnknownPerson: "person",
}
_SAID: Final[dict[type[BodymapError], str]] = {
    EditClash: "error-clash",
    NothingMarked: "error-nothing-marked",
    UnknownFinding: "error-gone",
    UnknownMark: "error-gone",
}
"""Id of what is said, by error."""


def in_words(error: BodymapError, words: Words | None = None) -> str:
    """What happened and what to do, in one or two sentences. Plain text, never markup.

    Most errors say it well themselves; ids and versions, which mean nothing to a person, are left
    out here.

    Args:
        error: What happened.
        words: Of the language; English if not given.
    """
    say = words or words_in()
    if type(error) in _SAID:
        return say(_SAID[type(error)])
    if isinstance(error, UnknownAssessment | UnknownDrawing | UnknownPerson):
        what = "error-deleted" if error.deleted else "error-unknown"
        return say(f"{what}.{_UNKNOWN[type(error)]}")
    if isinstance(error, NotOpen):
        return say(f"error-closed.{error.kind}")
    if isinstance(error, InvalidRecord | ReferralContradicted):
        return f"Not saved. {_refused(error)}."
    if isinstance(error, StoreError):
        return say("error-store", what=str(error))
    return str(error)


def _refused(error: InvalidRecord | ReferralContradicted) -> str:
    """Why a value is not kept, without the full stop."""
    if isinstance(error, ReferralContradicted):
        felt = REFERRALS_FELT[ReferralFelt(error.felt)]
        sign = SIGN_VALUES[SignValue(error.referred_sensation)]
        return (
            f"Referred sensation cannot be “{sign}” while the referral felt is “{felt}”. "
            "Change where it was felt; the sign follows"
        )
    return "; ".join(
        f"{problem.field.replace('_', ' ')}: {problem.reason.removeprefix('Value error, ')}"
        for problem in error.problems
    )
