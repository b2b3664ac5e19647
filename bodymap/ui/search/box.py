"""Shows the search box in the page head, and goes where somebody chose to go."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from bodymap.analysis.search_index import SearchIndex
from bodymap.analysis.words import MOST_LETTERS
from bodymap.canvas.packaged import packaged
from bodymap.errors import BodymapError, NotAllowed
from bodymap.services.kernel.ports import Ports
from bodymap.services.kernel.transactions import is_id_or_none
from bodymap.services.people.persons import find_persons
from bodymap.ui import links
from bodymap.ui.people.choosing import last_seen
from bodymap.ui.wording import about_person

NAME: Final = "bodymap.search"
_KEY: Final = "page-search"
_DONE: Final = "search_done"
_FIND: Final = "find"
_EXPLORE: Final = "explore"
_PEOPLE: Final = "people"
_MOST_PEOPLE: Final = 5
_SEARCH: Final = "search"
_FIND_PEOPLE: Final = "people-find"


@st.fragment
def show(index: SearchIndex, ports: Ports) -> None:
    """Show the box; if something was chosen in it, leave this page for it.

    The index of what the atlas says is fetched once and searched in the browser. People are looked
    for here, for each question, so that no list of names lies in the browser; `ports` refuse it to
    who may not see them.
    """
    component = packaged(NAME, css="search.css", js="index.js")
    typed = _typed()
    with st.container(key=_KEY):
        answer = component(
            key=_SEARCH,
            data={"url": f"search/{index.version}", "people": _people(typed, ports)},
            on_asked_change=lambda: None,
            on_typed_change=lambda: None,
        )
    asked = answer.asked
    if not isinstance(asked, Mapping) or asked.get("id") == st.session_state.get(_DONE):
        return  # nothing was chosen since the last time
    st.session_state[_DONE] = asked.get("id")
    wanted = destination(asked.get("href"), index)
    if wanted == (_PEOPLE, {}):
        # Not by the address: nothing about people stands in one.
        st.session_state[_FIND_PEOPLE] = typed
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
    if parts.path == _PEOPLE and (not parts.query or _is_person(asked)):
        return _PEOPLE, asked
    if parts.path == _EXPLORE and not asked.keys() - {_FIND}:
        return _EXPLORE, {name: words[:MOST_LETTERS] for name, words in asked.items()}
    return None


def _typed() -> str:
    """What was typed into the box, as the browser told it last."""
    state = st.session_state.get(_SEARCH)
    typed = state.get("typed") if isinstance(state, Mapping) else None
    return typed[:MOST_LETTERS] if isinstance(typed, str) else ""


def _people(typed: str, ports: Ports) -> dict[str, object]:
    """People who fit what was typed, and how many there are."""
    if not typed.strip():
        return {"typed": typed, "total": 0, "found": []}
    try:
        found = find_persons(
            ports=ports, query=typed, sample=None, archived=None, limit=_MOST_PEOPLE
        )
    except NotAllowed:
        st.rerun(scope="app")  # this device was handed over in another window
    except BodymapError:
        return {"typed": typed, "total": 0, "found": []}  # the page below says what is wrong
    lines = [
        [
            line.person.label,
            " · ".join(part for part in (about_person(line.person), last_seen(line)) if part),
            f"{_PEOPLE}?{links.PERSON}={line.id}",
        ]
        for line in found
    ]
    return {"typed": typed, "total": found.total, "found": lines}


def _is_person(asked: Mapping[str, str]) -> bool:
    return list(asked) == [links.PERSON] and is_id_or_none(asked[links.PERSON])
