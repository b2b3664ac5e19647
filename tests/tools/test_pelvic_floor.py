"""The drawn charts of the pelvic floor, and the places inside the body."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pytest
from scipy import ndimage as ndi

from tools.figure import inside, partition, pelvic_floor
from tools.figure.pelvic_floor.cells import NO_CELL, halves
from tools.figure.produce import Drawn, other_side
from tools.figure.schematics import Schematics

pytestmark = pytest.mark.slow

FEMALE = {
    "genitals_vulva_labia.right",
    "genitals_vulva_labia.left",
    "genitals_vulva_clitoris",
    "genitals_vulva_urethra",
    "vagina_opening",
}
MALE = {"genitals_penis", "testicle_scrotum.right", "testicle_scrotum.left"}


@pytest.fixture(scope="module")
def charts() -> Schematics:
    """Without the relief, which takes half a minute; `make figure-check` makes that too."""
    return pelvic_floor.build(shaded=False)


@pytest.fixture(scope="module")
def views(charts: Schematics) -> Mapping[str, Drawn]:
    return {view.id.removeprefix("pelvic_floor_"): view for view in charts.views}


def shown(view: Drawn) -> npt.NDArray[np.int64]:
    """Chart cells a view shows."""
    return np.unique(view.cells[view.cells != NO_CELL]).astype(np.int64)


def test_the_charts_differ_only_in_the_outer_genitals(views: Mapping[str, Drawn]) -> None:
    female, male = (set(views[name].regions) for name in ("female", "male"))
    assert (female - male, male - female) == (FEMALE, MALE)


def test_every_region_is_drawn_and_new(charts: Schematics, views: Mapping[str, Drawn]) -> None:
    ids = {region.id for region in charts.regions}
    assert ids == {name for view in views.values() for name in view.regions}
    assert ids.isdisjoint(region.id for region in partition.REGIONS)
    bases = {region.base: (region.label, region.plain_label) for region in charts.regions}
    assert len(set(bases.values())) == len(bases)


def test_every_region_belongs_to_one_site_of_the_charts(charts: Schematics) -> None:
    charted = [site.id for site in partition.SITES.values() if site.on_pelvic_floor]
    owners = {
        base: [site for site in charted if base == site or base.startswith(f"{site}_")]
        for base in {region.base for region in charts.regions}
    }
    assert [base for base, sites in owners.items() if len(sites) != 1] == []
    assert {sites[0] for sites in owners.values()} == set(charted)


@pytest.mark.parametrize("name", ["female", "male"])
def test_a_chart_has_at_most_2000_cells_and_all_of_them_of_its_regions(
    charts: Schematics, views: Mapping[str, Drawn], name: str
) -> None:
    cells = shown(views[name])
    assert len(cells) <= 2000
    assert {charts.regions[k].id for k in charts.region[cells]} == set(views[name].regions)


def test_a_shared_cell_has_the_very_same_pixels_in_both(views: Mapping[str, Drawn]) -> None:
    female, male = views["female"].cells, views["male"].cells
    shared = np.intersect1d(shown(views["female"]), shown(views["male"]))
    assert (np.isin(female, shared) == np.isin(male, shared)).all()
    here = np.isin(female, shared)
    assert (female[here] == male[here]).all()


def test_shared_regions_share_all_cells_but_the_bulb_of_the_penis(
    charts: Schematics, views: Mapping[str, Drawn]
) -> None:
    ids = np.array([region.id for region in charts.regions])[charts.region]
    own = np.setxor1d(shown(views["female"]), shown(views["male"]))
    covering = {f"pelvic_floor_bulbospongiosus.{side}" for side in ("right", "left")}
    assert set(ids[own].tolist()) == FEMALE | MALE | covering


@pytest.mark.parametrize("name", ["female", "male"])
def test_no_cell_crosses_the_mid_line_and_each_half_mirrors_the_other(
    charts: Schematics, views: Mapping[str, Drawn], name: str
) -> None:
    cells = views[name].cells.astype(np.int64)
    middle = views[name].width // 2
    assert not np.intersect1d(cells[:, :middle], cells[:, middle:]).size > 1  # the background
    image = np.append(charts.mirror, np.full(NO_CELL + 1 - len(charts.mirror), NO_CELL))
    assert (image[cells[:, ::-1]] == cells).all()


def test_mirroring_swaps_the_sides_of_regions(charts: Schematics) -> None:
    ids = np.array([region.id for region in charts.regions])[charts.region]
    assert (charts.mirror[charts.mirror] == np.arange(len(ids))).all()
    assert ids[charts.mirror].tolist() == [other_side(i) for i in ids.tolist()]


@pytest.mark.parametrize("name", ["female", "male"])
def test_the_patients_left_is_on_the_right_of_the_picture(
    views: Mapping[str, Drawn], name: str
) -> None:
    for region, drawn in views[name].regions.items():
        if region.endswith(".left"):
            assert drawn.box[0] >= views[name].width / 2 - 1, region
        elif region.endswith(".right"):
            assert drawn.box[2] <= views[name].width / 2 + 1, region


@pytest.mark.parametrize("name", ["female", "male"])
def test_the_picture_is_one_piece_from_pubic_bone_to_tailbone(
    views: Mapping[str, Drawn], name: str
) -> None:
    body = views[name].cells != NO_CELL
    assert ndi.label(body)[1] == 1
    assert (ndi.binary_fill_holes(body) == body).all()
    order = ["pubic_bone_symphysis", "perineum_body", "anus_rectum_sphincter", "coccyx_tip"]
    heights = [views[name].regions[region].at[1] for region in order]
    assert heights == sorted(heights)


def test_what_charts_show_alike_is_cut_once_and_the_rest_apart() -> None:
    same = np.zeros((40, 40), np.int64)
    other = same.copy()
    other[:, 20:] = 1
    cut, label = halves({"a": same, "b": other})
    assert (cut["a"][:, :20] == cut["b"][:, :20]).all()
    assert not np.intersect1d(cut["a"][:, 20:], cut["b"]).size
    assert (label[cut["a"]] == same).all()
    assert (label[cut["b"]] == other).all()
    assert set(np.unique(cut["a"])) | set(np.unique(cut["b"])) == set(range(len(label)))


def test_a_piece_smaller_than_a_patch_is_one_cell() -> None:
    dot = np.full((30, 30), -1, np.int64)
    dot[10:13, 14:17] = 3
    cut, label = halves({"a": dot})
    assert label.tolist() == [3]
    assert (cut["a"] == np.where(dot == 3, 0, -1)).all()


def test_places_inside_have_a_cell_per_side_or_one_on_the_midline() -> None:
    assert [place.name for place in inside.INSIDE] == [
        "teeth_upper.right",
        "teeth_upper.left",
        "teeth_lower.right",
        "teeth_lower.left",
        "head_whole_inside.right",
        "head_whole_inside.left",
        "pelvis_deep.right",
        "pelvis_deep.left",
        "urethra_bladder",
    ]
    assert inside.mirror() == [1, 0, 3, 2, 5, 4, 7, 6, 8]
    assert inside.cells_of("pelvis_deep", 100) == {"RIGHT": 106, "LEFT": 107}
    assert inside.cells_of("urethra_bladder", 100) == {"MIDLINE": 108}
    assert inside.cells_of("nose", 100) == {}
