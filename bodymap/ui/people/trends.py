"""One finding over visits, and the size of the drawings: as charts, sentences and a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from bodymap.analysis.over_time.bands import (
    EXTENT,
    Band,
    around,
    judged,
    judged_threshold,
    pain_band,
    threshold_band,
)
from bodymap.analysis.over_time.following import Row, followed
from bodymap.body import Body
from bodymap.records import Assessment, PressurePainThreshold, ReferralFelt, TriggerPointFinding
from bodymap.services.visits.time_line import Event
from bodymap.ui import reading_table
from bodymap.ui.assess.chart import standing
from bodymap.ui.assess.naming import named
from bodymap.ui.assess.treated_words import response_in_words, treatment_name
from bodymap.ui.people.trend_chart import trend_chart
from bodymap.ui.people.trend_words import NOT_PAIN, OF_RATED_PAIN, change_in_words
from bodymap.ui.reading_table import Cell
from bodymap.ui.session import Workspace
from bodymap.ui.wording import a_day, plain

_COLUMNS = ("Visit", "Found", "Pain on pressure", "Threshold", "Treated", "Came of it")
_SECONDS_A_DAY = 86_400


@dataclass(frozen=True)
class Followed:
    """A finding over visits, with what was measured at each.

    Attributes:
        row: The finding.
        visits: All finished visits, the first first.
    """

    row: Row
    visits: Sequence[Assessment]

    @property
    def days(self) -> list[datetime]:
        """When it was recorded."""
        return [self.visits[each.visit].examined_at for each in self.row.seen]

    @property
    def pains(self) -> list[float | None]:
        """Pain on pressure each time; None where it was not asked, or not confirmed."""
        confirmed = [(each.finding, each.finding.pain_on_pressure) for each in self.row.seen]
        return [
            None if pain is None or finding.copied_from else float(pain.nrs)
            for finding, pain in confirmed
        ]

    @property
    def thresholds(self) -> list[PressurePainThreshold | None]:
        """Pressure pain threshold each time."""
        return [
            None if each.finding.copied_from else each.finding.pressure_pain_threshold
            for each in self.row.seen
        ]


def draw(workspace: Workspace, body: Body, events: Sequence[Event], *, key: str) -> None:
    """Draw what was measured more than once; nothing where nothing was."""
    _extent(events)
    visits = [event.visit for event in events if event.visit is not None]
    rows = [row for row in followed(visits, body) if len(row.seen) > 1]
    if not rows:
        return
    st.header("One finding over visits")
    atlas = workspace.atlas()
    number = st.selectbox(
        "Finding",
        range(len(rows)),
        format_func=lambda at: (
            f"{named(atlas, rows[at].last, 'No muscle chosen')} · {len(rows[at].seen)} visits"
        ),
        key=f"trend-{key}",
    )
    one = Followed(rows[number], visits)
    groups = _groups(workspace, body, one.row.last)
    left, right = st.columns(2)
    with left:
        _pain(one, pain_band(groups, referred=_is_referred(one.row)))
    with right:
        _threshold(one, groups)
    _table(workspace, one)


def _groups(workspace: Workspace, body: Body, finding: TriggerPointFinding) -> frozenset[str]:
    region = body.regions.get(finding.place.region)
    atlas = workspace.atlas()
    if region is None or region.group not in atlas.groups:
        return frozenset()
    return frozenset({atlas.group_of(region.group).id})


def _is_referred(row: Row) -> bool:
    felt = {ReferralFelt.AS_TYPICAL, ReferralFelt.OTHER}
    return any(each.finding.referral.felt in felt for each in row.seen)


def _ends(values: Sequence[float | None]) -> tuple[float, float] | None:
    measured = [value for value in values if value is not None]
    return (measured[0], measured[-1]) if len(measured) > 1 else None


def _pain(one: Followed, band: Band) -> None:
    ends = _ends(one.pains)
    if ends is None:
        return
    said = change_in_words("Pain on pressure", ends, judged(*ends, band), band)
    title = "Pain on pressure, 0 to 10"
    around_first = around(one.pains, band)
    st.plotly_chart(
        trend_chart(title, one.days, one.pains, band=around_first, top=10),
        key="trend-pain",
        config={"displayModeBar": False},
        alt=said,
    )
    st.write(plain(said))
    st.caption(OF_RATED_PAIN)


def _threshold(one: Followed, groups: frozenset[str]) -> None:
    read = [(day, each) for day, each in zip(one.days, one.thresholds, strict=True) if each]
    if len(read) < 2:  # noqa: PLR2004 - one reading is no change
        return
    (first_day, first), (last_day, last) = read[0], read[-1]
    days = (last_day - first_day).total_seconds() / _SECONDS_A_DAY
    band = threshold_band(one.row.last.muscle, groups, days=days)
    verdict = judged_threshold(first, last, band)
    ends = first.kilopascals, last.kilopascals
    said = change_in_words("Pressure pain threshold", ends, verdict, band)
    same = [
        each.kilopascals
        if each
        and (each.probe_area_cm2, each.entered_in) == (first.probe_area_cm2, first.entered_in)
        else None
        for each in one.thresholds
    ]
    st.plotly_chart(
        trend_chart("Pressure pain threshold, kPa", one.days, same, band=around(same, band)),
        key="trend-threshold",
        config={"displayModeBar": False},
        alt=said,
    )
    st.write(plain(said))
    st.caption(plain(NOT_PAIN))


def _extent(events: Sequence[Event]) -> None:
    drawn = [event for event in events if event.drawing is not None]
    sizes = [100 * event.area.share if event.area else 0.0 for event in drawn]
    ends = _ends(sizes)
    if ends is None:
        return
    st.header("Size of the drawn pain")
    verdict = judged(*ends, EXTENT)
    said = change_in_words("Drawn pain", ends, verdict, EXTENT)
    st.plotly_chart(
        trend_chart(
            "Drawn pain, % of the body surface",
            [event.at for event in drawn],
            sizes,
            band=around(sizes, EXTENT),
        ),
        key="trend-extent",
        config={"displayModeBar": False},
        alt=said,
    )
    st.write(plain(said))
    st.caption(
        "The grey band is how far the first value may be off by the error of measuring alone. "
        "Another study: reading one drawing twice differs by at most 0.38 points (Barbero 2024)."
    )


def _table(workspace: Workspace, one: Followed) -> None:
    rows = [_visit_row(workspace, one, at) for at in range(len(one.row.seen))]
    reading_table.draw("This finding, visit by visit", _COLUMNS, rows)


def _visit_row(workspace: Workspace, one: Followed, at: int) -> list[Cell]:
    seen = one.row.seen[at]
    visit, pain, threshold = one.visits[seen.visit], one.pains[at], one.thresholds[at]
    done = [each for each in visit.treatments if each.finding_id == seen.finding.id]
    later = [said for each in one.visits for said in each.responses]
    came = [
        response_in_words(said)
        for each in done
        for said in later
        if (said.id, said.assessment_id) == (each.id, visit.id)
    ]
    treated = ", ".join(treatment_name(workspace.atlas(), each.treatment) for each in done)
    return [
        Cell(a_day(visit.examined_at)),
        Cell(standing(seen.finding)),
        Cell("not asked" if pain is None else f"{pain:g} of 10"),
        Cell("not measured" if threshold is None else f"{threshold.kilopascals:.0f} kPa"),
        Cell(treated or "nothing recorded"),
        Cell("; ".join(came) or "not said"),
    ]
