"""Zones that nobody has drawn: soft shapes made from the sites."""

import numpy as np
import pytest

from bodymap.body import Body, Laterality, SurfaceArea
from tools.atlas.derived import KEPT, Skin, skin_of

pytestmark = pytest.mark.slow

RIGHT = Laterality.RIGHT


@pytest.fixture(scope="module")
def skin(body: Body) -> Skin:
    return skin_of(body)


def alone(skin: Skin, site: str, side: Laterality = RIGHT) -> SurfaceArea:
    """The shape of one site with nothing beside it."""
    return skin.derived((skin.body.site(site, side),), skin.body.cells([]))


@pytest.mark.parametrize(
    "site", ["shoulder_front", "thigh_front", "calf", "elbow_outer", "finger_index", "cheek"]
)
def test_a_shape_is_about_as_large_as_its_site_and_lies_in_it(skin: Skin, site: str) -> None:
    whole = skin.body.site(site, RIGHT)
    soft = alone(skin, site)
    assert KEPT - 0.02 < soft.cm2 / whole.cm2 < KEPT + 0.08
    assert (soft & whole).cm2 > 0.9 * soft.cm2


def test_corners_are_rounded_and_the_middle_stays(skin: Skin) -> None:
    view = skin.body.view("front")
    whole = skin.body.site("thigh_front", RIGHT)
    rows, columns = np.nonzero(np.isin(view.cells, whole.cells))
    soft = alone(skin, "thigh_front")
    down, across = rows - rows.min(), columns - columns.min()
    for along in (down, down.max() - down):
        for beside in (across, across.max() - across):
            corner = int((along + beside).argmin())
            assert int(view.cells[rows[corner], columns[corner]]) not in soft
    middle = int((abs(rows - rows.mean()) + abs(columns - columns.mean())).argmin())
    assert int(view.cells[rows[middle], columns[middle]]) in soft


def test_the_sit_bone_is_no_hole_in_the_lower_buttock(skin: Skin) -> None:
    bone = skin.body.landmarks["sit_bone"].cells["right"]
    assert bone not in skin.body.site("buttock_lower", RIGHT)
    assert bone in alone(skin, "buttock_lower")


def test_fingers_that_a_shape_cuts_off_are_no_holes_in_it(skin: Skin) -> None:
    hand = skin.body.site("hand_palm", RIGHT), skin.body.site("hand_back", RIGHT)
    soft = skin.derived(hand, skin.body.cells([]))
    finger = skin.body.site("finger_ring", RIGHT)
    assert (soft & finger).cm2 < 0.2 * finger.cm2


def test_a_small_site_beside_a_large_one_is_not_lost(skin: Skin) -> None:
    joint, cheek = (skin.body.site(name, RIGHT) for name in ("jaw_joint", "cheek"))
    soft = skin.derived((joint, cheek), skin.body.cells([]))
    assert (soft & joint).cm2 > 0.7 * joint.cm2
    assert (soft & cheek).cm2 > 0.8 * cheek.cm2


def test_what_the_map_cuts_off_from_a_site_is_left_out(skin: Skin) -> None:
    below_the_breast = skin.body.fill(["chest_lower.right"])
    assert not alone(skin, "chest_front") & below_the_breast


def test_skin_that_only_lies_close_is_not_reached(skin: Skin) -> None:
    groups = {region.id: region.group for region in skin.body.regions.values()}
    arm = {groups[region] for region in alone(skin, "upper_arm_inner").by_region()}
    thigh = alone(skin, "thigh_inner")
    assert arm <= {"arm", "shoulder"}
    assert thigh & thigh.mirrored() == skin.body.cells([])


def test_spillover_lies_beside_the_essential_shape_without_a_gap_or_an_overlap(skin: Skin) -> None:
    essential = alone(skin, "shoulder_front")
    beside = skin.derived((skin.body.site("shoulder_side", RIGHT),), essential)
    assert essential & beside == skin.body.cells([])
    lone = alone(skin, "shoulder_side")
    border = essential.mask[skin.cells]
    touching = skin.cells[skin._links[np.flatnonzero(border)].indices]
    assert np.isin(touching, beside.cells).sum() > np.isin(touching, lone.cells).sum()


def test_the_left_is_the_mirror_of_the_right(skin: Skin) -> None:
    left, right = alone(skin, "calf", Laterality.LEFT), alone(skin, "calf")
    assert (left & right.mirrored()).cm2 > 0.98 * right.cm2


def test_charts_and_places_inside_stay_as_they_are(skin: Skin) -> None:
    inside = skin.body.site("teeth_upper", RIGHT)
    chart = skin.body.site("anus_rectum", Laterality.MIDLINE)
    assert alone(skin, "teeth_upper") == inside
    assert alone(skin, "anus_rectum", Laterality.MIDLINE) == chart


def test_no_sites_give_no_shape(skin: Skin) -> None:
    nothing = skin.body.cells([])
    assert skin.derived((), skin.body.site("calf", RIGHT)) == nothing


def test_another_run_gives_the_same_cells(skin: Skin) -> None:
    again = Skin(skin.body.as_figure("neutral"))
    fresh = again.derived.__wrapped__  # past the cache
    area = skin.body.site("thigh_outer", RIGHT)
    assert fresh(again, (area,), skin.body.cells([])) == alone(skin, "thigh_outer")
