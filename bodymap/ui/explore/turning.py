"""The body that can be turned, where the browser can show it; else a sentence, and the flat views.

The chart is a fragment of its own and is made anew only when its pattern changes. Turning it is the
browser's business: neither the mouse nor the buttons ask the server.
"""

from typing import Any, Final

import streamlit as st

from bodymap.analysis.turning import turning_signs, turning_skin
from bodymap.atlas import Atlas, TypicalReferral, typical_referral
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body
from bodymap.canvas import Turner, Turns, turner
from bodymap.ui.explore.address import Explored, at_hand
from bodymap.ui.explore.figure import TYPICAL, best_view, place_cell
from bodymap.ui.explore.names import regions_in_words
from bodymap.ui.explore.state import written
from bodymap.ui.explore.turning_chart import EYES, chart
from bodymap.ui.wording import LATERALITIES

_KEY: Final = "explore-turning"
_TURNS: Final = "explore-turns"


def possible() -> bool:
    """Whether this browser can show it, as far as is known."""
    return st.session_state.get(_TURNS, Turns.YES) is Turns.YES


def say_why_not() -> None:
    """Why the flat views are shown instead, and the way on where there is one."""
    if st.session_state.get(_TURNS) is Turns.SAVING:
        st.info("You asked for little data, so the flat views are shown. They tell the same.")
        st.button("Turn the body all the same (about 2 MB)", on_click=_wanted)
    else:
        st.info(
            "This browser cannot draw a body that turns (it offers no WebGL), so the flat views "
            "are shown. They tell the same."
        )


def _wanted() -> None:
    st.session_state[_TURNS] = Turns.YES


def _told(turns: Turns) -> None:
    """Keep what the browser says first: later, a person may have decided otherwise."""
    st.session_state.setdefault(_TURNS, turns)


@st.fragment
def draw(asked: Explored, atlas: Atlas, body: Body, layer: MuscleLayer | None = None) -> None:
    """Show the body with the pattern at hand, and its muscle where `layer` says where that lies."""
    hand = at_hand(asked, atlas)
    referral = typical_referral(hand[1], asked.laterality, body).painted if hand else None
    extents = {
        "essential": bool(referral and referral.essential),
        "spillover": bool(referral and referral.spillover),
    }
    turner(
        Turner(
            chart=_KEY,
            eyes=EYES,
            marked=hand is not None,
            extents=tuple(name for name, shown in extents.items() if shown),
            title=TYPICAL,
            address=written(asked),
        ),
        key="explore-turner",
        on_told=_told,
    )
    if hand is not None and hand[1].place.chart is not None:
        st.caption("This trigger point lies in the pelvis: the flat views have a chart of it.")
    if not possible():
        st.rerun()
    if _TURNS not in st.session_state:
        return
    with st.container(key=_KEY):
        st.plotly_chart(
            chart_of(asked, atlas, body, layer),
            key="explore-turning-chart",
            theme=None,
            config={"displayModeBar": False, "scrollZoom": False, "responsive": True},
            alt=in_words(asked, atlas, body, layer),
        )


def chart_of(
    asked: Explored, atlas: Atlas, body: Body, layer: MuscleLayer | None = None
) -> dict[str, Any]:
    """The chart of what is asked; the body alone while no muscle is at hand."""
    nothing = body.cells(())
    referral, cells, cell = TypicalReferral(nothing, nothing), list[int](), None
    lies = None
    hand = at_hand(asked, atlas)
    if hand is not None:
        muscle, point = hand
        referral = typical_referral(point, asked.laterality, body).painted
        sides = {None, asked.laterality.value.lower()}
        there = [each for each in muscle.trigger_points if each.only_on in sides]
        cells = [place_cell(each, asked.laterality, atlas, body) for each in there]
        cell = place_cell(point, asked.laterality, atlas, body)
        lies = layer.area(muscle.id, asked.laterality, body) if layer else None
    return chart(
        turning_skin(referral, body, lies),
        turning_signs(referral, cells, cell, body),
        view=best_view(asked, atlas, body) or "front",
    )


def in_words(asked: Explored, atlas: Atlas, body: Body, layer: MuscleLayer | None = None) -> str:
    """What the chart shows, for those who do not see it."""
    hand = at_hand(asked, atlas)
    if hand is None:
        return "The body, to be turned. No muscle is chosen."
    muscle, point = hand
    referral = typical_referral(point, asked.laterality, body)
    told = [
        f"The body, to be turned, with {muscle.name}, {LATERALITIES[asked.laterality]}.",
        f"Trigger point: {point.surface_place}.",
    ]
    for extent, area in (("Essential", referral.essential), ("Spillover", referral.spillover)):
        if area:
            told.append(f"{extent}: {regions_in_words(area, body)}.")
    if layer is not None:
        lies = layer.area(muscle.id, asked.laterality, body)
        told.append(f"The muscle lies in: {regions_in_words(lies, body)}.")
    return " ".join(told)
