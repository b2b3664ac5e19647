"""Sentences of `assets/body/README.md` on cells, regions, landmarks and the mesh, checked."""

import re
from typing import Any

import numpy as np
import pytest

from tests.body import asset_files as shipped
from tests.body.asset_numbers import (
    CELLS,
    FIGURES,
    IDS,
    IMAGE,
    REGIONS,
    SKIN,
    SKIN_GROUPS,
    inside_cells,
)


def test_01_every_array_has_one_entry_per_cell_and_no_cell_is_called_none() -> None:
    count = shipped.manifest()["cell_count"]
    assert {name: len(values) for name, values in CELLS.items()} == dict.fromkeys(CELLS, count)
    assert 54072 == SKIN < count < shipped.NO_CELL


def test_02_every_cell_of_skin_and_charts_has_one_region_and_places_inside_have_none() -> None:
    inside = inside_cells()
    region = CELLS["region"]
    assert region.dtype == np.uint16
    assert (region[inside] == shipped.NO_CELL).all()
    assert region[np.setdiff1d(np.arange(len(region)), inside)].max() < len(REGIONS)


def test_03_laterality_is_the_sign_of_x_in_every_figure() -> None:
    laterality = CELLS["laterality"]
    assert laterality.dtype == np.int8
    assert set(np.unique(laterality[:SKIN])) == {-1, 1}
    assert (laterality[SKIN:] == 0).all()
    for figure in FIGURES:
        assert (CELLS[f"xyz_{figure}"][:SKIN, 0] * laterality[:SKIN] >= 0).all()


def test_03_left_and_right_regions_lie_on_the_patients_left_and_right() -> None:
    named = {"LEFT": 1, "RIGHT": -1}
    sides = np.array([named.get(r["laterality"], 0) for r in REGIONS])
    of_cell = sides[CELLS["region"][:SKIN]]
    paired = of_cell != 0
    assert (of_cell[paired] == CELLS["laterality"][:SKIN][paired]).all()


def test_04_mirroring_is_its_own_inverse_and_swaps_sides_and_regions() -> None:
    mirror = CELLS["mirror"]
    assert (mirror[mirror] == np.arange(len(mirror))).all()
    assert (CELLS["laterality"][mirror] == -CELLS["laterality"]).all()
    region = CELLS["region"]
    named = region != shipped.NO_CELL
    assert (region[mirror][named] == IMAGE[region[named]]).all()


@pytest.mark.parametrize("figure", FIGURES)
def test_05_areas_are_symmetric_and_nothing_but_skin_has_area(figure: str) -> None:
    area = CELLS[f"area_{figure}"]
    assert area.dtype == np.float32
    assert (area >= 0).all()
    assert (area[SKIN:] == 0).all()
    assert (area[CELLS["mirror"]] == area).all()


@pytest.mark.parametrize("figure", FIGURES)
def test_05_the_skin_of_a_figure_is_as_large_as_a_body_of_its_height(figure: str) -> None:
    # Mosteller: skin is sqrt(height_cm * mass_kg / 3600) m2; BMI 14 to 32 bounds the mass.
    height = shipped.manifest()["figure_height_cm"][figure]
    skin = float(CELLS[f"area_{figure}"].astype(np.float64).sum()) / 1e4
    low, high = (np.sqrt(height * bmi * (height / 100) ** 2 / 3600) for bmi in (14, 32))
    assert low < skin < high


@pytest.mark.parametrize("figure", FIGURES)
def test_06_places_are_mirror_symmetric_hundredths_of_a_centimetre(figure: str) -> None:
    xyz = CELLS[f"xyz_{figure}"].astype(np.int64)
    assert CELLS[f"xyz_{figure}"].dtype == np.int16
    assert (xyz[SKIN:] == 0).all()
    image = xyz[CELLS["mirror"]] * [-1, 1, 1]
    assert np.abs(image - xyz)[:SKIN].max() <= 1
    height = shipped.manifest()["figure_height_cm"][figure]
    assert height - 1.0 < np.ptp(xyz[:SKIN, 1]) / 100 <= height


def _seen(group: str) -> np.ndarray[Any, np.dtype[np.bool_]]:
    out = np.ones(len(CELLS["region"]), bool)
    rows = shipped.rows(group)
    for figure in {r["figure"] for r in rows}:
        seen = np.zeros(len(out), bool)
        for row in rows:
            if row["figure"] == figure:
                picture = shipped.cell_map(row)
                seen[picture[picture != shipped.NO_CELL]] = True
        out &= seen
    return out


@pytest.mark.parametrize("group", SKIN_GROUPS)
def test_07_hidden_cells_follow_a_shown_cell_of_their_side_and_region(group: str) -> None:
    follows = CELLS[f"follows_{group}"].astype(np.int64)
    seen = _seen(group)
    region, area = CELLS["region"].astype(np.int64), CELLS["area_neutral"].astype(np.float64)
    assert (follows[seen] == np.nonzero(seen)[0]).all()
    assert (follows[SKIN:] == shipped.NO_CELL).all()
    led = np.nonzero((follows != shipped.NO_CELL) & ~seen)[0]
    assert seen[follows[led]].all()
    assert (CELLS["laterality"][led] == CELLS["laterality"][follows[led]]).all()
    whole = np.bincount(region[:SKIN], area[:SKIN], len(REGIONS))
    shown = np.bincount(region[seen], area[seen], len(REGIONS)) / np.maximum(whole, 1e-9)
    own = shown[region[led]] >= (0.11 if group == "main" else 0.51)
    assert (region[led[own]] == region[follows[led[own]]]).all()
    if group == "main":
        assert (follows[:SKIN] != shipped.NO_CELL).all()
    else:
        unled = np.nonzero(follows[:SKIN] == shipped.NO_CELL)[0]
        assert (shown[region[unled]] <= 0.51).all()


