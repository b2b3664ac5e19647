"""The pain drawings of a person, or those that wait for theirs, and the one that is open."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from bodymap.records import DrawingSummary, PainDrawing, Person, Status
from bodymap.services.assessing.assessments import open_assessment
from bodymap.services.drawing.drawings import (
    give_drawing_to_person,
    last_drawing,
    list_drawings,
    open_drawing,
)
from bodymap.services.kernel.ports import Deleted
from bodymap.services.maintaining.deleting import delete_drawing
from bodymap.services.people.moving import move_assessment, move_drawing
from bodymap.services.people.persons import open_person
from bodymap.ui import links
from bodymap.ui.drawings import said
from bodymap.ui.fields import opened
from bodymap.ui.people import choosing, history, turning_pages
from bodymap.ui.session import Workspace
from bodymap.ui.wording import OCCASIONS, STATUSES, a_day, a_time, plain

_OPEN: Final = "drawing-open"
_ON_PAGE: Final = 50
_THEIRS: Final = "drawings-theirs"
_WAITING: Final = "drawings-waiting"
_ALONG: Final = "Move the assessment too, with all its drawings"
_ALONE: Final = "Only this drawing; it leaves the assessment"
OnDeleted = Callable[[Deleted], object]


def of_person(workspace: Workspace, person: Person, on_deleted: OnDeleted) -> None:
    """The person's drawings, the last first, and the way to a new one."""
    st.header("Where it hurts")
    asked = {links.PERSON: person.id}
    with st.container(horizontal=True):
        links.way("mark", "Draw where it hurts", key="new-drawing", **asked)
        links.way(links.HAND_OVER, "Hand over to draw", key="new-hand-over", **asked)
    lines = list_drawings(
        ports=workspace.ports,
        person_id=person.id,
        limit=_ON_PAGE,
        after=turning_pages.place(_THEIRS, person.id),
    )
    if not lines:
        st.write("No drawing yet. The person makes one on this screen or on a tablet.")
    _lines(workspace, lines, on_deleted)
    turning_pages.turn(_THEIRS, lines, "drawings")


def waiting(workspace: Workspace, on_deleted: OnDeleted) -> None:
    """Drawings under a code, to be given to the person who made them."""
    lines = list_drawings(
        ports=workspace.ports,
        only_waiting=True,
        limit=_ON_PAGE,
        after=turning_pages.place(_WAITING),
    )
    if lines:
        st.header("Drawings without a person")
        _lines(workspace, lines, on_deleted)
        turning_pages.turn(_WAITING, lines, "drawings")


def _lines(workspace: Workspace, lines: Sequence[DrawingSummary], on_deleted: OnDeleted) -> None:
    for line in lines:
        with st.container(horizontal=True, vertical_alignment="center", key=f"listed-{line.id}"):
            is_open = st.session_state.get(_OPEN) == line.id
            st.button(
                in_a_line(line),
                key=f"drawing-{line.id}",
                width="stretch",
                type="primary" if is_open else "secondary",
                on_click=_toggle,
                args=(line.id,),
            )
            st.button(
                "Delete",
                key=f"delete-{line.id}",
                on_click=_delete,
                args=(workspace, line, on_deleted),
            )
        if is_open:
            with st.container(border=True, key="card-drawing"):
                _opened(workspace, open_drawing(drawing_id=line.id, ports=workspace.ports))


def in_a_line(line: DrawingSummary) -> str:
    """A drawing as the words on a button."""
    return plain(told(line))


def told(line: DrawingSummary) -> str:
    """A drawing in one line, as typed: for places that read no Markdown."""
    when = line.drawn_at
    pains = f"{line.mark_count} pain{'' if line.mark_count == 1 else 's'}"
    what = "no pain" if line.no_pain else pains
    code = "" if line.person_id else f"Code {line.code} · "
    around = f" · {OCCASIONS[line.occasion]}" if line.occasion else ""
    status = "" if line.status is Status.FINISHED else f" · {STATUSES[line.status]}"
    return f"{code}{a_day(when)}, {a_time(when)}{around} · {what}{status}"


def show(drawing_id: str) -> None:
    """Let the list show this drawing opened."""
    st.session_state[_OPEN] = drawing_id


def _toggle(drawing_id: str) -> None:
    is_open = st.session_state.get(_OPEN) == drawing_id
    st.session_state[_OPEN] = None if is_open else drawing_id


def _delete(workspace: Workspace, line: DrawingSummary, on_deleted: OnDeleted) -> None:
    delete_drawing(drawing_id=line.id, ports=workspace.ports)
    day = a_day(line.drawn_at)
    now = workspace.ports.clock.now()
    on_deleted(Deleted("drawing", line.id, f"The drawing of {day}", now))


def _opened(workspace: Workspace, drawing: PainDrawing) -> None:
    earlier = None
    if drawing.person_id is None:
        _give(workspace, drawing)
    else:
        history.say_came_from(workspace.ports, drawing)
        _move(workspace, drawing)
        before = last_drawing(person_id=drawing.person_id, ports=workspace.ports, but=drawing.id)
        earlier = before if before and before.drawn_at < drawing.drawn_at else None
    if drawing.is_open:
        asked = {links.DRAWING: drawing.id}
        links.way(links.HAND_OVER, "Hand over this drawing", key="hand-over-drawing", **asked)
    said.draw(workspace, drawing, earlier)


def _give(workspace: Workspace, drawing: PainDrawing) -> None:
    key = f"give-{drawing.id}"
    chosen = choosing.choose(workspace.ports, key=key, label="Give it to a person", sample=False)
    if chosen and st.button(
        f"Give it to {plain(chosen.label)}", type="primary", key=f"given-{drawing.id}"
    ):
        give_drawing_to_person(
            drawing_id=drawing.id,
            person_id=chosen.id,
            expected_version=drawing.version,
            ports=workspace.ports,
        )
        _went(key, chosen)


def _move(workspace: Workspace, drawing: PainDrawing) -> None:
    """Where it was made for the wrong person: move it, alone or with its assessment."""
    moving = opened("Wrong person", key=f"moving-{drawing.id}")
    if moving is None or drawing.person_id is None:
        return
    with moving:
        st.write("Move this drawing to the person who made it. The records of both say so.")
        along = drawing.assessment_id is not None and st.radio(
            "It is attached to an assessment.",
            [True, False],
            format_func=lambda both: _ALONG if both else _ALONE,
            key=f"along-{drawing.id}",
        )
        person = open_person(person_id=drawing.person_id, ports=workspace.ports)
        key = f"move-{drawing.id}"
        chosen = choosing.choose(
            workspace.ports, key=key, sample=person.is_sample, but=drawing.person_id
        )
        if chosen and st.button(
            f"Move to {plain(chosen.label)}", type="primary", key=f"moved-{drawing.id}"
        ):
            _moved(workspace, drawing, chosen, along=along)
            _went(key, chosen)


def _moved(workspace: Workspace, drawing: PainDrawing, to: Person, *, along: bool) -> None:
    ports = workspace.ports
    if along and drawing.assessment_id is not None:
        assessment = open_assessment(assessment_id=drawing.assessment_id, ports=ports)
        move_assessment(
            assessment_id=assessment.id,
            person_id=to.id,
            expected_version=assessment.version,
            ports=ports,
        )
    else:
        move_drawing(
            drawing_id=drawing.id, person_id=to.id, expected_version=drawing.version, ports=ports
        )


def _went(key: str, to: Person) -> None:
    choosing.clear(key)
    st.query_params[links.PERSON] = to.id
    st.rerun()
