"""The generator's parts: mesh, pose, subdivision, z-buffer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.figure import mesh
from tools.figure.packing import npz
from tools.figure.pose import REFERENCE_POSE, SIDE_ON, STANDING, Pose, about, posed, turn
from tools.figure.raster import raster
from tools.figure.shapes import RECIPES, REFERENCE, Recipe, morph_weights
from tools.figure.source import load
from tools.figure.subdivide import catmull_clark, normals, triangles

CUBE = np.array(
    [[0, 1, 2, 3], [7, 6, 5, 4], [0, 4, 5, 1], [1, 5, 6, 2], [2, 6, 7, 3], [3, 7, 4, 0]]
)
CORNERS = np.array(
    [[0, 0, 0], [0, 1, 0], [1, 1, 0], [1, 0, 0], [0, 0, 1], [0, 1, 1], [1, 1, 1], [1, 0, 1]], float
)


def test_the_extract_is_symmetric_and_complete() -> None:
    source = load()
    assert len(source.faces) == 13518
    used = np.unique(source.faces)
    image = source.vertices[source.mirror] * [-1, 1, 1]
    assert (image[used] == source.vertices[used]).all()
    assert np.isin(source.mirror[used], used).all()
    assert np.asarray(source.weights[used].sum(axis=1)).ravel() == pytest.approx(1)


def test_every_figure_is_mixed_from_targets_that_the_extract_has() -> None:
    known = set(load().morphs)
    for recipe in (REFERENCE, *RECIPES.values()):
        named = morph_weights(recipe)
        assert {n for n in named if n.startswith(("macrodetails/universal", "faceunits"))} <= known
        assert {n for n in named if "caucasian" in n} <= known


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 2))
def test_weights_of_one_kind_of_target_sum_to_one(
    male: float, muscle: float, weight: float
) -> None:
    named = morph_weights(Recipe(male=male, muscle=muscle, weight=weight))
    builds = [w for n, w in named.items() if n.startswith("macrodetails/universal")]
    assert sum(builds) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("pose", [REFERENCE_POSE, STANDING, SIDE_ON])
def test_a_posed_body_stays_mirror_symmetric(pose: Pose) -> None:
    source = load()
    points = posed(source, source.mixed(RECIPES["neutral"]), pose)
    assert (points[source.mirror] * [-1, 1, 1] == points).all()


def test_palms_face_the_front_in_anatomical_position() -> None:
    source = load()
    points = posed(source, source.mixed(REFERENCE), STANDING)
    wrist, index, little = (
        points[source.joints[f"l-{name}"]].mean(axis=0)
        for name in ("hand", "finger-2-1", "finger-5-1")
    )
    # thumb outwards: the index knuckle lies further from the middle than the little one
    assert index[0] > little[0]
    assert wrist[1] > index[1]


@given(st.lists(st.floats(-1, 1), min_size=6, max_size=6))
def test_turn_takes_one_direction_to_the_other(numbers: list[float]) -> None:
    a, b = np.array(numbers[:3]), np.array(numbers[3:])
    if min(np.linalg.norm(a), np.linalg.norm(b)) < 0.1:
        return
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    if a @ b > -0.99:
        assert turn(a, b) @ a == pytest.approx(b, abs=1e-6)


def test_about_turns_right_handed() -> None:
    assert about(np.array([0, 0, 1.0]), 90) @ [1, 0, 0] == pytest.approx([0, 1, 0])


def test_subdivision_keeps_points_inside_and_starts_each_quad_at_its_corner() -> None:
    operator, quads = catmull_clark(CUBE, 8)
    assert np.asarray(operator.sum(axis=1)).ravel() == pytest.approx(1)
    points = operator @ CORNERS
    assert quads.shape == (24, 4)
    assert (quads[:, 0] == np.concatenate([CUBE[:, i] for i in range(4)])).all()
    assert points.min() >= 0
    assert points.max() <= 1
    tris, owner = triangles(quads)
    outward = ((points - 0.5) * normals(points, tris)).sum(axis=1)
    assert len(tris) == 48
    assert (np.bincount(owner) == 2).all()
    assert (outward > 0).all() or (outward < 0).all()


def test_the_nearer_triangle_wins_and_back_faces_are_not_drawn() -> None:
    xy = np.array([[0, 0], [0, 8], [8, 0], [0, 0], [0, 4], [4, 0]], float)
    depth = np.array([1.0, 1, 1, 5, 5, 5])
    seen = raster(xy, depth, np.array([[0, 1, 2], [3, 4, 5]]), 8, 8)
    assert seen.tri[0, 0] == 1
    assert seen.tri[6, 0] == 0
    assert seen.tri[7, 7] == -1
    assert seen.bary[seen.tri >= 0].sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert (raster(xy, depth, np.array([[0, 2, 1]]), 8, 8).tri == -1).all()


def test_no_cell_lies_on_both_sides_of_the_mid_plane() -> None:
    body = mesh.build(1)
    x = body.reference[body.cell_quads][:, :, 0]
    assert len(x) == 54072
    assert ((x >= -1e-6).all(axis=1) | (x <= 1e-6).all(axis=1)).all()


def test_packed_arrays_have_the_same_bytes_every_time() -> None:
    arrays = {"a": np.arange(5), "b": np.zeros((2, 3), np.float32)}
    assert npz(arrays) == npz(dict(arrays))
