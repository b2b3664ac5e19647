"""One view of one figure, drawn: triangle, cell, region, normal and depth per pixel."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from tools.figure.mesh import Mesh, build
from tools.figure.raster import Raster, raster
from tools.figure.subdivide import normals
from tools.figure.views import View

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
OVERSAMPLE = 3
"""Picture pixels per view unit; odd, so that a view unit has a pixel at its very centre."""
MARGIN = 0.012
BACKGROUND = 0xFFFF


@dataclass(frozen=True, eq=False)
class Picture:
    """What a view of a figure shows.

    Attributes:
        view: the view.
        width: view units.
        height: view units.
        scale: view units per dm of the figure.
        seen: triangle, barycentrics and depth, OVERSAMPLE pixels per view unit.
        normal: (h, w, 3) unit normals in camera axes, 0 outside.
        body: the mesh.
    """

    view: View
    width: int
    height: int
    scale: float
    seen: Raster
    normal: Floats
    body: Mesh

    @cached_property
    def inside(self) -> Mask:
        """(h, w) true on the body."""
        return np.asarray(self.seen.tri >= 0)

    def labels(self) -> Ints:
        """(h, w) region numbers, -1 outside."""
        out = np.full(self.seen.tri.shape, -1, np.int64)
        out[self.inside] = self.body.labels(
            self.seen.tri[self.inside], self.seen.bary[self.inside].astype(np.float64)
        )
        return out

    def cells(self) -> npt.NDArray[np.uint16]:
        """(height, width) cell at the centre of every view unit, 65535 outside."""
        middle = OVERSAMPLE // 2
        tri = self.seen.tri[middle::OVERSAMPLE, middle::OVERSAMPLE]
        return np.where(tri >= 0, self.body.cell[tri], BACKGROUND).astype(np.uint16)


def draw(view: View, figure: str) -> Picture:
    """Draw a view of a figure; 5 to 10 s.

    Args:
        view: one of `views`.
        figure: name of a recipe.
    """
    body = build(view.levels)
    points = view.points(body, figure) @ view.camera.T
    corners = body.tris
    drawn: Mask = np.ones(len(corners), np.bool_)
    reference = body.reference
    if view.part is not None:
        near = view.part(reference, body.weights["arm"])
        drawn = np.asarray(near[corners].all(axis=1))
    framed = np.zeros(len(points), np.bool_)
    framed[corners[drawn]] = True
    if view.keep is not None:
        framed &= view.keep(reference)
    if view.frame is not None:
        framed &= view.frame(reference)
    low, high = points[framed].min(axis=0), points[framed].max(axis=0)
    pad = 0.0 if view.frame is not None else view.height * MARGIN
    top = view.height * MARGIN
    scale = (view.height - pad - top) / (high[1] - low[1])
    if view.aspect is None:
        width = int(np.ceil((high[0] - low[0]) * scale + 2 * pad))
    else:
        width = round(view.height * view.aspect)
    if view.symmetric:
        # the mid-plane falls between two pixels
        width += width % 2
        middle = 0.0
    else:
        middle = (low[0] + high[0]) / 2 if view.aspect is None else _middle(points, framed)
    k = scale * OVERSAMPLE
    xy = np.stack(
        [
            (points[:, 0] - middle) * k + width * OVERSAMPLE / 2,
            (high[1] - points[:, 1]) * k + top * OVERSAMPLE,
        ],
        axis=1,
    )
    seen = raster(
        np.round(xy, 6),
        np.round(points[:, 2] * k, 6),
        corners[drawn],
        width * OVERSAMPLE,
        view.height * OVERSAMPLE,
    )
    inside = seen.tri >= 0
    seen.tri[inside] = np.nonzero(drawn)[0][seen.tri[inside]]
    if view.keep is not None:
        _cut(seen, view, body)
        inside = seen.tri >= 0
    vertex_normals = normals(points, corners)
    n = (vertex_normals[corners[seen.tri[inside]]] * seen.bary[inside][..., None]).sum(axis=1)
    normal = np.zeros((*seen.tri.shape, 3))
    normal[inside] = n / np.linalg.norm(n, axis=1, keepdims=True)
    return Picture(view, width, view.height, float(scale), seen, normal, body)


def _middle(points: Floats, framed: Mask) -> float:
    """Horizontal middle of the upper part of the frame: the head, not the shoulders."""
    high = points[framed, 1].max()
    low = points[framed, 1].min()
    skull = framed & (points[:, 1] > high - 0.55 * (high - low))
    return float((points[skull, 0].min() + points[skull, 0].max()) / 2)


def _cut(seen: Raster, view: View, body: Mesh) -> None:
    """Cut per pixel: leaving out whole triangles would make a saw-tooth edge."""
    if view.keep is None:
        return
    rows, columns = np.nonzero(seen.tri >= 0)
    corners = body.tris[seen.tri[rows, columns]]
    at = (body.reference[corners] * seen.bary[rows, columns][..., None]).sum(axis=1)
    gone = ~view.keep(at)
    seen.tri[rows[gone], columns[gone]] = -1
    seen.depth[rows[gone], columns[gone]] = -np.inf
