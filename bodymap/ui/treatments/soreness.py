"""How long one may be sore: each source's own figure, never mixed into one."""

from collections.abc import Sequence

import streamlit as st

from bodymap.atlas import Atlas, TreatmentOption
from bodymap.ui.wording import plain


def draw(atlas: Atlas, treatments: Sequence[TreatmentOption]) -> bool:
    """A table, one row for each source; False where no source gives a figure."""
    rows = [(treatment, claim) for treatment in treatments for claim in treatment.soreness]
    if not rows:
        return False
    table = {
        "Treatment": [plain(treatment.name) for treatment, _ in rows],
        "How long": [plain(claim.duration.text) for _, claim in rows if claim.duration],
        "Who says so": [plain(atlas.sources[claim.source].title) for _, claim in rows],
        "How sure": [claim.certainty.value for _, claim in rows],
    }
    if len(treatments) == 1:
        del table["Treatment"]
    st.table(table, hide_index=True, border="horizontal")
    st.caption("Each clinic gives its own time. We keep them apart.")
    return True
