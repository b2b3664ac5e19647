"""The frame around every page: title, navigation, style, and what stands when nothing works."""

import contextlib
from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st
from streamlit.navigation.page import Page

from bodymap import files
from bodymap.errors import BodymapError
from bodymap.records import HandOverWay
from bodymap.services.authority.access import Access
from bodymap.services.drawing.drawings import open_drawing
from bodymap.ui import links, practice_clock, style, visit
from bodymap.ui.hand_over import give_back, visitor
from bodymap.ui.language import words
from bodymap.ui.pages import (
    about,
    assess,
    exchange,
    explore,
    find,
    hand_over,
    learn,
    mark,
    people,
    practise,
    present,
    treatments,
)
from bodymap.ui.pages import redraw as draw
from bodymap.ui.safety import emergency_number
from bodymap.ui.search import box
from bodymap.ui.session import Workspace
from bodymap.wording import words_in

_PAGES: Final = (
    people,
    assess,
    mark,
    explore,
    treatments,
    learn,
    practise,
    about,
    present,
    draw,
    hand_over,
    exchange,
    find,
)
_LED_TO: Final = (draw, present, hand_over, exchange, find)
"""Pages without a place in the navigation; others lead there."""
_PUBLIC_PAGES: Final = (mark, explore, treatments, learn, about, present)
_PUBLIC: Final = frozenset(page.PATH for page in _PUBLIC_PAGES)
_START: Final = "start"
"""Path of what is seen first, where a page needs one; it is seen under the bare address."""


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
        everything = open_workspace()
        workspace = visit.for_visitor(everything)
        practice_clock.read(everything.ports)
        emergency_number.read(everything.ports)
    except BodymapError as error:
        say = words_in()
        st.title(say("frame-cannot-open"))
        st.error(str(error))
        st.button(say("frame-try-again"))
        return
    access = workspace.access
    if access.way is HandOverWay.THIS_DEVICE:
        _handed_over(workspace, everything)
        return
    pages = _all_pages(workspace) if access.is_whole else _public_pages(workspace)
    _know(pages, open_ones=None if access.is_whole else _PUBLIC)
    page = st.navigation(list(pages.values()), position="top")
    st.set_page_config(page_title=f"{page.title} · Bodymap")
    if access.is_whole:
        box.show(workspace.search(), workspace.ports)
    elif page in {pages[_START], pages[mark.PATH]}:
        visit.keep_token_in_address()
    page.run()


def _all_pages(workspace: Workspace) -> dict[str, Page]:
    """Every page; the bare address shows people, whose page keeps its own address too."""
    start = st.Page(
        partial(people.start, workspace),
        title=people.TITLE,
        url_path=_START,
        default=True,
        visibility="hidden",
    )
    pages = {
        page.PATH: st.Page(
            partial(page.show, workspace),
            title=page.TITLE,
            url_path=page.PATH,
            visibility="hidden" if page in _LED_TO else "visible",
        )
        for page in _PAGES
    }
    return pages | {_START: start}


def _public_pages(workspace: Workspace) -> dict[str, Page]:
    """Mark and what everybody may read; in place of all else, that it is not open here."""
    say = words()
    pages = {
        page.PATH: st.Page(
            partial(page.show, workspace),
            title=say(f"nav-{page.PATH}"),
            url_path=page.PATH,
            visibility="hidden" if page in _LED_TO else "visible",
        )
        if page in _PUBLIC_PAGES
        else st.Page(
            partial(visitor.not_here, workspace.access),
            title=say("link-not-here"),
            url_path=page.PATH,
            visibility="hidden",
        )
        for page in _PAGES
    }
    return pages | {_START: _mark_as_start(workspace)}


def _handed_over(workspace: Workspace, everything: Workspace) -> None:
    """This device shows the drawing under every address, and the way back for the therapist."""
    pages = {
        page.PATH: st.Page(
            partial(mark.show, workspace), title=mark.TITLE, url_path=page.PATH, visibility="hidden"
        )
        for page in _PAGES
    }
    pages[_START] = _mark_as_start(workspace)
    _know(pages, open_ones=frozenset({mark.PATH}))
    page = st.navigation(list(pages.values()), position="hidden")
    page.run()
    give_back.draw(everything.ports, partial(_to_the_drawing, everything, workspace.access))


def _mark_as_start(workspace: Workspace) -> Page:
    return st.Page(
        partial(mark.show, workspace),
        title=mark.TITLE,
        url_path=_START,
        default=True,
        visibility="hidden",
    )


def _know(pages: dict[str, Page], *, open_ones: frozenset[str] | None) -> None:
    """Let pages lead to each other; `open_ones` are those the visitor may see, None for all."""
    st.session_state[links.PAGES] = pages
    st.session_state[links.ASSESS] = pages[assess.PATH]
    st.session_state[links.EXPLORE] = pages[explore.PATH]
    st.session_state[links.PRESENT] = pages[present.PATH]
    st.session_state[links.OPEN] = frozenset(pages) if open_ones is None else open_ones


def _to_the_drawing(everything: Workspace, access: Access) -> None:
    """After this device was taken back: to the person whose drawing it is."""
    asked = {}
    with contextlib.suppress(BodymapError):  # it may have been deleted meanwhile
        drawing = open_drawing(drawing_id=access.drawing_id or "", ports=everything.ports)
        asked = {links.PERSON: drawing.person_id} if drawing.person_id else {}
    links.to_page(people.PATH, asked)
