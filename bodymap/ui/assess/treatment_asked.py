"""One question about each treatment of last time: better, same or worse after it, for how long."""

from functools import partial

import streamlit as st

from bodymap.records import Assessment, Course, Lasted, TreatmentRecord, TreatmentResponse
from bodymap.services.visits.treating import answer_treatment
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.treated_words import treatment_in_a_line
from bodymap.ui.fields import choice, widget_key
from bodymap.ui.wording import LASTED, TREATMENT_COURSES, plain


def draw(desk: Desk, assessment: Assessment, before: Assessment) -> None:
    """Ask about each treatment of the visit before; nothing where there was none."""
    if not before.treatments:
        return
    st.markdown("**After what was done then**")
    for done in before.treatments:
        _ask(desk, assessment, before, done)


def _ask(desk: Desk, assessment: Assessment, before: Assessment, done: TreatmentRecord) -> None:
    said = assessment.response(done.id)
    choice(
        plain(treatment_in_a_line(desk.workspace.atlas(), before, done)),
        TREATMENT_COURSES,
        name=widget_key(done.id, "last-time-treated"),
        value=said.course if said else None,
        hand_on=partial(answer, desk, before, done, said),
    )
    if said is not None and said.course is not Course.SAME:
        choice(
            "For how long",
            LASTED,
            name=widget_key(done.id, "last-time-lasted"),
            value=said.lasted,
            hand_on=lambda lasted: answer(desk, before, done, said, said.course, lasted=lasted),
        )


def answer(
    desk: Desk,
    before: Assessment,
    done: TreatmentRecord,
    was: TreatmentResponse | None,
    course: Course | None,
    *,
    lasted: Lasted | None = None,
) -> Assessment | None:
    """Record what came of a treatment of the visit before; `was` is the answer that was shown."""
    return desk.attempt(
        desk.keeping(answer_treatment),
        editing=desk.editing(),
        assessment_id=before.id,
        treatment_id=done.id,
        course=course,
        lasted=lasted,
        was=was,
    )
