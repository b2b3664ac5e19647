"""One treatment: what it is, how it goes, what may go wrong, and what studies found of it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas, Claim, ClaimField, Standing, TreatmentOption
from bodymap.ui import links, statements
from bodymap.ui.treatments import soreness
from bodymap.ui.wording import plain

EVIDENCE: Final = "What studies found, beside what clinics say"
AFTER: Final = "What to expect after"
SEEK_HELP: Final = "When to seek help"
SECTIONS: Final = {
    "What it is": (ClaimField.NAME, ClaimField.DEFINITION, ClaimField.CONTEXT, ClaimField.AGENT),
    "How it is said to work": (ClaimField.MECHANISM,),
    "What a session is like": (
        ClaimField.SESSION,
        ClaimField.NEEDLE,
        ClaimField.RESPONSE,
        ClaimField.SESSIONS_NEEDED,
    ),
    "Who does it, and when it is considered": (
        ClaimField.PERFORMED_BY,
        ClaimField.INDICATION,
        ClaimField.PLACE_IN_CARE,
    ),
    AFTER: (ClaimField.SIDE_EFFECT_DURATION, ClaimField.EFFECT_DURATION),
    "Side effects and risks": (ClaimField.SIDE_EFFECT, ClaimField.RISK),
    "Aftercare": (ClaimField.AFTERCARE, ClaimField.PREVENTION),
    "Precautions": (ClaimField.CONTRAINDICATION, ClaimField.PRECAUTION),
    SEEK_HELP: (ClaimField.SEEK_HELP,),
    EVIDENCE: (ClaimField.EVIDENCE, ClaimField.COMPARISON),
}
_ALWAYS: Final = frozenset({EVIDENCE, SEEK_HELP})
"""Sections that say something even where no claim does."""


def draw(atlas: Atlas, treatment: TreatmentOption) -> None:
    """Draw the page of a treatment, below its title."""
    if treatment.aliases:
        st.caption(plain("Also called: " + ", ".join(treatment.aliases)))
    text, beside = st.columns([0.68, 0.32], gap="medium")
    with text:
        with st.container(border=True, key="card-summary"):
            statements.stated(atlas, [treatment.summary], as_list=False)
        with st.container(border=True, key="card-in-short"):
            st.markdown("## What studies found, in short")
            statements.stated(atlas, [treatment.in_short], as_list=False)
        silent = []
        for number, (heading, about) in enumerate(SECTIONS.items()):
            said = treatment.claims_about(*about)
            if not said and heading not in _ALWAYS:
                silent.append(heading[:1].lower() + heading[1:])
                continue
            with st.container(border=True, key=f"card-section-{number}"):
                st.markdown(f"## {heading}")
                _section(atlas, treatment, heading, said)
        if silent:
            st.caption(f"Our sources say nothing on: {'; '.join(silent)}.")
    with beside:
        with st.container(border=True, key="card-onwards"):
            needle = "With a needle" if treatment.invasive else "Without a needle"
            st.markdown(f"**{needle}.** Nothing here is advice for you: ask your therapist.")
            links.way("learn", plain(atlas.topics["aftercare"].title), topic="aftercare")
            links.way("learn", plain(atlas.topics["seek_help"].title), topic="seek_help")
            links.way("learn", plain(atlas.topics["disputes"].title), topic="disputes")
        texts = (treatment.name, treatment.summary.text, treatment.in_short.text)
        statements.words_explained(atlas, (*texts, *(claim.text for claim in treatment.claims)))


def _section(atlas: Atlas, treatment: TreatmentOption, heading: str, said: Sequence[Claim]) -> None:
    if heading == EVIDENCE:
        _evidence(atlas, said)
        return
    if heading == AFTER:
        soreness.draw(atlas, [treatment])
    if said:
        statements.claims(atlas, said)
    if heading == SEEK_HELP:
        st.write("The signs that must not wait are the same for all.")
        links.way("learn", "All signs that must not wait", topic="seek_help")


def _evidence(atlas: Atlas, said: Sequence[Claim]) -> None:
    """Independent evidence and clinics' claims side by side, so that neither is read alone."""
    clinics = [claim for claim in said if claim.standing is Standing.CLINICS_OWN]
    others = [claim for claim in said if claim.standing is not Standing.CLINICS_OWN]
    left, right = st.columns(2, gap="medium")
    for column, heading, claims, unsaid in (
        (left, "What we could check", others, "We found no study."),
        (right, "What clinics say", clinics, "No clinic page makes a claim here."),
    ):
        with column:
            st.markdown(f"**{heading}**")
            if claims:
                statements.claims(atlas, claims)
            else:
                st.write(unsaid)
