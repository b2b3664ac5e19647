"""Turning over a long list: which page is shown, how many lines there are, and the way on."""

from typing import Any

import streamlit as st

from bodymap.services.kernel.pages import Page, Position


def place(key: str, asked: object = "") -> Position | None:
    """Where the shown page of a list begins; another question begins at the first page.

    Args:
        key: Names the list.
        asked: What the list answers, such as the words that were typed.
    """
    was_asked, ways = st.session_state.get(_name(key), (asked, []))
    if was_asked != asked:
        ways = []
    st.session_state[_name(key)] = (asked, ways)
    return ways[-1][0] if ways else None


def turn(key: str, page: Page[Any], what: str) -> None:
    """Say how much of the list is shown, and offer the next page and the one before.

    Args:
        key: Names the list, as for `place`.
        page: What is shown.
        what: The things that are listed, in the plural.
    """
    asked, ways = st.session_state.get(_name(key), ("", []))
    if not ways and not page.more:
        return
    before = ways[-1][1] if ways else 0
    shown = f"{before + 1:,} to {before + len(page):,}" if ways else f"{len(page):,}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-pages"):
        st.caption(f"{shown} of {page.total:,} {what}", width="content")
        if ways and st.button("Back", key=f"{key}-page-back"):
            st.session_state[_name(key)] = (asked, ways[:-1])
            _again()
        if page.more and st.button("Next page", key=f"{key}-page-next"):
            on = (page.next_after, before + len(page))
            st.session_state[_name(key)] = (asked, [*ways, on])
            _again()


def _again() -> None:
    st.rerun()


def _name(key: str) -> str:
    return f"{key}-page-place"
