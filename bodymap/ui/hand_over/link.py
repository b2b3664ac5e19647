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
from bodymap.wording import LANGUAGES

_TOKENS: Final = "hand_over_links"
"""Place of the links that this session made, by drawing; once it ends nobody can tell them."""
_LOOK_EVERY_S: Final = 4
_WISHED: Final = ""
_OPEN: Final = frozenset({Standing.NOT_BEGUN, Standing.BEING_DRAWN})
_HOURS: Final = {15: "15 minutes", USUAL_MINUTES: "1 hour", 4 * 60: "4 hours", 24 * 60: "a day"}
STANDINGS: Final = {
    Standing.NOT_BEGUN: "Nothing is drawn yet",
    Standing.BEING_DRAWN: "It is being drawn",
    Standing.FINISHED: "Finished",
    Standing.EXPIRED: "The time is over and it was not finished",
    Standing.ENDED: "Withdrawn",
}


def draw(workspace: Workspace, subject: Subject) -> None:
    """Show the link to the drawing at hand, make one, or say how links become possible."""
    st.markdown("## By a link")
    base = shared_at()
    if base is None:
        st.write("A telephone or tablet in the same network opens the drawing and nothing else.")
        st.info(
            "Bodymap can be reached from this machine alone. To hand over by a link, stop it and "
            "start it again with:"
        )
        st.code("bodymap app --share", language=None)
        return
    if subject.drawing is not None and _address(workspace, subject.drawing.id, base) is not None:
        _at_hand(workspace, subject.drawing.id, base)
        return
    st.write(
        "A telephone or tablet in the same network opens the drawing and nothing else. The link "
        "works once and for a while."
    )
    _make(workspace, subject)


def _make(workspace: Workspace, subject: Subject) -> None:
    minutes = st.segmented_control(
        "It holds for",
        list(_HOURS),
        format_func=_HOURS.__getitem__,
        default=USUAL_MINUTES,
        required=True,
        key="hand-over-minutes",
    )
    speaks = st.segmented_control(
        "Language of the page",
        [_WISHED, *LANGUAGES],
        format_func=lambda code: LANGUAGES[code].name if code else "as their browser wishes",
        default=_WISHED,
        required=True,
        key="hand-over-language",
    )
    if not st.button("Make a link", type="primary", key="hand-over-link"):
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
    st.write("Scan this code with the telephone or tablet:")
    st.image(qr_code(address), width=280, alt="QR code of the link that stands below it")
    st.write("Or copy the link:")
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
        st.markdown("## Links of the last day")
    for each in found:
        with st.container(border=True, key=f"card-link-{each.hand_over.id}"):
            _line(workspace, each)


def _name(each: HandedOver) -> str:
    return each.drawing.person_label or f"Code {each.drawing.code}"


def _line(workspace: Workspace, each: HandedOver) -> None:
    link, is_open = each.hand_over, each.standing in _OPEN
    about = f"made at {a_time(link.made_at)}"
    if is_open and link.expires_at is not None:
        about += f", open until {a_time(link.expires_at)}"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(_name(each))}** · {STANDINGS[each.standing]}", width="content")
        st.caption(plain(about), width="stretch")
        if each.drawing.actions and st.button("See the drawing", key=f"see-{link.id}"):
            person_id = each.drawing.person_id
            links.to_page("people", {links.PERSON: person_id} if person_id else {})
        if is_open:
            st.button(
                "Withdraw the link",
                key=f"withdraw-{link.id}",
                on_click=_withdraw,
                args=(workspace, link.id),
            )


def _withdraw(workspace: Workspace, hand_over_id: str) -> None:
    withdraw_link(hand_over_id=hand_over_id, ports=workspace.ports)
