"""Which muscles to offer for a place: those that lie under the finger, then those around it.

An offer, not a finding: trigger points can lie anywhere in a muscle, and which muscle it is, the
examiner decides.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from bodymap.analysis.whereabouts import Whereabouts, distances, on_charts, whereabouts
from bodymap.atlas import Atlas, FrequencyLevel, Muscle, TriggerPoint
from bodymap.atlas.muscle_layer import MuscleLayer, chart_regions
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Body, Laterality

REACH_CM: Final = 10.0
"""Muscles and typical trigger points farther along the skin are not near the finger."""

BESIDE_CM: Final = 8.0
"""A muscle whose edge is farther along the skin does not lie beside the finger."""

POINT_COUNTS_CM: Final = 8.0
"""A typical trigger point farther along the skin counts as one at this distance."""

LESS_FOR: Final = {Depth.SUPERFICIAL: 0.0, Depth.DEEP: 0.5, Depth.SHEET: 1.2}
"""What lying deep, or being a thin sheet, costs a muscle, in centimetres beside its edge."""

BESIDE: Final = 0.5
"""A muscle that only comes near costs this, and each centimetre to its edge as much again."""

POINT_WEIGHT: Final = 0.2
"""A centimetre to the typical trigger point beside one to the edge of the muscle."""

RARER: Final = 0.35
"""What each rarer level of how often trigger points are found costs.

These five numbers are our own choice, without a publication: chosen so that every region of
the figure is offered what a table expects there (`tests/analysis/lies_here.yaml`).
"""

FELT_AT: Final = {
    "perineum_skin": (
        "superficial_transverse_perineal",
        "bulbospongiosus",
        "external_anal_sphincter",
        "ischiocavernosus",
    ),
    "thoracic_midline_t9_t12": ("thoracic_multifidi_rotatores",),
    "scapula_superior_angle": ("levator_scapulae",),
    "scapula_lateral_border": ("teres_major", "teres_minor"),
    "flank_side": ("abdominal_obliques", "quadratus_lumborum", "latissimus_dorsi"),
    "axilla": ("subscapularis", "teres_major"),
    "pelvis_deep": (
        "levator_ani_pubococcygeus",
        "obturator_internus",
        "levator_ani_iliococcygeus",
        "coccygeus",
        "piriformis",
    ),
    "teeth_upper": ("masseter", "temporalis", "medial_pterygoid"),
    "teeth_lower": ("masseter", "medial_pterygoid", "digastric"),
    "genitals_vulva_clitoris": ("bulbospongiosus", "ischiocavernosus"),
    "genitals_penis": ("bulbospongiosus", "ischiocavernosus"),
    "urethra_bladder": ("levator_ani_pubococcygeus", "bulbospongiosus", "obturator_internus"),
}
"""Muscles that are felt at a region of the skin, or a site inside, though not drawn first there.

