"""Whose visit a browser session is, and the workspace it is given."""

from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from bodymap import files
from bodymap.records import HandOverWay
from bodymap.services.authority.access import Visit, access_of
from bodymap.services.authority.limits import limited, limited_practice
from bodymap.services.authority.one_browser import COOKIE, OneBrowser
from bodymap.services.authority.this_desk import ThisDesk
from bodymap.services.handing_over.sharing import TOKEN
from bodymap.ui.session import Workspace

_TOKEN: Final = "visit_token"  # noqa: S105 - the name of a place, not a token
_FINISHED: Final = "visit_finished"


def who_asks() -> Visit:
    """Whose visit the session at hand is. Who came by a link stays who came by that link."""
    given = st.query_params.get(TOKEN)
    if given is not None:
        st.session_state[_TOKEN] = given
    token = st.session_state.get(_TOKEN)
    return Visit(
        token=token,
        on_this_device=is_this_desk(),
        finished_here=st.session_state.get(_FINISHED, frozenset()),
        is_elsewhere=token is not None and _browsers().is_held_elsewhere(token, guest_browser()),
        finished_before=_browsers().finished(guest_browser()) if token else frozenset(),
    )


@st.cache_resource
def _browsers() -> OneBrowser:
    return OneBrowser()


def guest_browser() -> str:
    """What a guest's browser is known by; empty for one that keeps no cookies."""
    return st.context.cookies.get(COOKIE, "")


def is_this_desk() -> bool:
    """Whether the browser proved that it belongs to this desk."""
    return ThisDesk(files.data_folder()).is_proven(st.context.cookies)


def comes_from_this_machine() -> bool:
    """Whether this machine was asked for by its own name: chooses words, and grants nothing."""
    host = urlsplit(f"//{st.context.headers.get('Host', '')}").hostname
    return host in {"127.0.0.1", "::1", "localhost"}


def is_sealed_line() -> bool:
    """Whether nobody on the way can read along: encrypted, or never leaving this machine."""
    return comes_from_this_machine() or (st.context.url or "").startswith("https://")


def note_finished(drawing_id: str) -> None:
    """Note that this session finished a drawing: it may look at it once more."""
    done: frozenset[str] = st.session_state.get(_FINISHED, frozenset())
    st.session_state[_FINISHED] = done | {drawing_id}
    if st.session_state.get(_TOKEN) and guest_browser():
        _browsers().note_finished(drawing_id, guest_browser())


def keep_token_in_address() -> None:
    """Put the link's token back into the address if a step on the way dropped it."""
    token = st.session_state.get(_TOKEN)
    if token is not None and TOKEN not in st.query_params:
        st.query_params[TOKEN] = token


def for_visitor(workspace: Workspace) -> Workspace:
    """The workspace with what the visitor may have of it, now and in every later transaction.

    Raises:
        StoreError: it cannot be found out.
    """
    visit = who_asks()
    access = access_of(visit, workspace.ports)
    if visit.token is not None and access.way is HandOverWay.LINK:
        _browsers().holds(visit.token, guest_browser())
    return replace(
        workspace,
        ports=limited(workspace.ports, who_asks),
        practice=limited_practice(workspace.practice, workspace.ports, who_asks),
        access=access,
        vault=workspace.vault if access.is_whole else None,
    )
