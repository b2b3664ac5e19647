"""The form in which a person is told about; for adding and for editing."""

from typing import Any, Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records import Handedness, Person, PersonDetails, Sex
from bodymap.records.person import MOST_TAGS
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.time_zone import today
from bodymap.services.people.doubles import likely_doubles
from bodymap.services.people.persons import add_person, edit_person
from bodymap.services.questions.asking import list_tags
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import FIGURES, SEXES, about_person, plain

_FIRST_YEAR: Final = 1880
_MOST_DOUBLES: Final = 5
_HANDS: Final = {Handedness.RIGHT: "right", Handedness.LEFT: "left", Handedness.BOTH: "both"}


def draw(workspace: Workspace, person: Person | None, *, key: str) -> Person | None:
    """Draw the form; returns the person once it was saved, else None.

    What was entered stays in the form if it cannot be saved. Where somebody like that is recorded
    already, they are offered first; who is taken instead is returned as well.
    """
    request_key, taken_key = f"{key}-request", f"{key}-taken"
    taken: Person | None = st.session_state.pop(taken_key, None)
    if taken is not None:
        return taken
    with st.form(key, border=False, enter_to_submit=True):
        entries = _entries(person, key, workspace.ports)
        submitted = st.form_submit_button("Save" if person else "Add", type="primary")
    agreed = st.session_state.pop(f"{key}-agreed", False)
    if not submitted and not agreed:
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
        if not agreed and _warned_of_doubles(workspace, details, key):
            return None
        added = add_person(details=details, request_id=request, ports=workspace.ports)
    except BodymapError as error:
        st.error(in_words(error))
        return None
    del st.session_state[request_key]
    return added


def _warned_of_doubles(workspace: Workspace, details: PersonDetails, key: str) -> bool:
    """Offer who may be recorded already; whether there is anybody."""
    doubles = likely_doubles(details=details, ports=workspace.ports)
    if not doubles:
        return False
    with st.container(border=True, key=f"card-{key}-doubles"):
        st.warning("Perhaps this person is recorded already. Not added yet.")
        for double in doubles[:_MOST_DOUBLES]:
            about = about_person(double)
            words = f"Take {double.label}" + (f" · {about}" if about else "")
            st.button(
                plain(words),
                key=f"{key}-take-{double.id}",
                width="stretch",
                on_click=st.session_state.__setitem__,
                args=(f"{key}-taken", double),
            )
        st.button(
            "Add another person of this name",
            key=f"{key}-anyway",
            on_click=st.session_state.__setitem__,
            args=(f"{key}-agreed", True),
        )
    return True


def _entries(person: Person | None, key: str, ports: Ports) -> dict[str, Any]:
    this_year = today(ports=ports).year
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
    tags = person.tags if person else ()
    known = dict.fromkeys((*tags, *list_tags(ports=ports)))
    tagged = st.multiselect(
        "Tags",
        list(known),
        default=list(tags),
        key=f"{key}-tags",
        accept_new_options=True,
        max_selections=MOST_TAGS,
        placeholder="Choose, or type a new one",
        help="Words by which the practice sorts its people, such as a study or a recall.",
    )
    return {
        "name": name,
        "code": code,
        "year_of_birth": None if year is None else int(year),
        "height_cm": height,
        "sex": sex,
        "handedness": hand,
        "figure": figure or figures[0],
        "tags": tuple(tagged),
    }
