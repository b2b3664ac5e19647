"""The form in which a person is told about; for adding and for editing."""

from typing import Any, Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records import Handedness, Person, PersonDetails, Sex
from bodymap.services.people.persons import add_person, edit_person
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import FIGURES, SEXES

_FIRST_YEAR: Final = 1880
_HANDS: Final = {Handedness.RIGHT: "right", Handedness.LEFT: "left", Handedness.BOTH: "both"}


def draw(workspace: Workspace, person: Person | None, *, key: str) -> Person | None:
    """Draw the form; returns the person once it was saved, else None.

    What was entered stays in the form if it cannot be saved.
    """
    request_key = f"{key}-request"
    with st.form(key, border=False, enter_to_submit=True):
        entries = _entries(person, key, workspace.ports.clock.now().year)
        if not st.form_submit_button("Save" if person else "Add", type="primary"):
            return None
    try:
        if person is not None:
            return edit_person(
                person_id=person.id,
                changes=entries,
                expected_version=person.version,
                ports=workspace.ports,
            )
        request = st.session_state.setdefault(request_key, workspace.ports.ids.new())
        details = PersonDetails.checked(entries)
        added = add_person(details=details, request_id=request, ports=workspace.ports)
    except BodymapError as error:
        st.error(in_words(error))
        return None
    del st.session_state[request_key]
    return added


def _entries(person: Person | None, key: str, this_year: int) -> dict[str, Any]:
    left, right = st.columns(2)
    name = left.text_input("Name", person.name if person else "", key=f"{key}-name")
    code = right.text_input(
        "Code", person.code if person else "", key=f"{key}-code", help="In place of a name."
    )
    year = left.number_input(
        "Year of birth",
        min_value=_FIRST_YEAR,
        max_value=this_year,
        value=person.year_of_birth if person else None,
        step=1,
        key=f"{key}-year",
    )
    height = right.number_input(
        "Height, cm",
        min_value=30.0,
        max_value=260.0,
        value=person.height_cm if person else None,
        step=1.0,
        format="%.0f",
        key=f"{key}-height",
        help="Scales the distances in words; without it they are those of the model body.",
    )
    sex = left.segmented_control(
        "Sex",
        list(Sex),
        format_func=SEXES.__getitem__,
        default=person.sex if person else None,
        key=f"{key}-sex",
    )
    hand = right.segmented_control(
        "Handedness",
        list(Handedness),
        format_func=_HANDS.__getitem__,
        default=person.handedness if person else None,
        key=f"{key}-hand",
    )
    figures = list(FIGURES)
    figure = st.segmented_control(
        "Figure to show",
        figures,
        format_func=FIGURES.__getitem__,
        default=person.figure if person else figures[0],
        key=f"{key}-figure",
    )
    return {
        "name": name,
        "code": code,
        "year_of_birth": None if year is None else int(year),
        "height_cm": height,
        "sex": sex,
        "handedness": hand,
        "figure": figure or figures[0],
    }
