"""Outcome measures of a person, visit by visit, each change beside the error of its score."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.over_time.bands import Verdict
from bodymap.analysis.over_time.scores import SCORINGS, compared, score
from bodymap.records import Assessment
from bodymap.records.outcome_measure import Instrument, OutcomeMeasure
from bodymap.ui import reading_table
from bodymap.ui.assess.asked_measures import in_words
from bodymap.ui.reading_table import Cell
from bodymap.ui.wording import a_day

_COLUMNS: Final = ("Day", "Measure and score", "Since the time before")
_SAID: Final = {
    Verdict.BEYOND: "more than the error of the score",
    Verdict.WITHIN: "within the error of the score",
    Verdict.NOT_COMPARABLE: "other activities were rated: cannot be compared",
}


def draw(visits: Sequence[Assessment]) -> None:
    """Show the table; nothing where nothing was asked."""
    rows = rows_of(visits)
    if rows:
        st.header("Outcome measures")
        reading_table.draw("Outcome measures, visit by visit", _COLUMNS, rows)


def rows_of(visits: Sequence[Assessment]) -> list[list[Cell]]:
    """A row for each measure of each visit, the first first."""
    last: dict[tuple[Instrument, str], OutcomeMeasure] = {}
    rows = []
    for visit in visits:
        for each in visit.measures:
            key = (each.instrument, each.name.casefold())
            told = (a_day(visit.examined_at), in_words(each), _change(last.get(key), each))
            rows.append([Cell(text) for text in told])
            last[key] = each
    return rows


def _change(before: OutcomeMeasure | None, after: OutcomeMeasure) -> str:
    """How far the score moved; whether that is more than its error where that is known."""
    if before is None or after.instrument is Instrument.GRC:
        return ""  # the Global Rating of Change is itself about a change
    was, now = score(before), score(after)
    if was is None or now is None:
        return ""
    verdict = compared(before, after)
    if verdict is Verdict.NOT_COMPARABLE:
        return _SAID[verdict]
    moved = f"{round(now - was, 1):+g}"
    if verdict is None:
        return f"{moved}; no error of this score is known"
    return f"{moved}, {_SAID[verdict]} ({SCORINGS[after.instrument].error:g})"
