"""The Explore page: find a muscle, see where its trigger points refer, read what is known of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.analysis.finding_muscles import MuscleIndex
from bodymap.analysis.looking_up.who_refers_here import RefersHere, who_refers_here
from bodymap.analysis.muscles_here import muscles_here
from bodymap.analysis.offered_muscles import offered_at_region
from bodymap.atlas import Atlas, Extent
from bodymap.body import Body
from bodymap.ui import links, statements
from bodymap.ui.explore import (
    about_muscle,
    choices,
    compare,
    figure,
    finder,
    look,
    missing,
    muscles,
    take_away,
    turning,
)
from bodymap.ui.explore.address import FIGURE, TURNING, Explored, at_hand, read
from bodymap.ui.explore.names import name_of
from bodymap.ui.explore.state import go, now, quietly
from bodymap.ui.session import Workspace
from bodymap.ui.wording import NOTICE, plain

TITLE: Final = "Explore"
PATH: Final = "explore"


@st.cache_resource(show_spinner=False)
def _index(_atlas: Atlas) -> MuscleIndex:
    return MuscleIndex.of(_atlas)


def show(workspace: Workspace) -> None:
    """Show the page; the address says all that it shows."""
    atlas = workspace.atlas()
    asked, not_there = read(now(), atlas, workspace.body(FIGURE))
    body = workspace.body(asked.figure)
    refer = who_refers_here(atlas, body.fill([asked.region])) if asked.region else ()
    lie = (
        muscles_here(workspace.muscle_layer(), atlas, body.fill([asked.region]))
        if asked.region and asked.layer
        else ()
    )
    near = (
        offered_at_region(atlas, body, asked.region, layer=workspace.muscle_layer())
        if asked.region and not lie
        else ()
    )
    look.apply()
    links.back_to_assessment()
    missing.say(not_there, asked, atlas, body, go)
    comparing = bool(asked.compared)
    columns = st.columns([0.2, 0.8] if comparing else [0.2, 0.55, 0.25], gap="small")
    # all cards first, each with its room, so that none moves while they fill
    find = columns[0].container(border=True, key="card-find")
    shown = columns[1].container(border=True, key="card-explore-body")
    beside = columns[1].container(key="explore-words") if comparing else None
    told = columns[-1].container(border=True, key="card-muscle")
    with find:
        finder.draw(
            asked,
            atlas,
            index=_index(atlas),
            refer=refer,
            lie=lie,
            near=near,
            go=go,
            typed=quietly,
        )
    with shown:
        _body(asked, workspace, body, refer)
        with st.container(key="explore-others"):
            compare.choose(asked, atlas, go)
    if beside is not None:
        with beside:
            compare.tell(asked, atlas)
    with columns[-1]:
        with told:
            _panel(asked, atlas, body)
        _what_can_be_done(asked, atlas, body)
    st.caption(NOTICE)


def _body(asked: Explored, workspace: Workspace, body: Body, refer: Sequence[RefersHere]) -> None:
    atlas = workspace.atlas()
    hand = at_hand(asked, atlas)
    with st.container(key="explore-title"):
        if hand is None:
            st.markdown("# Explore")
            where = "in the flat views, click" if asked.view == TURNING else "click"
            st.caption(f"Find a muscle by typing, or {where} the body to see who refers there.")
        else:
            muscle, _ = hand
            st.markdown(f"# {plain(muscle.name)}")
            latin = f" · {muscle.latin_name}" if muscle.latin_name != muscle.name else ""
            st.caption(plain(f"{muscle.plain_name}{latin}"))
    with st.container(horizontal=True, key="explore-row"):
        choices.draw(asked, atlas, go)
        take_away.draw(asked, atlas, body, workspace.muscle_layer() if asked.layer else None)
    if asked.region is not None:
        with st.container(key="explore-at"):
            _at(asked.region, body, refer)
    if asked.compared:
        compare.draw(asked, atlas, body, go)
    if asked.view == TURNING and turning.possible():
        layer = workspace.muscle_layer() if asked.layer else None
        turning.draw(asked, atlas, body, layer)
        if layer is not None and hand is not None:
            muscles.say(asked, atlas, layer)
        return
    if asked.view == TURNING:
        turning.say_why_not()
    if not asked.compared:
        figure.draw(
            asked,
            atlas,
            body,
            on_region=lambda region: go(
                replace(asked, region=None if region == asked.region else region)
            ),
            on_point=lambda point: go(replace(asked, point=point)),
            on_look=lambda view: quietly(replace(asked, view=view)),
        )
    if asked.layer is not None:
        muscles.say(asked, atlas, workspace.muscle_layer())


def _at(region: str, body: Body, refer: Sequence[RefersHere]) -> None:
    """The answer in one line, where the region was clicked; the list has it in full."""
    essential = sum(each.extent is Extent.ESSENTIAL for each in refer)
    st.markdown(
        f"**{name_of(region, body)}**: {essential} typical trigger points refer here, "
        f"{len(refer) - essential} spill over to here. The list names them."
    )


def _what_can_be_done(asked: Explored, atlas: Atlas, body: Body) -> None:
    """The way to the treatments of the place asked about, and what clinics say of that part."""
    group = body.regions[asked.region].group if asked.region else asked.group
    if group is None:
        return
    with st.container(border=True, key="card-place"):
        place = (
            name_of(asked.region, body) if asked.region else plain(atlas.groups[group].plain_label)
        )
        st.markdown(f"## {place}")
        links.way("treatments", "Treatments for this place", region=asked.region or group)
        told = atlas.facts_about(group)
        if told:
            with st.expander("What clinics say of this part"):
                statements.facts(atlas, told)


def _panel(asked: Explored, atlas: Atlas, body: Body) -> None:
    hand = at_hand(asked, atlas)
    if hand is None:
        st.markdown("## How to read the body")
        st.write(
            "An X is where a trigger point typically lies. Solid red is where it is mainly felt, "
            "dots where some feel it too. Choose a muscle on the left, or click a place on the "
            "body: you see whose pain is typically felt there."
        )
        return
    about_muscle.draw(asked, atlas, body, hand, go)
