"""How large a drawing is, where, how strong and how symmetrical: numbers of the model body.

Square centimetres are those of the model body, not of the person's own skin. The pelvic-floor chart
and places inside the body have no surface and are told apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from bodymap.analysis.cell_graph import separate_areas
from bodymap.analysis.weights import cell_weights
from bodymap.body import Laterality, RegionShare, SurfaceArea
from bodymap.body.area import of_regions

CHART_GROUP: Final = "pelvic_floor"
"""Group of the views that are charts, not pictures of the skin."""


@dataclass(frozen=True, slots=True)
class PainExtent:
    """How large a drawing is and where.

    Attributes:
        cm2: Surface of the model body it covers.
        share: Part of the whole body surface, 0 to 1.
        left_cm2: Part of `cm2` left of the mid-plane.
        right_cm2: Part of `cm2` right of it.
        laterality: Side as a whole; None if nothing is marked.
        areas: Number of separate areas, those on a chart and inside included.
        symmetry: Part that both sides have in common, 0 (one side only) to 1 (a mirror image of
            itself); None if nothing is marked.
        by_region: How much of each region it takes; untouched ones are left out.
        on_charts: Per pelvic-floor chart it touches, the part of the chart, 0 to 1.
        inside: Ids of the places inside the body.
    """

    cm2: float
    share: float
    left_cm2: float
    right_cm2: float
    laterality: Laterality | None
    areas: int
    symmetry: float | None
    by_region: Mapping[str, RegionShare]
    on_charts: Mapping[str, float]
    inside: tuple[str, ...]


def extent(area: SurfaceArea) -> PainExtent:
    """Extent of an area; all zeros for an empty one."""
    body = area.body
    cm2, sign = body.area_cm2[area.cells], body.cell_table.sign[area.cells]
    on_charts = {
        view.id: area.share_of_view(view.id)
        for view in body.views.values()
        if view.group == CHART_GROUP and area.schematic_cells
    }
    return PainExtent(
        cm2=area.cm2,
        share=area.share,
        left_cm2=float(cm2[sign > 0].sum()),
        right_cm2=float(cm2[sign < 0].sum()),
        laterality=area.laterality,
        areas=len(separate_areas(area)),
        symmetry=symmetry(area),
        by_region=area.by_region(),
        on_charts={view: share for view, share in on_charts.items() if share},
        inside=area.inside_sites,
    )


def symmetry(area: SurfaceArea) -> float | None:
    """Weight of what an area shares with its mirror image, beside all of both; None if empty."""
    weights = cell_weights(area.body)
    mirrored = area.mirrored()
    whole = float(weights[(area | mirrored).cells].sum())
    return float(weights[(area & mirrored).cells].sum()) / whole if whole else None


@dataclass(frozen=True, slots=True)
class PainStrength:
    """How strong the pain is over all that is drawn.

    Where layers lie over each other, the strongest counts. Skin counts by its surface; a place
    inside and a region of a chart as much as a region of median size.

    Attributes:
        by_intensity: Where each intensity 0-10 is the strongest; None stands for not stated.
        highest: The strongest intensity, or None where none is stated.
        mean: Mean intensity over what is rated, weighted by its size; None likewise.
        sum: Intensity times size in cm2, over what is rated: a large weak pain and a small strong
            one can be equal.
    """

    by_intensity: Mapping[int | None, SurfaceArea]
    highest: int | None
    mean: float | None
    sum: float


def strength(layers: Iterable[tuple[SurfaceArea, int | None]]) -> PainStrength:
    """Strength of layers of pain.

    Args:
        layers: Area and intensity on the numeric rating scale, None where not stated; all on one
            body version.

    Raises:
        OtherBody: Two layers have different body versions.
    """
    kept = [(area, nrs) for area, nrs in layers if area]
    if not kept:
        return PainStrength({}, None, None, 0.0)
    body = kept[0][0].body
    nothing = of_regions(body, ())
    by_intensity: dict[int | None, SurfaceArea] = {}
    told = nothing
    for area, nrs in sorted(kept, key=_strongest_first):
        fresh = area.on(body) - told
        told |= fresh
        if fresh:
            by_intensity[nrs] = by_intensity.get(nrs, nothing) | fresh
    weights = cell_weights(body)
    sizes = {
        nrs: float(weights[part.cells].sum())
        for nrs, part in by_intensity.items()
        if nrs is not None
    }
    size, total = sum(sizes.values()), float(np.dot([*sizes], [*sizes.values()]))
    return PainStrength(
        by_intensity, max(sizes, default=None), total / size if size else None, total
    )


def _strongest_first(layer: tuple[SurfaceArea, int | None]) -> int:
    return 1 if layer[1] is None else -layer[1]
