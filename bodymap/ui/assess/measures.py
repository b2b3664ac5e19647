"""Pain on pressure, referral felt, and what is measured less often."""

from functools import partial
from typing import Final

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
from bodymap.ui.fields import bound, choice, entered, opened, widget_key
from bodymap.ui.wording import DEPTHS, PRESSURE_UNITS, REFERRALS_FELT

_PROBES_CM2: Final = (0.5, 1.0, 2.0)
_INSTRUMENT: Final = "instrument"
_LEAST_HIGH: Final = 68
"""Pixels, the least that is taken; the style sheet lets the notes grow with what is typed.

Streamlit's own way of growing measures the whole page after every click.
"""


def draw(desk: Desk, finding: TriggerPointFinding, *, figure: str, is_open: bool) -> None:
    """Pain, referral, threshold and notes at once; depth, unit and probe behind one more tap."""
    _pain(desk, finding, is_open=is_open)
    _referral(desk, finding, is_open=is_open)
    felt.draw(desk, finding, figure)
    with st.container(horizontal=True, gap="xsmall", key=widget_key(finding.id, "measured")):
        _threshold(desk, finding, is_open=is_open)
        _notes(desk, finding, is_open=is_open)


def draw_more(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    """Depth, and the unit and the probe of the threshold; made only when somebody looks."""
    more = opened("Depth, unit, probe", key=widget_key(finding.id, "more"))
    if more is None:
        return
    with more:
        _depth(desk, finding, is_open=is_open)
        _instrument(desk, finding, is_open=is_open)


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
    unit, probe = _read_with(finding)
    threshold = finding.pressure_pain_threshold
    key = widget_key(finding.id, "ppt")

    def measured(value: float | None) -> object | None:
        if not value:
            return desk.revise(finding.id, pressure_pain_threshold=None)
        return desk.attempt(_measured, desk, finding.id, value, unit, probe)

    st.number_input(
        f"Pressure pain threshold, {PRESSURE_UNITS[unit]}",
        min_value=0.0,
        step=0.1,
        format="%.1f",
        key=bound(key, round(threshold.in_unit(unit), 1) if threshold else None),
        on_change=entered(key, measured),
        disabled=not is_open,
        placeholder=f"PPT, {PRESSURE_UNITS[unit]}",
        label_visibility="collapsed",
        width=150,
    )


def _read_with(finding: TriggerPointFinding) -> tuple[PressureUnit, float]:
    """Unit and probe of the reading there is, else those chosen for the one to come."""
    threshold = finding.pressure_pain_threshold
    if threshold is not None:
        return threshold.entered_in, threshold.probe_area_cm2
    chosen: tuple[PressureUnit, float] = st.session_state.setdefault(
        _INSTRUMENT, (PressureUnit.NEWTON_PER_CM2, 1.0)
    )
    return chosen


def _instrument(desk: Desk, finding: TriggerPointFinding, *, is_open: bool) -> None:
    """Unit and probe: of the reading there is, and of those that this window takes next."""
    unit, probe = _read_with(finding)
    threshold = finding.pressure_pain_threshold

    def with_other(unit: PressureUnit, probe: float) -> object | None:
        st.session_state[_INSTRUMENT] = (unit, probe)
        if threshold is None:
            return finding
        value = round(threshold.in_unit(threshold.entered_in), 1)
        return desk.attempt(_measured, desk, finding.id, value, unit, probe)

    unit_key, probe_key = (widget_key(finding.id, part) for part in ("ppt-unit", "ppt-probe"))
    st.selectbox(
        "Unit of the threshold",
        list(PRESSURE_UNITS),
        format_func=PRESSURE_UNITS.__getitem__,
        key=bound(unit_key, unit),
        on_change=entered(unit_key, lambda chosen: with_other(chosen, probe)),
        disabled=not is_open,
    )
    st.selectbox(
        "Probe, cm²",
        sorted({*_PROBES_CM2, probe}),
        key=bound(probe_key, probe),
        on_change=entered(probe_key, lambda chosen: with_other(unit, chosen)),
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
        height=_LEAST_HIGH,
        placeholder="Notes",
        label_visibility="collapsed",
    )
