"""How an assessment ends: what would be closed unsettled, finish, amend, discard."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.records import Assessment
from bodymap.services.assessing.assessments import (
    amend_assessment,
    discard_amendment,
    finish_assessment,
)
from bodymap.services.assessing.unsettled import Unsettled, UnsettledFinding, unsettled
from bodymap.services.maintaining.settings import get_examiner_name, set_examiner_name
from bodymap.ui import links
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.naming import numbered
from bodymap.ui.assess.state import Tone
from bodymap.ui.fields import opened
from bodymap.ui.problems import in_words
from bodymap.ui.wording import a_day, plain

_REASONS: Final = {
    Unsettled.NO_MUSCLE: "no muscle chosen",
    Unsettled.CONTRADICTORY: "two answers about referral contradict each other",
    Unsettled.COPIED: "copied, not examined here yet",
    Unsettled.NOT_EXAMINED: "nothing examined yet",
    Unsettled.UNDECIDED: "not decided yet",
}


def draw(desk: Desk, assessment: Assessment) -> None:
    """The way to finish what is open, or to amend what is finished."""
    if assessment.is_open:
        finishing = opened("Finish", key="finishing")
        if finishing is not None:
            with finishing:
                _finish(desk, assessment)
    else:
        amending = opened("Amend", key="amending")
        if amending is not None:
            with amending:
                _amend(desk, assessment)


def _finish(desk: Desk, assessment: Assessment) -> None:
    ports = desk.ports
    open_still = unsettled(assessment)
    _summary(desk, assessment, open_still)
    known = assessment.examiner or get_examiner_name(ports=ports)
    by = st.text_input("Your name, as typed", value=known, key="finish-by")

    def finish() -> None:
        kept = desk.attempt(
            desk.keeping(finish_assessment),
            assessment_id=assessment.id,
            by=by,
            expected_version=desk.state.version,
            ports=ports,
        )
        if kept is not None:
            desk.say(f"Finished by {kept.finished_by}.")
            if kept.person_id is not None:
                day = a_day(kept.examined_at)
                st.session_state[links.FINISHED_NOW] = f"Finished by {kept.finished_by}: {day}."
            try:
                set_examiner_name(name=by, ports=ports)
            except BodymapError as error:
                desk.say(in_words(error), Tone.PROBLEM)

    label = "Finish anyway" if open_still else "Finish now"
    st.button(label, on_click=finish, type="primary", disabled=not by.strip(), key="finish")
    if assessment.is_amendment:
        st.button("Discard this amendment", on_click=_discard, args=(desk,), key="discard")


def _summary(desk: Desk, assessment: Assessment, open_still: tuple[UnsettledFinding, ...]) -> None:
    """What will be closed, and what of it is not settled; each of those a tap away."""
    count = len(assessment.findings)
    st.write(
        f"Finishing closes {count} finding{'' if count == 1 else 's'}. "
        "Later changes are amendments that keep what was said before."
    )
    if not open_still:
        return
    st.markdown("**Not settled**")
    with st.container(gap=None, key="here-unsettled"):
        for each in open_still:
            name = numbered(desk.workspace.atlas(), each.finding, each.number)
            why = ", ".join(_REASONS[reason] for reason in each.reasons)
            if st.button(plain(f"{name}: {why}"), key=f"unsettled-{each.number}", type="tertiary"):
                desk.select(each.finding.id)
                st.rerun(scope="app")


def _discard(desk: Desk) -> None:
    desk.attempt(
        desk.keeping(discard_amendment),
        assessment_id=desk.assessment_id,
        expected_version=desk.state.version,
        ports=desk.ports,
    )


def _amend(desk: Desk, assessment: Assessment) -> None:
    st.write("The finished edition stays readable, with the reason beside it.")
    because = st.text_input("Why", key="amend-because")

    def amend() -> None:
        desk.attempt(
            desk.keeping(amend_assessment),
            assessment_id=assessment.id,
            because=because,
            expected_version=desk.state.version,
            ports=desk.ports,
        )

    st.button(
        "Amend now", on_click=amend, type="primary", disabled=not because.strip(), key="amend"
    )
