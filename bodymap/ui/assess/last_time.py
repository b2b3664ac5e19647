"""What was found last time, beside today: ghosts on the body, and one tap for each finding."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from bodymap.analysis.over_time.matching import Match, MatchedBy, distance_cm, matched
from bodymap.body import Body
from bodymap.canvas import Ghost
from bodymap.records import Assessment, Course, TriggerPointFinding
from bodymap.services.visits.answering import answer_last_time, match_finding, part_finding
from bodymap.services.visits.last_time import EarlierFinding, LastTime, last_time
from bodymap.ui.assess import chart, treatment_asked
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.naming import numbered
from bodymap.ui.fields import choice, opened, pressed, widget_key
from bodymap.ui.wording import CALLED, COURSES, COURSES_TOLD, a_day, plain


@dataclass(frozen=True)
class Beside:
    """Last time beside today.

    Attributes:
        last: Last time.
        matches: The findings of today that continue one of then, by the id of the earlier one.
        body: Figure of today.
    """

    last: LastTime
    matches: dict[str, Match]
    body: Body

    def of(self, finding: TriggerPointFinding) -> tuple[EarlierFinding, Match] | None:
        """The finding of last time that one of today continues, and why."""
        for earlier in (*self.last.findings, *self.last.gone):
            match = self.matches.get(earlier.finding.id)
            if match is not None and match.later.id == finding.id:
                return earlier, match
        return None

    @property
    def unmatched(self) -> tuple[EarlierFinding, ...]:
        """Findings of last time for which today has none yet."""
        return tuple(e for e in self.last.findings if e.finding.id not in self.matches)


def at_hand(desk: Desk, assessment: Assessment) -> Beside | None:
    """Last time beside this assessment; None where there was none, or nothing was found.

    Raises:
        StoreError: it cannot be read.
    """
    last = last_time(assessment=assessment, ports=desk.ports)
    if last is None or not (last.findings or last.gone or last.visit.treatments):
        return None
    body = desk.body(assessment.figure)
    found = matched(last.visit.findings, assessment.findings, visit_id=last.visit.id, body=body)
    return Beside(last, {match.earlier.id: match for match in found}, body)


def ghosts(beside: Beside | None, assessment: Assessment) -> tuple[Ghost, ...]:
    """Where something was found last time and nothing is marked today."""
    if beside is None or not assessment.is_open:
        return ()
    return tuple(
        Ghost(f"{each.visit_id}:{each.finding.id}", each.number, view, x, y, also)
        for each in beside.unmatched
        for view, x, y, also in (chart.place_on_views(each.finding, beside.body),)
    )


def draw_list(desk: Desk, assessment: Assessment, beside: Beside | None) -> None:
    """Each finding of last time with the answers it can be given today."""
    if beside is None or not assessment.is_open:
        return
    with st.container(border=True, key="card-last-time"):
        st.markdown(f"## Last time: {plain(a_day(beside.last.visit.examined_at))}")
        for earlier in beside.last.findings:
            _row(desk, earlier, beside)
        gone = [_name(desk, each) for each in beside.last.gone]
        if gone:
            st.caption(plain(f"Gone already then: {'; '.join(gone)}."))
        if beside.last.findings:
            st.caption("How is it today? “Same” shows last time's values until you confirm them.")
        treatment_asked.draw(desk, assessment, beside.last.visit)


def _row(desk: Desk, earlier: EarlierFinding, beside: Beside) -> None:
    match = beside.matches.get(earlier.finding.id)
    today = match.later if match else None
    course = today.course if today else None
    choice(
        plain(f"{_name(desk, earlier)}: {_was(earlier, beside.last)}"),
        COURSES,
        name=widget_key(earlier.finding.id, "last-time"),
        value=course,
        hand_on=partial(answer, desk, earlier, today),
    )


def _name(desk: Desk, earlier: EarlierFinding) -> str:
    return numbered(desk.workspace.atlas(), earlier.finding, earlier.number)


def _was(earlier: EarlierFinding, last: LastTime) -> str:
    """What was found, in one line."""
    seen = earlier.seen
    if not seen.was_examined:
        return "nothing examined"
    pain = seen.pain_on_pressure
    facts = (
        CALLED[seen.called].lower(),
        f"pain {pain.nrs} of 10" if pain else "",
        "" if earlier.seen_at == last.visit.examined_at else f"examined {a_day(earlier.seen_at)}",
    )
    return ", ".join(fact for fact in facts if fact)


def answer(
    desk: Desk, earlier: EarlierFinding, today: TriggerPointFinding | None, course: Course | None
) -> Assessment | None:
    """Record how a finding of last time stands; `today` is the one that was shown beside it."""
    return desk.attempt(
        desk.keeping(answer_last_time),
        editing=desk.editing(),
        earlier=earlier,
        course=course,
        new_id=desk.ports.ids.new(),
        finding_id=today and today.id,
        was=today and today.course,
    )


def draw_link(
    desk: Desk, assessment: Assessment, finding: TriggerPointFinding, beside: Beside | None
) -> None:
    """Which finding of last time the one at hand continues and why, and the way to part them."""
    found = beside.of(finding) if beside else None
    if found is not None and beside is not None:
        earlier, match = found
        why = _why(match, beside)
        then = a_day(beside.last.visit.examined_at)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(plain(f"{why} {_name(desk, earlier)} of {then}."), width="stretch")
            if assessment.is_open:
                st.button(
                    "Not the same",
                    on_click=pressed(part),
                    args=(desk, finding, earlier),
                    help="This finding is new; it continues none of last time.",
                    key=widget_key(finding.id, "part"),
                )
        return
    if finding.continues is not None:
        told = COURSES_TOLD[finding.course] if finding.course else "of an earlier visit"
        st.caption(plain(f"Continues a finding that is not at hand now: {told}."))
    elif assessment.is_open and beside is not None and beside.unmatched:
        _offer(desk, finding, beside.unmatched)


def _why(match: Match, beside: Beside) -> str:
    if match.by is MatchedBy.SAID:
        return "Continues"
    if match.by is MatchedBy.TRIGGER_POINT:
        return "Same muscle, trigger point and side as"
    away = distance_cm(match.earlier.place, match.later.place, beside.body)
    return f"{away:.1f} cm from"


def _offer(desk: Desk, finding: TriggerPointFinding, unmatched: Sequence[EarlierFinding]) -> None:
    """The way to match a finding by hand."""
    matching = opened("Continues one of last time", key=widget_key(finding.id, "match"), quiet=True)
    if matching is None:
        return
    with matching:
        for earlier in unmatched:
            st.button(
                plain(_name(desk, earlier)),
                on_click=pressed(match_with),
                args=(desk, finding, earlier),
                key=widget_key(earlier.finding.id, f"match-{finding.id[-8:]}"),
                width="stretch",
            )


def part(desk: Desk, finding: TriggerPointFinding, earlier: EarlierFinding) -> object:
    """Say that they are not the same."""
    return desk.attempt(
        desk.keeping(part_finding),
        editing=desk.editing(),
        finding_id=finding.id,
        earlier=earlier,
    )


def match_with(desk: Desk, finding: TriggerPointFinding, earlier: EarlierFinding) -> object:
    """Say that the one continues the other."""
    return desk.attempt(
        desk.keeping(match_finding),
        editing=desk.editing(),
        finding_id=finding.id,
        earlier=earlier,
    )
