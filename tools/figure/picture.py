"""One view of one figure, drawn: triangle, cell, region, normal and depth per pixel."""

from collections.abc import Callable
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
    drawn = _drawn(view, body)
    frame = _frame(view, points, _framed(view, body, drawn))
    k = frame.scale * OVERSAMPLE
    xy = np.stack(
        [
            (points[:, 0] - frame.middle) * k + frame.width * OVERSAMPLE / 2,
            (frame.top - points[:, 1]) * k,
        ],
        axis=1,
    )
    seen = raster(
        np.round(xy, 6),
        np.round(points[:, 2] * k, 6),
        body.tris[drawn],
        frame.width * OVERSAMPLE,
        view.height * OVERSAMPLE,
    )
    inside = seen.tri >= 0
    # numbers of the whole mesh, not of the part that was drawn
    seen.tri[inside] = np.nonzero(drawn)[0][seen.tri[inside]]
    if view.keep is not None:
        _cut(seen, view.keep, body)
        inside = seen.tri >= 0
    smooth = normals(points, body.tris)[body.tris[seen.tri[inside]]]
    n = (smooth * seen.bary[inside][..., None]).sum(axis=1)
    normal = np.zeros((*seen.tri.shape, 3))
    normal[inside] = n / np.linalg.norm(n, axis=1, keepdims=True)
    return Picture(view, frame.width, view.height, frame.scale, seen, normal, body)


@dataclass(frozen=True)
class _Frame:
    """Where the picture lies in the camera's plane (dm) and how large it is (view units)."""

    width: int
    scale: float
    middle: float
    top: float


def _drawn(view: View, body: Mesh) -> Mask:
    """(t,) triangles that belong to the part a view shows."""
    if view.part is None:
        return np.ones(len(body.tris), np.bool_)
    near = view.part(body.reference, body.weights["arm"])
    return np.asarray(near[body.tris].all(axis=1))


def _framed(view: View, body: Mesh, drawn: Mask) -> Mask:
    """(n,) vertices that the frame is fitted to."""
    out = np.zeros(len(body.reference), np.bool_)
    out[body.tris[drawn]] = True
    for condition in (view.keep, view.frame):
        if condition is not None:
            out &= condition(body.reference)
    return out


def _frame(view: View, points: Floats, framed: Mask) -> _Frame:
    low, high = points[framed].min(axis=0), points[framed].max(axis=0)
    margin = view.height * MARGIN
    # a frame cuts the body at its lower edge, so there is no margin below
    below = 0.0 if view.frame is not None else margin
    scale = (view.height - below - margin) / (high[1] - low[1])
    middle = float((low[0] + high[0]) / 2)
    if view.aspect is None:
        width = int(np.ceil((high[0] - low[0]) * scale + 2 * margin))
    else:
        width = round(view.height * view.aspect)
        middle = _middle(points, framed)
    if view.symmetric:
        # the mid-plane falls between two pixels
        width += width % 2
        middle = 0.0
    return _Frame(width, float(scale), middle, float(high[1] + margin / scale))


def _middle(points: Floats, framed: Mask) -> float:
    """Horizontal middle of the upper part of the frame: the head, not the shoulders."""
    high = points[framed, 1].max()
    low = points[framed, 1].min()
    skull = framed & (points[:, 1] > high - 0.55 * (high - low))
    return float((points[skull, 0].min() + points[skull, 0].max()) / 2)


def _cut(seen: Raster, keep: Callable[[Floats], Mask], body: Mesh) -> None:
    """Cut per pixel: leaving out whole triangles would make a saw-tooth edge."""
    rows, columns = np.nonzero(seen.tri >= 0)
    corners = body.tris[seen.tri[rows, columns]]
    at = (body.reference[corners] * seen.bary[rows, columns][..., None]).sum(axis=1)
    gone = ~keep(at)
    seen.tri[rows[gone], columns[gone]] = -1
    seen.depth[rows[gone], columns[gone]] = -np.inf
