"""Sentences of `assets/body/README.md` on views and charts, checked on the shipped files."""

import re
import struct
from collections import Counter
from typing import Any

import numpy as np
import pytest

from tests.body import asset_files as shipped
from tests.body.asset_numbers import CELLS, FIGURES, IDS, SKIN, SKIN_GROUPS, inside_cells

DRAWN = [pytest.param(r, id=shipped.view_name(r)) for r in shipped.rows()]
CHARTS = shipped.rows("pelvic_floor")
MIRRORED = [
    pytest.param(r, id=shipped.view_name(r)) for r in shipped.rows(*SKIN_GROUPS) if r["mirror_of"]
]


def test_12_and_13_every_figure_has_the_same_views_and_tables() -> None:
    views = {
        figure: [(r["id"], r["group"]) for r in shipped.rows() if r["figure"] == figure]
        for figure in FIGURES
    }
    assert FIGURES == ["neutral", "female", "male", "child", "broad"]
    expected = [
        *((v, "main") for v in ("front", "back", "right", "left")),
        *((f"head_{v}", "head") for v in ("front", "back", "right", "left")),
    ]
    assert [views[figure] for figure in FIGURES] == [expected] * len(FIGURES)
    places = ("hand_palm", "hand_back", "foot_top", "foot_sole", "foot_inner", "foot_outer")
    assert [r["id"] for r in shipped.rows("hand", "foot")] == [
        f"{place}.{side}" for place in places for side in ("right", "left")
    ]
    assert {r["figure"] for r in shipped.rows("hand", "foot", "pelvic_floor")} == {None}
    for figure in FIGURES:
        assert {f"area_{figure}", f"xyz_{figure}"} <= set(CELLS)


@pytest.mark.parametrize("row", DRAWN)
def test_14_a_cell_map_is_rows_of_known_cells(row: dict[str, Any]) -> None:
    picture = shipped.cell_map(row)
    assert picture.shape == (row["height"], row["width"])
    body = picture[picture != shipped.NO_CELL]
    if row["group"] == "pelvic_floor":
        assert SKIN <= body.min() < body.max() < min(inside_cells())
    else:
        assert body.max() < SKIN
    assert 0.1 < body.size / picture.size < 0.95
    for edge in (picture[0], picture[:, 0], picture[:, -1]):
        cut_by_frame = row["group"] == "head" and edge is not picture[0]
        assert cut_by_frame or (edge == shipped.NO_CELL).all()


@pytest.mark.parametrize("figure", FIGURES)
def test_15_every_skin_region_is_drawn_in_some_view(figure: str) -> None:
    drawn = {
        region
        for row in shipped.rows(*SKIN_GROUPS)
        if row["figure"] in (figure, None)
        for region in shipped.shown(row)["regions"]
    }
    on_skin = {IDS[i] for i in np.unique(CELLS["region"][:SKIN])}
    assert on_skin - drawn == set()


@pytest.mark.parametrize("row", DRAWN)
def test_16_the_paths_divide_the_silhouette_completely(row: dict[str, Any]) -> None:
    view = shipped.shown(row)
    areas = sum(shipped.area(r["d"]) for r in view["regions"].values())
    silhouette = np.count_nonzero(shipped.cell_map(row) != shipped.NO_CELL)
    assert areas == pytest.approx(silhouette, rel=0.005)
    assert shipped.area(view["outline"]) == pytest.approx(areas, rel=1e-6)


@pytest.mark.parametrize("row", DRAWN)
def test_16_every_piece_of_border_has_two_sides_and_one_curve(row: dict[str, Any]) -> None:
    view = shipped.shown(row)
    drawn = Counter(s for r in view["regions"].values() for s in shipped.segments(r["d"]))
    outline = Counter(shipped.segments(view["outline"]))
    assert set(drawn.values()) == {1}
    assert set(outline.values()) == {1}
    unpaired = {s for s in drawn if shipped.backwards(s) not in drawn}
    assert unpaired == set(outline)


@pytest.mark.parametrize("row", DRAWN)
def test_16_paths_hold_only_absolute_commands_with_one_decimal(row: dict[str, Any]) -> None:
    view = shipped.shown(row)
    whole = re.compile(r"(M|L|C|Z|-?\d+(\.\d)?| )+")
    for path in (view["outline"], *(r["d"] for r in view["regions"].values())):
        assert whole.fullmatch(path)


AGREEING = [p for p in DRAWN if p.values[0]["figure"] in (None, "neutral", "broad")]


