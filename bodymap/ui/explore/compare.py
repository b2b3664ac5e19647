"""The pattern at hand beside up to three others, or all of them on one body."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.ui.explore import figure, overlay, patterns, sources
from bodymap.ui.explore.address import MOST_COMPARED, Explored
from bodymap.ui.explore.patterns import Pattern, patterns_of
from bodymap.ui.fields import bound
from bodymap.ui.wording import plain

_KEY: Final = "explore-compare"
_HOW: Final = "explore-compare-how"

Go = Callable[[Explored], None]


def choose(asked: Explored, atlas: Atlas, go: Go) -> None:
    """Offer trigger points to compare with the one at hand, and how."""
    if asked.point is None:
        return
    names = {
        point.id: f"{atlas.muscle_of(point.id).name}: {point.name}"
        for point in atlas.trigger_points.values()
        if point.id != asked.point
    }
    key = bound(_KEY, list(asked.compared))

    def chosen() -> None:
        others = tuple(st.session_state[key])
        go(replace(asked, compared=others, overlaid=asked.overlaid and bool(others)))

    st.multiselect(
        "Compare with",
        list(names),
        format_func=names.__getitem__,
        placeholder="Type a muscle",
        max_selections=MOST_COMPARED,
        key=key,
        on_change=chosen,
    )
    if asked.compared:
        how = bound(_HOW, asked.overlaid)
        st.segmented_control(
            "How they are compared",
            [False, True],
            format_func=["Side by side", "Overlaid"].__getitem__,
            key=how,
            on_change=lambda: go(replace(asked, overlaid=st.session_state[how])),
            required=True,
            label_visibility="collapsed",
        )


def draw(asked: Explored, atlas: Atlas, body: Body, go: Go) -> None:
    """Show the pattern at hand and those chosen; nothing while none is chosen."""
    if asked.point is None or not asked.compared:
        return
    shown = patterns_of((asked.point, *asked.compared), asked.laterality, atlas)
    if asked.overlaid:
        with st.container(border=True, key="card-overlaid"):
            overlay.draw(shown, atlas, body, lambda region: go(replace(asked, region=region)))
        return
    for slot, (column, pattern) in enumerate(zip(st.columns(len(shown)), shown, strict=True)):
        with column, st.container(border=True, key=f"card-compare-{slot}"):
            _pattern(pattern, atlas, body, slot=slot)


def _pattern(pattern: Pattern, atlas: Atlas, body: Body, *, slot: int) -> None:
    point = pattern.point
    st.markdown(f"## {plain(pattern.name(atlas))}")
    st.caption(plain(point.name))
    zone = figure.zone(point, pattern.laterality, body)
    patterns.draw([pattern], [zone], atlas, body, slot=str(slot))
    if point.zone_shape:
        st.write(plain(point.zone_shape))
    what = f"pattern {slot + 1}"
    sources.behind(atlas, point.sources, point.certainty, key=f"compare-{point.id}", what=what)
