"""All treatments in one readable table, and what clinics say of others beside what was found."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.atlas import (
    Atlas,
    Certainty,
    Claim,
    ComparedCell,
    Fact,
    FactPage,
    Source,
    SourceKind,
    Standing,
    TreatmentOption,
)
from bodymap.ui import reading_table, statements
from bodymap.ui.reading_table import Cell
from bodymap.ui.wording import plain

COLUMNS: Final = {
    "How it is said to work": "mechanism",
    "What is injected": "agent",
    "Needle": "needle",
    "What it feels like": "sensation",
    "Allergy": "allergy",
    "How often": "sessions",
    "Sore after": "soreness",
    "What studies found": "evidence",
    "Quality of the evidence": None,
}
UNSAID: Final = "not stated"
_NEEDLES: Final = {"all": "all", "with": "with a needle", "without": "without a needle"}
_KINDS: Final = {
    SourceKind.SYSTEMATIC_REVIEW: "review",
    SourceKind.REVIEW: "review",
    SourceKind.RCT: "trial",
    SourceKind.OBSERVATIONAL: "study",
}
_SURE: Final = (Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW)


def draw(atlas: Atlas, treatments: Sequence[TreatmentOption]) -> None:
    """A table for reading: one row a treatment, in alphabetical order, nothing ranked."""
    st.header("Side by side")
    with st.container(horizontal=True, vertical_alignment="bottom", key="comparison-filter"):
        needle = st.segmented_control(
            "Show",
            list(_NEEDLES),
            format_func=_NEEDLES.__getitem__,
            default="all",
            key="comparison-needle",
            required=True,
        )
        names = {treatment.id: plain(treatment.name) for treatment in treatments}
        only = st.multiselect(
            "Only these",
            list(names),
            format_func=names.__getitem__,
            placeholder="all treatments",
            key="comparison-only",
            width=360,
        )
        shown = st.multiselect(
            "Columns", list(COLUMNS), placeholder="all columns", key="comparison-columns", width=360
        )
    kept = [each for each in treatments if _wanted(each, needle or "all", only)]
    if not kept:
        st.write("No treatment fits what you chose. Take one of the choices away.")
        st.button("Show all again", on_click=_forget, key="comparison-again")
        return
    columns = [name for name in COLUMNS if not shown or name in shown]
    rows = [[Cell(each.name), *(cell(atlas, each, name) for name in columns)] for each in kept]
    reading_table.draw(
        "Treatments side by side", ["Treatment", *columns], rows, wide=["What studies found"]
    )
    st.caption(
        "Behind each: who says it. What a clinic says of its own treatment is marked so. "
        "Nothing here is a ranking; ask your therapist."
    )


def _wanted(treatment: TreatmentOption, needle: str, only: Sequence[str]) -> bool:
    by_needle = needle == "all" or treatment.invasive == (needle == "with")
    return by_needle and (not only or treatment.id in only)


def _forget() -> None:
    st.session_state["comparison-needle"] = "all"
    st.session_state["comparison-only"] = []


def cell(atlas: Atlas, treatment: TreatmentOption, column: str) -> Cell:
    """What stands in a column, with who says it."""
    aspect = COLUMNS[column]
    if aspect is None:
        return Cell(certainty(atlas, treatment.compared.evidence).value)
    told: ComparedCell | None = getattr(treatment.compared, aspect)
    if told is None:
        return Cell(UNSAID)
    said = [atlas.claims[claim] for claim in told.claims]
    others = (claim for claim in said if claim.standing is not Standing.CLINICS_OWN)
    return Cell(
        told.text,
        clinics=any(claim.standing is Standing.CLINICS_OWN for claim in said),
        others=tuple(dict.fromkeys(who_says(atlas, claim) for claim in others)),
    )


def who_found(atlas: Atlas, treatment: TreatmentOption) -> tuple[str, ...]:
    """The reviews and trials behind what studies found, each once."""
    said = (atlas.claims[claim] for claim in treatment.compared.evidence.claims)
    return tuple(dict.fromkeys(who_says(atlas, claim) for claim in said))


def certainty(atlas: Atlas, told: ComparedCell) -> Certainty:
    """How sure a cell is: as its least sure claim."""
    return max((atlas.claims[claim].certainty for claim in told.claims), key=_SURE.index)


def who_says(atlas: Atlas, claim: Claim) -> str:
    """Who says it, as short as a table needs: an author and year, or that it is well known."""
    source = atlas.sources[claim.source]
    if source.kind is SourceKind.GENERAL_KNOWLEDGE or claim.kind is SourceKind.GENERAL_KNOWLEDGE:
        return "general knowledge"
    return _short(source)


def _short(source: Source) -> str:
    year = f" {source.year}" if source.year else ""
    if source.authors.startswith("Authors not captured"):
        return f"{_KINDS.get(source.kind, 'work')}{year}"
    first = source.authors.split(",")[0].split(";")[0]
    names = first.split(" ")
    if len(names) > 1 and names[-1].isupper() and len(names[-1]) <= 3:  # noqa: PLR2004 - initials
        first = " ".join(names[:-1])
    return f"{first}{year}"


def clinics(atlas: Atlas) -> None:
    """What clinics say when they compare, each beside what could be checked."""
    told = atlas.facts_at(FactPage.TREATMENT_COMPARISON)
    st.header("When clinics compare")
    for treatment, of_it in _by_treatment(atlas, told).items():
        option = atlas.treatments[treatment]
        with st.container(border=True, key=f"card-compared-{treatment}"):
            st.markdown(f"## {plain(option.name)}")
            left, right = st.columns(2, gap="medium")
            with left:
                st.markdown("**Clinics say**")
                statements.facts(atlas, of_it)
            with right:
                st.markdown("**What we could check**")
                statements.stated(atlas, [option.in_short], as_list=False)


def _by_treatment(atlas: Atlas, told: Sequence[Fact]) -> dict[str, list[Fact]]:
    """Facts by the treatment whose claim restates them first."""
    found: dict[str, list[Fact]] = {}
    for fact in told:
        treatment = next(
            t.id for t in atlas.treatments.values() for c in t.claims if fact.id in c.fact_ids
        )
        found.setdefault(treatment, []).append(fact)
    return found
