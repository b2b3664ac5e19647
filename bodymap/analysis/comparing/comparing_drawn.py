"""How far a drawn zone agrees with the sites that are listed for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bodymap.atlas import LateralityRule, ReferralZone
from bodymap.atlas.pattern_areas import sites_area
from bodymap.body import Body, SurfaceArea

REACHED: Final = 0.15
"""Part of a site that must be drawn for the site to count as reached; our own choice."""


@dataclass(frozen=True)
class ComparedWithSites:
    """A drawn zone beside the listed sites; parts are from 0 to 1, by surface.

    Attributes:
        covered: Part of the listed sites that is drawn; None if none that can be drawn on is
            listed.
        outside: Part of what is drawn that lies outside them; None if nothing is drawn.
        missed: Ids of listed sites of which less than `REACHED` is drawn.
    """

    covered: float | None
    outside: float | None
    missed: tuple[str, ...]


def compared_with_sites(
    drawn: SurfaceArea, zones: Sequence[ReferralZone], body: Body
) -> ComparedWithSites:
    """Compare a drawn zone with its sites; places inside the body cannot be drawn on.

    Args:
        drawn: For a muscle on the patient's right.
        zones: The listed zones of the same extent.
        body: The figure.
    """
    skin = [zone for zone in zones if not body.sites[zone.site].inside]
    listed = sites_area(skin, body)
    missed = [
        zone.site
        for zone in skin
        if (_part(drawn, sites_area([zone], body)) or 0.0) < _enough(zone)
    ]
    outside = _part(listed, drawn)
    return ComparedWithSites(
        covered=_part(drawn, listed),
        outside=None if outside is None else 1.0 - outside,
        missed=tuple(dict.fromkeys(missed)),
    )


def _enough(zone: ReferralZone) -> float:
    """A zone on both sides is reached from either half of it."""
    return REACHED / 2 if zone.laterality is LateralityRule.BILATERAL else REACHED


def _part(area: SurfaceArea, of: SurfaceArea) -> float | None:
    """Part of `of` that lies in `area`; by number of cells on charts, which have no surface."""
    if not of:
        return None
    common = area & of
    if of.cm2:
        return common.cm2 / of.cm2
    return float(np.size(common.cells) / np.size(of.cells))
