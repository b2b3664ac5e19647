"""The Explore page: find a muscle, see where its trigger points refer, read what is known of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.analysis.finding_muscles import MuscleIndex
from bodymap.analysis.who_refers_here import RefersHere, who_refers_here
from bodymap.atlas import Atlas, Extent
from bodymap.body import Body, Laterality
from bodymap.ui import links
from bodymap.ui.explore import about_muscle, compare, figure, finder, look
from bodymap.ui.explore.address import Explored, Missing, at_hand, read, with_muscle
from bodymap.ui.fields import bound
from bodymap.ui.wording import LATERALITIES, NOTICE, plain
from bodymap.ui.workspace import Workspace

TITLE: Final = "Explore"
PATH: Final = "explore"
_SIDE: Final = "explore-side"


@st.cache_resource(show_spinner=False)
def _index(_atlas: Atlas) -> MuscleIndex:
    return MuscleIndex.of(_atlas)


def show(workspace: Workspace) -> None:
    """Show the page; the address says all that it shows."""
    atlas, body = workspace.atlas(), workspace.body(figure.FIGURE)
    asked, missing = read(st.query_params.to_dict(), atlas, body)
    refer = who_refers_here(atlas, body.fill([asked.region])) if asked.region else ()
    look.apply()
    links.back_to_assessment()
    for each in missing:
        _say_missing(asked, each, atlas)
    found, shown, told = st.columns([0.2, 0.55, 0.25], gap="small")
    with found, st.container(border=True, key="card-find"):
        finder.draw(asked, atlas, body, index=_index(atlas), refer=refer, go=go)
    with shown, st.container(border=True, key="card-explore-body"):
        _body(asked, atlas, body, refer)
        compare.choose(asked, atlas, go)
    with told, st.container(border=True, key="card-muscle"):
        _panel(asked, atlas)
    compare.draw(asked, atlas, body)
    st.caption(NOTICE)


def go(asked: Explored) -> None:
    """Show something else: all of it goes into the address."""
    st.query_params.from_dict(asked.parameters())


def _say_missing(asked: Explored, missing: Missing, atlas: Atlas) -> None:
    name = plain(missing.name[:60])
    if missing.kind == "side":
        st.warning(f"The side can be left or right, not {name}. The right side is shown.")
        return
    st.warning(f"There is no {missing.kind} called {name} here. Find it by typing, or on the body.")
    if missing.kind == "muscle" and missing.nearest is not None:
        muscle = atlas.muscles[missing.nearest]
        st.button(
            f"Show {plain(muscle.name)}",
            on_click=go,
            args=(with_muscle(asked, muscle),),
            key="explore-nearest",
        )


def _body(asked: Explored, atlas: Atlas, body: Body, refer: Sequence[RefersHere]) -> None:
    hand = at_hand(asked, atlas)
    with st.container(key="explore-title"):
        if hand is None:
            st.markdown("# Explore")
            st.caption("Find a muscle by typing, or click the body to see who refers there.")
        else:
            muscle, _ = hand
            st.markdown(f"# {plain(muscle.name)}")
            latin = f" · {muscle.latin_name}" if muscle.latin_name != muscle.name else ""
            st.caption(plain(f"{muscle.plain_name}{latin}"))
            _side(asked, atlas)
        if asked.region is not None:
            _at(asked.region, body, refer)
    figure.draw(
        asked,
        atlas,
        body,
        on_region=lambda region: go(
            replace(asked, region=None if region == asked.region else region)
        ),
        on_point=lambda point: go(replace(asked, point=point)),
    )


def _at(region: str, body: Body, refer: Sequence[RefersHere]) -> None:
    """The answer in one line, where the region was clicked; the list has it in full."""
    essential = sum(each.extent is Extent.ESSENTIAL for each in refer)
    st.markdown(
        f"**{finder.name_of(region, body)}**: {essential} typical trigger points refer here, "
        f"{len(refer) - essential} spill over to here. The list names them."
    )


def _side(asked: Explored, atlas: Atlas) -> None:
    def chosen() -> None:
        go(replace(asked, laterality=st.session_state[_SIDE]))

    point = atlas.trigger_points[asked.point] if asked.point else None
    st.segmented_control(
        "Side of the body",
        [Laterality.RIGHT, Laterality.LEFT],
        format_func=LATERALITIES.__getitem__,
        key=bound(_SIDE, asked.laterality),
        on_change=chosen,
        required=True,
        disabled=point is not None and point.only_on is not None,
        label_visibility="collapsed",
    )


def _panel(asked: Explored, atlas: Atlas) -> None:
    hand = at_hand(asked, atlas)
    if hand is None:
        st.markdown("## How to read the body")
        st.write(
            "An X is where a trigger point typically lies. Solid red is felt by nearly everyone "
            "with it, dots by some. Choose a muscle on the left, or click a place on the body: "
            "you see whose pain is typically felt there."
        )
        return
    about_muscle.draw(asked, atlas, *hand, on_point=lambda point: go(replace(asked, point=point)))
