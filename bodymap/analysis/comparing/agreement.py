"""Where several typical patterns agree: what at least two of them include, and in which regions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bodymap.atlas import Extent, TypicalReferral
from bodymap.body import Body, SurfaceArea

LEAST_OF_REGION: Final = 0.15
"""A pattern reaches a region if it covers so much of it; our own choice, without a publication."""


@dataclass(frozen=True, slots=True)
class SharedRegion:
    """A region that several patterns reach.

    Attributes:
        region: Its id.
        extents: Per pattern that reaches it, by its place in the list, how it does.
        share: Part of the region that at least two patterns cover, 0 to 1.
    """

    region: str
    extents: tuple[tuple[int, Extent], ...]
    share: float


def agreed_area(patterns: Sequence[TypicalReferral], body: Body) -> SurfaceArea:
    """What at least two patterns include, be it essential or spillover."""
    count = np.zeros(body.cell_count, np.intp)
    for pattern in patterns:
        count += (pattern.essential | pattern.spillover).mask
    return body.cells(np.flatnonzero(count > 1))


def shared_regions(patterns: Sequence[TypicalReferral], body: Body) -> tuple[SharedRegion, ...]:
    """Regions in which at least two patterns overlap.

    Those that more patterns reach come first, then those that more of them reach by their essential
    zone, then those of which they share more.
    """
    common = agreed_area(patterns, body).by_region()
    found = []
    for region, share in common.items():
        if share.share >= LEAST_OF_REGION:
            extents = tuple(
                (number, extent)
                for number, pattern in enumerate(patterns)
                if (extent := _reaches(pattern, region)) is not None
            )
            if len(extents) > 1:
                found.append(SharedRegion(region, extents, share.share))
    return tuple(sorted(found, key=_order))


def _reaches(pattern: TypicalReferral, region: str) -> Extent | None:
    for extent, area in (
        (Extent.ESSENTIAL, pattern.essential),
        (Extent.SPILLOVER, pattern.essential | pattern.spillover),
    ):
        share = area.by_region().get(region)
        if share is not None and share.share >= LEAST_OF_REGION:
            return extent
    return None


def _order(found: SharedRegion) -> tuple[int, int, float, str]:
    essential = sum(extent is Extent.ESSENTIAL for _, extent in found.extents)
    return (-len(found.extents), -essential, -found.share, found.region)