Those of the pelvic floor stand on its charts; a muscle is felt at the edge of a bone that it comes
from, jaw muscles beside the teeth, and what bounds the armpit behind is drawn on the shoulder
blade. In this order they come first.
"""

AROUND: Final = 0.7
"""Where the straight line is so much shorter than the way along the skin, the way goes around."""

NO_WAY_CM: Final = 2.5
"""A shorter way never counts as going around."""

_SIDES: Final = {
    Laterality.RIGHT: (Laterality.RIGHT,),
    Laterality.LEFT: (Laterality.LEFT,),
    Laterality.MIDLINE: (Laterality.RIGHT, Laterality.LEFT),
}
_BY_FREQUENCY: Final = {level: rank for rank, level in enumerate(FrequencyLevel)}

_Cells = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class OfferedMuscle:
    """A muscle that may be the one under the finger.

    Attributes:
        muscle: The muscle.
        trigger_point: Its typical trigger point nearest to the place; its first where none can be
            measured to.
        laterality: Side of that muscle: the side of the place; MIDLINE where the place lies on the
            midline, so that both sides come into question.
        distance_cm: From the place along the skin to that trigger point on this figure; `None`
            beyond `REACH_CM`, and where it has no meaning (pelvic-floor chart, inside the body).
        lies_here: Whether the muscle is drawn under the place, at any depth.
        near: Whether it lies here or beside the place; the others only belong to the same part of
            the body.
    """

    muscle: Muscle
    trigger_point: TriggerPoint
    laterality: Laterality
    distance_cm: float | None
    lies_here: bool
    near: bool


@lru_cache(maxsize=256)  # asked again whenever something else is said of the same place
def offered_muscles(
    atlas: Atlas, body: Body, cell: int, *, layer: MuscleLayer
) -> tuple[OfferedMuscle, ...]:
    """Muscles for a place, the likeliest first.

    First those within reach along the skin: what lies at the surface under the finger before what
    lies deep, what lies under it before what lies beside it, and of these the one with a typical
    trigger point nearby and the commoner one. Then the others of this part of the body, those with
    the nearest trigger point first. Nothing is measured through the body: the palm is not near the
    back of the hand. On a chart of the pelvic floor the muscle that is drawn there comes first,
    then those with the nearest trigger points on the charts that this figure has.

    Args:
        atlas: The muscles to choose from.
        body: The figure that was pointed at.
        cell: The place.
        layer: Where muscles lie.

    Raises:
        UnknownCell: The body has no such cell.
        AtlasOfOtherBody: The layer does not belong to this body.
    """
    layer.checked(body)
    here = whereabouts(atlas, body, cell)
    straight = distances(atlas, body, here)
    walked = _walked(body, here)
    to_points = _to_points(atlas, body, here, walked)
    drawn = _drawn(layer, atlas, body, here, walked)
    under = FELT_AT.get(_name_of(body, cell), ())
    offers, row = [], 0
    for muscle in atlas.muscles.values():
        span = slice(row, row + len(muscle.trigger_points))
        row = span.stop
        cost, lies_here = drawn.get(muscle.id, (np.inf, False))
        if muscle.id in under:
            cost, lies_here = float(under.index(muscle.id) - len(under)), True
        in_part = not here.groups.isdisjoint(muscle.regions)
        nearest = _nearest(to_points[span], straight[span])
        distance = float(to_points[span][nearest])
        if here.on_chart:
            point = float(straight[span].min())
            cost = min(cost, point + BESIDE if point else 0.0)
        if np.isinf(cost) and not in_part:
            continue
        offer = OfferedMuscle(
            muscle=muscle,
            trigger_point=muscle.trigger_points[nearest],
            laterality=here.laterality,
            distance_cm=distance if here.measured and np.isfinite(distance) else None,
            lies_here=lies_here,
            near=bool(np.isfinite(cost)),
        )
        offers.append((_order(offer, cost, distance, float(straight[span].min())), offer))
    offers.sort(key=lambda pair: pair[0])
    return tuple(offer for _, offer in offers)


def offered_at_region(
    atlas: Atlas, body: Body, region_id: str, *, layer: MuscleLayer
) -> tuple[OfferedMuscle, ...]:
    """Muscles at the middle of a region or beside it; those of that part where none is.

    Raises:
        UnknownRegion: The body has no such region.
        AtlasOfOtherBody: The layer does not belong to this body.
    """
    offers = offered_muscles(atlas, body, middle_of(body, region_id), layer=layer)
    return tuple(offer for offer in offers if offer.near) or offers


def middle_of(body: Body, region_id: str) -> int:
    """The cell of a region nearest to the mean of its cells."""
    place = body.fill([region_id])
    cell = body.nearest(body.xyz_cm[place.cells].mean(axis=0), among=place)
    return int(place.cells[len(place) // 2]) if cell is None else cell


def _name_of(body: Body, cell: int) -> str:
    """Base id of the region of a cell, or id of its site inside the body."""
    region = body.region_of(cell)
    if region is not None:
        return body.regions[region].base
    return next((site.id for site in body.sites.values() if cell in site.inside.values()), "")


def _walked(body: Body, here: Whereabouts) -> npt.NDArray[np.float64]:
    """How far the cells around lie along the skin; for a place on a chart none does."""
    if here.on_chart:
        return np.full(body.cell_count, np.inf)
    away = body.reach_cm(here.cell, at_most_cm=REACH_CM)
    away[here.cell] = 0.0
    return away


def _to_points(
    atlas: Atlas, body: Body, here: Whereabouts, walked: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Along the skin to every typical trigger point on the side of the place."""
    right = atlas.place_cells
    only = np.array([point.only_on or "" for point in atlas.trigger_points.values()])
    on_right = np.where(only == "left", np.inf, walked[right])
    on_left = np.where(only == "right", np.inf, walked[body.cell_table.mirror[right]])
    if here.laterality is Laterality.RIGHT:
        return on_right
    return on_left if here.laterality is Laterality.LEFT else np.minimum(on_right, on_left)


