"""Shows the search box in the page head, and goes where somebody chose to go."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from bodymap.analysis.search_index import SearchIndex
from bodymap.analysis.words import MOST_LETTERS
from bodymap.canvas.packaged import packaged
from bodymap.ui import links

NAME: Final = "bodymap.search"
_KEY: Final = "page-search"
_DONE: Final = "search_done"
_FIND: Final = "find"
_EXPLORE: Final = "explore"


def show(index: SearchIndex) -> None:
    """Show the box; if something was chosen in it, leave this page for it."""
    component = packaged(NAME, css="search.css", js="index.js")
    with st.container(key=_KEY):
        answer = component(
            key="search",
            data={"url": f"search/{index.version}"},
            on_asked_change=lambda: None,
        )
    asked = answer.asked
    if not isinstance(asked, Mapping) or asked.get("id") == st.session_state.get(_DONE):
        return  # nothing was chosen since the last time
    st.session_state[_DONE] = asked.get("id")
    wanted = destination(asked.get("href"), index)
    if wanted is not None:
        links.to_page(*wanted)


def destination(href: object, index: SearchIndex) -> tuple[str, dict[str, str]] | None:
    """The page and what to ask of it, for an address that came from the browser.

    Args:
        href: Untrusted; an entry's address, or that of the Explore page with words to find.
        index: What the box was given to offer.

    Returns:
        None for anything that the box does not offer.
    """
    if not isinstance(href, str):
        return None
    parts = urlsplit(href)
    asked = dict(parse_qsl(parts.query))
    if href in index.hrefs:
        return parts.path, asked
    if parts.path == _EXPLORE and not asked.keys() - {_FIND}:
        return _EXPLORE, {name: words[:MOST_LETTERS] for name, words in asked.items()}
    return None
