"""Which views show an area best, and which piece of a view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Laterality
from bodymap.body.showing import LEAST_TALL, best_views, facing, piece
from tests import shipped

BODY = shipped.body()


def shown(*sites: str) -> list[str]:
    area = BODY.cells([])
    for site in sites:
        area = area | BODY.site(site, Laterality.RIGHT)
    return [view.id for view in best_views(BODY, [(area, 1.0)])]


@pytest.mark.parametrize(
    ("site", "view"),
    [
        ("interscapular", "back"),
        ("thumb", "hand_palm.right"),
        ("head_temple", "head_right"),
        ("heel", "foot_sole.right"),
    ],
)
def test_a_place_is_shown_by_the_view_that_looks_at_it(site: str, view: str) -> None:
    assert view in shown(site)


def test_front_and_back_together_take_both_views() -> None:
    assert set(shown("shoulder_front", "interscapular")) >= {"front", "back"}


def test_nothing_at_all_still_has_a_view() -> None:
    assert best_views(BODY, []) == (BODY.views["front"],)


def test_a_place_gets_the_view_from_which_it_is_seen() -> None:
    chest = BODY.site("shoulder_front", Laterality.RIGHT)
    blade = BODY.site("interscapular", Laterality.RIGHT).cells[50]

    without = best_views(BODY, [(chest, 1.0)])
    views = best_views(BODY, [(chest, 1.0)], place=int(blade))

    assert BODY.views["back"] not in without
    assert BODY.views["back"] in views
    assert facing(BODY, views, int(blade)) is BODY.views["back"]


def test_a_place_that_is_seen_aslant_takes_no_view_from_what_hurts() -> None:
    side, back = (
        BODY.site(name, Laterality.RIGHT) for name in ("upper_arm_outer", "scapula_medial_border")
    )
    chest = BODY.site("chest_front", Laterality.RIGHT)
    neck = int(BODY.site("neck_side", Laterality.RIGHT).cells[5])
    wanted = [(side, 1.0), (chest, 1.0), (back, 0.5), (BODY.cells([neck]), 0.8)]

    views = best_views(BODY, wanted, place=neck)

    assert {view.id for view in views} == {"right", "front", "back"}


def test_never_more_views_than_asked_for_also_with_a_place() -> None:
    whole = [(BODY.whole(), 1.0)]
    palm = int(BODY.site("thumb", Laterality.LEFT).cells[0])

    assert [len(best_views(BODY, whole, place=palm, most=n)) for n in (1, 2, 3)] == [1, 2, 3]


@given(
    site=st.sampled_from(["neck_side", "calf", "interscapular", "upper_arm_front"]),
    ratio=st.floats(0.3, 1.5),
)
def test_a_piece_has_the_ratio_and_holds_the_cells(site: str, ratio: float) -> None:
    view = BODY.views["back" if site != "upper_arm_front" else "front"]
    area = BODY.site(site, Laterality.RIGHT)

    box = piece(view, area.cells, ratio=ratio)

    assert box.width == pytest.approx(box.height * ratio)
    assert box.height >= LEAST_TALL
    for cell in area.cells[:: max(1, len(area) // 20)].tolist():
        at = view.point_of(cell)
        if at is not None:
            assert box.x <= at[0] <= box.x + box.width
            assert box.y <= at[1] <= box.y + box.height


def test_a_piece_keeps_within_the_view_where_it_can() -> None:
    view = BODY.views["front"]
    top = BODY.site("head_temple", Laterality.RIGHT)

    box = piece(view, top.cells, ratio=0.8)

    assert box.y >= 0
    assert 0 <= box.x <= box.x + box.width <= view.width


def test_a_close_up_is_shown_whole() -> None:
    view = BODY.views["hand_palm.right"]
    thumb = BODY.site("thumb", Laterality.RIGHT)

    box = piece(view, thumb.cells, ratio=view.width / view.height)

    assert box == pytest.approx((0, 0, view.width, view.height))
