"""What one browser window is doing on the Assess page; pure values and pure steps.

Everything recorded is in the store. What stands here is only where the window is: which finding
is at hand, which sign comes next, what was last said to the person.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bodymap.records import Assessment, ReferralFelt, Sign, SignValue, TriggerPointFinding

SIGNS: Final = tuple(Sign)


class Tone(StrEnum):
    """How a notice is meant."""

    DONE = "DONE"
    PROBLEM = "PROBLEM"


@dataclass(frozen=True)
class Notice:
    """One sentence to the person at the screen."""

    text: str
    tone: Tone = Tone.DONE


@dataclass(frozen=True)
class AssessState:
    """Where a window is.

    Attributes:
        client_id: The browser window; its steps are the ones it can undo.
        version: Version of the assessment that the window has seen.
        selected: Id of the finding at hand, or None.
        next_sign: Index of the sign that a P, A or N key answers next, 0 to 4.
        notice: What was last said.
        saved_at: When something of this window was last kept.
        drawing: Id of the pain drawing to look at; None for the one that comes first.
        referral_question: What was answered for referred sensation against the referral felt, so
            that the page asks which holds; None if there is nothing to ask.
        draws_referral_of: Id of the finding whose referral is being drawn, or None.
        treatment: Id of the treatment whose fields are shown, or None.
        all_referrals: Whether the referrals of all findings are shown together while none is at
            hand.
    """

    client_id: str
    version: int
    selected: str | None = None
    next_sign: int = 0
    notice: Notice | None = None
    saved_at: datetime | None = None
    drawing: str | None = None
    referral_question: SignValue | None = None
    draws_referral_of: str | None = None
    treatment: str | None = None
    all_referrals: bool = False


def opened(assessment: Assessment, client_id: str) -> AssessState:
    """The window as it is when an assessment has just been opened: its last finding at hand."""
    last = assessment.findings[-1].id if assessment.findings else None
    return AssessState(client_id=client_id, version=assessment.version, selected=last)


def select(state: AssessState, finding_id: str | None) -> AssessState:
    """Take a finding to hand, or none; its first sign comes next."""
    if finding_id == state.selected:
        return state
    return replace(
        state, selected=finding_id, next_sign=0, referral_question=None, draws_referral_of=None
    )


def answered(state: AssessState, sign: Sign) -> AssessState:
    """After a sign was answered the one after it comes next; the first after the last."""
    return replace(state, next_sign=(SIGNS.index(sign) + 1) % len(SIGNS))


def kept(state: AssessState, assessment: Assessment, at: datetime) -> AssessState:
    """After this window's own change was kept.

    The version moves on only if the window had seen the one before; if somebody else changed the
    draft in between, the window's next change is still compared with what it has seen.
    """
    follows = assessment.version <= state.version + 1
    version = assessment.version if follows else state.version
    return replace(state, version=version, saved_at=at, notice=None, referral_question=None)


def looked_at(state: AssessState, assessment: Assessment) -> AssessState:
    """After the draft was read again to be shown; a finding that is gone is no longer at hand."""
    selected = state.selected
    if selected is not None and assessment.finding(selected) is None:
        selected = assessment.findings[-1].id if assessment.findings else None
    return replace(state, version=assessment.version, selected=selected)


def said(state: AssessState, notice: Notice | None) -> AssessState:
    """Say something, or with None nothing more."""
    return replace(state, notice=notice)


def look_by(state: AssessState, drawing_id: str | None) -> AssessState:
    """Look at another pain drawing; with None at the one that comes first."""
    return replace(state, drawing=drawing_id)


def ask_about_referral(state: AssessState, wanted: SignValue | None) -> AssessState:
    """Ask how this answer for referred sensation goes with the referral felt; None asks nothing."""
    return replace(state, referral_question=wanted)


def draw_referral_of(state: AssessState, finding_id: str | None) -> AssessState:
    """Draw the referral of a finding; None when that is done."""
    return replace(state, draws_referral_of=finding_id)


def show_treatment(state: AssessState, treatment_id: str | None) -> AssessState:
    """Show the fields of a treatment; with None of none."""
    return replace(state, treatment=treatment_id)


def show_all_referrals(state: AssessState, *, shown: bool) -> AssessState:
    """Show the referrals of all findings together, or none of them."""
    return replace(state, all_referrals=shown)


def is_drawing_referral(state: AssessState, finding: TriggerPointFinding | None) -> bool:
    """Whether the body takes strokes for the referral of the selected finding, and no new mark.

    Also where nothing is drawn yet of a referral that is to be drawn, such as after a reload.
    """
    if finding is None or finding.referral.felt is not ReferralFelt.OTHER:
        return False
    return finding.referral.drawing is None or state.draws_referral_of == finding.id
