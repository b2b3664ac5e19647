"""How long one may be sore: each source's own figure, never mixed into one."""

from collections.abc import Sequence

import streamlit as st

from bodymap.atlas import Atlas, TreatmentOption
from bodymap.ui import reading_table
from bodymap.ui.reading_table import Cell


def draw(atlas: Atlas, treatments: Sequence[TreatmentOption]) -> bool:
    """A table, one row for each source; False where no source gives a figure."""
    rows = [(treatment, claim) for treatment in treatments for claim in treatment.soreness]
    if not rows:
        return False
    columns = ["Treatment", "How long", "Source"]
    told = [
        [
            Cell(treatment.name),
            Cell(claim.duration.text if claim.duration else ""),
            Cell(atlas.sources[claim.source].title),
        ]
        for treatment, claim in rows
    ]
    reading_table.draw("How long one may be sore, by source", columns, told)
    st.caption("Each clinic gives its own time. We keep them apart.")
    return True