def test_07_a_hidden_cell_follows_the_nearest_shown_cell_of_its_region() -> None:
    follows, region = CELLS["follows_main"].astype(np.int64), CELLS["region"]
    place = CELLS["xyz_neutral"] / 100
    seen = _seen("main")
    led = np.nonzero(follows[:SKIN] != np.arange(SKIN))[0][:: SKIN // 200]
    for cell in led:
        if region[follows[cell]] == region[cell]:
            same = (region == region[cell]) & (CELLS["laterality"] == CELLS["laterality"][cell])
            rivals = np.nonzero(seen & same)[0]
            nearest = np.linalg.norm(place[rivals] - place[cell], axis=1).min()
            chosen = np.linalg.norm(place[follows[cell]] - place[cell])
            assert chosen <= nearest + 0.03


def test_08_region_ids_are_base_and_side_and_unique() -> None:
    assert len(set(IDS)) == len(IDS)
    ending = {"RIGHT": ".right", "LEFT": ".left", "MIDLINE": ""}
    for row in REGIONS:
        assert row["id"] == row["base"] + ending[row["laterality"]]
        assert set(row) == {
            *("id", "base", "laterality", "label", "plain_label", "group", "small"),
        }
        assert re.fullmatch(r"[a-z0-9_]+(\.(left|right))?", row["id"])
        assert row["label"]
        assert row["plain_label"]


def test_09_every_left_region_has_its_right_one_and_every_region_has_a_cell() -> None:
    assert {shipped.other_side(i) for i in IDS} == set(IDS)
    region = CELLS["region"]
    assert set(region[region != shipped.NO_CELL].tolist()) == set(range(len(REGIONS)))


@pytest.mark.parametrize("figure", FIGURES)
def test_10_shares_sum_to_a_hundred_and_left_equals_right(figure: str) -> None:
    area = CELLS[f"area_{figure}"][:SKIN].astype(np.float64)
    share = 100 * np.bincount(CELLS["region"][:SKIN], area, len(REGIONS)) / area.sum()
    assert share.sum() == pytest.approx(100, abs=1e-9)
    assert np.abs(share - share[IMAGE]).max() < 0.05


def test_11_every_site_is_a_union_of_regions_or_cells_inside() -> None:
    sites = shipped.read_json("sites.json")
    bases = {r["base"] for r in REGIONS}
    assert len(sites) == 116
    for site in sites.values():
        assert site["laterality"] in {"paired", "midline", "both"}
        if "inside" in site:
            assert set(site) == {"inside", "at", "laterality", "label", "plain_label"}
            sides = {"MIDLINE"} if site["laterality"] == "midline" else {"RIGHT", "LEFT"}
            assert set(site["inside"]) == sides
            images = {int(CELLS["mirror"][cell]) for cell in site["inside"].values()}
            assert images == set(site["inside"].values())
            assert site["at"] in bases
        else:
            assert set(site) == {"regions", "laterality"}
            assert site["regions"]
            assert set(site["regions"]) <= bases
    inside = sorted(inside_cells())
    count = shipped.manifest()["cell_count"]
    assert inside == list(range(count - len(inside), count))


def test_25_every_landmark_stands_on_skin_of_its_side() -> None:
    laterality, mirror = CELLS["laterality"], CELLS["mirror"]
    for mark in shipped.read_json("landmarks.json"):
        assert set(mark) == {"id", "label", "plain_label", "paired", "cells", "part"}
        assert set(mark["cells"]) == ({"left", "right"} if mark["paired"] else {"midline"})
        assert all(0 <= cell < SKIN for cell in mark["cells"].values())
        if mark["paired"]:
            assert laterality[mark["cells"]["left"]] == 1
            assert mirror[mark["cells"]["left"]] == mark["cells"]["right"]


def _mesh() -> dict[str, Any]:
    with np.load(shipped.FOLDER / "mesh.npz", allow_pickle=False) as data:
        return {name: data[name] for name in data.files}


def test_26_cells_are_quarters_of_the_faces_of_the_mesh_and_every_vertex_is_used() -> None:
    faces = _mesh()["faces"]

    assert (faces.dtype, faces.size) == (np.uint16, SKIN)
    assert (np.unique(faces) == np.arange(faces.max() + 1)).all()
    three = faces[:, 2] == faces[:, 3]
    assert all((faces[:, a] != faces[:, b]).all() for a, b in [(0, 1), (0, 2), (1, 2), (0, 3)])
    assert np.count_nonzero(three) < len(faces) / 50


@pytest.mark.parametrize("figure", FIGURES)
def test_27_cells_lie_within_their_faces_which_look_outwards(figure: str) -> None:
    mesh = _mesh()
    faces, xyz = mesh["faces"], mesh[f"xyz_{figure}"]
    assert (xyz.dtype, xyz.shape) == (np.int16, (faces.max() + 1, 3))
    corners = xyz[faces] / 100
    cells = CELLS[f"xyz_{figure}"][:SKIN].reshape(4, -1, 3) / 100
    assert (cells >= corners.min(axis=1) - 0.5).all()
    assert (cells <= corners.max(axis=1) + 0.5).all()
    # A closed surface whose faces look outwards encloses a positive volume (divergence theorem).
    a, b, c, d = corners.transpose(1, 0, 2)
    litres = sum(float((p * np.cross(q, r)).sum()) for p, q, r in [(a, b, c), (a, c, d)]) / 6000
    assert 20 < litres < 140
