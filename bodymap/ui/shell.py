"""The frame around every page: title, navigation, style, and what stands when nothing works."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from bodymap import files
from bodymap.errors import BodymapError
from bodymap.ui import links, style
from bodymap.ui.pages import (
    about,
    assess,
    draw,
    explore,
    learn,
    mark,
    people,
    practise,
    present,
    treatments,
)
from bodymap.ui.search import box
from bodymap.ui.workspace import Workspace


def show(open_workspace: Callable[[], Workspace]) -> None:
    """Show the page that was asked for.

    `open_workspace` opens records, body and atlas, from memory after the first time; if it fails
    the page says why and what to do, and nothing else is tried.
    """
    icon = str(files.assets("brand", "icon.svg"))
    st.set_page_config(page_title="Bodymap", page_icon=icon, layout="wide")
    style.apply()
    st.logo(str(files.assets("brand", "logo.svg")), size="large")
    try:
        workspace = open_workspace()
    except BodymapError as error:
        st.title("Bodymap cannot open its files")
        st.error(str(error))
        st.button("Try again")
        return
    pages = {
        page.PATH: st.Page(
            partial(page.show, workspace),
            title=page.TITLE,
            url_path=page.PATH,
            default=page is assess,
            visibility="hidden" if page in {draw, present} else "visible",  # others lead there
        )
        for page in (
            assess,
            mark,
            explore,
            practise,
            treatments,
            learn,
            people,
            about,
            present,
            draw,
        )
    }
    st.session_state[links.PAGES] = pages
    st.session_state[links.ASSESS] = pages[assess.PATH]
    st.session_state[links.EXPLORE] = pages[explore.PATH]
    st.session_state[links.PRESENT] = pages[present.PATH]
    page = st.navigation(list(pages.values()), position="top")
    box.show(workspace.search())
    page.run()
