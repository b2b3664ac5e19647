"""The panel of the finding at hand: what lies here, the signs, the measures, what comes next."""

from typing import Final, Literal

import streamlit as st

from bodymap.analysis.offered_muscles import offered_muscles
from bodymap.body import Body
from bodymap.records import Assessment, TriggerPointFinding
from bodymap.records.signs import Called
from bodymap.ui import links
from bodymap.ui.assess import (
    chart,
    copied,
    inside_choice,
    last_time,
    measures,
    muscle_choice,
    next_steps,
    sign_fields,
)
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.last_time import Beside
from bodymap.ui.assess.naming import muscle_of, named
from bodymap.ui.wording import CALLED, a_time, plain

_BADGES: Final[dict[Called, Literal["red", "orange", "gray"]]] = {
    Called.ACTIVE_TRIGGER_POINT: "red",
    Called.LATENT_TRIGGER_POINT: "orange",
    Called.TRIGGER_POINT: "orange",
    Called.TENDER_PLACE: "gray",
    Called.TENDER_PLACE_SO_FAR: "gray",
    Called.NOTHING_FOUND: "gray",
}


def draw(
    desk: Desk, assessment: Assessment, *, height_cm: float | None, beside: Beside | None = None
) -> None:
    """Draw the panel; empty, it says what to do first."""
    finding = assessment.finding(desk.state.selected or "")
    with st.container(border=True, key="card-panel", gap="xsmall"):
        if finding is None:
            _empty(assessment)
            _all_referrals(desk, assessment)
            st.caption(_saved(desk, assessment))
            return
        number = assessment.findings.index(finding) + 1
        _heading(desk, finding, number, assessment, height_cm=height_cm)
        body = desk.body(assessment.figure)
        last_time.draw_link(desk, assessment, finding, beside)
        inside_choice.draw(desk, finding, body, is_open=assessment.is_open)
        offers = offered_muscles(
            desk.workspace.atlas(),
            body,
            finding.place.cell,
            layer=desk.workspace.muscle_layer(),
        )
        muscle_choice.draw(desk, finding, offers, is_open=assessment.is_open)
        copied.draw(desk, assessment, finding)
        sign_fields.draw(desk, finding, is_open=assessment.is_open)
        measures.draw(desk, finding, figure=assessment.figure, is_open=assessment.is_open)
        # What comes with the muscle stands last: nothing that is about to be pressed moves away.
        muscle_choice.draw_typical(desk, finding, is_open=assessment.is_open)
        if assessment.is_open:
            next_steps.draw(desk, finding, offers, figure=assessment.figure)
        else:
            measures.draw_more(desk, finding, is_open=False)
        muscle_choice.draw_caution(desk, finding)
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            muscle_choice.draw_about(desk, finding)
            if finding.muscle is not None:
                _treatments(desk, finding, body)


def _saved(desk: Desk, assessment: Assessment) -> str:
    """That there is no save to be forgotten; empty for what is closed."""
    if not assessment.is_open:
        return ""
    saved_at = desk.state.saved_at
    return f"✓ Saved {a_time(saved_at)}" if saved_at else "Saved with every step"


def _treatments(desk: Desk, finding: TriggerPointFinding, body: Body) -> None:
    """The way to what can be done for this part of the body, and back."""
    region = body.regions.get(finding.place.region)
    groups = desk.workspace.atlas().groups
    if region is None or region.group not in groups:
        return
    name = groups[region.group].label.lower()
    with st.container(key="here-treatments"):
        if st.button(f"Treatments: {plain(name)}", key="to-treatments", type="tertiary"):
            links.to_treatments(region.group, finding.muscle)


def _empty(assessment: Assessment) -> None:
    if assessment.findings:
        more = ", or set the next one" if assessment.is_open else ""
        st.markdown(f"## Choose a mark\n\nChoose one in the list or on the body{more}.")
    elif assessment.is_open:
        st.markdown(
            "## Click the exact place\n\nClick, tap, or press Enter where you found something. The "
            "muscles that lie there are offered here, those under your finger first."
        )
    else:
        st.markdown("## No findings\n\nThis assessment was finished without a finding.")


def _all_referrals(desk: Desk, assessment: Assessment) -> None:
    """The referrals of the whole visit in one picture, while no finding is at hand."""
    if chart.all_zones(desk.workspace.atlas(), assessment, desk.body(assessment.figure)):
        shown = desk.state.all_referrals
        st.toggle(
            "All referrals together",
            value=shown,
            key=f"all-referrals-{desk.log}",
            on_change=desk.put,
            args=(states.show_all_referrals(desk.state, shown=not shown),),
        )


def _heading(
    desk: Desk,
    finding: TriggerPointFinding,
    number: int,
    assessment: Assessment,
    *,
    height_cm: float | None,
) -> None:
    atlas = desk.workspace.atlas()
    unknown = "choose the muscle" if assessment.is_open else "no muscle chosen"
    name = named(atlas, finding, unknown)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="panel-heading"):
        st.markdown(f"## {number} · {plain(name)}", width="content")
        if muscle_of(atlas, finding) is not None:
            seen = finding.copied_from is None
            label = CALLED[finding.called] if seen else "Not confirmed"
            st.badge(label, color=_BADGES[finding.called] if seen else "gray")
    words = desk.body(assessment.figure).describe(finding.place.cell, height_cm=height_cm).text
    place = plain(words[:1].upper() + words[1:])
    st.caption(" · ".join(line for line in (place, _saved(desk, assessment)) if line))
