"""The line above the body: whose assessment it is, how it stands, and how it ends."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records import Assessment, Person
from bodymap.services.assessing.assessments import (
    give_assessment_to_person,
)
from bodymap.services.assessing.dating import FIRST_DAY
from bodymap.services.maintaining.time_zone import today
from bodymap.services.people.moving import move_assessment
from bodymap.ui import fields, links
from bodymap.ui.assess import editions, ending, report
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.state import Tone
from bodymap.ui.fields import bound, entered, opened
from bodymap.ui.people import choosing, history
from bodymap.ui.practice_clock import in_practice
from bodymap.ui.problems import in_words
from bodymap.ui.wording import (
    FIGURES,
    a_day,
    about_assessment,
    about_person,
    plain,
)


@st.fragment
def draw(desk: Desk) -> None:
    """Draw the line. A click on the body leaves it alone; what it changes, the whole page shows."""
    try:
        assessment = desk.open()
        person = desk.person(assessment)
    except BodymapError as error:
        st.error(plain(in_words(error)))
        return
    if person is not None and links.FINISHED_NOW in st.session_state:
        links.to_page("people", {links.PERSON: person.id})
    shown = (assessment.status, assessment.person_id, assessment.figure, assessment.editions)
    key = f"header:{assessment.id}"
    if st.session_state.setdefault(key, shown) != shown:
        st.session_state[key] = shown
        st.rerun(scope="app")
    _line(desk, assessment, person)


def _line(desk: Desk, assessment: Assessment, person: Person | None) -> None:
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key="assess-line",
    ):
        with st.container(
            horizontal=True, vertical_alignment="center", width="content", key="assess-who"
        ):
            label = person.label if person else f"Code {assessment.code}"
            st.markdown(f"# {plain(label)}", width="content")
            if person and person.is_sample:
                st.badge("sample", color="orange")
            about = about_person(person) if person else "no person yet"
            st.caption(plain(f"{about} · {about_assessment(assessment)}"), width="content")
            if person:
                links.way("people", "Person's records", key="to-person", person=person.id)
            _finished(assessment)
        with st.container(horizontal=True, width="content", key="screen-only-header"):
            _details(desk, assessment)
            if person is None:
                _attach(desk)
            else:
                _move(desk, person)
            ending.draw(desk, assessment)
            printed = report.draw(desk)
            if st.button("Hand over", key="hand-over", help="Let the person draw the pain."):
                links.to_page(links.HAND_OVER, {links.FOR: assessment.id})
            _leave(person)
    if printed is not None:
        st.html(printed)
    history.say_came_from(desk.ports, assessment)


def _finished(assessment: Assessment) -> None:
    when = assessment.finished_at
    if not assessment.is_open and when is not None:
        by = plain(assessment.finished_by)
        st.badge(f"Finished {a_day(when)} by {by}", color="green")


def notice(desk: Desk) -> None:
    """What was last said to the person, and what to do about what is not saved.

    Both have their places also while there is nothing to say: what stands below stays the same.
    """
    said, notice, unsaved = desk.state.notice, st.empty(), st.empty()
    if said is not None:
        show = notice.error if said.tone is Tone.PROBLEM else notice.info
        show(plain(said.text))
    if fields.has_unsaved():
        with unsaved.container(horizontal=True):
            st.button("Save again", on_click=fields.save_again, type="primary", key="save-again")
            st.button("Show what is saved", on_click=fields.give_up, key="give-up")


def _details(desk: Desk, assessment: Assessment) -> None:
    details = opened("Details", key="details")
    if details is None:
        return
    with details:
        is_open = assessment.is_open
        for field, label in (("reason", "Reason"), ("examiner", "Examined by")):
            key = f"{assessment.id}:{field}"
            st.text_input(
                label,
                key=bound(key, getattr(assessment, field)),
                on_change=entered(key, partial(_edit, desk, field)),
                live=True,
                disabled=not is_open,
            )
        _date(desk, assessment)
        key = f"{assessment.id}:figure"
        st.segmented_control(
            "Figure",
            list(FIGURES),
            format_func=FIGURES.__getitem__,
            key=bound(key, assessment.figure),
            on_change=entered(
                key, lambda figure: _edit(desk, "figure", figure or assessment.figure)
            ),
            disabled=not is_open,
        )
        editions.draw_list(desk, assessment)


def _date(desk: Desk, assessment: Assessment) -> None:
    name = f"{assessment.id}:day"
    st.date_input(
        "Day of the examination",
        key=bound(name, in_practice(assessment.examined_at).date()),
        on_change=entered(name, lambda day: desk.attempt(desk.date, day)),
        min_value=FIRST_DAY,
        max_value=max(today(ports=desk.ports), in_practice(assessment.examined_at).date()),
        format="DD.MM.YYYY",
        disabled=not assessment.is_open,
    )


def _edit(desk: Desk, field: str, value: str) -> Assessment | None:
    return desk.attempt(desk.edit, **{field: value})


def _attach(desk: Desk) -> None:
    giving = opened("Give to a person", key="giving")
    if giving is None:
        return
    with giving:
        st.caption("Add the person on the People page if they are not recorded yet.")
        chosen = choosing.choose(desk.ports, key="attach-person")
        if chosen is not None:
            label = f"Give to {plain(chosen.label)}"
            given = (desk, give_assessment_to_person, chosen.id)
            st.button(label, on_click=_hand_on, args=given, key="attach", type="primary")


def _move(desk: Desk, person: Person) -> None:
    moving = opened("Wrong person", key="moving")
    if moving is None:
        return
    with moving:
        st.write(
            "Move this assessment, with the drawings attached to it, to the person it is about. "
            "The records of both say so."
        )
        chosen = choosing.choose(
            desk.ports, key="move-person", sample=person.is_sample, but=person.id
        )
        if chosen is not None:
            label = f"Move to {plain(chosen.label)}"
            given = (desk, move_assessment, chosen.id)
            st.button(label, on_click=_hand_on, args=given, key="move", type="primary")


def _hand_on(desk: Desk, service: Callable[..., Assessment], person_id: str) -> None:
    """Give or move the assessment to a person."""
    kept = desk.attempt(
        desk.keeping(service),
        assessment_id=desk.assessment_id,
        person_id=person_id,
        expected_version=desk.state.version,
        ports=desk.ports,
    )
    if kept is not None:
        choosing.clear("attach-person")
        choosing.clear("move-person")


def _leave(person: Person | None) -> None:
    help_text = "It stays saved; find it again with the person, or under Go on."
    if st.button("Close", key="leave", help=help_text):
        if person is not None:
            links.to_page("people", {links.PERSON: person.id})
        st.query_params.clear()
        st.rerun(scope="app")
