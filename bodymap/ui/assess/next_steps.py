"""What comes after a finding: the next point, the other side, the next muscle, or away with it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.offered_muscles import OfferedMuscle
from bodymap.body import Laterality
from bodymap.records import TriggerPointFinding
from bodymap.ui.assess import measures
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import opened, pressed, widget_key
from bodymap.ui.wording import plain

_SIDED: Final = frozenset({Laterality.LEFT, Laterality.RIGHT})


def draw(
    desk: Desk, finding: TriggerPointFinding, offers: Sequence[OfferedMuscle], *, figure: str
) -> None:
    """Draw the buttons in one row; the first is the one most used.

    Each key names its finding: a click that comes late never reaches the one shown meanwhile.
    """
    with st.container(horizontal=True, gap="xsmall", key="screen-only-next"):
        st.button(
            "Next point",
            type="primary",
            on_click=desk.select,
            args=(None,),
            key=widget_key(finding.id, "next"),
        )
        measures.draw_more(desk, finding, is_open=True)
        following = _next_muscle(finding, offers)
        if finding.laterality in _SIDED or following is not None:
            elsewhere = opened("Copy or move", key=widget_key(finding.id, "elsewhere"))
            if elsewhere is not None:
                with elsewhere:
                    _elsewhere(desk, finding, following, figure=figure)
        st.button(
            "Delete",
            on_click=pressed(desk.attempt),
            args=(desk.remove, finding.id),
            key=widget_key(finding.id, "delete"),
        )


def _elsewhere(
    desk: Desk, finding: TriggerPointFinding, following: OfferedMuscle | None, *, figure: str
) -> None:
    """The same on the other side, or for the next muscle that lies here."""
    if finding.laterality in _SIDED:
        st.button(
            "Move to the other side",
            on_click=pressed(desk.attempt),
            args=(desk.move_to_other_side, finding.id, figure),
            help="For a finding that was recorded on the wrong side.",
            key=widget_key(finding.id, f"move-side-{finding.laterality}"),
        )
    if finding.muscle is not None and finding.laterality in _SIDED:
        st.button(
            "Copy to the other side",
            on_click=pressed(desk.attempt),
            args=(desk.copy_to_other_side, finding.id, figure),
            help="The same muscle at the mirrored place; nothing examined yet.",
            key=widget_key(finding.id, "other-side"),
        )
    if following is not None:
        st.button(
            f"Copy to {plain(following.muscle.name)}",
            on_click=pressed(desk.attempt),
            args=(
                desk.copy_to_muscle,
                finding.id,
                following.muscle.id,
                following.trigger_point.id,
            ),
            help="The same place for the next muscle that lies here; nothing examined yet.",
            key=widget_key(finding.id, f"next-{following.muscle.id}"),
        )


def _next_muscle(
    finding: TriggerPointFinding, offers: Sequence[OfferedMuscle]
) -> OfferedMuscle | None:
    """The offer after the chosen muscle; None while none is chosen or none is left."""
    if finding.muscle is None:
        return None
    ids = [offer.muscle.id for offer in offers]
    at = ids.index(finding.muscle) + 1 if finding.muscle in ids else 0
    return offers[at] if at < len(offers) else None
