"""Notes on the visit as a whole: free, or by subjective, objective, assessment and plan."""

from functools import partial
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records import Assessment
from bodymap.services.visits.text_blocks import (
    keep_text_block,
    list_text_blocks,
    remove_text_block,
    with_block,
)
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.state import Tone
from bodymap.ui.fields import bound, entered, opened, pressed, unfolded
from bodymap.ui.problems import in_words
from bodymap.ui.wording import NOTES_OF_A_VISIT, plain

_NEW: Final = "new-block"


def draw(desk: Desk, assessment: Assessment) -> None:
    """Draw the card; what is inside is made when somebody looks."""
    written = [name for name in NOTES_OF_A_VISIT if getattr(assessment, name)]
    if not assessment.is_open and not written:
        return
    # The title stays as it is: with another one the card would fold while somebody writes.
    card = unfolded("Notes on the visit", key="visit-notes")
    if card is None:
        if written:
            st.caption(f"Written: {', '.join(NOTES_OF_A_VISIT[name].lower() for name in written)}.")
        return
    with card:
        for name, label in NOTES_OF_A_VISIT.items():
            key = f"{assessment.id}:{name}"
            st.text_area(
                label,
                key=bound(key, getattr(assessment, name)),
                on_change=entered(key, partial(_edit, desk, name)),
                disabled=not assessment.is_open,
                height="content",
            )
        if assessment.is_open:
            _blocks(desk)


def _edit(desk: Desk, name: str, text: str) -> Assessment | None:
    return desk.attempt(desk.edit, **{name: text})


def _blocks(desk: Desk) -> None:
    """Put a text block into a note, and keep new ones."""
    blocks = list_text_blocks(ports=desk.ports)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
        if blocks:
            name = st.selectbox("Text block", list(blocks), key="block-name")
            into = st.selectbox(
                "Into",
                list(NOTES_OF_A_VISIT),
                format_func=NOTES_OF_A_VISIT.__getitem__,
                key="block-into",
                width=150,
            )
            st.button(
                "Put in",
                key="block-put",
                on_click=pressed(put),
                args=(desk, into, blocks[name]),
            )
        keeping = opened("Text blocks", key="blocks")
    if keeping is None:
        return
    with keeping:
        st.caption("What you write often, for all visits of this practice.")
        name = st.text_input("Name of the block", key=f"{_NEW}-name")
        text = st.text_area("Its text", key=f"{_NEW}-text")
        st.button("Keep it", key="block-keep", on_click=pressed(keep), args=(desk, name, text))
        for each in blocks:
            st.button(
                f"Remove {plain(each)}",
                key=f"block-remove-{each}",
                on_click=pressed(_remove),
                args=(desk, each),
            )


def put(desk: Desk, into: str, block: str) -> Assessment | None:
    """Put a block at the end of a note, as one step that can be taken back."""
    text = with_block(getattr(desk.open(), into), block)
    return _edit(desk, into, text)


def keep(desk: Desk, name: str, text: str) -> None:
    """Keep a text block; what was typed stays where it is refused."""
    try:
        keep_text_block(name=name, text=text, ports=desk.ports)
    except BodymapError as error:
        desk.say(in_words(error), Tone.PROBLEM)
        return
    for part in ("name", "text"):
        st.session_state[f"{_NEW}-{part}"] = ""


def _remove(desk: Desk, name: str) -> None:
    try:
        remove_text_block(name=name, ports=desk.ports)
    except BodymapError as error:
        desk.say(in_words(error), Tone.PROBLEM)
