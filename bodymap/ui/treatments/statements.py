"""One statement with who says it, how sure it is, and its source one tap away."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import streamlit as st

from bodymap.atlas import Atlas, Claim, Correction, Standing
from bodymap.ui.wording import plain

STANDINGS: Final = {
    Standing.CLINICS_OWN: "a clinic says",
    Standing.EVIDENCE: "evidence",
    Standing.BACKGROUND: "background",
}
_COLOURS: Final[dict[Standing, Literal["orange", "green", "gray"]]] = {
    Standing.CLINICS_OWN: "orange",
    Standing.EVIDENCE: "green",
    Standing.BACKGROUND: "gray",
}
_ORDER: Final = (Standing.EVIDENCE, Standing.BACKGROUND, Standing.CLINICS_OWN)


def claims(atlas: Atlas, about: Sequence[Claim]) -> None:
    """Evidence first, then background, then what clinics say of their own; nothing is ranked."""
    ordered = sorted(about, key=lambda claim: _ORDER.index(claim.standing))
    for each in ordered:
        _claim(atlas, each)
    sources(atlas, ordered)


def _claim(atlas: Atlas, claim: Claim) -> None:
    who = f" ({plain(claim.attribution)})" if claim.attribution else ""
    badge = f":{_COLOURS[claim.standing]}-badge[{STANDINGS[claim.standing]}]"
    note = f" {plain(claim.note)}" if claim.note else ""
    st.markdown(f"{badge} {plain(claim.text)}{who}{note}")
    if claim.correction is not None:
        correction(atlas, atlas.corrections[claim.correction])


def correction(atlas: Atlas, set_right: Correction) -> None:
    """What is right where a page is wrong; stands directly below the claim."""
    titles = "; ".join(atlas.sources[source].title for source in set_right.sources)
    st.warning(
        plain(f"Set right: {set_right.correct} ({titles}; certainty {set_right.certainty.value})"),
        icon=":material/priority_high:",
    )


def sources(atlas: Atlas, about: Iterable[Claim]) -> None:
    """Source, kind and certainty of each statement, in the order of the statements."""
    with st.popover("Who says so, and how sure", type="tertiary"):
        for claim in about:
            source = atlas.sources[claim.source]
            year = f", {source.year}" if source.year else ""
            st.markdown(f"**{plain(claim.text)}**")
            st.caption(
                plain(
                    f"{source.authors}{year}: {source.title}. {atlas.claim_kinds[claim.kind]}, "
                    f"certainty {claim.certainty.value}."
                )
            )
