"""All treatments in one readable table."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from bodymap.atlas import Claim, ClaimField, Standing, TreatmentOption
from bodymap.ui.treatments.statements import STANDINGS
from bodymap.ui.wording import plain

COLUMNS: Final = {
    "How it is said to work": (ClaimField.MECHANISM,),
    "What is injected": (ClaimField.AGENT,),
    "Needle": (ClaimField.NEEDLE,),
    "What it feels like": (ClaimField.RESPONSE, ClaimField.SESSION),
    "Sessions": (ClaimField.SESSIONS_NEEDED,),
    "Soreness after": (ClaimField.SIDE_EFFECT_DURATION,),
    "Evidence": (ClaimField.EVIDENCE,),
    "Risks": (ClaimField.RISK, ClaimField.CONTRAINDICATION),
}
_UNSAID: Final = "no statement"


def draw(treatments: Sequence[TreatmentOption]) -> None:
    """A table for reading: one row a treatment, in alphabetical order, nothing ranked."""
    st.header("Compared")
    shown = st.multiselect(
        "Columns", list(COLUMNS), default=list(COLUMNS)[:5], key="comparison-columns"
    )
    rows = {
        plain(treatment.name): {column: cell(treatment, COLUMNS[column]) for column in shown}
        for treatment in treatments
    }
    table = {column: [row[column] for row in rows.values()] for column in shown}
    if shown:
        st.table({"Treatment": list(rows), **table}, hide_index=True)
    st.caption("What a clinic says of its own treatment is marked so. Nothing here is a ranking.")


def cell(treatment: TreatmentOption, about: Iterable[ClaimField]) -> str:
    """What is said, evidence first; each statement with who says it and how sure it is."""
    said = sorted(treatment.claims_about(*about), key=_clinics_last)
    return " · ".join(_short(claim) for claim in said) or _UNSAID


def _clinics_last(claim: Claim) -> bool:
    return claim.standing is Standing.CLINICS_OWN


def _short(claim: Claim) -> str:
    text = plain(claim.text.rstrip("."))
    return f"{text} ({STANDINGS[claim.standing]}, certainty {claim.certainty.value})"
