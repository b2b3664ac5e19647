"""The answers: how many, a line for each that opens, and all of them as a table."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records.question import Question
from bodymap.services.questions.asking import every_answer, find_answers, not_ready
from bodymap.services.questions.wanted import Answer, Matched
from bodymap.ui import links
from bodymap.ui.drawings import listed as drawings
from bodymap.ui.find.table import as_csv
from bodymap.ui.people import turning_pages
from bodymap.ui.people.choosing import in_a_line
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import a_day, plain

_ON_PAGE: Final = 50
_ANSWERS: Final = "find-answers"
_MADE: Final = "find_made"
_NOT_MADE: Final = "find_not_made"


def draw(workspace: Workspace, question: Question | None) -> None:
    """Draw the answers to a question."""
    st.header("Found")
    if question is None:
        st.write("People who match appear here, each with the last visit or drawing that matches.")
    else:
        try:
            _answers(workspace, question)
        except BodymapError as error:
            st.error(in_words(error))
            st.button("Try again", key="find-try-again")
    waiting = not_ready(body_version=workspace.body_version, ports=workspace.ports)
    if waiting:
        st.caption(
            f"{waiting:,} finished records cannot be found yet: they were imported, or come from "
            "an earlier version. They are read once a day, or at once with `bodymap tidy`."
        )
    st.caption(
        "Only finished visits and drawings are searched, and only those that belong to a person."
    )


def _answers(workspace: Workspace, question: Question) -> None:
    body = workspace.body("neutral")
    found = find_answers(
        question=question,
        body=body,
        ports=workspace.ports,
        limit=_ON_PAGE,
        after=turning_pages.place(_ANSWERS, question),
    )
    with st.container(horizontal=True, vertical_alignment="center", key="find-counted"):
        people = "person" if found.total == 1 else "people"
        st.markdown(f"**{found.total:,} {people}**", width="content")
        if found:
            _take_along(workspace, question)
    not_made = st.session_state.pop(_NOT_MADE, None)
    if not_made:
        st.error(plain(not_made))
    for answer in found:
        _line(answer)
    turning_pages.turn(_ANSWERS, found, "people")


def _take_along(workspace: Workspace, question: Question) -> None:
    """All of them as a table: made when it is asked for, then saved."""
    made: tuple[Question, bytes] | None = st.session_state.get(_MADE)
    if made is None or made[0] != question:
        st.button("Make a CSV", key="find-make", on_click=_make, args=(workspace, question))
        return
    st.download_button(
        "Save as CSV",
        made[1],
        file_name="found.csv",
        mime="text/csv",
        type="primary",
        on_click="ignore",
        key="find-csv",
    )


def _make(workspace: Workspace, question: Question) -> None:
    body = workspace.body("neutral")
    try:
        answers = every_answer(question=question, body=body, ports=workspace.ports)
    except BodymapError as error:
        st.session_state[_NOT_MADE] = in_words(error)
        return
    st.session_state[_MADE] = (question, as_csv(answers))


def _line(answer: Answer) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"listed-{answer.id}"):
        if st.button(in_a_line(answer.line), key=f"person-{answer.id}", width="stretch"):
            links.to_page("people", {links.PERSON: answer.id})
        record = answer.record
        if record is not None and st.button(
            plain(_record_in_words(record)), key=f"find-record-{answer.id}"
        ):
            _open(answer, record)


def _open(answer: Answer, record: Matched) -> None:
    if record.kind == "assessment":
        links.to_assessment(record.id)
    drawings.show(record.id)
    links.to_page("people", {links.PERSON: answer.id})


def _record_in_words(record: Matched) -> str:
    what = "Visit" if record.kind == "assessment" else "Drawing"
    return f"{what}, {a_day(record.at)}"
