"""Label picture to smooth vector outlines whose borders are shared exactly.

The cracks between different labels are cut into arcs from junction to junction; every arc is
smoothed once and both neighbours use the very same curve.
"""

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from scipy import ndimage as ndi

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Curve = dict[tuple[float, ...], tuple[Floats, Floats]]


@dataclass(frozen=True)
class Outlines:
    """Vector form of a label picture, in view units.

    Attributes:
        outline: SVG path of the whole body.
        paths: label to SVG path (M, C, L, Z; absolute; one decimal).
        at: label to a point well inside its largest piece.
        box: label to (x0, y0, x1, y1).
        area_error: (sum of polygon areas - silhouette) / silhouette.
    """

    outline: str
    paths: dict[int, str]
    at: dict[int, tuple[float, float]]
    box: dict[int, tuple[float, float, float, float]]
    area_error: float


def _cracks(labels: Ints) -> tuple[list[tuple[int, int]], int]:
    """Unit edges between pixels of different labels, as pairs of lattice point numbers."""
    columns = labels.shape[1] + 1
    i, j = np.nonzero(labels[1:] != labels[:-1])
    horizontal = np.stack([(i + 1) * columns + j, (i + 1) * columns + j + 1], axis=1)
    i, j = np.nonzero(labels[:, 1:] != labels[:, :-1])
    vertical = np.stack([i * columns + j + 1, (i + 1) * columns + j + 1], axis=1)
    edges = np.concatenate([horizontal, vertical])
    return [(int(a), int(b)) for a, b in edges.tolist()], columns


def arcs(labels: Ints) -> list[Floats]:
    """Chains of lattice points (k, 2) between junctions; closed ones repeat their first point."""
    padded = np.pad(labels, 1, constant_values=-1)
    edges, columns = _cracks(padded)
    beside: dict[int, list[int]] = {}
    for a, b in edges:
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    junctions = {k for k, v in beside.items() if len(v) != 2}  # noqa: PLR2004
    used: set[tuple[int, int]] = set()
    out: list[list[int]] = []

    def walk(a: int, b: int) -> None:
        chain = [a, b]
        used.update([(a, b), (b, a)])
        while chain[-1] not in junctions and chain[-1] != chain[0]:
            p, q = beside[chain[-1]]
            following = p if q == chain[-2] else q
            used.update([(chain[-1], following), (following, chain[-1])])
            chain.append(following)
        out.append(chain)

    starts = [*(k for k in beside if k in junctions), *(k for k in beside if k not in junctions)]
    for a in starts:
        for b in beside[a]:
            if (a, b) not in used:
                walk(a, b)
    return [
        np.stack([np.array(c) % columns - 1, np.array(c) // columns - 1], axis=1).astype(np.float64)
        for c in out
    ]


def _smooth(chain: Floats, sigma: float) -> Floats:
    """Gaussian along the chain; ends stay, closed chains wrap."""
    if len(chain) < 4:  # noqa: PLR2004
        return chain
    if (chain[0] == chain[-1]).all():
        ring = ndi.gaussian_filter1d(chain[:-1], min(sigma, len(chain) / 8), axis=0, mode="wrap")
        return np.vstack([ring, ring[:1]])
    sigma = min(sigma, len(chain) / 6)
    k = min(len(chain) - 1, int(4 * sigma) + 1)
    extended = np.vstack(
        [2 * chain[0] - chain[k:0:-1], chain, 2 * chain[-1] - chain[-2 : -k - 2 : -1]]
    )
    middle = ndi.gaussian_filter1d(extended, sigma, axis=0)[k : k + len(chain)]
    middle[0], middle[-1] = chain[0], chain[-1]
    return np.asarray(middle)


def _curves(chains: list[Floats]) -> Curve:
    """Control points of every segment of every arc, in both directions (Catmull-Rom)."""
    out: Curve = {}
    for p in chains:
        closed = bool((p[0] == p[-1]).all()) and len(p) > 3  # noqa: PLR2004
        if closed:
            q = np.vstack([p[-2], p, p[1]])
        else:
            q = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
        for i in range(len(p) - 1):
            first = np.round(p[i] + (p[i + 1] - q[i]) / 6, 1)
            second = np.round(p[i + 1] - (q[i + 3] - p[i]) / 6, 1)
            out[(*p[i], *p[i + 1])] = (first, second)
            out[(*p[i + 1], *p[i])] = (second, first)
    return out


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _path(shape: shapely.Geometry, curves: Curve) -> str:
    """SVG path of a (multi)polygon, exteriors counter-clockwise on screen, holes clockwise."""
    out = []
    for part in shapely.get_parts(shape):
        polygon = shapely.Polygon.normalize(part)
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.array(ring.coords)
            out.append("M" + " ".join(map(number, points[0])))
            for a, b in itertools.pairwise(points):
                control = curves.get((*a, *b))
                if control is None:
                    out.append("L" + " ".join(map(number, b)))
                else:
                    out.append("C" + " ".join(number(v) for q in (*control, b) for v in q))
            out.append("Z")
    return "".join(out)


def trace(labels: Ints, scale: float, sigma: float = 7.0, tolerance: float = 0.3) -> Outlines:
    """Vectorise a label picture.

    Args:
        labels: (h, w) region numbers, -1 outside.
        scale: pixels per view unit.
        sigma: smoothing along arcs, pixels.
        tolerance: how far the simplified arc may stray, view units.

    Raises:
        ValueError: if the polygons overlap or leave gaps.
    """
    chains = []
    for chain in arcs(labels):
        line = shapely.LineString(_smooth(chain, sigma) / scale).simplify(tolerance)
        points = np.round(shapely.get_coordinates(line), 1)
        points = points[np.r_[True, (points[1:] != points[:-1]).any(axis=1)]]
        if len(points) > 1:
            chains.append(points)
    lines = shapely.union_all([shapely.LineString(p) for p in chains])
    merged = list(shapely.get_parts(shapely.line_merge(lines)))
    faces = list(shapely.get_parts(shapely.polygonize(merged)))
    height, width = labels.shape
    inner = np.array([shapely.get_coordinates(shapely.point_on_surface(f))[0] for f in faces])
    column = np.clip((inner[:, 0] * scale).astype(np.int64), 0, width - 1)
    row = np.clip((inner[:, 1] * scale).astype(np.int64), 0, height - 1)
    pieces: dict[int, list[shapely.Geometry]] = {}
    for face, label in zip(faces, labels[row, column], strict=True):
        if label >= 0:
            pieces.setdefault(int(label), []).append(face)
    shapes = {k: shapely.union_all(pieces[k]) for k in sorted(pieces)}
    if not shapely.coverage_is_valid(list(shapes.values())):
        raise ValueError("The traced regions overlap or leave gaps.")
    curves = _curves(chains)
    silhouette = float((labels >= 0).sum()) / scale**2
    return Outlines(
        outline=_path(shapely.coverage_union_all(list(shapes.values())), curves),
        paths={k: _path(s, curves) for k, s in shapes.items()},
        at={k: _inside(s) for k, s in shapes.items()},
        box={k: _box(s) for k, s in shapes.items()},
        area_error=(sum(s.area for s in shapes.values()) - silhouette) / silhouette,
    )


def _box(shape: shapely.Geometry) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (round(float(v), 1) for v in shape.bounds)
    return x0, y0, x1, y1


def _inside(shape: shapely.Geometry) -> tuple[float, float]:
    largest = max(shapely.get_parts(shape), key=lambda p: float(p.area))
    x, y = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, tolerance=0.5))[0]
    return round(float(x), 1), round(float(y), 1)
