"""Pain on pressure, referral felt, and what is measured less often."""

from functools import partial

import streamlit as st

from bodymap.records import (
    Assessment,
    Depth,
    PainIntensity,
    PressurePainThreshold,
    PressureUnit,
    ReferralFelt,
    TriggerPointFinding,
)
from bodymap.ui.assess import felt
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.fields import bound, choice, entered, held, widget_key
from bodymap.ui.wording import DEPTHS, PRESSURE_UNITS, REFERRALS_FELT

_PROBES_CM2 = (0.5, 1.0, 2.0)


def draw(desk: Desk, finding: TriggerPointFinding, *, figure: str, is_open: bool) -> None:
    """Pain and referral at once; depth, threshold and notes behind one more tap."""
    _pain(desk, finding, is_open=is_open)
    _referral(desk, finding, is_open=is_open)
    felt.draw(desk, finding, figure)
    measured = finding.pressure_pain_threshold is not None
    filled = bool(finding.notes) or finding.depth is not None or measured
    # As when the finding was first shown: opened anew, it would take the focus from what is typed.
    first = st.session_state.setdefault(widget_key(finding.id, "first-filled"), filled)
    more = st.expander(
        "Depth, pressure pain threshold, notes",
        expanded=first,
        key=widget_key(finding.id, "more"),
        on_change="rerun",
    )
    if not more.open:
        return
    with more:
        _depth(desk, finding, is_open=is_open)
        _threshold(desk, finding, is_open=is_open)
        _notes(desk, finding, is_open=is_open)


def _pain(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    pain = finding.pain_on_pressure
    choice(
        "Pain on pressure, 0 none to 10 worst imaginable",
        {nrs: str(nrs) for nrs in range(11)},
        name=widget_key(finding.id, "nrs"),
        value=pain.nrs if pain else None,
        hand_on=partial(rate_pain, desk, finding.id),
        stretched=True,
        disabled=not is_open,
    )


def rate_pain(desk: Desk, finding_id: str, nrs: int | None) -> object | None:
    """Record the pain while pressed, 0 to 10; None means: not asked."""
    pain = None if nrs is None else PainIntensity(nrs=nrs)
    return desk.revise(finding_id, pain_on_pressure=pain)


def _referral(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    def answered(value: ReferralFelt | None) -> object | None:
        value = value or ReferralFelt.NOT_ASKED
        desk.draw_referral_of(finding.id if value is ReferralFelt.OTHER else None)
        drawing = finding.referral.drawing if value is ReferralFelt.OTHER else None
        return desk.revise(finding.id, referral={"felt": value, "drawing": drawing})

    choice(
        "Referral felt",
        REFERRALS_FELT,
        name=widget_key(finding.id, "referral"),
        value=finding.referral.felt,
        hand_on=answered,
        stretched=True,
        disabled=not is_open,
    )
    if is_open and finding.referral.felt is ReferralFelt.OTHER:
        _drawing(desk, finding)


def _drawing(desk: Desk, finding: TriggerPointFinding) -> None:
    """Whether the body is drawn on now, and the way there and back."""
    drawing = states.is_drawing_referral(desk.state, finding)
    if drawing:
        st.caption("Draw on the body where it was felt. No new mark is set meanwhile.")
    if finding.referral.drawing is not None:
        st.button(
            "Done drawing" if drawing else "Draw more",
            key=widget_key(finding.id, "draw-referral"),
            on_click=desk.draw_referral_of,
            args=(None if drawing else finding.id,),
        )


def _depth(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    def at(depth: Depth | None) -> object | None:
        return desk.revise(finding.id, depth=depth)

    choice(
        "Depth, as felt",
        DEPTHS,
        name=widget_key(finding.id, "depth"),
        value=finding.depth,
        hand_on=at,
        disabled=not is_open,
    )


def _threshold(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    threshold = finding.pressure_pain_threshold
    unit = threshold.entered_in if threshold else PressureUnit.NEWTON_PER_CM2
    probe = threshold.probe_area_cm2 if threshold else 1.0
    value_key, unit_key, probe_key = (
        widget_key(finding.id, part) for part in ("ppt", "ppt-unit", "ppt-probe")
    )

    def measured(_: object) -> object | None:
        value = held(value_key)
        if not value:
            return desk.revise(finding.id, pressure_pain_threshold=None)
        return desk.attempt(
            _measured,
            desk,
            finding.id,
            value,
            *(held(k) for k in (unit_key, probe_key)),
        )

    reading, units, probes = st.columns([0.4, 0.32, 0.28])
    reading.number_input(
        "Pressure pain threshold",
        min_value=0.0,
        step=0.1,
        format="%.1f",
        key=bound(value_key, round(threshold.in_unit(unit), 1) if threshold else None),
        on_change=entered(value_key, measured),
        disabled=not is_open,
        placeholder="none",
    )
    units.selectbox(
        "Unit",
        list(PRESSURE_UNITS),
        format_func=PRESSURE_UNITS.__getitem__,
        key=bound(unit_key, unit),
        on_change=entered(unit_key, measured),
        disabled=not is_open,
    )
    probes.selectbox(
        "Probe, cm²",
        sorted({*_PROBES_CM2, probe}),
        key=bound(probe_key, probe),
        on_change=entered(probe_key, measured),
        disabled=not is_open,
    )
    if threshold:
        st.caption(_in_all_units(threshold))


def _measured(
    desk: Desk, finding_id: str, value: float, unit: PressureUnit, probe_area_cm2: float
) -> Assessment:
    threshold = PressurePainThreshold.entered(value, unit, probe_area_cm2=probe_area_cm2)
    return desk.change(finding_id, pressure_pain_threshold=threshold)


def _in_all_units(threshold: PressurePainThreshold) -> str:
    values = [f"{threshold.in_unit(u):.3g} {name}" for u, name in PRESSURE_UNITS.items()]
    return " · ".join([*values, f"{threshold.probe_area_cm2:g} cm² probe"])


def _notes(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    key = widget_key(finding.id, "notes")
    st.text_area(
        "Notes",
        key=bound(key, finding.notes),
        on_change=entered(key, lambda text: desk.revise(finding.id, notes=text)),
        disabled=not is_open,
        height=90,
    )