def _drawn(
    layer: MuscleLayer,
    atlas: Atlas,
    body: Body,
    here: Whereabouts,
    walked: npt.NDArray[np.float64],
) -> dict[str, tuple[float, bool]]:
    """What each muscle within reach costs by where it is drawn, and whether it lies right here."""
    if here.on_chart:
        return _on_chart(layer, body, here)
    mirror = body.cell_table.mirror
    sides = _SIDES[here.laterality]
    found: dict[str, tuple[float, bool]] = {}
    for muscle, depth, right in _pieces(layer, body):
        if muscle not in atlas.muscles:
            continue
        cells = np.concatenate(
            [mirror[right] if side is Laterality.LEFT else right for side in sides]
        )
        nearest = int(cells[walked[cells].argmin()])
        edge = float(walked[nearest])
        if edge > BESIDE_CM or _around(body, here.cell, nearest, edge):
            continue
        cost = LESS_FOR[depth] + (edge + BESIDE if edge else 0.0)
        if cost < found.get(muscle, (np.inf, False))[0]:
            found[muscle] = (cost, edge == 0 or found.get(muscle, (0, False))[1])
        elif edge == 0:
            found[muscle] = (found[muscle][0], True)
    return found


def _around(body: Body, here: int, there: int, walk_cm: float) -> bool:
    """Whether the way to a cell goes around the body, as from the sole to the back of the foot."""
    straight = float(np.linalg.norm(body.xyz_cm[here] - body.xyz_cm[there]))
    return walk_cm > NO_WAY_CM and straight < AROUND * walk_cm


def _on_chart(layer: MuscleLayer, body: Body, here: Whereabouts) -> dict[str, tuple[float, bool]]:
    """The same on a chart of the pelvic floor, by the regions that stand for muscles there."""
    found = {}
    for muscle, base in layer.charts:
        either = [chart_regions([base], side, body) for side in _SIDES[here.laterality]]
        cells = body.fill([region for regions in either for region in regions]).cells
        edge = float(on_charts(body, here.cell, cells).min())
        if np.isfinite(edge):
            base_here = body.regions[body.region_of(here.cell) or ""].base
            inside = base == base_here
            found[muscle] = (0.0 if inside else edge + BESIDE, inside)
    return found


_PIECES: "WeakKeyDictionary[MuscleLayer, list[tuple[str, Depth, _Cells]]]" = WeakKeyDictionary()


def _pieces(layer: MuscleLayer, body: Body) -> list[tuple[str, Depth, _Cells]]:
    """The pieces of a layer with their cells on the patient's right; made once per layer."""
    if layer not in _PIECES:
        sign = body.cell_table.sign
        _PIECES[layer] = [
            (piece.muscle, piece.depth, mine)
            for piece in layer.pieces
            if (mine := (cells := piece.patch.inside)[sign[cells] < 0].astype(np.intp)).size
        ]
    return _PIECES[layer]


def _nearest(walked: npt.NDArray[np.float64], straight: npt.NDArray[np.float64]) -> int:
    """Number of the nearest trigger point: along the skin, else in a straight line."""
    return int((walked if np.isfinite(walked).any() else straight).argmin())


def _order(
    offer: OfferedMuscle, cost: float, distance: float, straight: float
) -> tuple[bool, float, float, str]:
    rarer = RARER * _BY_FREQUENCY[offer.muscle.frequency.level]
    far = bool(np.isinf(cost))
    near = cost + POINT_WEIGHT * min(distance, POINT_COUNTS_CM) + rarer
    return far, straight if far else near, straight, offer.muscle.name
