import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Body, Stroke
from bodymap.body.contours import enclosed_area, loops, thinned
from bodymap.body.raster import Box, brushed, enclosed
from bodymap.body.trace import blurred, gaussian
from tests.body.curves import polygons
from tests.body.synthetic import MARGIN, PX


def filled(path: str, body: Body, view: str) -> np.ndarray:
    shown = body.view(view)
    line = np.concatenate([np.vstack([p, p[:1]]) for p in polygons(path)])
    return enclosed(line, Box(0, 0, shown.width, shown.height))


def test_a_traced_disc_is_a_disc(box: Body) -> None:
    centre = np.array([[MARGIN + 10 * PX, MARGIN + 15 * PX]], float)
    view = box.view("front")
    disc = brushed(centre, centre, np.array([40.0]), Box(0, 0, view.width, view.height))
    area = box.paint("front", [centre], radius=40)

    found = filled(box.trace(area, "front"), box, "front")

    assert abs(int(found.sum()) - int(disc.sum())) / disc.sum() < 0.03
    assert (found ^ disc).sum() / disc.sum() < 0.06


def test_no_edge_of_a_cell_is_seen(box: Body) -> None:
    """A slanted border of square cells is a staircase; its trace hardly turns at all."""
    strip = Stroke("OUTLINE", ((8, 20), (128, 60), (128, 140), (8, 100)))
    path = box.trace(box.paint("front", [strip]), "front")

    (line,) = polygons(path)
    upper = line[(line[:, 0] > 30) & (line[:, 0] < 106) & (line[:, 1] < 80)]
    away = upper[:, 1] - (20 + (upper[:, 0] - 8) / 3)

    assert len(upper) > 20
    assert np.abs(away).max() < 0.35 * PX
    heading = np.degrees(np.arctan2(*np.diff(upper, axis=0).T[::-1]))
    assert np.abs(heading - math.degrees(math.atan(1 / 3))).max() < 12


def test_a_hole_stays_a_hole(box: Body) -> None:
    ring = [Stroke("OUTLINE", ((20, 20), (110, 20), (110, 110), (20, 110)))]
    ring.append(Stroke("ERASE", ((65, 65),), 20))
    area = box.paint("front", ring)

    path = box.trace(area, "front")

    assert path.count("M") == 2
    inside = filled(path, box, "front")
    assert (bool(inside[65, 65]), bool(inside[30, 65])) == (False, True)


def test_the_trace_of_the_whole_figure_follows_its_rim(box: Body) -> None:
    view = box.view("front")

    inside = filled(box.trace(box.whole(), "front"), box, "front")

    figure = view.cells != 65535
    assert (inside ^ figure).sum() / figure.sum() < 0.002


def test_a_single_cell_is_drawn_too(box: Body) -> None:
    hit = box.hit("front", 60, 90)
    assert hit is not None

    path = box.trace(box.cells([hit.cell]), "front")

    assert 0.3 * PX**2 < filled(path, box, "front").sum() < 6 * PX**2
    assert filled(path, box, "front")[90, 60]


def test_what_a_view_does_not_show_has_no_path(box: Body) -> None:
    assert box.trace(box.fill(["flank.left"]), "front") == ""
    assert box.trace(box.cells([]), "front") == ""
    assert box.trace(box.site("tongue"), "front") == ""


def test_a_trace_is_the_same_every_time(box: Body) -> None:
    again = Body.load(folder=box.manifest.folder)
    strokes = [[(30, 30), (60, 90), (100, 120)]]

    paths = {body.trace(body.paint("front", strokes), "front") for body in (box, again, box, again)}

    assert len(paths) == 1
    assert re.fullmatch(r"(M[\d.]+ [\d.]+c[-\d. ]+Z)+", paths.pop())


def test_areas_on_a_chart_are_traced_too(box: Body) -> None:
    area = box.fill(["levator.left"])

    assert box.trace(area, "pelvic_floor_female").startswith("M")


def test_beside_the_figure_nothing_is_blurred_in(box: Body) -> None:
    field, x0, y0 = blurred(box.view("front"), box.whole().mask)

    assert field[field.shape[0] // 2, MARGIN - x0 + 1] > 0.9
    assert field[MARGIN - y0 - 3].max() < 0.1
    assert (field[0].max(), field[:, -1].max()) == (0, 0)


def test_a_blur_keeps_the_sum() -> None:
    image = np.zeros((31, 41), np.float32)
    image[15, 20] = 1

    soft = gaussian(image, 2.0)

    assert soft.sum() == pytest.approx(1, abs=1e-5)
    assert np.allclose(soft, soft[::-1, ::-1])
    assert np.unravel_index(soft.argmax(), soft.shape) == (15, 20)


bits = st.lists(st.lists(st.integers(0, 1), min_size=6, max_size=6), min_size=6, max_size=6)


@given(bits)
def test_every_high_pixel_lies_inside_the_loops_and_no_low_one_does(rows: list[list[int]]) -> None:
    field = np.pad(np.array(rows, float), 1)

    found = loops(field, 0.5)

    inside = np.zeros(field.shape, int)
    for loop in found:
        # Shifted by half a pixel, so that pixel centres lie at whole numbers as in the field.
        mask = enclosed(loop + 0.5, Box(0, 0, *field.shape[::-1]))
        inside += np.where(mask, 1 if enclosed_area(loop) > 0 else -1, 0)
    assert np.array_equal(inside, field)


@given(
    st.lists(st.tuples(st.floats(0, 50), st.floats(0, 50)), min_size=4, max_size=60, unique=True),
    st.floats(0.1, 5),
)
def test_a_thinned_line_stays_within_its_tolerance(
    points: list[tuple[float, float]], tolerance: float
) -> None:
    loop = np.array(points)

    kept = loop[thinned(loop, tolerance)]

    ends = np.roll(kept, -1, axis=0)
    for point in loop:
        along = ends - kept
        length = np.maximum((along**2).sum(axis=1), 1e-12)
        part = np.clip(((point - kept) * along).sum(axis=1) / length, 0, 1)
        assert np.hypot(*(kept + part[:, None] * along - point).T).min() <= tolerance + 1e-6
