"""The cells: quads of the once-subdivided mesh with region, side, place, area and mirror image."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from tools.figure import mesh, partition
from tools.figure.mesh import Mesh
from tools.figure.pose import STANDING
from tools.figure.raster import raster
from tools.figure.shapes import RECIPES

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
_DIRECTIONS = 90
_LOOK_HEIGHT = 600
_LEAST_SEEN = 2
"""A single direction may look through the slit of the lips."""
_NECK_ABOVE_DM, _HEAD_ABOVE_DM = 5.4, 5.9
_EAR = 0.5


@dataclass(frozen=True, eq=False)
class Cells:
    """One row per cell of the body mesh, in cell-number order.

    Attributes:
        region: (n,) number of the cell's region, a position in `partition.REGIONS`.
        laterality: (n,) +1 the patient's left, -1 right.
        mirror: (n,) number of the cell at the mirror image; its own inverse.
        skin: (n,) false for linings of mouth, nostrils and eye sockets, which have area 0.
        reference_cm: (n, 3) centre on the reference body, cm, x patient's left, y up, z front.
        xyz_cm: figure to (n, 3) centre in anatomical position, same frame.
        area_cm2: figure to (n,) area, symmetric.
        height_cm: figure to its standing height.
    """

    region: Ints
    laterality: Ints
    mirror: Ints
    skin: npt.NDArray[np.bool_]
    reference_cm: Floats
    xyz_cm: Mapping[str, Floats]
    area_cm2: Mapping[str, Floats]
    height_cm: Mapping[str, float]


def _centres(points: Floats, body: Mesh, areas: Floats) -> Floats:
    """Area-weighted centre of every cell (plain mean where a cell has no area), (n, 3)."""
    count = len(body.cell_quads)
    middle = points[body.tris].mean(axis=1)
    weight = areas + 1e-12
    total = np.bincount(body.cell, weight, count)
    return np.stack(
        [np.bincount(body.cell, middle[:, i] * weight, count) / total for i in range(3)], axis=1
    )


def _areas(points: Floats, tris: Ints) -> Floats:
    a, b, c = (points[tris[:, i]] for i in range(3))
    return np.asarray(np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2)


def _mirror(centres: Floats) -> Ints:
    """The cell at each cell's mirror image."""
    distance, index = cKDTree(centres).query(centres * [-1, 1, 1])
    worst = float(np.max(distance))
    mirror = np.asarray(index, np.int64)
    if worst > 1e-4 or (mirror[mirror] != np.arange(len(mirror))).any():  # noqa: PLR2004
        raise ValueError(f"Cells are not mirror-symmetric (worst {worst} dm).")
    return mirror


def _regions(body: Mesh, laterality: Ints, mirror: Ints) -> Ints:
    """Region of every cell: the one with most of its area; right cells mirror left ones."""
    count, regions = len(body.cell_quads), len(partition.REGIONS)
    third = np.full((len(body.tris), 3), 1 / 3)
    label = body.labels(np.arange(len(body.tris)), third)
    area = _areas(body.reference, body.tris)
    key, inverse = np.unique(body.cell * regions + label, return_inverse=True)
    share = np.bincount(inverse, area)
    # last of equal keys after sorting by share is the largest
    order = np.lexsort((-(key % regions), share, key // regions))
    last = np.r_[np.diff(key[order] // regions) != 0, True]
    region = np.full(count, -1, np.int64)
    region[key[order][last] // regions] = key[order][last] % regions
    ids = [r.id for r in partition.REGIONS]
    swap = {".left": ".right", ".right": ".left"}
    image = np.array(
        [
            ids.index(i.removesuffix(s) + swap[s]) if (s := _side(i)) else n
            for n, i in enumerate(ids)
        ]
    )
    right = laterality < 0
    region[right] = image[region[mirror[right]]]
    return region


def _side(region_id: str) -> str:
    return next((s for s in (".left", ".right") if region_id.endswith(s)), "")


def _times_seen(points: Floats, body: Mesh) -> Ints:
    """From how many of many directions each cell of the head is seen, (n,)."""
    count = np.zeros(len(body.cell_quads), np.int64)
    head = body.tris[(body.reference[body.tris, 1] > _NECK_ABOVE_DM).all(axis=1)]
    framed = np.unique(head)
    golden = np.pi * (3 - 5**0.5)
    for i in range(_DIRECTIONS):
        y = 1 - 2 * (i + 0.5) / _DIRECTIONS
        r = (1 - y * y) ** 0.5
        towards = np.array([np.cos(golden * i) * r, y, np.sin(golden * i) * r])
        right = np.cross([0.3, 1, 0.2], towards)
        right /= np.linalg.norm(right)
        u = points @ np.stack([right, np.cross(towards, right), towards]).T
        scale = _LOOK_HEIGHT / np.ptp(u[framed, 1])
        xy = np.stack(
            [u[:, 0] - u[framed, 0].min(), u[framed, 1].max() - u[:, 1]], axis=1
        ) * scale  # fmt: skip
        width, height = (int(v) + 2 for v in xy[framed].max(axis=0))
        tri = raster(xy, u[:, 2], body.tris, width, height).tri
        count[np.unique(body.cell[tri[tri >= 0]])] += 1
    return count


@cache
def skin_cells() -> npt.NDArray[np.bool_]:
    """Cells on the outside of the body, (n,); about 5 s, once per process.

    Only the head has linings (mouth, nostrils, eye sockets); folds of armpits, toes and ears are
    skin although hardly any direction shows them.
    """
    body = mesh.build(1)
    seen = _times_seen(body.figure("neutral", STANDING), body) >= _LEAST_SEEN
    centre = body.reference[body.cell_quads].mean(axis=1)
    ear = body.ear[body.cell_quads].mean(axis=1) > _EAR
    return np.asarray(seen | ear | (centre[:, 1] < _HEAD_ABOVE_DM))


def build(figures: Sequence[str] = tuple(RECIPES)) -> Cells:
    """All cells with their areas on the figures asked for (about 30 s, mostly the linings).

    Args:
        figures: names of `shapes.RECIPES`.
    """
    body = mesh.build(2)
    reference = _centres(body.reference, body, _areas(body.reference, body.tris))
    if np.abs(reference[:, 0]).min() <= 0:
        raise ValueError("A cell lies across the mid-plane.")
    laterality = np.sign(reference[:, 0]).astype(np.int64)
    mirror = _mirror(reference)
    skin = skin_cells()
    skin = skin | skin[mirror]
    xyz, area, height = {}, {}, {}
    for name in figures:
        points = body.figure(name, STANDING)
        areas = _areas(points, body.tris) * 100
        own = np.bincount(body.cell, areas, len(skin))
        area[name] = np.where(skin, (own + own[mirror]) / 2, 0.0)
        height[name] = float(np.ptp(points[body.tris, 1])) * 10
        xyz[name] = _centres(points, body, areas) * 10
        # thighs that touch stop at the mid-plane
        xyz[name][:, 0] = laterality * np.maximum(laterality * xyz[name][:, 0], 0.0)
    return Cells(
        region=_regions(body, laterality, mirror),
        laterality=laterality,
        mirror=mirror,
        skin=skin,
        reference_cm=reference * 10,
        xyz_cm=xyz,
        area_cm2=area,
        height_cm=height,
    )
