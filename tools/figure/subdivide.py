"""Catmull-Clark subdivision as one sparse matrix, so that every vertex attribute follows."""

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def catmull_clark(faces: Ints, count: int) -> tuple[sp.csr_array, Ints]:
    """One step of subdivision.

    Args:
        faces: (f, 4) quads; a triangle repeats its third vertex.
        count: number of vertices.

    Returns:
        The operator (new vertices x old vertices) and (4 f, 4) new quads. Quad `k * f + i` is the
        corner of face `i` at its `k`-th vertex, and starts there.
    """
    number = len(faces)
    edges = np.stack([faces, np.roll(faces, -1, 1)], -1).reshape(-1, 2)
    unique, inverse = np.unique(np.sort(edges, 1), axis=0, return_inverse=True)
    inverse = inverse.ravel()
    n_edges = len(unique)
    face_of = np.repeat(np.arange(number), 4)

    def matrix(values: Floats, rows: Ints, columns: Ints, shape: tuple[int, int]) -> sp.csr_array:
        return sp.csr_array((values, (rows, columns)), shape=shape)

    def diagonal(values: npt.NDArray[np.generic]) -> sp.dia_array:
        return sp.diags_array(values.astype(np.float64))

    face_points = matrix(np.full(number * 4, 0.25), face_of, faces.ravel(), (number, count))
    ends = np.repeat(np.arange(n_edges), 2)
    middles = matrix(np.full(n_edges * 2, 0.5), ends, unique.ravel(), (n_edges, count))
    edge_face = matrix(np.ones(len(inverse)), inverse, face_of, (n_edges, number))
    inner = np.asarray(edge_face.sum(axis=1)).ravel() == 2  # noqa: PLR2004 - faces at an edge
    edge_points = diagonal(np.where(inner, 0.5, 1.0)) @ middles + diagonal(
        np.where(inner, 0.25, 0.0)
    ) @ (edge_face @ face_points)
    vertex_edge = matrix(np.ones(n_edges * 2), unique.ravel(), ends, (count, n_edges))
    vertex_face = matrix(np.ones(number * 4), faces.ravel(), face_of, (count, number))
    n_e = np.maximum(np.asarray(vertex_edge.sum(axis=1)).ravel(), 1)
    n_f = np.asarray(vertex_face.sum(axis=1)).ravel()
    border_edges = vertex_edge @ diagonal(~inner)
    n_b = np.asarray(border_edges.sum(axis=1)).ravel()
    border, loose = n_b > 0, n_f == 0
    inside = (
        diagonal(1 / (n_e * np.maximum(n_f, 1))) @ vertex_face @ face_points
        + diagonal(2 / (n_e * n_e)) @ vertex_edge @ middles
        + diagonal((n_e - 3) / n_e)
    )
    on_border = (
        diagonal(np.where(border, 0.5, 0.0))
        + diagonal(np.where(border, 0.5 / np.maximum(n_b, 1), 0.0)) @ border_edges @ middles
    )
    vertex_points = (
        diagonal(~border & ~loose) @ inside + diagonal(border & ~loose) @ on_border
    ) + diagonal(loose)
    operator = sp.csr_array(sp.vstack([vertex_points, edge_points, face_points]))
    edge = inverse.reshape(number, 4) + count
    centre = np.arange(number) + count + n_edges
    quads = np.concatenate(
        [np.stack([faces[:, i], edge[:, i], centre, edge[:, i - 1]], 1) for i in range(4)]
    )
    return operator, quads


def triangles(quads: Ints) -> tuple[Ints, Ints]:
    """Split quads; triangles without area (from faces with three corners) are left out.

    Returns:
        (t, 3) triangles and (t,) the quad each belongs to.
    """
    both = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    owner = np.tile(np.arange(len(quads)), 2)
    good = (both[:, 0] != both[:, 1]) & (both[:, 1] != both[:, 2]) & (both[:, 0] != both[:, 2])
    return both[good], owner[good]


def normals(points: Floats, tris: Ints) -> Floats:
    """Unit normals of the vertices, weighted by triangle area, (n, 3)."""
    face = np.cross(
        points[tris[:, 1]] - points[tris[:, 0]], points[tris[:, 2]] - points[tris[:, 0]]
    )
    out = np.zeros_like(points)
    for corner in range(3):
        for axis in range(3):
            out[:, axis] += np.bincount(tris[:, corner], face[:, axis], len(points))
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12))
