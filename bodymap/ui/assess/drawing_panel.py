"""Beside the body, under the finding at hand: the patient's drawing and what the findings explain.

While nothing is found yet it tells who could refer to the drawing; later, what is left of it and
where to look next. Each can be examined with one click.
"""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.looking_up.explained import WHAT_COUNTS, Explained
from bodymap.analysis.looking_up.look_up import Candidate, LookUp
from bodymap.analysis.looking_up.reasons import percent
from bodymap.analysis.read_back import largest_places
from bodymap.atlas import TriggerPoint
from bodymap.body import Laterality
from bodymap.records import Assessment, DrawingSummary
from bodymap.ui.assess import drawing_ways
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.under import DrawingAtHand
from bodymap.ui.drawings import candidates
from bodymap.ui.fields import opened, pressed
from bodymap.ui.wording import CALLED, LATERALITIES, NOTICE, plain
from bodymap.wording.pain import places_in_words

_NAMED: Final = 4
"""Places left over that are named; the body shows them all."""
_BOTH: Final = (Laterality.LEFT, Laterality.RIGHT)


def draw(
    desk: Desk,
    assessment: Assessment,
    lines: Sequence[DrawingSummary],
    shown: DrawingAtHand | None,
    covered: Explained | None,
) -> None:
    """Draw the card.

    Args:
        desk: The assessment in this window.
        assessment: As it is now.
        lines: Drawings to choose from.
        shown: The one at hand; None if there is none.
        covered: What the findings explain of it; None if nothing is marked.
    """
    with st.container(border=True, key="card-patients-drawing"):
        if shown is None:
            drawing_ways.first(desk, assessment, lines)
            return
        st.markdown("## Patient's drawing")
        drawing_ways.which(desk, assessment, lines, shown)
        if covered is None:
            none = "No pain that day." if shown.drawing.no_pain else "Nothing is marked."
            st.write(none)
        else:
            _what_it_says(desk, assessment, shown, covered)
        drawing_ways.more(desk, assessment, lines, shown)


def note(covered: Explained | None) -> str:
    """The short form that stands on the body."""
    return f"findings cover {percent(covered.share)}" if covered and covered.by_finding else ""


def _what_it_says(
    desk: Desk, assessment: Assessment, shown: DrawingAtHand, covered: Explained
) -> None:
    found = shown.look_up
    candidates.safety_first(desk.workspace, shown.drawing, found.red_flags)
    title = "Trigger points that typically refer there"
    if not assessment.findings:
        st.markdown(f"**{title}**")
        _candidates(desk, assessment, found)
        return
    _covered(desk, assessment, covered)
    every = st.expander(title, key="all-candidates", on_change="rerun")
    if every.open:
        with every:
            _candidates(desk, assessment, found)


def _candidates(desk: Desk, assessment: Assessment, found: LookUp) -> None:
    candidates.draw(
        found,
        lambda each: _examine_candidate(desk, assessment, each),
        lambda each: standing(assessment, each),
    )
    st.caption(NOTICE)


def standing(assessment: Assessment, each: Candidate) -> str:
    """What was found at a candidate at this visit, on the side that it is offered for."""
    either = each.laterality is Laterality.BILATERAL
    here = [
        CALLED[found.called].lower() if found.was_examined else "not examined yet"
        for found in assessment.findings
        if found.trigger_point == each.trigger_point.id
        and (either or found.laterality is each.laterality)
    ]
    return ", ".join(dict.fromkeys(here)) or "not found yet"


def _covered(desk: Desk, assessment: Assessment, covered: Explained) -> None:
    st.markdown("\n\n".join(_told(covered)))
    if covered.next and assessment.is_open:
        for each in covered.next:
            then = f"then {percent(each.then)}"
            _examine(desk, assessment, each.trigger_point, each.laterality, then)
    rule = opened("What counts", key="what-counts", quiet=True)
    if rule is not None:
        rule.write(plain(WHAT_COUNTS))
        rule.caption(
            "A share of the drawing that lies in typical zones: it says what would fit, not what "
            "causes the pain."
        )


def _told(covered: Explained) -> list[str]:
    """What is covered, what is left over, and what would come next; one line each."""
    counted = bool(covered.by_finding)
    if not counted:
        told = ["No finding counts yet for the drawn pain."]
    else:
        share = percent(covered.share)
        told = [f"The findings so far cover **{share}** of the drawn pain."]
    if counted and covered.remains:
        left = places_in_words(largest_places(covered.remains), _NAMED)
        told.append(f":small[Left over: {plain(left)}.]")
    if covered.next:
        told.append(f"Would explain most of {'the rest' if counted else 'it'}:")
    return told


def _examine_candidate(desk: Desk, assessment: Assessment, each: Candidate) -> None:
    if assessment.is_open:
        with st.container(horizontal=True, width="content"):
            _examine(desk, assessment, each.trigger_point, each.laterality)


def _examine(
    desk: Desk, assessment: Assessment, point: TriggerPoint, laterality: Laterality, then: str = ""
) -> None:
    """A button for each side that fits: the finding is begun, or taken to hand if there is one.

    With `then`, what it would come to, the button says the muscle too; else it stands under it.
    """
    name = desk.workspace.atlas().muscle_of(point.id).name
    only = Laterality(point.only_on.upper()) if point.only_on else None
    either = laterality is Laterality.BILATERAL and only is None
    for side in _BOTH if either else (only or laterality,):
        which = f" the {LATERALITIES[side]} one" if either else ""
        words = f"Examine {name}, {LATERALITIES[side]} · {then}" if then else f"Examine{which}"
        st.button(
            plain(words),
            key=f"examine-{point.id}-{side.value}" + ("-next" if then else ""),
            help=None if then else f"{name}, {point.name}, {LATERALITIES[side]}",
            width="stretch" if then else "content",
            on_click=pressed(desk.attempt),
            args=(desk.examine, point.id, side, assessment.figure),
        )
