"""Places inside the body, offered in a list at the nearest place on the surface."""

from typing import Final

import streamlit as st

from bodymap.body import Body
from bodymap.records import PointPlace, TriggerPointFinding
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import bound, entered, widget_key

_SURFACE: Final = -1


def draw(desk: Desk, finding: TriggerPointFinding, body: Body, *, is_open: bool) -> None:
    """Offer what lies inside here; draws nothing where nothing does."""
    place = finding.place
    if not isinstance(place, PointPlace) or place.region not in body.regions:
        return
    offered = body.inside_offered(place.region)
    if not offered:
        return
    names = {cell: body.describe(cell).text for cell in offered}
    key = widget_key(finding.id, "inside")

    def choose(cell: int) -> object | None:
        hit = body.hit(place.view, place.x, place.y)
        surface = hit.cell if hit else place.cell
        moved = place.changed(cell=surface if cell == _SURFACE else cell)
        side = body.laterality_of(moved.cell)
        return desk.attempt(desk.move, finding.id, moved, side)

    st.selectbox(
        "On the surface, or inside?",
        [_SURFACE, *names],
        format_func=lambda cell: "on the surface" if cell == _SURFACE else names[cell],
        key=bound(key, place.cell if place.cell in names else _SURFACE),
        on_change=entered(key, choose),
        disabled=not is_open,
    )
