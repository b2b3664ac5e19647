"""The Treatments page: compare them, read one, or see those for a part of the body."""

from typing import Final

import streamlit as st

from bodymap.analysis.red_flag_questions import questions_for
from bodymap.atlas import Atlas, ClaimField, TreatmentOption
from bodymap.ui import links
from bodymap.ui.treatments import comparison, safety, statements
from bodymap.ui.wording import NOTICE, plain
from bodymap.ui.workspace import Workspace

TITLE: Final = "Treatments"
PATH: Final = "treatments"
TREATMENT: Final = "treatment"

_SECTIONS: Final = {
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
    "What to expect after": (
        ClaimField.SIDE_EFFECT,
        ClaimField.SIDE_EFFECT_DURATION,
        ClaimField.EFFECT_DURATION,
        ClaimField.AFTERCARE,
        ClaimField.PREVENTION,
    ),
    "Precautions and risks": (
        ClaimField.CONTRAINDICATION,
        ClaimField.PRECAUTION,
        ClaimField.RISK,
    ),
    "When to seek help": (ClaimField.SEEK_HELP,),
    "Evidence, and how it compares": (ClaimField.EVIDENCE, ClaimField.COMPARISON),
}


def show(workspace: Workspace) -> None:
    """Show the page; the address names a treatment or a part of the body."""
    atlas = workspace.atlas()
    links.back_to_assessment()
    asked = st.query_params.get(TREATMENT)
    region = st.query_params.get(links.REGION)
    if asked is not None and asked in atlas.treatments:
        _one(atlas, atlas.treatments[asked])
    else:
        st.title("Treatments")
        if asked is not None:
            st.warning("There is no such treatment here. Choose one from the list.")
        _all(atlas, region)
    st.caption(NOTICE)


def _all(atlas: Atlas, region: str | None) -> None:
    groups = {group.id: group.plain_label or group.label for group in atlas.groups.values()}
    if region is not None and region not in groups:
        st.warning("There is no such part of the body here. Choose one from the list.")
        region = None
    chosen = st.selectbox(
        "For which part of the body?",
        list(groups),
        index=list(groups).index(region) if region else None,
        format_func=groups.__getitem__,
        placeholder="All treatments, in general",
        key="treatments-region",
    )
    if chosen != region:
        _remember(chosen)
    if chosen is not None and not safety.passed(atlas, chosen, questions_for(atlas, chosen)):
        return
    shown = [t for t in atlas.treatments.values() if not chosen or chosen in t.suitable_regions]
    if not shown:
        st.write("No treatment here is described for this part of the body.")
    columns = st.columns(2)
    for place, treatment in enumerate(shown):
        with columns[place % 2].container(border=True, key=f"card-{treatment.id}"):
            st.markdown(f"## {plain(treatment.name)}")
            st.write(plain(treatment.summary.text))
            needle = "with a needle" if treatment.invasive else "without a needle"
            st.caption(f"{needle} · certainty {treatment.summary.certainty.value}")
            st.button("Read", key=f"read-{treatment.id}", on_click=_go_to, args=(treatment.id,))
    comparison.draw(shown)


def _remember(region: str | None) -> None:
    if region is None:
        st.query_params.clear()
    else:
        st.query_params[links.REGION] = region


def _go_to(treatment_id: str | None) -> None:
    if treatment_id is None:
        st.query_params.pop(TREATMENT, None)
    else:
        st.query_params[TREATMENT] = treatment_id


def _one(atlas: Atlas, treatment: TreatmentOption) -> None:
    st.button("All treatments", on_click=_go_to, args=(None,), key="treatments-back")
    st.title(plain(treatment.name))
    if treatment.aliases:
        st.caption(plain("Also called: " + ", ".join(treatment.aliases)))
    st.write(plain(treatment.summary.text))
    for heading, about in _SECTIONS.items():
        said = treatment.claims_about(*about)
        if said:
            st.header(heading)
            statements.claims(atlas, said)
