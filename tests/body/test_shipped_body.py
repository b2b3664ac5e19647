"""The rules of areas, on the shipped figures."""

import zlib

import numpy as np
import pytest

from bodymap import files
from bodymap.body import Body, Laterality, Stroke, SurfaceArea, View
from bodymap.body.manifest import Manifest
from bodymap.body.raster import Box, enclosed
from tests import shipped
from tests.body.curves import polygons

MAIN = ("front", "back", "left", "right")
FIGURES = Manifest.load(files.assets("body")).figures


@pytest.fixture(scope="module")
def neutral() -> Body:
    return shipped.body()


@pytest.fixture(scope="module")
def bodies(neutral: Body) -> dict[str, Body]:
    return {figure: neutral.as_figure(figure) for figure in FIGURES}


def around_everything(view: View) -> Stroke:
    corners = ((0, 0), (view.width, 0), (view.width, view.height), (0, view.height))
    return Stroke("OUTLINE", corners)


def around(view: View, area: SurfaceArea) -> Stroke:
    """A rectangle round all that a view shows of an area."""
    mask = np.append(area.mask, np.zeros(65536 - area.body.cell_count, bool))
    rows, columns = np.nonzero(mask[view.cells])
    x0, x1, y0, y1 = columns.min(), columns.max() + 1, rows.min(), rows.max() + 1
    return Stroke("OUTLINE", ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))


def hand(body: Body, side: Laterality) -> SurfaceArea:
    regions = (r for r in body.regions.values() if r.group == "hand" and r.laterality is side)
    return body.fill(r.id for r in regions)


def drawn(body: Body, part: SurfaceArea, *views: str) -> SurfaceArea:
    area = body.cells([])
    for view in views:
        area |= body.paint(view, [around(body.view(view), part)]) & part
    return area


@pytest.mark.parametrize("figure", FIGURES)
def test_painting_everything_gives_the_whole_surface(bodies: dict[str, Body], figure: str) -> None:
    body = bodies[figure]
    area = body.cells([])

    for view in MAIN:
        area |= body.paint(view, [around_everything(body.view(view))])

    assert area == body.whole()
    assert area.share == pytest.approx(1, abs=1e-12)
    assert sum(part.cm2 for part in area.by_region().values()) == pytest.approx(body.total_cm2)


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("side", [Laterality.LEFT, Laterality.RIGHT])
def test_a_hand_drawn_in_the_main_views_and_in_its_insets_agree_within_5_percent(
    bodies: dict[str, Body], figure: str, side: Laterality
) -> None:
    body = bodies[figure]
    whole = hand(body, side)

    main = drawn(body, whole, "front", "back", side.lower())
    inset = drawn(body, whole, f"hand_palm{side.suffix}", f"hand_back{side.suffix}")

    assert abs(main.cm2 - inset.cm2) <= 0.05 * whole.cm2
    assert (main ^ inset).cm2 <= 0.05 * whole.cm2
    assert inset.laterality is side


@pytest.mark.parametrize("figure", FIGURES)
def test_dots_on_a_hand_in_the_main_view_and_in_its_inset_agree_within_5_percent(
    bodies: dict[str, Body], figure: str
) -> None:
    body = bodies[figure]
    whole = hand(body, Laterality.RIGHT)
    main, inset = body.view("front"), body.view("hand_palm.right")
    both = [c for c in whole.cells if main.pixels[c] and inset.pixels[c]]
    scale = np.sqrt(main.pixels[both].sum() / inset.pixels[both].sum())

    for spot in np.random.default_rng(7).choice(both, 12):
        here, there = body.project(int(spot), main.id), body.project(int(spot), inset.id)
        assert here is not None
        assert there is not None
        small = body.paint(main.id, [[here]], radius=40 * scale) & whole
        large = body.paint(inset.id, [[there]], radius=40) & whole

        assert large.cm2 > 2
        assert abs(small.cm2 - large.cm2) <= 0.05 * whole.cm2


@pytest.mark.parametrize("figure", FIGURES)
def test_every_region_filled_is_whole_and_mirrors_to_its_other_side(
    bodies: dict[str, Body], figure: str
) -> None:
    body = bodies[figure]

    for region in body.regions.values():
        area = body.fill([region.id])
        other = region.base + region.laterality.mirrored().suffix
        assert {name: round(part.share, 9) for name, part in area.by_region().items()} == {
            region.id: 1.0
        }
        assert area.mirrored() == body.fill([other])
        assert area.mirrored().mirrored() == area


def test_sided_regions_have_their_side_and_midline_regions_none(neutral: Body) -> None:
    sides = {
        region.id: neutral.fill([region.id]).laterality
        for region in neutral.regions.values()
        if region.laterality is not Laterality.MIDLINE
    }

    assert sides == {region_id: neutral.regions[region_id].laterality for region_id in sides}
    assert neutral.fill(["nose"]).laterality is Laterality.MIDLINE


