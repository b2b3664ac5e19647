"""Choosing the muscle under the finger and the typical trigger point it is closest to."""

from collections.abc import Sequence
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from bodymap.analysis.offered_muscles import OfferedMuscle
from bodymap.atlas import Atlas, Muscle, hazard_line
from bodymap.atlas.citing import agreement
from bodymap.body import Laterality
from bodymap.records import OTHER_TRIGGER_POINT, TriggerPointFinding
from bodymap.ui import links
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import bound, entered, opened, widget_key
from bodymap.ui.wording import plain

MOST_OFFERED: Final = 5
_OTHER: Final = "other muscle"


def draw(
    desk: Desk, finding: TriggerPointFinding, offers: Sequence[OfferedMuscle], *, is_open: bool
) -> None:
    """Offer the muscles that lie here."""
    shown = ([offer for offer in offers if offer.near] or list(offers))[:MOST_OFFERED]
    _pills(desk, finding, shown, is_open=is_open)


def draw_typical(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    """The typical trigger point it is closest to; its place is kept until a muscle is chosen."""
    muscle = desk.workspace.atlas().muscles.get(finding.muscle or "")
    names = (
        {point.id: f"Typical point: {point.name}" for point in muscle.trigger_points}
        if (muscle)
        else {}
    )
    names[OTHER_TRIGGER_POINT] = "Elsewhere in this muscle"
    key = widget_key(finding.id, "typical")
    st.selectbox(
        "Closest typical trigger point",
        list(names),
        format_func=names.__getitem__,
        key=bound(key, finding.trigger_point if muscle else None),
        on_change=entered(key, lambda point: desk.revise(finding.id, trigger_point=point)),
        disabled=not is_open or muscle is None,
        placeholder="Typical point: after the muscle",
        label_visibility="collapsed",
    )


def draw_caution(desk: Desk, finding: TriggerPointFinding) -> None:
    """Hazards of needling the chosen muscle."""
    atlas = desk.workspace.atlas()
    muscle = atlas.muscles.get(finding.muscle or "")
    if muscle is not None:
        with st.container(key="caution-needling"):
            st.warning(plain(hazard_line(atlas, muscle)))


def draw_about(desk: Desk, finding: TriggerPointFinding) -> None:
    """What is typical of the chosen muscle, who says so and how well they agree."""
    muscle = desk.workspace.atlas().muscles.get(finding.muscle or "")
    if muscle is None:
        return
    about = opened("What is typical, and who says so", key=widget_key(finding.id, "about"))
    if about is not None:
        _about(about, desk.workspace.atlas(), muscle, finding)


def _pills(
    desk: Desk, finding: TriggerPointFinding, shown: Sequence[OfferedMuscle], *, is_open: bool
) -> None:
    atlas = desk.workspace.atlas()
    names = {offer.muscle.id: plain(offer.muscle.name) for offer in shown}
    if finding.muscle and finding.muscle not in names and finding.muscle in atlas.muscles:
        names[finding.muscle] = plain(atlas.muscles[finding.muscle].name)
    names[_OTHER] = "other …"
    key = widget_key(finding.id, "muscle")
    asked = widget_key(finding.id, "wants-another")

    def choose(muscle_id: str | None) -> object | None:
        st.session_state[asked] = muscle_id == _OTHER
        return finding if muscle_id == _OTHER else _chosen(desk, finding, shown, muscle_id)

    st.pills(
        "Lies here",
        list(names),
        format_func=names.__getitem__,
        key=bound(key, _OTHER if st.session_state.get(asked) else finding.muscle),
        on_change=entered(key, choose),
        disabled=not is_open,
    )
    if not st.session_state.get(asked):
        return
    others = {m.id: m.name for m in atlas.muscles.values() if m.id not in names}
    other_key = widget_key(finding.id, "other")
    st.selectbox(
        "Another muscle",
        sorted(others, key=others.__getitem__),
        format_func=others.__getitem__,
        placeholder="Type a name",
        key=bound(other_key, None),
        on_change=entered(other_key, choose),
        disabled=not is_open,
    )


def _chosen(
    desk: Desk,
    finding: TriggerPointFinding,
    offers: Sequence[OfferedMuscle],
    muscle_id: str | None,
) -> object | None:
    """Record the muscle with its typical trigger point that lies nearest."""
    if muscle_id is None:
        return desk.revise(finding.id, muscle=None, trigger_point=None)
    near = {offer.muscle.id: offer for offer in offers if offer.distance_cm is not None}
    point = near[muscle_id].trigger_point.id if muscle_id in near else None
    if point is None:
        point = desk.workspace.atlas().muscles[muscle_id].trigger_points[0].id
    return desk.revise(finding.id, muscle=muscle_id, trigger_point=point)


def _about(
    about: DeltaGenerator, atlas: Atlas, muscle: Muscle, finding: TriggerPointFinding
) -> None:
    trigger_point = finding.trigger_point
    point = next((p for p in muscle.trigger_points if p.id == trigger_point), None)
    with about:
        if point is not None and point.zone_shape:
            st.write(plain(point.zone_shape))
            st.caption("Typical, not certain: the pattern of one person can differ.")
        cited = [*muscle.sources, *muscle.needling.sources]
        st.write(agreement([atlas.sources[each] for each in cited], muscle.certainty))
        for source_id in dict.fromkeys(cited):
            st.write("- " + plain(atlas.sources[source_id].title))
        if st.button("About this muscle", key=widget_key(finding.id, "explore")):
            left = finding.laterality is Laterality.LEFT
            shown = point.id if point is not None else muscle.trigger_points[0].id
            links.to_muscle(muscle.id, shown, "left" if left else "right")
