"""Landmarks: enough of them, where anatomy has them, the same cells as the table gives."""

import numpy as np
import pytest

from bodymap.body import Body, Landmark
from bodymap.body.landmarks import read_landmarks
from bodymap.body.manifest import Manifest
from bodymap.body.placing import PART_OF_GROUP, left_cm
from bodymap.errors import BodyFilesDamaged, UnknownLandmark
from tests import shipped
from tools.figure import landmarks as generator
from tools.figure.cells import Cells


def test_there_are_at_least_60_landmarks_counting_pairs_once(body: Body) -> None:
    assert len(body.landmarks) >= 60


def test_left_and_right_mirror_each_other(body: Body) -> None:
    for landmark in body.landmarks.values():
        if landmark.paired:
            left, right = landmark.cells["left"], landmark.cells["right"]
            assert body.cell_table.mirror[left] == right
            assert body.xyz_cm[left, 0] > 0 > body.xyz_cm[right, 0]
        else:
            assert abs(float(body.xyz_cm[landmark.cells["midline"], 0])) <= 1.0


def test_every_landmark_is_on_the_skin_and_in_its_part_of_the_body(body: Body) -> None:
    for landmark in body.landmarks.values():
        for cell in landmark.cells.values():
            region = body.regions[str(body.region_of(cell))]
            assert body.area_cm2[cell] > 0
            assert landmark.part == PART_OF_GROUP[region.group]


def test_every_landmark_is_shown_by_some_view(body: Body) -> None:
    hidden = [
        landmark.id
        for landmark in body.landmarks.values()
        for cell in landmark.cells.values()
        if all(body.project(cell, view) is None for view in body.views)
    ]
    assert hidden == []


REGION_OF = {
    "mastoid": "head_mastoid",
    "jaw_angle": "jaw_angle",
    "c7": "neck_back_lower",
    "t3": "thoracic_midline_t1_t4",
    "t7": "thoracic_midline_t5_t8",
    "t12": "thoracic_midline_t9_t12",
    "l1": "lumbar_midline_l1_l3",
    "l4": "lumbar_midline_l4_l5",
    "s2": "sacrum",
    "psis": "sacroiliac",
    "acromion": "acromion",
    "scapula_inferior_angle": "scapula_inferior_angle",
    "scapula_superior_angle": "scapula_superior_angle",
    "xiphoid": "sternum",
    "nipple": "nipple",
    "sit_bone": "sit_bone",
    "greater_trochanter": "hip_trochanter",
    "lateral_epicondyle": "elbow_outer",
    "medial_epicondyle": "elbow_inner",
    "olecranon": "elbow_back",
    "patella_middle": "knee_front",
    "medial_malleolus": "ankle_inner",
    "lateral_malleolus": "ankle_outer",
    "heel_pad": "heel",
}


@pytest.mark.parametrize(("landmark", "base"), REGION_OF.items(), ids=str)
def test_landmarks_and_regions_agree(body: Body, landmark: str, base: str) -> None:
    cells = body.landmarks[landmark].cells.values()

    assert {body.regions[str(body.region_of(cell))].base for cell in cells} == {base}


def test_the_spine_runs_down_in_order(body: Body) -> None:
    names = [
        "c2",
        "c3",
        "c4",
        "c5",
        "c6",
        "c7",
        "t1",
        "t2",
        "t3",
        "t4",
        "t5",
        "t6",
        "t7",
        "t8",
        "t9",
        "t10",
        "t11",
        "t12",
        "l1",
        "l2",
        "l3",
        "l4",
        "l5",
        "s1",
        "s2",
    ]
    heights = [float(left_cm(body, name)[1]) for name in names]

    assert heights == sorted(heights, reverse=True)
    assert max(-np.diff(heights)) < 3.5


def test_bones_lie_to_each_other_as_they_do_in_people(body: Body) -> None:
    height = {name: float(left_cm(body, name)[1]) for name in body.landmarks}

    assert abs(height["iliac_crest_top"] - height["l4"]) < 1.5  # crests level with L4
    assert abs(height["scapula_inferior_angle"] - height["t8"]) < 2.5  # about T7 to T8
    assert abs(height["psis"] - height["s2"]) < 2  # PSIS level with S2
    assert abs(height["greater_trochanter"] - height["pubic_symphysis"]) < 3
    assert abs(height["fibular_head"] - height["tibial_tuberosity"]) < 3


def test_all_figures_have_the_same_landmark_cells(body: Body) -> None:
    for figure in body.manifest.figures:
        assert body.as_figure(figure).landmarks == body.landmarks


def test_shipped_landmarks_are_those_of_the_table(body: Body) -> None:
    count = body.cell_table.mesh_count
    xyz = body.xyz_cm[:count].astype(np.float64)
    table = Cells(
        region=body.cell_table.region[:count].astype(np.int64),
        laterality=np.sign(xyz[:, 0]).astype(np.int64),
        mirror=body.cell_table.mirror[:count].astype(np.int64),
        skin=body.area_cm2[:count] > 0,
        reference_cm=xyz,
        xyz_cm={"neutral": xyz},
        area_cm2={},
        height_cm={},
    )

    assert generator.rows(table) == body.manifest.read_json("landmarks.json")


def test_an_unknown_landmark_offers_the_nearest_name(body: Body) -> None:
    with pytest.raises(UnknownLandmark, match="Did you mean 'acromion'"):
        left_cm(body, "acromium")


@pytest.mark.parametrize(
    "rows",
    [
        [{"id": "c7"}],
        [
            {
                "id": "c7",
                "label": "C7",
                "plain_label": "C7",
                "paired": False,
                "cells": {},
                "part": "",
            }
        ],
        {"c7": 1},
    ],
    ids=["fields missing", "cell missing", "not a list"],
)
def test_a_damaged_file_is_refused(rows: object, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = shipped.body().manifest
    monkeypatch.setattr(Manifest, "read_json", lambda *_: rows)
    with pytest.raises(BodyFilesDamaged):
        read_landmarks(manifest)


def test_a_landmark_beside_the_surface_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = shipped.body().manifest
    row = {
        "id": "c7",
        "label": "C7",
        "plain_label": "knob at the root of the neck",
        "paired": False,
        "cells": {"midline": manifest.mesh_cells},
        "part": "neck",
    }
    monkeypatch.setattr(Manifest, "read_json", lambda *_: [row])
    with pytest.raises(BodyFilesDamaged, match="not on a cell of the surface"):
        read_landmarks(manifest)


def test_a_landmark_is_read_whole(body: Body) -> None:
    row = next(r for r in body.manifest.read_json("landmarks.json") if r["id"] == "acromion")

    assert body.landmarks["acromion"] == Landmark(
        id="acromion",
        label="acromion",
        plain_label="bony point of the shoulder",
        paired=True,
        cells=row["cells"],
        part="shoulder",
    )
