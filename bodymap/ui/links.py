"""Ways from one page to another; an address carries an opaque id and nothing else."""

from typing import Final, NoReturn

import streamlit as st

ASSESS: Final = "page_assess"
DRAFT: Final = "draft"
EDITION: Final = "edition"
PERSON: Final = "person"
DRAWING: Final = "drawing"
FOR: Final = "for"
WHEN: Final = "when"
EXPLORE: Final = "page_explore"
PRESENT: Final = "page_present"
REGION: Final = "region"
MUSCLE: Final = "muscle"
TOPIC: Final = "topic"
TREATMENT: Final = "treatment"
DRAW: Final = "draw"
HAND_OVER: Final = "hand-over"
EXCHANGE: Final = "exchange"
FIND_RECORDS: Final = "find"
POINT: Final = "point"
PAGES: Final = "pages"
OPEN: Final = "open_pages"
FINISHED_NOW: Final = "finished_now"
_LAST_DRAFT: Final = "last_draft"


def to_page(path: str, asked: dict[str, str]) -> NoReturn:
    """Leave this page for the one at `path`, and ask that of it."""
    st.switch_page(st.session_state[PAGES][path], query_params=asked)


def is_open(path: str) -> bool:
    """Whether the visitor may see the page at `path`; elsewhere no way should lead."""
    return path in st.session_state.get(OPEN, (path,))


def to_assessment(assessment_id: str) -> NoReturn:
    """Leave this page for an assessment."""
    st.switch_page(st.session_state[ASSESS], query_params={DRAFT: assessment_id})


def remember_assessment(assessment_id: str) -> None:
    """Note which assessment this window was at, for the way back from other pages."""
    st.session_state[_LAST_DRAFT] = assessment_id


def was_at(assessment_id: str | None) -> bool:
    """Whether this window was at that assessment last."""
    return assessment_id is not None and st.session_state.get(_LAST_DRAFT) == assessment_id


def last_assessment() -> str | None:
    """Id of the assessment this window was at last; None if there is none."""
    last: str | None = st.session_state.get(_LAST_DRAFT)
    return last


def back_to_assessment() -> None:
    """Offer the way back to the assessment this window came from; nothing if there is none."""
    last = last_assessment()
    if last and st.button("Back to the assessment", key="back-to-assessment"):
        to_assessment(last)


def to_treatments(region: str | None = None, muscle: str | None = None) -> NoReturn:
    """Leave this page for the treatments for a part of the body, a region of it, or a muscle."""
    asked = {REGION: region, MUSCLE: muscle}
    to_page("treatments", {name: value for name, value in asked.items() if value})


def way(path: str, label: str, *, key: str | None = None, **asked: str | None) -> None:
    """A link to another page, as a link: it can be opened in another tab, or copied.

    Args:
        path: Of the page, such as `learn`.
        label: What the link says, ready to be shown.
        key: Names the link's place for the style sheet.
        asked: What the address asks of the page; what is None is left out.
    """
    given = {name: value for name, value in asked.items() if value}
    with st.container(key=key):
        st.page_link(st.session_state[PAGES][path], label=label, query_params=given)


def here(label: str, *, key: str, **asked: str | None) -> None:
    """A way to something else of the page at hand; its address then says so.

    A button, because Streamlit's link to the page at hand leaves the address as it was: Back and a
    copied link would lead elsewhere.

    Args:
        label: What it says, ready to be shown.
        key: Tells it from the others of the page.
        asked: What the address asks of the page; what is None is left out.
    """
    given = {name: value for name, value in asked.items() if value}
    with st.container(key=f"here-{key}"):
        st.button(
            label,
            key=f"to-{key}",
            type="tertiary",
            on_click=st.query_params.from_dict,
            args=(given,),
        )


def to_mark(assessment_id: str, when: str | None) -> NoReturn:
    """Leave this page to draw for an assessment; `when` is `before` or `after` a treatment."""
    asked = {FOR: assessment_id, WHEN: when}
    to_page("mark", {name: value for name, value in asked.items() if value})


def to_drawing(point: str) -> NoReturn:
    """Leave this page to redraw where a trigger point refers."""
    to_page(DRAW, {POINT: point})


def to_muscle(muscle: str, point: str, side: str) -> NoReturn:
    """Leave this page for what is known of a muscle; ids, and `left` or `right`."""
    asked = {"muscle": muscle, "point": point, "side": side}
    st.switch_page(st.session_state[EXPLORE], query_params=asked)


def to_presentation(**parameters: str) -> NoReturn:
    """Leave this page for a presentation; parameters as in `ui.present.address`."""
    st.switch_page(st.session_state[PRESENT], query_params=parameters)
