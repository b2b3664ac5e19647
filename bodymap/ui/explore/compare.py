"""The pattern at hand beside up to three others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.ui.explore import figure, sources
from bodymap.ui.explore.address import MOST_COMPARED, Explored
from bodymap.ui.fields import bound
from bodymap.ui.wording import LATERALITIES, plain

_KEY: Final = "explore-compare"


def choose(asked: Explored, atlas: Atlas, go: Callable[[Explored], None]) -> None:
    """Offer trigger points to compare with the one at hand."""
    if asked.point is None:
        return
    names = {
        point.id: f"{atlas.muscle_of(point.id).name}: {point.name}"
        for point in atlas.trigger_points.values()
        if point.id != asked.point
    }

    key = bound(_KEY, list(asked.compared))

    def chosen() -> None:
        go(replace(asked, compared=tuple(st.session_state[key])))

    st.multiselect(
        "Compare with",
        list(names),
        format_func=names.__getitem__,
        placeholder="Type a muscle",
        max_selections=MOST_COMPARED,
        key=key,
        on_change=chosen,
    )


def draw(asked: Explored, atlas: Atlas, body: Body) -> None:
    """Show the pattern at hand beside those chosen; nothing while none is chosen."""
    if asked.point is None or not asked.compared:
        return
    shown = (asked.point, *asked.compared)
    for slot, (column, point) in enumerate(zip(st.columns(len(shown)), shown, strict=True)):
        with column, st.container(border=True, key=f"card-compare-{slot}"):
            _pattern(point, asked.laterality, atlas, body, slot=slot)


def _pattern(point_id: str, laterality: Laterality, atlas: Atlas, body: Body, *, slot: int) -> None:
    point = atlas.trigger_points[point_id]
    side = Laterality(point.only_on.upper()) if point.only_on else laterality
    st.markdown(f"## {plain(atlas.muscle_of(point_id).name)}, {LATERALITIES[side]}")
    st.caption(plain(point.name))
    figure.draw_pattern(point, side, atlas, body, slot=slot)
    if point.zone_shape:
        st.write(plain(point.zone_shape))
    what = f"pattern {slot + 1}"
    sources.behind(atlas, point.sources, point.certainty, key=f"compare-{point_id}", what=what)
