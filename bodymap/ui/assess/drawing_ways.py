"""Which of the patient's drawings is at hand, and how another one comes to be."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.body import Body
from bodymap.errors import BodymapError
from bodymap.records import Assessment, DrawingSummary, Occasion
from bodymap.services.drawing.drawings import (
    attach_drawing_to_assessment,
    find_waiting_drawing,
    open_drawing,
)
from bodymap.ui import links
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.state import Tone
from bodymap.ui.assess.under import DrawingAtHand
from bodymap.ui.drawings import said
from bodymap.ui.drawings.listed import in_a_line, told
from bodymap.ui.fields import opened, unfolded
from bodymap.ui.practice_clock import same_day
from bodymap.ui.problems import in_words
from bodymap.ui.wording import OCCASIONS, a_day

_BEFORE, _AFTER = Occasion.BEFORE_TREATMENT, Occasion.AFTER_TREATMENT
_ADDRESSED: Final = {_BEFORE: "before", _AFTER: "after"}


def first(desk: Desk, assessment: Assessment, lines: Sequence[DrawingSummary]) -> None:
    """Nothing is drawn yet: what a drawing is good for, and how to get one."""
    st.markdown("## No drawing yet" if not lines else "## Patient's drawing")
    if lines:
        st.write("The last drawing cannot be shown on this body. The records are unchanged.")
    if not _can_be_made(desk, assessment):
        st.write("Nothing was drawn for this assessment.")
        return
    st.write("What the patient draws lies under the findings, and tells where to look.")
    with st.container(horizontal=True, key="screen-only-first-drawing"):
        _draw("Draw now", assessment, None)
        inside = opened("Fetch by its code", key="drawing-by-code")
        if inside is not None:
            with inside:
                _code(desk)


def which(
    desk: Desk, assessment: Assessment, lines: Sequence[DrawingSummary], shown: DrawingAtHand
) -> None:
    """When it was drawn; a choice where there are several."""
    by_id = {line.id: line for line in lines}
    line = by_id[shown.drawing.id]
    if len(lines) > 1:
        key = f"which-drawing-{assessment.id}"
        st.session_state[key] = line.id
        st.selectbox(
            "Which drawing",
            list(by_id),
            format_func=lambda drawing_id: told(by_id[drawing_id]),
            key=key,
            label_visibility="collapsed",
            on_change=lambda: desk.put(states.look_by(desk.state, st.session_state[key])),
        )
    else:
        st.caption(in_a_line(line))
    if line.assessment_id != assessment.id and not same_day(line.drawn_at, assessment.examined_at):
        day = a_day(line.drawn_at)
        st.caption(f"The latest there is, of {day}; none was made for this assessment.")


def more(
    desk: Desk, assessment: Assessment, lines: Sequence[DrawingSummary], shown: DrawingAtHand
) -> None:
    """What changed by the treatment, and the ways to another drawing."""
    attached = [line for line in lines if line.assessment_id == assessment.id]
    by_occasion = {line.occasion: line for line in reversed(attached) if line.occasion}
    if by_occasion.keys() >= _ADDRESSED.keys():
        _change(desk, by_occasion[_BEFORE], by_occasion[_AFTER], shown.body)
    if not _can_be_made(desk, assessment):
        return
    with st.container(horizontal=True, key="screen-only-drawing-ways"):
        inside = opened("Another drawing", key="another-drawing", quiet=True)
        if inside is None:
            return
        with inside:
            for occasion, words in OCCASIONS.items():
                again = " again" if occasion in by_occasion else ""
                _draw(f"Draw {words}{again}", assessment, occasion)
            if shown.drawing.assessment_id is None:
                st.button(
                    "Attach the one shown to this assessment",
                    key="attach-drawing",
                    on_click=_attach,
                    args=(desk, shown.drawing.id, shown.drawing.version),
                )
            _code(desk)


def _can_be_made(desk: Desk, assessment: Assessment) -> bool:
    """While it is open, and after that on its day: a treatment may follow the examination."""
    return assessment.is_open or same_day(desk.ports.clock.now(), assessment.examined_at)


def _draw(label: str, assessment: Assessment, occasion: Occasion | None) -> None:
    when = _ADDRESSED[occasion] if occasion else None
    if st.button(label, key=f"draw-{when or 'now'}"):
        links.to_mark(assessment.id, when)


def _code(desk: Desk) -> None:
    """A drawing that waits, made on another screen, by the code that was told at its end."""
    code = st.text_input("Code of a drawing that waits", key="drawing-code", max_chars=40)
    st.button(
        "Fetch it", key="fetch-drawing", disabled=not code.strip(), on_click=_fetch, args=(desk,)
    )


def _fetch(desk: Desk) -> None:
    code = str(st.session_state.get("drawing-code", ""))
    try:
        waiting = find_waiting_drawing(code=code, ports=desk.ports)
    except BodymapError as error:
        desk.say(in_words(error), Tone.PROBLEM)
        return
    if waiting is None:
        desk.say(f"No drawing waits under the code {code.strip()}.", Tone.PROBLEM)
    else:
        _attach(desk, waiting.id, waiting.version)


def _attach(desk: Desk, drawing_id: str, version: int) -> None:
    try:
        attach_drawing_to_assessment(
            drawing_id=drawing_id,
            assessment_id=desk.assessment_id,
            expected_version=version,
            ports=desk.ports,
        )
    except BodymapError as error:
        desk.say(in_words(error), Tone.PROBLEM)
        return
    desk.put(states.look_by(desk.state, drawing_id))
    desk.say("The drawing is attached.")


def _change(desk: Desk, before: DrawingSummary, after: DrawingSummary, body: Body) -> None:
    """What the treatment changed, in the words that stand with the person too."""
    inside = unfolded("From before to after the treatment", key="treatment-change")
    if inside is None:
        return
    earlier, later = (
        open_drawing(drawing_id=line.id, ports=desk.ports) for line in (before, after)
    )
    with inside:
        said.changed(desk.workspace, later, earlier, body)
        st.caption("Two drawings do not tell what caused the change.")
