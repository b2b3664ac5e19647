"""Earlier editions of an assessment: each opens as it was, and what changed is said."""

from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.analysis.comparing.editions import differences
from bodymap.records import Assessment, Edition, Person
from bodymap.services.assessing.assessments import list_editions
from bodymap.ui import links
from bodymap.ui.assess import differences_in_words
from bodymap.ui.assess.desk import Desk
from bodymap.ui.wording import a_day, a_time, plain

_NOW: Final = "the amendment"


def earlier(desk: Desk, assessment: Assessment) -> tuple[Edition[Assessment], ...]:
    """Editions that are not what the record says now."""
    if not assessment.editions:
        return ()
    editions = list_editions(assessment_id=assessment.id, ports=desk.ports)
    return editions if assessment.is_open else editions[:-1]


def asked_for(desk: Desk) -> Desk:
    """The desk of the earlier edition that the address asks for; the record's own if of none."""
    wanted = st.query_params.get(links.EDITION)
    if wanted is None:
        return desk
    numbers = (edition.number for edition in earlier(desk, desk.open()))
    return replace(desk, edition=next((n for n in numbers if str(n) == wanted), None))


def draw_list(desk: Desk, assessment: Assessment) -> None:
    """Each earlier edition as a way to it; nothing where there is none."""
    editions = earlier(desk, assessment)
    if not editions:
        return
    st.markdown("**Earlier editions**")
    for edition in editions:
        _way(plain(_line(edition)), edition.number)


def _way(label: str, edition: int | None) -> None:
    """The way to an edition, or with None to the record itself."""
    with st.container(key=f"here-edition-{edition or 'now'}"):
        if st.button(label, key=f"edition-{edition or 'now'}", type="tertiary"):
            asked = {} if edition is None else {links.EDITION: str(edition)}
            st.query_params.from_dict({links.DRAFT: st.query_params[links.DRAFT]} | asked)
            st.rerun(scope="app")


def draw_header(desk: Desk, person: Person | None) -> None:
    """Whose record and which edition is shown, the way back, and what differs from another."""
    shown = desk.open()
    with st.container(border=True, key="card-edition"):
        label = person.label if person else f"Code {shown.code}"
        st.markdown(f"# {plain(label)}")
        st.write(plain(_line(Edition(desk.edition or 0, shown))))
        st.caption("As it was finished then. Nothing here can be changed.")
        _way("Back to the record as it is now", None)
        others = _others(desk)
        name = st.selectbox("Compared with", list(others), key=_choice(desk), width=260)
        before, after = sorted((shown, others[name]), key=lambda each: each.version)
        lines = differences_in_words.lines(desk.workspace.atlas(), before, after)
        st.markdown("**What changed later**" if before is shown else "**What had changed**")
        st.markdown("\n".join(f"- {plain(line)}" for line in lines) or "Nothing.")


def marks(desk: Desk, shown: Assessment) -> dict[str, str]:
    """How each finding of an earlier edition differs from the one it is compared with."""
    if desk.edition is None:
        return {}
    others = _others(desk)
    name = st.session_state.get(_choice(desk), next(iter(others)))
    before, after = sorted((shown, others[name]), key=lambda each: each.version)
    found = differences(before, after).findings
    return {each.finding.id: differences_in_words.mark(each, name) for each in found}


def _others(desk: Desk) -> dict[str, Assessment]:
    """What an edition can be compared with, the one before it first."""
    now = replace(desk, edition=None).open()
    editions = list_editions(assessment_id=desk.assessment_id, ports=desk.ports)
    number = desk.edition or 0
    nearest = sorted(editions, key=lambda e: (e.number > number, abs(e.number - number)))
    found = {f"edition {e.number}": e.record for e in nearest if e.number != number}
    return found | ({_NOW: now} if now.is_open else {})


def _choice(desk: Desk) -> str:
    return f"compared-{desk.log}"


def _line(edition: Edition[Assessment]) -> str:
    then = edition.record
    when = then.finished_at
    at = f", {a_day(when)} {a_time(when)}" if when else ""
    why = f", because: {then.amended_because}" if then.amended_because else ""
    return f"Edition {edition.number}{at}, by {then.finished_by}{why}"
