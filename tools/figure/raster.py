"""An own z-buffer in NumPy: which triangle, where in it, how deep, per pixel."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
_CHUNK = 2_000_000
_EDGE = -1e-7


@dataclass(frozen=True, eq=False)
class Raster:
    """What an orthographic camera sees.

    Attributes:
        tri: (h, w) triangle number, -1 where nothing is.
        bary: (h, w, 3) barycentric coordinates.
        depth: (h, w) in pixels, larger is nearer, -inf where nothing is.
    """

    tri: Ints
    bary: npt.NDArray[np.float32]
    depth: Floats


def raster(xy: Floats, depth: Floats, tris: Ints, width: int, height: int) -> Raster:
    """Draw triangles that face the camera.

    Args:
        xy: (n, 2) pixel coordinates, x right, y down; the centre of pixel (0, 0) is (0.5, 0.5).
        depth: (n,) larger is nearer.
        tris: (t, 3) counter-clockwise from outside.
        width: pixels.
        height: pixels.
    """
    p0, p1, p2 = (xy[tris[:, i]] for i in range(3))
    area = _cross(p1 - p0, p2 - p0)
    # y points down, so triangles that face the camera turn negative
    ids = np.nonzero(area < -1e-9)[0]  # noqa: PLR2004
    low = np.floor(np.minimum(np.minimum(p0, p1), p2)[ids] - 0.5).astype(np.int64)
    high = np.ceil(np.maximum(np.maximum(p0, p1), p2)[ids] - 0.5).astype(np.int64)
    low = np.maximum(low, 0)
    high = np.minimum(high, [width - 1, height - 1])
    span = np.maximum(high - low + 1, 0)
    size = span[:, 0] * span[:, 1]
    out_z = np.full(width * height, -np.inf)
    out_tri = np.full(width * height, -1, np.int64)
    out_bary = np.zeros((width * height, 3), np.float32)
    order = np.argsort(size, kind="stable")
    order = order[size[order] > 0]
    total = np.cumsum(size[order])
    start = 0
    while start < len(order):
        done = total[start - 1] if start else 0
        end = max(start + 1, int(np.searchsorted(total, done + _CHUNK)))
        s, start = order[start:end], end
        n = size[s]
        rep = np.repeat(np.arange(len(s)), n)
        offset = np.arange(n.sum()) - np.repeat(np.cumsum(n) - n, n)
        columns = span[s, 0][rep]
        px = low[s, 0][rep] + offset % columns
        py = low[s, 1][rep] + offset // columns
        t = ids[s][rep]
        here = np.stack([px + 0.5, py + 0.5], axis=1)
        w0 = _cross(p1[t] - here, p2[t] - here) / area[t]
        w1 = _cross(p2[t] - here, p0[t] - here) / area[t]
        w2 = 1 - w0 - w1
        hit = (w0 >= _EDGE) & (w1 >= _EDGE) & (w2 >= _EDGE)
        t, w0, w1, w2 = t[hit], w0[hit], w1[hit], w2[hit]
        pixel = py[hit] * width + px[hit]
        z = w0 * depth[tris[t, 0]] + w1 * depth[tris[t, 1]] + w2 * depth[tris[t, 2]]
        np.maximum.at(out_z, pixel, z)
        win = z >= out_z[pixel]
        out_tri[pixel[win]] = t[win]
        out_bary[pixel[win]] = np.stack([w0, w1, w2], 1)[win]
    return Raster(
        out_tri.reshape(height, width),
        out_bary.reshape(height, width, 3),
        out_z.reshape(height, width),
    )


def _cross(a: Floats, b: Floats) -> Floats:
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])
