"""What was done at this visit: each treatment, its dose, what came of it at once, and advice."""

from functools import partial
from typing import Any, Final

import streamlit as st

from bodymap.records import (
    AdverseEffect,
    Assessment,
    Consent,
    PainIntensity,
    RecallPeriod,
    SignValue,
    TreatmentRecord,
)
from bodymap.records.treatment import OF_A_NEEDLE
from bodymap.services.visits.treating import record_treatment, remove_treatment, revise_treatment
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.dose_words import asked_of
from bodymap.ui.assess.naming import in_assessment
from bodymap.ui.assess.treated_words import treatment_in_a_line
from bodymap.ui.fields import bound, choice, choices, entered, pressed, widget_key
from bodymap.ui.wording import ADVERSE_EFFECTS, CONSENTS, SIGN_VALUES, plain

_RATED: Final = {nrs: str(nrs) for nrs in range(11)}
_WHOLE: Final = "no single finding"


def draw(desk: Desk, assessment: Assessment) -> None:
    """Draw the card; of a closed visit only what was done."""
    if not assessment.is_open and not assessment.treatments:
        return
    with st.container(border=True, key="card-treatments"):
        count = f" ({len(assessment.treatments)})" if assessment.treatments else ""
        st.markdown(f"## What was done{count}")
        atlas = desk.workspace.atlas()
        for done in assessment.treatments:
            line = plain(treatment_in_a_line(atlas, assessment, done))
            if not assessment.is_open:
                st.markdown(f"- {line}")
                continue
            is_shown = desk.state.treatment == done.id
            st.button(
                line,
                key=widget_key(done.id, "treated"),
                type="secondary",
                width="stretch",
                on_click=desk.put,
                args=(states.show_treatment(desk.state, None if is_shown else done.id),),
            )
            if is_shown:
                _form(desk, done)
        if assessment.is_open:
            _add(desk, assessment)


def _add(desk: Desk, assessment: Assessment) -> None:
    adding = st.expander("Record a treatment", key="record-treatment", on_change="rerun")
    if not adding.open:
        return
    atlas = desk.workspace.atlas()
    with adding:
        findings = {None: _WHOLE} | {
            each.id: in_assessment(atlas, assessment, each) for each in assessment.findings
        }
        selected = desk.state.selected if desk.state.selected in findings else None
        of = st.selectbox(
            "Of",
            list(findings),
            format_func=findings.__getitem__,
            index=list(findings).index(selected),
            key=f"treat-of-{selected}",
        )
        names = {each.id: each.name for each in atlas.treatments.values()}
        with st.container(horizontal=True, gap="small"):
            for treatment in sorted(names, key=names.__getitem__):
                st.button(
                    plain(names[treatment]),
                    key=f"treat-{treatment}",
                    on_click=pressed(record),
                    args=(desk, treatment, of),
                )
        st.caption("A record of what was done, never advice to do it.")


def record(desk: Desk, treatment: str, finding_id: str | None) -> Assessment | None:
    """Record that something was done, and show its fields."""
    finding = desk.open().finding(finding_id or "")
    done = TreatmentRecord(
        id=desk.ports.ids.new(),
        treatment=treatment,
        finding_id=finding_id,
        laterality=finding.laterality if finding else None,
    )
    kept = desk.attempt(desk.keeping(record_treatment), editing=desk.editing(), treatment=done)
    if kept is not None:
        desk.put(states.show_treatment(desk.state, done.id))
    return kept


def revise(desk: Desk, done: TreatmentRecord, field: str, value: Any) -> Assessment | None:
    """Change one field, where it still says what it was shown to say."""
    return desk.attempt(
        desk.keeping(revise_treatment),
        editing=desk.editing(),
        treatment_id=done.id,
        changes={field: value},
        was={field: getattr(done, field)},
    )