def test_a_point_within_1_cm_of_the_mid_plane_is_on_the_midline(neutral: Body) -> None:
    view = neutral.view("back")
    cells = np.unique(view.cells[view.cells != 65535])

    sides = np.array([neutral.laterality_of(int(cell)) for cell in cells])

    x_cm = neutral.xyz_cm[cells, 0]
    assert np.array_equal(sides == "MIDLINE", np.abs(x_cm) <= 1)
    assert np.array_equal(sides == "LEFT", x_cm > 1)


def test_every_site_is_an_area(neutral: Body) -> None:
    has_charts = any(view.group == "pelvic_floor" for view in neutral.views.values())
    for site in neutral.sites.values():
        area = neutral.site(site.id)
        if not site.regions and not site.inside:
            # Drawn on the pelvic-floor charts alone.
            assert not has_charts
            continue
        left, right = (neutral.site(site.id, side) for side in (Laterality.LEFT, Laterality.RIGHT))

        assert len(area) > 0
        assert area.mirrored() == area
        assert left.mirrored() == right
        if site.inside:
            assert left.laterality == (next(iter(site.inside)) if len(site.inside) == 1 else "LEFT")
            assert left | right == area
            assert (area.inside_sites, area.cm2) == ((site.id,), 0)
        elif site.laterality == "midline":
            assert left == area
        else:
            # what a chart draws on the midline has no half
            assert (neutral.cell_table.sign[(area - left - right).cells] == 0).all()
            assert left
            assert not left & right


def test_places_inside_and_charts_have_no_surface(neutral: Body) -> None:
    beyond = neutral.cells(range(neutral.cell_table.mesh_count, neutral.cell_count))

    assert (beyond.cm2, beyond.share) == (0.0, 0.0)


@pytest.mark.parametrize("figure", FIGURES)
def test_every_cell_a_view_shows_is_projected_onto_itself(
    bodies: dict[str, Body], figure: str
) -> None:
    body = bodies[figure]
    rng = np.random.default_rng(3)

    for view in body.views.values():
        for cell in rng.choice(np.flatnonzero(view.pixels), 25):
            point = body.project(int(cell), view.id)
            assert point is not None
            hit = body.hit(view.id, *point)
            assert hit is not None
            assert hit.cell == cell


def test_the_cell_map_is_plain_zlib_of_little_endian_numbers(neutral: Body) -> None:
    for entry in neutral.manifest.views:
        if entry.figure in {None, "neutral"}:
            raw = zlib.decompress((neutral.manifest.folder / entry.cells).read_bytes())
            assert neutral.view(entry.id).cells.astype("<u2").tobytes() == raw


def test_the_views_of_the_left_hand_are_the_mirror_of_the_right(neutral: Body) -> None:
    for view in neutral.views.values():
        if view.mirror_of is not None:
            right = neutral.view(view.mirror_of).cells[:, ::-1]
            shown = right != 65535
            assert np.array_equal(view.cells != 65535, shown)
            assert np.array_equal(view.cells[shown], neutral.cell_table.mirror[right[shown]])


@pytest.mark.parametrize("view_id", ["front", "back", "left", "hand_back.right", "head_front"])
def test_the_whole_figure_is_traced_along_its_rim(neutral: Body, view_id: str) -> None:
    view = neutral.view(view_id)

    lines = polygons(neutral.trace(neutral.whole(), view_id))

    frame = Box(0, 0, view.width, view.height)
    inside = np.logical_xor.reduce([enclosed(line, frame) for line in lines])
    figure = view.cells != 65535
    assert (inside ^ figure).sum() / figure.sum() < 0.005


def test_a_traced_region_is_as_large_as_its_pixels(neutral: Body) -> None:
    view = neutral.view("back")
    frame = Box(0, 0, view.width, view.height)

    for region_id in ("buttock_mid_inner.left", "scapula_infraspinous.right", "calf.left"):
        area = neutral.fill([region_id])
        pixels = int(view.pixels[area.cells].sum())
        lines = polygons(neutral.trace(area, "back"))
        inside = np.logical_xor.reduce([enclosed(line, frame) for line in lines])
        assert abs(int(inside.sum()) - pixels) < 0.08 * pixels


def test_the_stored_form_of_any_region_is_small(neutral: Body) -> None:
    for region_id in neutral.regions:
        area = neutral.fill([region_id])
        stored = area.to_bytes()
        assert SurfaceArea.from_bytes(stored, neutral) == area
        assert len(stored) < 1500


def test_figures_measure_the_same_cells_differently(bodies: dict[str, Body]) -> None:
    sizes = {figure: bodies[figure].fill(["nose"]).cm2 for figure in FIGURES}

    assert len({bodies[figure].fill(["nose"]) for figure in FIGURES}) == 1
    assert len(set(sizes.values())) == len(FIGURES)


def test_a_notebook_gets_a_picture(neutral: Body) -> None:
    svg = neutral.fill(["nose"])._repr_svg_()

    assert svg.count('class="pain"') == 1
    assert "% of the body surface, in the middle</title>" in svg
