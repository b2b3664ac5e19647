"""The place treatments are asked for: choosing it, its name, and what a needle could injure."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.analysis.treated_place import TreatedPlace
from bodymap.atlas import Atlas, RiskLevel
from bodymap.body import Body
from bodymap.ui import links, statements
from bodymap.ui.explore.names import name_of
from bodymap.ui.fields import bound
from bodymap.ui.treatments.address import Asked
from bodymap.ui.wording import plain

Go = Callable[[Asked], None]
_RISKS: Final = {
    RiskLevel.LOW: "low risk",
    RiskLevel.MODERATE: "some risk",
    RiskLevel.HIGH: "high risk",
    RiskLevel.SPECIALIST_ONLY: "high risk, for specially trained therapists only",
}


def words(asked: Asked, atlas: Atlas, body: Body) -> str:
    """The place in words, ready to be shown; empty where none is asked for."""
    named = []
    if asked.muscle is not None:
        named.append(plain(atlas.muscles[asked.muscle].name))
    if asked.region is not None and asked.region in atlas.regions:
        named.append(plain(atlas.regions[asked.region].plain_label))
    elif asked.region is not None:
        named.append(name_of(asked.region, body))
    return ", ".join(named)


def choose(asked: Asked, atlas: Atlas, body: Body, go: Go) -> None:
    """For which place: a chip that can be taken away, and the parts of the body to choose from."""
    groups = {group.id: group.plain_label for group in atlas.groups.values()}
    here = asked.region if asked.region in groups and asked.muscle is None else None
    key = bound("treatments-region", here)

    def chosen() -> None:
        go(Asked(treatment=asked.treatment, region=st.session_state[key]))

    with st.container(horizontal=True, vertical_alignment="bottom", key="treatments-place"):
        if asked.of_a_place:
            st.button(
                f"{words(asked, atlas, body)} ✕",
                key="treatments-chip",
                help="Show treatments in general again",
                on_click=go,
                args=(Asked(treatment=asked.treatment),),
            )
        st.selectbox(
            "For which part of the body?",
            list(groups),
            format_func=groups.__getitem__,
            placeholder="All treatments, in general",
            index=None,
            key=key,
            on_change=chosen,
            width=320,
        )


def back(asked: Asked, atlas: Atlas, body: Body) -> None:
    """The way back to where the place was pointed at on the body."""
    if asked.muscle is not None:
        name = plain(atlas.muscles[asked.muscle].name)
        links.way("explore", f"Back to {name} on the body", muscle=asked.muscle, key="to-body")
    elif asked.region in body.regions:
        name = words(asked, atlas, body)
        links.way("explore", f"Back to {name} on the body", region=asked.region, key="to-body")
    elif asked.region in atlas.groups:
        name = words(asked, atlas, body)
        links.way("explore", f"Muscles here: {name}", group=asked.region, key="to-body")


def hazards(place: TreatedPlace, atlas: Atlas) -> None:
    """What a needle could injure here, the most dangerous first."""
    if not place.hazards:
        return
    with st.container(key="caution-hazards"):
        named = "; ".join(each.structure for each in place.hazards[:3])
        st.warning(
            f"A needle here could injure: {plain(named)}. Ask your therapist how they avoid it.",
            icon=":material/warning:",
        )
    with st.expander(f"All that lies close by here ({len(place.hazards)})"):
        lines = (
            f"- **{plain(each.structure)}** ({_RISKS[each.risk_level]}): {plain(each.hazard.risk)}"
            for each in place.hazards
        )
        st.markdown("\n".join(lines))
        of_one = place.muscle
        cited = of_one.needling.sources if of_one else atlas.hazard_sources
        certainty = of_one.certainty if of_one else atlas.hazard_certainty
        statements.cited(atlas, cited, certainty, atlas.sources[cited[0]].kind)


def clinics(place: TreatedPlace, atlas: Atlas) -> None:
    """What clinic pages say of this part of the body."""
    if place.facts:
        with st.container(border=True, key="card-clinics"):
            st.markdown("## What clinics say of this part of the body")
            statements.facts(atlas, place.facts)


def without_treatment(asked: Asked) -> Asked:
    """All treatments for the same place."""
    return replace(asked, treatment=None)