def _form(desk: Desk, done: TreatmentRecord) -> None:
    known = desk.workspace.atlas().treatments.get(done.treatment)
    is_needle = known is None or known.invasive
    with st.container(key=widget_key(done.id, "treatment")):
        _dose(desk, done)
        choice(
            "Consent",
            {each: words for each, words in CONSENTS.items() if words},
            name=widget_key(done.id, "consent"),
            value=None if done.consent is Consent.NOT_STATED else done.consent,
            hand_on=lambda said: revise(desk, done, "consent", said or Consent.NOT_STATED),
        )
        if is_needle:
            choice(
                "Twitch while it was done",
                SIGN_VALUES,
                name=widget_key(done.id, "twitch"),
                value=done.twitch,
                hand_on=lambda said: revise(desk, done, "twitch", said or SignValue.NOT_EXAMINED),
            )
        _pain(desk, done, "pain_before", "Pain right before, 0 to 10")
        _pain(desk, done, "pain_after", "Pain right after, 0 to 10")
        choices(
            "Unwanted effects, seen or told",
            {e: w for e, w in ADVERSE_EFFECTS.items() if is_needle or e not in OF_A_NEEDLE},
            name=widget_key(done.id, "adverse"),
            value=done.adverse,
            hand_on=lambda said: revise(desk, done, "adverse", _in_order(said)),
        )
        _text(desk, done, "adverse_other", "Another unwanted effect")
        _text(desk, done, "home_advice", "Advice for home")
        st.button(
            "Remove this treatment",
            key=widget_key(done.id, "remove-treatment"),
            on_click=pressed(remove),
            args=(desk, done),
        )


def remove(desk: Desk, done: TreatmentRecord) -> Assessment | None:
    """Remove a treatment; undo brings it back."""
    return desk.attempt(
        desk.keeping(remove_treatment), editing=desk.editing(), treatment_id=done.id
    )


def _dose(desk: Desk, done: TreatmentRecord) -> None:
    for field, label in asked_of(done.treatment).items():
        name = widget_key(done.id, f"dose-{field}")
        value = getattr(done.dose, field)
        on_change = entered(name, partial(_dosed, desk, done, field))
        if field in {"substance", "other"}:
            st.text_input(label, key=bound(name, value), on_change=on_change)
        elif field == "amount_ml":
            st.number_input(
                label, min_value=0.0, step=0.1, key=bound(name, value), on_change=on_change
            )
        else:
            st.number_input(label, min_value=0, step=1, key=bound(name, value), on_change=on_change)


def _dosed(desk: Desk, done: TreatmentRecord, field: str, value: Any) -> Assessment | None:
    said = value if value or (field == "pain_allowed" and value == 0) else None
    return desk.attempt(
        desk.keeping(revise_treatment),
        editing=desk.editing(),
        treatment_id=done.id,
        changes={"dose": {field: "" if said is None and field in {"substance", "other"} else said}},
        was={"dose": {field: getattr(done.dose, field)}},
    )


def _pain(desk: Desk, done: TreatmentRecord, field: str, label: str) -> None:
    kept: PainIntensity | None = getattr(done, field)

    def rated(nrs: int | None) -> Assessment | None:
        pain = None if nrs is None else PainIntensity(nrs=nrs, recall=RecallPeriod.NOW)
        return revise(desk, done, field, pain)

    choice(
        label,
        _RATED,
        name=widget_key(done.id, f"nrs-{field}"),
        value=kept.nrs if kept else None,
        hand_on=rated,
        stretched=True,
    )


def _text(desk: Desk, done: TreatmentRecord, field: str, label: str) -> None:
    name = widget_key(done.id, field)
    st.text_input(
        label,
        key=bound(name, getattr(done, field)),
        on_change=entered(name, lambda text: revise(desk, done, field, text)),
    )


def _in_order(said: list[AdverseEffect]) -> tuple[AdverseEffect, ...]:
    return tuple(each for each in AdverseEffect if each in said)
