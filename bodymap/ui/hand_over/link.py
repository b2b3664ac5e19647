"""Making a link to one drawing, and showing it as a code to scan."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError, NotAllowed
from bodymap.exchange import qr_code
from bodymap.services.handing_over.hand_over import (
    USUAL_MINUTES,
    HandedOver,
    NewLink,
    Standing,
    hand_over_by_link,
    list_links,
    withdraw_link,
)
from bodymap.services.handing_over.sharing import link_address, shared_at
from bodymap.ui import links
from bodymap.ui.hand_over.begin import Subject
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import a_time, plain
from bodymap.wording import LANGUAGES, words_in

_TOKENS: Final = "hand_over_links"
"""Place of the links that this session made, by drawing; once it ends nobody can tell them."""
_LOOK_EVERY_S: Final = 4
_WISHED: Final = ""
_OPEN: Final = frozenset({Standing.NOT_BEGUN, Standing.BEING_DRAWN})
_HOURS: Final = {15: "quarter", USUAL_MINUTES: "hour", 4 * 60: "hours", 24 * 60: "day"}
STANDINGS: Final = {
    Standing.NOT_BEGUN: "handing-standing.not_begun",
    Standing.BEING_DRAWN: "handing-standing.being_drawn",
    Standing.FINISHED: "handing-standing.finished",
    Standing.EXPIRED: "handing-standing.expired",
    Standing.ENDED: "handing-standing.ended",
}
"""Ids of how a link stands."""


def draw(workspace: Workspace, subject: Subject) -> None:
    """Show the link to the drawing at hand, make one, or say how links become possible."""
    say = words_in()
    st.markdown(f"## {say('handing-link')}")
    base = shared_at()
    if base is None:
        st.write(say("handing-link-what"))
        st.info(say("handing-link-not-shared"))
        st.code("bodymap app --share", language=None)
        return
    if subject.drawing is not None and _address(workspace, subject.drawing.id, base) is not None:
        _at_hand(workspace, subject.drawing.id, base)
        return
    st.write(say("handing-link-how"))
    _make(workspace, subject)


def _make(workspace: Workspace, subject: Subject) -> None:
    say = words_in()
    minutes = st.segmented_control(
        say("handing-holds"),
        list(_HOURS),
        format_func=lambda minutes: say(f"handing-time.{_HOURS[minutes]}"),
        default=USUAL_MINUTES,
        required=True,
        key="hand-over-minutes",
    )
    speaks = st.segmented_control(
        say("handing-language"),
        [_WISHED, *LANGUAGES],
        format_func=lambda code: LANGUAGES[code].name if code else say("handing-language-wished"),
        default=_WISHED,
        required=True,
        key="hand-over-language",
    )
    if not st.button(say("handing-link-make"), type="primary", key="hand-over-link"):
        return
    try:
        drawing = subject.begun(workspace)
        made = hand_over_by_link(
            drawing_id=drawing.id, ports=workspace.ports, minutes=minutes or USUAL_MINUTES
        )
    except BodymapError as error:
        st.error(plain(in_words(error)))
        return
    st.session_state.setdefault(_TOKENS, {})[drawing.id] = made, speaks or _WISHED
    st.query_params.from_dict({links.DRAWING: drawing.id})
    st.rerun()


def _address(workspace: Workspace, drawing_id: str, base: str) -> str | None:
    """The link that this session made to a drawing, if it can still be opened."""
    tokens: dict[str, tuple[NewLink, str]] = st.session_state.get(_TOKENS, {})
    made, speaks = tokens.get(drawing_id, (None, _WISHED))
    found = {each.hand_over.id: each.standing for each in list_links(ports=workspace.ports)}
    if made is None or found.get(made.hand_over.id) not in _OPEN:
        return None
    return link_address(base, made.token, speaks)


@st.fragment(run_every=_LOOK_EVERY_S)
def _at_hand(workspace: Workspace, drawing_id: str, base: str) -> None:
    """The code to scan while it can be scanned; the page is drawn anew when it cannot."""
    try:
        address = _address(workspace, drawing_id, base)
    except NotAllowed:
        st.rerun(scope="app")  # this device was handed over in another window
    except BodymapError as error:
        st.error(plain(in_words(error)))
        return
    if address is None:
        st.rerun(scope="app")
    say = words_in()
    st.write(say("handing-scan"))
    st.image(qr_code(address), width=280, alt=say("handing-qr"))
    st.write(say("handing-copy"))
    st.code(address, language=None, wrap_lines=True)


@st.fragment(run_every=_LOOK_EVERY_S)
def watch(workspace: Workspace) -> None:
    """The links of the last day and how they stand, looked up anew every few seconds."""
    try:
        found = list_links(ports=workspace.ports)
    except NotAllowed:
        st.rerun(scope="app")  # this device was handed over in another window
    except BodymapError as error:
        st.error(plain(in_words(error)))
        return
    if found:
        st.markdown(f"## {words_in()('handing-links')}")
    for each in found:
        with st.container(border=True, key=f"card-link-{each.hand_over.id}"):
            _line(workspace, each)


def _name(each: HandedOver) -> str:
    return each.drawing.person_label or words_in()("pain-picture-code", code=each.drawing.code)


def _line(workspace: Workspace, each: HandedOver) -> None:
    link, is_open = each.hand_over, each.standing in _OPEN
    say, made = words_in(), a_time(link.made_at)
    if is_open and link.expires_at is not None:
        about = say("handing-made-open", made=made, until=a_time(link.expires_at))
    else:
        about = say("handing-made", made=made)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(_name(each))}** · {say(STANDINGS[each.standing])}", width="content")
        st.caption(plain(about), width="stretch")
        if each.drawing.actions and st.button(say("handing-see"), key=f"see-{link.id}"):
            person_id = each.drawing.person_id
            links.to_page("people", {links.PERSON: person_id} if person_id else {})
        if is_open:
            st.button(
                say("handing-withdraw"),
                key=f"withdraw-{link.id}",
                on_click=_withdraw,
                args=(workspace, link.id),
            )


def _withdraw(workspace: Workspace, hand_over_id: str) -> None:
    withdraw_link(hand_over_id=hand_over_id, ports=workspace.ports)
