"""Before the first mark: what happens to the drawing, and how to begin."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Final

import streamlit as st

from bodymap.errors import BodymapError, UnknownPerson
from bodymap.records import DrawnBy, PainDrawing, Person
from bodymap.services.drawing.drawings import last_drawing, start_drawing
from bodymap.services.people.persons import open_person
from bodymap.ui import links, visit
from bodymap.ui.language import a_day, words
from bodymap.ui.mark import ease, translation
from bodymap.ui.mark.desk import Desk
from bodymap.ui.mark.for_whom import ForWhom
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain

_REQUEST: Final = "mark_request"
_HELPED: Final = "mark-helped"


class Begun(Enum):
    """How a drawing was begun."""

    BY_HAND = auto()
    BY_LIST = auto()
    WITHOUT_PAIN = auto()


Begin = Callable[[PainDrawing, Begun], None]
"""Told the drawing that was started, and how."""


def draw(workspace: Workspace, whom: ForWhom, on_started: Begin) -> None:
    """Draw the start.

    Args:
        workspace: Where drawings are kept.
        whom: Whose drawing it will be, and what it will be attached to.
        on_started: Told what was started.
    """
    _heading()
    try:
        person = _person(workspace, whom.person_id)
        last = last_drawing(person_id=person.id, ports=workspace.ports) if person else None
    except BodymapError as error:
        st.error(plain(in_words(error, words())))
        return
    if person:
        st.caption(plain(words()("mark-for", name=person.label)))

    def start(how: Begun, like: str | None = None) -> None:
        request = st.session_state.setdefault(_REQUEST, workspace.ports.ids.new())
        started = start_drawing(
            request_id=request,
            body_version=workspace.body_version,
            ports=workspace.ports,
            person_id=person.id if person else None,
            drawn_by=_hand(),
            like=like,
            assessment_id=whom.assessment_id,
            occasion=whom.occasion,
        )
        del st.session_state[_REQUEST]
        on_started(started, how)

    _choose(start, last)
    asked = {name: st.query_params.get(name) for name in (links.PERSON, links.FOR, links.WHEN)}
    links.way(links.HAND_OVER, words()("mark-hand-over"), key="mark-hand-over", **asked)


def of_handed_over(desk: Desk, on_chosen: Callable[[DrawnBy, Begun], None]) -> None:
    """Draw the start of a drawing that was made to be handed over.

    Args:
        desk: The drawing.
        on_chosen: Told who draws, and how to begin.
    """
    _heading()
    if desk.window.problem:
        st.error(plain(desk.window.problem))
    _choose(lambda how: on_chosen(_hand(), how), None)


def _heading() -> None:
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.markdown(f"# {words()('mark-where')}", width="content")
        translation.choice()


def _choose(start: Callable[..., None], last: PainDrawing | None) -> None:
    say = words()
    if visit.is_sealed_line():
        st.info(say("mark-stays"), icon=":material/lock:")
    else:
        st.info(f"{say('mark-stays')} {say('mark-readable')}")
    with st.container(key="big-start"):
        _ways(start, last)
    inside = ease.settings()
    if inside is not None:
        inside.toggle(say("mark-helped"), key=_HELPED)
    translation.note()


def _hand() -> DrawnBy:
    helped = st.session_state.get(_HELPED, False)
    return DrawnBy.WITH_HELP if helped else DrawnBy.SELF


def _person(workspace: Workspace, person_id: str | None) -> Person | None:
    if person_id is None:
        return None
    try:
        return open_person(person_id=person_id, ports=workspace.ports)
    except UnknownPerson as error:
        st.warning(plain(f"{in_words(error, words())} {words()('mark-waits')}"))
        return None


def _ways(start: Callable[..., None], last: PainDrawing | None) -> None:
    say = words()
    if st.button(say("mark-draw"), type="primary", width="stretch", key="mark-draw"):
        start(Begun.BY_HAND)
    if last is not None and last.marks:
        day = a_day(last.drawn_at)
        if st.button(say("mark-like", day=day), width="stretch", key="mark-like"):
            start(Begun.BY_HAND, like=last.id)
    if st.button(say("mark-list"), width="stretch", key="mark-list"):
        start(Begun.BY_LIST)
    if st.button(say("mark-no-pain"), width="stretch", key="mark-none"):
        start(Begun.WITHOUT_PAIN)
