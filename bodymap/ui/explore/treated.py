"""Which treatments are described for the muscle at hand, hazards first; each leads to its page.

The questions for safety stand in front of what is read there.
"""

from collections.abc import Sequence

import streamlit as st

from bodymap.analysis.treated_place import TreatedPlace, treated_place
from bodymap.atlas import Atlas, Muscle, TreatmentOption
from bodymap.body import Body
from bodymap.ui import links
from bodymap.ui.wording import plain


def draw(atlas: Atlas, body: Body, muscle: Muscle) -> None:
    """Name the treatments, with and without a needle, and lead to them."""
    place = treated_place(atlas, body, muscle=muscle.id)
    suited = [each for each in atlas.treatments.values() if place.suits(each)]
    st.markdown("## Treatments")
    st.caption("Described for this part of the body. Nothing is ranked, nothing is advised.")
    _named("Without a needle", [each for each in suited if not each.invasive], muscle)
    _named("With a needle", [each for each in suited if each.invasive], muscle, _danger(place))
    if st.button("Treatments for this muscle", key="explore-treatments"):
        links.to_treatments(muscle=muscle.id)


def _danger(place: TreatedPlace) -> str:
    """What a needle could injure here, in a few words; empty if nothing is named."""
    named = ", ".join(each.structure for each in place.hazards)
    return f"What a needle could injure here: {named}." if named else ""


def _named(
    heading: str, treatments: Sequence[TreatmentOption], muscle: Muscle, danger: str = ""
) -> None:
    if not treatments:
        return
    st.markdown(f"**{heading}**")
    if danger:
        with st.container(key="caution-explore-treatments"):
            st.warning(plain(danger))
    with st.container(gap=None, key=f"explore-ways-{heading.split(maxsplit=1)[0].lower()}"):
        for each in treatments:
            links.way("treatments", plain(each.name), treatment=each.id, muscle=muscle.id)
