"""What places on the body are called on the Explore page."""

from typing import Final

from bodymap.body import Body, SurfaceArea
from bodymap.ui.wording import LATERALITIES, plain


def name_of(region_id: str, body: Body) -> str:
    """A region in plain words with its side, ready to be shown."""
    return plain(_words(region_id, body))


_LEAST_OF_REGION: Final = 0.15
"""A region of which an area takes less is not named, unless the area is nowhere else."""


def regions_of(area: SurfaceArea) -> list[str]:
    """Ids of the regions that an area takes a good part of, most first."""
    shares = area.by_region()
    ordered = sorted(shares, key=lambda region: -shares[region].cm2)
    return [r for r in ordered if shares[r].share >= _LEAST_OF_REGION] or ordered[:1]


def regions_in_words(area: SurfaceArea, body: Body) -> str:
    """Those regions, as plain text."""
    return "; ".join(_words(region, body) for region in regions_of(area))


def _words(region_id: str, body: Body) -> str:
    region = body.regions[region_id]
    side = f", {LATERALITIES[region.laterality]}" if region.laterality.sign else ""
    return f"{region.plain_label}{side}"
