"""The pattern at hand beside up to three others, or all of them on one body."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.canvas import compared
from bodymap.exchange import words
from bodymap.ui.explore import overlay, sources
from bodymap.ui.explore.address import MOST_COMPARED, Explored
from bodymap.ui.explore.patterns import Pattern, patterns_of
from bodymap.ui.explore.side_by_side import comparison_of
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
    """Show the bodies of the patterns that are compared, or all on one body."""
    shown = _shown(asked, atlas)
    if asked.overlaid:
        with st.container(key="card-overlaid"):
            overlay.draw(shown, atlas, body, lambda region: go(replace(asked, region=region)))
        return
    comparison = comparison_of(shown, atlas, body, muscles=asked.layer is not None)
    with st.container(key="explore-compared"):
        compared(comparison, key="compared")


def tell(asked: Explored, atlas: Atlas) -> None:
    """The words of each pattern, below the bodies; an overlay has them beside it."""
    if asked.overlaid:
        return
    shown = _shown(asked, atlas)
    for slot, (column, pattern) in enumerate(zip(st.columns(len(shown)), shown, strict=True)):
        with column, st.container(border=True, key=f"card-compare-{slot}"):
            _words(pattern, atlas, number=slot + 1)


def _shown(asked: Explored, atlas: Atlas) -> list[Pattern]:
    at_hand = [asked.point] if asked.point else []
    return patterns_of((*at_hand, *asked.compared), asked.laterality, atlas)


def _words(pattern: Pattern, atlas: Atlas, *, number: int) -> None:
    point, muscle = pattern.point, atlas.muscle_of(pattern.point.id)
    st.markdown(f"## {number} · {plain(pattern.name(atlas))}")
    st.caption(plain(f"{point.name}: {point.surface_place}"))
    if point.zone_shape:
        st.write(plain(point.zone_shape))
    if point.symptoms:
        noticed = words.listed([each.text for each in point.symptoms])
        st.write(plain(f"Noticed with this trigger point: {noticed}."))
    if muscle.symptoms:
        st.write(plain(f"Often noticed: {words.listed(muscle.symptoms)}."))
    what = f"pattern {number}"
    sources.behind(atlas, point.sources, point.certainty, key=f"compare-{point.id}", what=what)
