"""What somebody sees who may not do everything here: kind words, and ways on."""

from typing import Final

import streamlit as st

from bodymap.services.authority.access import Access, Refusal, Scope
from bodymap.ui import links, visit
from bodymap.ui.language import words
from bodymap.ui.top import top
from bodymap.ui.wording import plain
from bodymap.wording import words_in

WHY: Final = {
    Refusal.EXPIRED: "link-expired",
    Refusal.USED: "link-used",
    Refusal.WITHDRAWN: "link-withdrawn",
    Refusal.ALTERED: "link-altered",
    Refusal.ELSEWHERE: "link-elsewhere",
    None: "link-none",
}
"""Id of a title, by why a link opens nothing; None for those who came without one."""


def at_the_door() -> None:
    """For a browser on this machine that did not show yet that it belongs here."""
    say = words_in()
    st.title(say("door-title"))
    st.write(say("door-how"))
    st.code("bodymap open", language=None)
    st.write(say("door-once"))
    _reading()


def no_drawing(access: Access) -> None:
    """In place of a drawing: why there is none, and what can be done."""
    if access.refused is None and visit.comes_from_this_machine():
        at_the_door()
        return
    say, why = words(), WHY[access.refused]
    st.title(say(why))
    st.write(say(f"{why}-do"))
    if access.code:
        st.markdown(say("link-code", code=plain(access.code)))
    _reading()


def not_here(access: Access) -> None:
    """In place of a page that this visitor may not see."""
    if access.scope is Scope.PUBLIC and access.refused is None and visit.comes_from_this_machine():
        at_the_door()
        return
    say = words()
    st.title(say("link-not-here"))
    st.write(say("link-not-here-do"))
    if access.scope is Scope.ONE_DRAWING:
        links.way("mark", say("link-go-on"), key="to-drawing")
    _reading()
    top.speaks(say.language.code)


def _reading() -> None:
    say = words()
    st.write(say("link-read"))
    links.way("explore", say("link-read-muscles"), key="read-explore")
    links.way("treatments", say("link-read-treatments"), key="read-treatments")
    links.way("learn", say("link-read-learn"), key="read-learn")
