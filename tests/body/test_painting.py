import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Body, Laterality, Stroke, StrokeKind, SurfaceArea, View
from bodymap.errors import BadStroke, UnknownRegion, UnknownView
from tests.body.synthetic import HAND_PX, MARGIN, PX


def everything(view: View) -> Stroke:
    return Stroke(
        StrokeKind.OUTLINE, ((0, 0), (view.width, 0), (view.width, view.height), (0, view.height))
    )


def rectangle(x0: int, y0: int, x1: int, y1: int) -> tuple[tuple[float, float], ...]:
    """A rectangle in whole cells of the front view, counted from the top left."""
    corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    return tuple((MARGIN + PX * x, MARGIN + PX * y) for x, y in corners)


def middle(column: int, row: int) -> tuple[float, float]:
    return (MARGIN + PX * (column + 0.5), MARGIN + PX * (row + 0.5))


def test_painting_everything_in_the_main_views_gives_the_whole_surface(box: Body) -> None:
    parts = [
        box.paint(name, [everything(box.view(name))]) for name in ("front", "back", "left", "right")
    ]

    union = parts[0] | parts[1] | parts[2] | parts[3]

    assert union == box.whole()
    assert union.share == 1.0


def test_hidden_cells_follow_the_visible_cell_of_their_region(box: Body) -> None:
    crease = next(i for i, c in enumerate(box.xyz_cm) if np.allclose(c, (6.2, 20.3, 4.5)))
    leader = box.paint("front", [[middle(16, 9)]], radius=1)

    assert leader.cm2 == 1.5
    assert sorted(leader.by_region()) == ["chest.left"]
    assert crease in leader


def test_a_hand_drawn_in_the_main_view_and_in_its_inset_agree(box: Body) -> None:
    main = box.paint("front", [Stroke("OUTLINE", rectangle(0, 25, 4, 30))])
    inset = box.view("hand_palm.right")

    close = box.paint(inset.id, [everything(inset)])

    assert main == close
    assert close == box.fill(["hand_palm.right"])


def test_a_stroke_in_an_inset_marks_the_same_cells_as_in_the_main_view(box: Body) -> None:
    spot = (MARGIN + 1.5 * HAND_PX, MARGIN + 2.5 * HAND_PX)

    assert box.paint("hand_palm.right", [[spot]], radius=2) == box.paint(
        "front", [[middle(1, 27)]], radius=2
    )


def test_a_cell_counts_when_at_least_half_of_its_pixels_are_covered(box: Body) -> None:
    def covered(columns: int) -> SurfaceArea:
        outline = ((8, 8), (8 + columns, 8), (8 + columns, 14), (8, 14))
        far = ((80, 80), (92, 80), (92, 92), (80, 92))
        return box.paint("front", [Stroke("OUTLINE", outline + outline[:1] + far + far[:1])])

    left_out, taken = covered(2), covered(3)

    assert len(taken) == len(left_out) + 1


def test_the_cell_under_a_point_of_the_brush_always_counts(box: Body) -> None:
    for x, y in ((8.01, 8.01), (13.99, 13.99), (11, 8)):
        dot = box.paint("front", [[(x, y)]], radius=0.1)

        assert dot.cells.tolist() == [box.hit("front", x, y).cell]


def test_the_cell_under_a_point_of_the_eraser_always_goes(box: Body) -> None:
    square = Stroke("OUTLINE", rectangle(0, 0, 3, 3))
    tap = Stroke("ERASE", ((8.5, 8.5),), 0.2)

    left = box.paint("front", [square, tap])

    assert left == box.paint("front", [square]) - box.cells([box.hit("front", 8.5, 8.5).cell])


def test_an_outline_too_small_for_any_cell_counts_the_cells_under_its_points(box: Body) -> None:
    tiny = Stroke("OUTLINE", ((9, 9), (10, 9), (10, 10)))

    assert box.paint("front", [tiny]).cells.tolist() == [box.hit("front", 9, 9).cell]


def test_circling_twice_leaves_no_hole(box: Body) -> None:
    once = [(60 + 30 * math.cos(t / 10), 90 + 40 * math.sin(t / 10)) for t in range(63)]
    twice = once + [(x * 0.8 + 12, y * 0.8 + 18) for x, y in once]

    assert box.paint("front", [Stroke("OUTLINE", twice)]) == box.paint(
        "front", [Stroke("OUTLINE", once)]
    )


def test_two_outlines_drawn_in_opposite_directions_add_up(box: Body) -> None:
    there = rectangle(2, 2, 8, 8)
    back = rectangle(4, 4, 12, 12)[::-1]

    both = box.paint("front", [Stroke("OUTLINE", there), Stroke("OUTLINE", back)])

    assert both == box.paint("front", [Stroke("OUTLINE", there)]) | box.paint(
        "front", [Stroke("OUTLINE", back)]
    )
    assert both.cm2 >= 6 * 6 + 8 * 8 - 4 * 4


