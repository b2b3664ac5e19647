"""Where muscles lie: the same cells everywhere, mirrored, and with their trigger points in them."""

from pathlib import Path

import numpy as np
import pytest

from bodymap import files
from bodymap.atlas import Atlas, Certainty
from bodymap.atlas.editing.yaml_files import read_folder
from bodymap.atlas.muscle_layer import FILE, MuscleLayer
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Body, Laterality
from bodymap.errors import AtlasOfOtherBody, UnreadableAtlas
from tools.atlas.muscle_layer.anchors import Anchors
from tools.atlas.muscle_layer.coverage import covered
from tools.atlas.muscle_layer.pieces import piece

NEAR_CM = 2.0
"""A trigger point lies in its muscle's shape, or at most this far beside it."""

ELSEWHERE = {
    "superficial_transverse_perineal_urethral": "the sphincter of the urethra, a muscle of its own",
}
"""Trigger points that do not, and why."""

SAMPLE = {"infraspinatus", "sartorius", "piriformis", "temporalis", "platysma"}


@pytest.fixture(scope="module")
def layer() -> MuscleLayer:
    return MuscleLayer.load()


def test_every_muscle_of_the_atlas_is_drawn(layer: MuscleLayer, atlas: Atlas) -> None:
    assert layer.muscles == set(atlas.muscles)


def test_the_layer_says_once_what_it_rests_on_and_how_sure_it_is(
    layer: MuscleLayer, atlas: Atlas
) -> None:
    cited = {muscle.attachments.source for muscle in atlas.muscles.values()}
    assert set(layer.sources) == cited
    assert layer.certainty is Certainty.LOW
    assert "schematic" in layer.statement


def test_what_is_shipped_is_what_the_file_gives(
    layer: MuscleLayer, shipped: Path, body: Body
) -> None:
    shapes = read_folder(shipped).muscle_shapes
    assert shapes is not None
    anchors = Anchors(body)
    made = [
        piece(shape.muscle, part, anchors)
        for shape in shapes.value.shapes
        if shape.muscle in SAMPLE
        for part in shape.parts
    ]
    kept = [each for each in layer.pieces if each.muscle in SAMPLE]
    assert len(made) == len(kept)
    for new in made:
        (old,) = [
            each
            for each in kept
            if each.muscle == new.muscle and np.array_equal(each.patch.cells, new.patch.cells)
        ]
        assert (old.depth, old.over, old.fibres) == (new.depth, new.over, new.fibres)
        assert np.abs(old.patch.share - new.patch.share).max() < 0.01
        near = np.clip(new.patch.edges_cm, -2.5, 2.5) - old.patch.edges_cm
        assert np.abs(near).max() < 0.03


def test_trigger_points_lie_in_their_muscles_but_for_those_with_a_reason(
    layer: MuscleLayer, atlas: Atlas, body: Body
) -> None:
    away = {}
    for point_id in atlas.trigger_points:
        cell = atlas.place_cell(point_id)
        area = layer.area(atlas.muscle_of(point_id).id, Laterality.RIGHT, body)
        if cell >= body.cell_table.mesh_count:
            away[point_id] = 0.0 if cell in area.cells else np.inf
            continue
        skin = area.cells[area.cells < body.cell_table.mesh_count]
        away[point_id] = float(np.linalg.norm(body.xyz_cm[skin] - body.xyz_cm[cell], axis=1).min())
    assert {point_id for point_id, cm in away.items() if cm > NEAR_CM} == set(ELSEWHERE)


def test_the_left_muscle_is_the_mirror_of_the_right_one(layer: MuscleLayer, body: Body) -> None:
    for muscle in layer.muscles:
        right = layer.area(muscle, Laterality.RIGHT, body)
        left = layer.area(muscle, Laterality.LEFT, body)
        assert left == right.mirrored()
        assert layer.area(muscle, Laterality.BILATERAL, body) == right | left


def test_a_muscle_has_the_same_cells_on_every_figure(layer: MuscleLayer, body: Body) -> None:
    for figure in body.manifest.figures:
        other = body.as_figure(figure)
        assert layer.area("deltoid", Laterality.RIGHT, other) == layer.area(
            "deltoid", Laterality.RIGHT, body
        )


def test_no_muscle_of_the_right_reaches_across_the_midline(layer: MuscleLayer, body: Body) -> None:
    for muscle in layer.muscles:
        area = layer.area(muscle, Laterality.RIGHT, body)
        surface = area.cells[area.cells < body.cell_table.mesh_count]
        assert (body.cell_table.sign[surface] < 0).all()


def test_superficial_muscles_tile_most_of_the_body_and_seldom_overlap(
    layer: MuscleLayer, body: Body
) -> None:
    once, twice = covered(layer, body)
    assert 0.65 < once < 0.85
    assert twice < 0.12


def test_pieces_come_in_the_order_in_which_they_are_drawn(layer: MuscleLayer) -> None:
    ranks = [(list(Depth).index(piece.depth), piece.over) for piece in layer.pieces]
    assert ranks == sorted(ranks)


def test_stored_and_read_again_a_layer_is_the_same(layer: MuscleLayer) -> None:
    arrays = layer.to_arrays()
    again = MuscleLayer.from_arrays(arrays).to_arrays()
    assert set(again) == set(arrays)
    assert all(np.array_equal(again[name], arrays[name]) for name in arrays)


def test_a_missing_or_damaged_layer_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableAtlas, match="no such file"):
        MuscleLayer.load(tmp_path / FILE)
    (tmp_path / FILE).write_bytes(b"not an array file")
    with pytest.raises(UnreadableAtlas, match="it is not a valid array file"):
        MuscleLayer.load(tmp_path / FILE)


def test_a_layer_of_another_body_version_is_refused(tmp_path: Path, body: Body) -> None:
    with np.load(files.assets("atlas", "compiled", FILE)) as kept:
        arrays = dict(kept) | {"body_version": np.array("0")}
    np.savez(tmp_path / FILE, **arrays)
    other = MuscleLayer.load(tmp_path / FILE)
    with pytest.raises(AtlasOfOtherBody):
        other.area("deltoid", Laterality.RIGHT, body)
