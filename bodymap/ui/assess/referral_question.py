"""The question which answer about referral holds: where it was felt, or whether it was."""

from typing import Any

import streamlit as st

from bodymap.records import ReferralFelt, SignValue, TriggerPointFinding
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import pressed, widget_key
from bodymap.ui.wording import REFERRALS_FELT, SIGN_VALUES

_GOES_WITH = {
    SignValue.PRESENT: (ReferralFelt.AS_TYPICAL, ReferralFelt.OTHER, ReferralFelt.NOT_ASKED),
    SignValue.ABSENT: (ReferralFelt.NONE,),
    SignValue.NOT_EXAMINED: (ReferralFelt.NOT_ASKED,),
}
_LABELS = {
    ReferralFelt.AS_TYPICAL: "Felt as typical",
    ReferralFelt.OTHER: "Felt elsewhere: draw it",
    ReferralFelt.NONE: "Nothing was felt",
}


def contradicts(finding: TriggerPointFinding, value: SignValue) -> bool:
    """Whether this answer for referred sensation would contradict the referral felt."""
    said = finding.referral.felt.referred_sensation
    return said is not None and said is not value


def draw(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    """Ask which of the two answers holds; draws nothing where they agree."""
    wanted = desk.state.referral_question
    if finding.contradicts_itself:
        wanted = finding.signs.referred_sensation
    if wanted is None:
        return
    felt = finding.referral.felt
    which = " Which is right?" if is_open else ""
    st.warning(
        f"Referred sensation “{SIGN_VALUES[wanted]}” and referral felt “{REFERRALS_FELT[felt]}” "
        f"contradict each other.{which}"
    )
    if not is_open:
        return
    with st.container(horizontal=True, key=widget_key(finding.id, "which-referral")):
        said = felt.referred_sensation or SignValue.NOT_EXAMINED
        _button(desk, finding, f"Keep “{REFERRALS_FELT[felt]}”", felt, said)
        for other in _GOES_WITH[wanted]:
            label = (
                _LABELS.get(other) or f"Referred sensation {SIGN_VALUES[wanted]}, place not asked"
            )
            _button(desk, finding, label, other, wanted)


def _button(
    desk: Desk, finding: TriggerPointFinding, label: str, felt: ReferralFelt, sign: SignValue
) -> None:
    st.button(
        label,
        key=widget_key(finding.id, f"which-{felt.value.lower()}"),
        on_click=pressed(settle),
        args=(desk, finding, felt, sign),
    )


def settle(
    desk: Desk, finding: TriggerPointFinding, felt: ReferralFelt, sign: SignValue
) -> object | None:
    """Record both answers as they go together; a drawn referral stays only where it is kept."""
    changes: dict[str, Any] = {"signs": {"referred_sensation": sign}}
    if felt is not finding.referral.felt:
        changes["referral"] = {"felt": felt, "drawing": None}
    if felt is ReferralFelt.OTHER and felt is not finding.referral.felt:
        desk.draw_referral_of(finding.id)
    desk.ask_about_referral(None)
    return desk.revise(finding.id, **changes)
