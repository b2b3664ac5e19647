"""Where several patterns agree."""

from bodymap.analysis.comparing.agreement import agreed_area, shared_regions
from bodymap.atlas import Extent, TypicalReferral, typical_referral
from bodymap.body import Laterality
from tests import shipped

BODY = shipped.body()
ATLAS = shipped.atlas()
NOTHING = BODY.cells(())


def pattern(essential: list[str], spillover: list[str]) -> TypicalReferral:
    return TypicalReferral(BODY.fill(essential), BODY.fill(spillover))


FRONT, UPPER, ELBOW = "shoulder_front.right", "upper_arm_front.right", "elbow_back.right"


def test_what_two_of_three_include_is_agreed_whatever_its_extent() -> None:
    patterns = [pattern([FRONT], [UPPER]), pattern([UPPER], []), pattern([], [FRONT])]

    assert agreed_area(patterns, BODY) == BODY.fill([FRONT, UPPER])


def test_regions_that_more_patterns_reach_by_their_essential_zone_come_first() -> None:
    patterns = [pattern([FRONT, ELBOW], [UPPER]), pattern([FRONT], [UPPER]), pattern([UPPER], [])]

    told = [(each.region, each.extents) for each in shared_regions(patterns, BODY)]

    assert told == [
        (UPPER, ((0, Extent.SPILLOVER), (1, Extent.SPILLOVER), (2, Extent.ESSENTIAL))),
        (FRONT, ((0, Extent.ESSENTIAL), (1, Extent.ESSENTIAL))),
    ]


def test_patterns_that_share_nothing_agree_nowhere() -> None:
    patterns = [pattern([FRONT], []), pattern([], [ELBOW]), TypicalReferral(NOTHING, NOTHING)]

    assert not agreed_area(patterns, BODY)
    assert shared_regions(patterns, BODY) == ()
    assert shared_regions([], BODY) == ()


def test_infraspinatus_and_supraspinatus_agree_at_the_shoulder() -> None:
    points = ("infraspinatus_upper", "supraspinatus_belly")
    patterns = [
        typical_referral(ATLAS.trigger_points[point], Laterality.RIGHT, BODY) for point in points
    ]

    regions = {each.region for each in shared_regions(patterns, BODY)}

    assert regions
    assert all(region.endswith(".right") for region in regions)
    assert {BODY.regions[region].group for region in regions} <= {"shoulder", "arm", "upper_arm"}