def test_a_closed_brush_stroke_is_not_filled(box: Body) -> None:
    ring = [(60 + 30 * math.cos(t / 10), 90 + 30 * math.sin(t / 10)) for t in range(63)]

    area = box.paint("front", [ring], radius=4)

    assert box.hit("front", 60, 90).cell not in area
    assert box.hit("front", 90, 90).cell in area


def test_strokes_act_in_the_order_drawn(box: Body) -> None:
    brush = Stroke("BRUSH", (middle(5, 5), middle(15, 5)), 9)
    erase = Stroke("ERASE", (middle(10, 5),), 12)

    assert box.paint("front", [erase, brush]) == box.paint("front", [brush])
    assert len(box.paint("front", [brush, erase])) < len(box.paint("front", [brush]))
    assert box.paint("front", [brush, erase, brush]) == box.paint("front", [brush])


def test_erasing_everything_leaves_nothing(box: Body) -> None:
    view = box.view("front")
    brush = Stroke("BRUSH", (middle(5, 5), middle(15, 25)), 9)
    erase = Stroke("ERASE", ((view.width / 2, view.height / 2),), 300)

    area = box.paint("front", [brush, Stroke("OUTLINE", rectangle(1, 1, 9, 9)), erase])

    assert not area
    assert area == box.cells([])


def test_a_region_stroke_takes_all_cells_of_the_region(box: Body) -> None:
    assert box.paint("front", [Stroke("REGION", region="flank.left")]) == box.fill(["flank.left"])
    assert box.paint("front", [Stroke("REGION", region="belly.left")]) == box.fill(["belly.left"])


def test_the_eraser_takes_away_from_a_region_what_this_view_shows(box: Body) -> None:
    view = box.view("front")
    wipe = Stroke("ERASE", ((view.width / 2, view.height / 2),), 300)
    chest, flank = (Stroke("REGION", region=f"{name}.left") for name in ("chest", "flank"))

    assert box.paint("front", [chest, flank, wipe]) == box.fill(["flank.left"])
    assert box.paint("front", [wipe, chest, flank]) == box.fill(["chest.left", "flank.left"])


def test_a_region_and_a_brush_can_be_mixed(box: Body) -> None:
    brush = Stroke("BRUSH", (middle(2, 20),), 9)
    region = Stroke("REGION", region="chest.left")

    mixed = box.paint("front", [brush, region, brush])

    assert mixed == box.paint("front", [brush]) | box.fill(["chest.left"])


def test_a_stroke_beside_the_figure_marks_nothing(box: Body) -> None:
    assert len(box.paint("front", [[(-300, -300)], [(9000, 20)]])) == 0


def test_no_strokes_mark_nothing(box: Body) -> None:
    assert len(box.paint("front", [])) == 0


def test_an_erase_alone_marks_nothing(box: Body) -> None:
    assert len(box.paint("front", [Stroke("ERASE", (middle(3, 3),))])) == 0


def test_a_chart_of_the_pelvic_floor_is_painted_like_any_view(box: Body) -> None:
    area = box.paint("pelvic_floor_female", [[(5, 10)]], radius=3)

    assert (area.cm2, area.share, area.schematic_cells) == (0.0, 0.0, 1)
    assert area.laterality is Laterality.RIGHT


def test_unknown_views_regions_and_bad_points_are_refused(box: Body) -> None:
    with pytest.raises(UnknownView):
        box.paint("top", [[(1, 2)]])
    with pytest.raises(UnknownRegion):
        box.paint("front", [Stroke("REGION", region="chest")])
    with pytest.raises(BadStroke):
        box.paint("front", [[(math.nan, 2)]])


coordinate = st.floats(-30, 230)
strokes = st.lists(
    st.builds(
        Stroke,
        st.sampled_from([StrokeKind.BRUSH, StrokeKind.OUTLINE, StrokeKind.ERASE]),
        st.lists(st.tuples(coordinate, coordinate), min_size=1, max_size=8),
        st.floats(0.05, 60),
    ),
    max_size=5,
)


@given(drawn=strokes)
def test_one_more_brush_stroke_never_takes_a_cell_away(box: Body, drawn: list[Stroke]) -> None:
    brush = Stroke("BRUSH", (middle(4, 4), middle(12, 20)), 7)

    assert not box.paint("front", drawn) - box.paint("front", [*drawn, brush])


@given(drawn=strokes)
def test_one_more_eraser_stroke_never_adds_a_cell(box: Body, drawn: list[Stroke]) -> None:
    erase = Stroke("ERASE", (middle(4, 4), middle(12, 20)), 7)

    assert not box.paint("front", [*drawn, erase]) - box.paint("front", drawn)


@given(drawn=strokes)
def test_painting_marks_only_what_the_view_shows_or_leads(box: Body, drawn: list[Stroke]) -> None:
    view = box.view("front")

    assert not box.paint("front", drawn) - box.paint("front", [everything(view)])
