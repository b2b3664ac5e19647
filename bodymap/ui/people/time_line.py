"""Visits and drawings of a person as small bodies on a true time axis: gaps are gaps."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from bodymap.body import Body
from bodymap.exchange.tiny_body import Dot, TinyBody, silhouette, tiny_marks
from bodymap.records import Assessment, Course, State, TriggerPointFinding
from bodymap.services.visits.time_line import Event
from bodymap.ui import links, reading_table
from bodymap.ui.assess.treated_words import treatment_name
from bodymap.ui.fields import unfolded
from bodymap.ui.practice_clock import in_practice
from bodymap.ui.reading_table import Cell
from bodymap.ui.session import Workspace
from bodymap.ui.wording import a_day

_WIDE_PX: Final = 120
"""Room for one body, with its date below."""
_HIGH_PX: Final = 176
_LEAST_PX, _FOR_EACH_PX, _ENOUGH_PX = 300, 160, 640
"""Width of the axis: at least, for each body, and enough for a few; else it is scrolled."""
_MOST_LANES: Final = 4
_MOST_TICKS: Final = 14
_YEAR: Final = 12
_COLUMNS: Final = (
    "Day",
    "Places found",
    "Active",
    "Pain drawn, of the body surface",
    "Strongest",
    "Done",
)
_STYLE: Final = """
<style>
.time-line { overflow-x: auto; padding-bottom: .3rem; }
.time-line ol { border-bottom: 2px solid light-dark(#8A7F70, #7F8C89); list-style: none;
  margin: 0 0 1.4rem; padding: 0; position: relative; }
.time-line li { margin: 0; position: absolute; text-align: center; transform: translateX(-50%);
  width: 7.5rem; }
.time-line li img { background-size: 100% 100%; print-color-adjust: exact;
  display: block; height: 104px; margin: 0 auto; max-width: none; }
.time-line a { border-radius: 8px; display: block; }
.time-line a:is(:hover, :focus-visible) { outline: 2px solid light-dark(#0F766E, #4FC3B3); }
.time-line li span { display: block; font-size: .75rem; line-height: 1.25; }
.time-line .done { color: light-dark(#0B5750, #4FC3B3); font-weight: 600; }
.time-line b { bottom: -1.4rem; color: light-dark(#57625F, #AEB9B6); font-size: .75rem;
  font-weight: 400; position: absolute; transform: translateX(-50%); white-space: nowrap; }
</style>
"""


def draw(workspace: Workspace, body: Body, events: Sequence[Event]) -> None:
    """Show the axis; nothing where nothing happened yet."""
    if not events:
        return
    st.header("Over time")
    st.html(_STYLE + markup(workspace, body, events))
    st.caption(
        "Front and back at each visit. Colour: pain as drawn. ● active trigger point, ○ any other "
        "place found. Empty stretches are time in which nothing was recorded. A body opens its "
        "visit."
    )
    table = unfolded("The same as a table", key="time-line-table")
    if table is not None:
        with table:
            reading_table.draw("Visits and drawings", _COLUMNS, rows_of(workspace, events))


def rows_of(workspace: Workspace, events: Sequence[Event]) -> list[list[Cell]]:
    """What the small bodies show, a row for each day."""
    rows = []
    for event in events:
        found = _standing(event)
        active = sum(each.state is State.ACTIVE and each.copied_from is None for each in found)
        strongest = max((nrs for _, nrs in event.layers if nrs is not None), default=None)
        drawn = f"{100 * event.area.share:.1f} %" if event.area else ""
        if event.drawing is not None and event.drawing.no_pain:
            drawn = "no pain"
        told = (
            a_day(event.at),
            str(len(found)) if event.visit else "not examined",
            str(active) if event.visit else "",
            drawn or ("nothing" if event.drawing else "no drawing"),
            "" if strongest is None else f"{strongest} of 10",
            "; ".join(dict.fromkeys(_treatments(workspace, event.visit))),
        )
        rows.append([Cell(text) for text in told])
    return rows


def markup(workspace: Workspace, body: Body, events: Sequence[Event]) -> str:
    """The axis as HTML; every text in it is escaped."""
    pictures = [tiny_marks(body, _shown(event)) for event in events]
    shares = places([event.at for event in events])
    few = min(_ENOUGH_PX, max(_LEAST_PX, _FOR_EACH_PX * len(events)))
    wide = max(few, _WIDE_PX * len(events) // _MOST_LANES)
    lanes = lanes_of([share * wide for share in shares])
    high = (max(lanes) + 1) * _HIGH_PX
    items = "".join(
        _item(workspace, event, picture, _left(share), lane)
        for event, picture, share, lane in zip(events, pictures, shares, lanes, strict=True)
    )
    ticks = "".join(
        f'<b style="left:{_left(share)}">{escape(label)}</b>' for label, share in ticks_of(events)
    )
    figure = f"<style>.time-line img {{ background: url({_address(silhouette(body))}); }}</style>"
    return figure + (
        '<div class="time-line" role="region" tabindex="0" aria-label="Visits over time">'
        f'<ol style="height:{high}px;min-width:{wide}px">{items}'
        f'<li aria-hidden="true" style="position:static;transform:none">{ticks}</li></ol></div>'
    )


def places(moments: Sequence[datetime]) -> list[float]:
    """Where each moment lies on the axis, 0 to 1, in proportion to time; a single one amid it."""
    first, last = min(moments), max(moments)
    span = (last - first).total_seconds()
    return [(m - first).total_seconds() / span if span else 0.5 for m in moments]


def lanes_of(pixels: Sequence[float]) -> list[int]:
    """Rows above the axis in which bodies stand, so that none hides another while there is room."""
    ends: list[float] = []
    lanes = []
    for at in pixels:
        free = next((lane for lane, end in enumerate(ends) if at >= end), None)
        if free is None:
            free = len(ends) if len(ends) < _MOST_LANES else ends.index(min(ends))
            ends += [0.0] * (free == len(ends))
        ends[free] = at + _WIDE_PX
        lanes.append(free)
    return lanes


def ticks_of(events: Sequence[Event]) -> list[tuple[str, float]]:
    """Beginnings of months, or of years where months would be too many, and where they lie."""
    first, last = (in_practice(events[end].at) for end in (0, -1))
    span = (last - first).total_seconds()
    if not span:
        return []
    months = (last.year - first.year) * _YEAR + last.month - first.month
    step = 1 if months <= _MOST_TICKS else _YEAR
    found = []
    for number in range(1, months + 1):
        year, month = divmod(first.year * _YEAR + first.month - 1 + number, _YEAR)
        if step == 1 or month == 0:
            begins = first.replace(year=year, month=month + 1, day=1, hour=0, minute=0, second=0)
            label = f"{year}" if step == _YEAR else f"{date(year, month + 1, 1):%b %Y}"
            found.append((label, (begins - first).total_seconds() / span))
    return found


def _left(share: float) -> str:
    """Kept away from both ends by half a body."""
    return f"calc({share * 100:.2f}% + {(0.5 - share) * _WIDE_PX:.0f}px)"


def _item(workspace: Workspace, event: Event, picture: str, left: str, lane: int) -> str:
    visit = event.visit
    done = "".join(
        f'<span class="done">{escape(name)}</span>'
        for name in dict.fromkeys(_treatments(workspace, visit))
    )
    image = f'<img src="{_address(picture)}" alt="{escape(in_words(event))}"/>'
    return (
        f'<li style="left:{left};bottom:{lane * _HIGH_PX}px">'
        f"{_linked(event, image)}<span>{escape(a_day(event.at))}</span>{done}</li>"
    )


def _linked(event: Event, image: str) -> str:
    """The small body; where somebody was examined, the way to that visit."""
    if event.visit is None:
        return image
    query = urlencode({links.DRAFT: event.visit.id})
    return f'<a href="assess?{query}">{image}</a>'


def _address(picture: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"


def _treatments(workspace: Workspace, visit: Assessment | None) -> list[str]:
    done = visit.treatments if visit else ()
    return [treatment_name(workspace.atlas(), each.treatment) for each in done]


def in_words(event: Event) -> str:
    """What a small body shows, for who does not see it."""
    facts = []
    if event.visit is not None:
        count = len(event.visit.findings)
        facts.append(f"{count} finding{'' if count == 1 else 's'}")
    if event.drawing is not None:
        strongest = max((nrs for _, nrs in event.layers if nrs is not None), default=None)
        size = f"{100 * event.area.share:.1f} % of the body surface" if event.area else "nothing"
        rated = f", strongest {strongest} of 10" if strongest is not None else ""
        facts.append("no pain" if event.drawing.no_pain else f"pain drawn on {size}{rated}")
    return f"{a_day(event.at)}: {'; '.join(facts) or 'nothing recorded'}"


def _shown(event: Event) -> TinyBody:
    dots = [
        Dot(each.place.cell, filled=each.state is State.ACTIVE and each.copied_from is None)
        for each in _standing(event)
    ]
    return TinyBody(event.layers, dots)


def _standing(event: Event) -> list[TriggerPointFinding]:
    """Findings of that day, without those that were gone or not examined."""
    findings = event.visit.findings if event.visit else ()
    return [each for each in findings if each.course not in {Course.GONE, Course.NOT_EXAMINED}]


def picture_of(body: Body, event: Event) -> tuple[str, str]:
    """Addresses of the figure and of what lies on it that day, for a larger picture."""
    return _address(silhouette(body)), _address(tiny_marks(body, _shown(event)))