@pytest.mark.parametrize("row", AGREEING)
def test_17_paths_and_cell_map_agree(row: dict[str, Any]) -> None:
    picture = shipped.cell_map(row)
    painted = np.full(picture.shape, -1)
    for name, region in shipped.shown(row)["regions"].items():
        painted[shipped.filled(region["d"], row["width"], row["height"])] = IDS.index(name)
    inside = picture != shipped.NO_CELL
    agree = painted[inside] == CELLS["region"][picture[inside]]
    assert agree.mean() >= 0.9


@pytest.mark.parametrize("row", DRAWN)
def test_18_the_label_point_lies_inside_and_the_box_holds_the_corners(row: dict[str, Any]) -> None:
    view = shipped.shown(row)
    for name, region in view["regions"].items():
        assert shipped.contains(region["d"], *region["at"]), name
        corners = np.array([s[:2] for s in shipped.segments(region["d"])], np.float64)
        x0, y0, x1, y1 = region["box"]
        assert [*corners.min(axis=0), *corners.max(axis=0)] == pytest.approx([x0, y0, x1, y1])
        assert 0 <= x0 < x1 <= row["width"]
        assert 0 <= y0 < y1 <= row["height"]


@pytest.mark.parametrize("row", DRAWN)
def test_19_no_region_of_the_other_side_in_profile_or_on_one_limb(row: dict[str, Any]) -> None:
    side = re.split(r"[._]", row["id"])[-1]
    others = {"left": ".right", "right": ".left"}
    if side in others:
        assert not [r for r in shipped.shown(row)["regions"] if r.endswith(others[side])]
    else:
        names = set(shipped.shown(row)["regions"])
        assert {shipped.other_side(n) for n in names} == names


def _flipped(path: str, width: int) -> list[float]:
    numbers = np.array(re.findall(r"-?\d+(?:\.\d)?", path), np.float64)
    numbers[::2] = width - numbers[::2]
    return numbers.tolist()


@pytest.mark.parametrize("row", MIRRORED)
def test_20_a_mirror_view_is_the_mirror_picture(row: dict[str, Any]) -> None:
    (source,) = [
        r for r in shipped.rows() if r["id"] == row["mirror_of"] and r["figure"] == row["figure"]
    ]
    expected = shipped.cell_map(source)[:, ::-1].copy()
    inside = expected != shipped.NO_CELL
    expected[inside] = CELLS["mirror"][expected[inside]]
    assert (shipped.cell_map(row) == expected).all()
    there, here = shipped.shown(source), shipped.shown(row)
    assert {shipped.other_side(n) for n in there["regions"]} == set(here["regions"])
    for name, region in there["regions"].items():
        mine = here["regions"][shipped.other_side(name)]["d"]
        plain = np.array(re.findall(r"-?\d+(?:\.\d)?", mine), np.float64).tolist()
        assert plain == pytest.approx(_flipped(region["d"], row["width"]), abs=0.051)


@pytest.mark.parametrize("row", DRAWN)
def test_21_a_relief_is_one_dark_colour_with_varying_alpha(row: dict[str, Any]) -> None:
    chunks = shipped.png_chunks(shipped.FOLDER / row["relief"])
    width, height, depth, kind = struct.unpack(">IIBB", chunks["IHDR"][:10])
    assert (depth, kind) == (8, 3)
    assert width / height == pytest.approx(row["width"] / row["height"], rel=0.004)
    colours = {chunks["PLTE"][i : i + 3] for i in range(0, len(chunks["PLTE"]), 3)}
    (colour,) = colours
    assert max(colour) < 80
    alpha = list(chunks["tRNS"])
    assert alpha == list(range(len(alpha)))


def test_24_the_charts_show_every_chart_cell_and_have_at_most_2000_each() -> None:
    shown = [set(np.unique(shipped.cell_map(row)).tolist()) - {shipped.NO_CELL} for row in CHARTS]
    assert [row["id"] for row in CHARTS] == ["pelvic_floor_female", "pelvic_floor_male"]
    assert set.union(*shown) == set(range(SKIN, min(inside_cells())))
    assert max(map(len, shown)) <= 2000
    assert set.intersection(*shown)
    mirror, region = CELLS["mirror"].astype(np.int64), CELLS["region"]
    for cells in shown:
        assert {int(mirror[c]) for c in cells} == cells
    follows = CELLS["follows_pelvic_floor"].astype(np.int64)
    charted = np.arange(SKIN, min(inside_cells()))
    assert (follows[charted] == charted).all()
    assert (follows[:SKIN] == shipped.NO_CELL).all()
    drawn = {name for row in CHARTS for name in shipped.shown(row)["regions"]}
    assert {IDS[i] for i in np.unique(region[charted])} == drawn
