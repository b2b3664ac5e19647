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

_UNKNOWN: Final[dict[type[BodymapError], str]] = {
    UnknownAssessment: "assessment",
    UnknownDrawing: "drawing",
    UnknownPerson: "person",
}
_GONE: Final = "Left out: what it belonged to was removed in the meantime. Undo may bring it back."
_OTHERS: Final[dict[type[BodymapError], str]] = {
    UnknownFinding: _GONE,
    UnknownMark: _GONE,
    NothingMarked: "Nothing was drawn: that lies beside the body. Draw on the body.",
    NotOpen: (
        "Not changed: this {error.kind} is closed. Amend it to change it; the earlier edition "
        "stays readable."
    ),
}


def in_words(error: BodymapError) -> str:
    """What happened and what to do, in one or two sentences. Plain text, never markup.

    Most errors say it well themselves; ids and versions, which mean nothing to a person, are left
    out here.
    """
    if isinstance(error, EditClash):
        return (
            "Not saved: this was changed in another window in the meantime, and nothing was "
            "overwritten. It is shown here as it is now; make your change again if it still holds."
        )
    if isinstance(error, UnknownAssessment | UnknownDrawing | UnknownPerson):
        thing = _UNKNOWN[type(error)]
        if error.deleted:
            return f"This {thing} was deleted. It can be brought back on the People page."
        return f"There is no such {thing} here. Choose one from the list."
    if isinstance(error, InvalidRecord | ReferralContradicted):
        return f"Not saved. {_refused(error)}."
    if isinstance(error, StoreError):
        return f"{error} What you entered stays on the screen."
    return _OTHERS.get(type(error), "{}").format(error, error=error)


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
