"""What was done for a person and what came of it, as a table of counts."""

from collections.abc import Sequence

import streamlit as st

from bodymap.analysis.over_time.outcomes import Outcome, outcomes
from bodymap.records import Assessment
from bodymap.ui import reading_table
from bodymap.ui.assess.treated_words import treatment_name
from bodymap.ui.reading_table import Cell
from bodymap.ui.session import Workspace

_COLUMNS = (
    "Treatment",
    "Done",
    "Said at a later visit",
    "Pain right before → after",
    "With an unwanted effect",
)


def draw(workspace: Workspace, visits: Sequence[Assessment]) -> None:
    """Show the table; nothing where nothing was recorded."""
    found = outcomes(visits)
    if not found:
        return
    st.header("What was done, and what came of it")
    reading_table.draw(
        "What was done, and what came of it", _COLUMNS, [_row(workspace, each) for each in found]
    )
    st.caption(
        "Counts of what is recorded for this person, in the order of first use. So few cannot show "
        "what works: pain also changes by itself, and nothing here compares treatments."
    )


def _row(workspace: Workspace, outcome: Outcome) -> list[Cell]:
    said = (
        f"{outcome.better} better, {outcome.same} same, {outcome.worse} worse, "
        f"{outcome.not_answered} not said yet"
    )
    pains = ", ".join(f"{before} → {after}" for before, after in outcome.pains)
    return [
        Cell(treatment_name(workspace.atlas(), outcome.treatment)),
        Cell(str(outcome.done)),
        Cell(said),
        Cell(pains or "not recorded"),
        Cell(str(outcome.reactions)),
    ]
