"""Two to four patterns on one body, each with its own colour, texture and outline."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from bodymap.analysis.comparing.agreement import agreed_area, shared_regions
from bodymap.atlas import Atlas, Extent, typical_referral
from bodymap.body import Body
from bodymap.canvas import Zone, ZoneLook
from bodymap.ui.explore import figure, sources
from bodymap.ui.explore.names import name_of
from bodymap.ui.explore.patterns import Pattern
from bodymap.ui.explore.patterns import draw as draw_patterns
from bodymap.ui.wording import plain

LOOKS: Final = (ZoneLook.ONE, ZoneLook.TWO, ZoneLook.THREE, ZoneLook.FOUR)
_MOST_REGIONS: Final = 8
_TWO: Final = 2
_REACHED: Final = {Extent.ESSENTIAL: "essential", Extent.SPILLOVER: "spillover"}


def draw(
    patterns: Sequence[Pattern], atlas: Atlas, body: Body, on_region: Callable[[str], None]
) -> None:
    """Show the patterns on one body, and say where they agree.

    Args:
        patterns: Two to four.
        atlas: Where they stand.
        body: The figure.
        on_region: Called with the id of a region that was clicked.
    """
    names = [pattern.name(atlas) for pattern in patterns]
    st.markdown(f"## {plain(' and '.join(names))}, overlaid")
    st.caption(
        "Filled where it is mainly felt, lightly dotted outline where some do. "
        "Click a place to see which other muscles refer pain there."
    )
    shown = zones(patterns, atlas, body)
    draw_patterns(patterns, shown, atlas, body, slot="overlaid", on_region=on_region)
    _agreement(patterns, names, body)
    for number, (pattern, name) in enumerate(zip(patterns, names, strict=True), start=1):
        shape = pattern.point.zone_shape or pattern.point.name
        st.markdown(f"**{number} · {plain(name)}**  \n{plain(shape)}")
        key = f"overlaid-{pattern.point.id}"
        cited, certainty = pattern.point.sources, pattern.point.certainty
        sources.behind(atlas, cited, certainty, key=key, what=f"pattern {number}")


def zones(patterns: Sequence[Pattern], atlas: Atlas, body: Body) -> tuple[Zone, ...]:
    """The patterns' zones, each with its look, and a line round what they have in common."""
    own = [
        figure.zone(pattern.point, pattern.laterality, body, look=look, title=pattern.name(atlas))
        for pattern, look in zip(patterns, LOOKS, strict=False)
    ]
    agreed = agreed_area([typical_referral(p.point, p.laterality, body) for p in patterns], body)
    if not agreed:
        return tuple(own)
    paths = {view: body.trace(agreed, view) for view in body.views}
    shown = {"essential": {view: path for view, path in paths.items() if path}}
    named = "-".join(f"{p.point.id}.{p.laterality.value}" for p in patterns)
    words = "where they agree" if len(patterns) == _TWO else "where at least two agree"
    return (*own, Zone(f"agreed:{named}", words, shapes=shown, look=ZoneLook.AGREED))


def _agreement(patterns: Sequence[Pattern], names: Sequence[str], body: Body) -> None:
    st.markdown("## Where they agree")
    referrals = [typical_referral(p.point, p.laterality, body) for p in patterns]
    shared = shared_regions(referrals, body)
    if not shared:
        st.write("These patterns have no region in common.")
        return
    lines = []
    for each in shared[:_MOST_REGIONS]:
        told = [f"{plain(names[number])} ({_REACHED[extent]})" for number, extent in each.extents]
        lines.append(f"- **{name_of(each.region, body)}**: {'; '.join(told)}")
    st.markdown("\n".join(lines))
    if len(shared) > _MOST_REGIONS:
        st.caption(f"and {len(shared) - _MOST_REGIONS} more")
