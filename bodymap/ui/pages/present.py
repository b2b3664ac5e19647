"""The presentation: patterns on a large screen, revealed step by step."""

from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.canvas import SlideShow, slide_show
from bodymap.ui import links
from bodymap.ui.explore.address import FIGURE
from bodymap.ui.present import take_away
from bodymap.ui.present.address import AT, AWAY, LAYER, MUSCLES, TAKE, Presented, of_group, read
from bodymap.ui.present.slides import slide_show_of
from bodymap.ui.session import Workspace
from bodymap.ui.wording import NOTICE, plain

TITLE: Final = "Present"
PATH: Final = "present"


def show(workspace: Workspace) -> None:
    """Show what the address asks for; without anything, offer what can be presented."""
    atlas = workspace.atlas()
    presented, missing = read(st.query_params.to_dict(), atlas, workspace.body(FIGURE))
    if not presented.muscles:
        _choose(atlas, missing)
        return
    slides = slide_show_of(presented, atlas, workspace.body(presented.figure))
    shown = slide_show(slides, key="deck")
    if shown.left is not None and shown.taking:
        asked = {AT: str(shown.left), TAKE: AWAY}
        st.query_params.update(asked | ({LAYER: MUSCLES} if shown.muscle else {}))
        st.rerun()
    if shown.left is not None:
        _back_to_explore(slides.slides[shown.left - 1].id, presented, atlas)
    st.markdown(f"# {plain(presented.title)}")
    if presented.taking:
        layer = workspace.muscle_layer() if presented.muscle else None
        with st.container(border=True, key="card-take-away"):
            take_away.draw(presented, shown.own, atlas, workspace.body(presented.figure), layer)
        with st.container(horizontal=True):
            if st.button("Go on presenting", key="present-on"):
                del st.query_params[TAKE]
                st.rerun()
            _offer_explore(slides, presented, atlas)
    else:
        _offer_explore(slides, presented, atlas)
    st.caption(NOTICE)


def _offer_explore(slides: SlideShow, presented: Presented, atlas: Atlas) -> None:
    if st.button("Back to Explore", key="present-back"):
        at = min(presented.at, len(slides.slides))
        _back_to_explore(slides.slides[at - 1].id, presented, atlas)


def _back_to_explore(point: str, presented: Presented, atlas: Atlas) -> None:
    side = presented.laterality.value.lower()
    links.to_muscle(atlas.muscle_of(point).id, point, side)


def _choose(atlas: Atlas, missing: tuple[str, ...]) -> None:
    st.markdown("# Present")
    for name in missing:
        st.warning(
            f"There is no muscle, part of the body or figure called {plain(name[:60])} here."
        )
    st.write("Choose what to present. One muscle can be presented from its page in Explore.")
    with st.container(horizontal=True, gap="small"):
        for group in atlas.groups.values():
            if group.parent is None and of_group(group.id, atlas):
                label = f"{plain(group.plain_label)} ({len(of_group(group.id, atlas))} muscles)"
                if st.button(label, key=f"present-{group.id}"):
                    links.to_presentation(group=group.id)
    st.caption(NOTICE)
