import pytest

from bodymap.analysis.mirrored import mirrored_mark, mirrored_region, mirrored_view, other_side
from bodymap.body import Body, Laterality
from bodymap.errors import NoOtherSide
from bodymap.records import InsidePlace, PainMark, TriggerPointFinding
from tests.records.builders import a_drawing, a_finding, a_point


def found_at(body: Body, view: str, x: float, y: float) -> TriggerPointFinding:
    hit = body.hit(view, x, y)
    assert hit is not None
    place = a_point(view=view, x=x, y=y, cell=hit.cell, region=hit.region)
    return a_finding(place=place, laterality=hit.laterality, muscle="infraspinatus")


@pytest.mark.parametrize(
    ("view", "x", "y", "other_view"),
    [
        ("back", 310.5, 250.5, "back"),
        ("front", 180.5, 260.5, "front"),
        ("left", 240.5, 300.5, "right"),
    ],
)
def test_the_other_side_is_the_mirrored_point_and_its_own_inverse(
    body: Body, view: str, x: float, y: float, other_view: str
) -> None:
    finding = found_at(body, view, x, y)

    mirrored = other_side(finding, body)

    assert (mirrored.place.view, mirrored.place.y) == (other_view, y)
    assert mirrored.laterality is finding.laterality.mirrored() is not finding.laterality
    assert mirrored.place.region == mirrored_region(finding.place.region)
    hit = body.hit(other_view, mirrored.place.x, y)
    assert hit is not None
    assert (hit.region, hit.laterality) == (mirrored.place.region, mirrored.laterality)
    assert other_side(mirrored, body) == finding


def test_a_drawn_referral_is_mirrored_too(body: Body) -> None:
    drawing = a_drawing()
    finding = found_at(body, "back", 310.5, 250.5)
    drawn = finding.changed(referral={"felt": "OTHER", "drawing": drawing})

    mirrored = other_side(drawn, body)

    width = body.view("front").width
    brush, region = mirrored.referral.drawing.views[0].strokes
    assert brush.points == ((width - 1, 2.5), (width - 3, 4))
    assert region.region == "shoulder_front.left"
    assert other_side(mirrored, body) == drawn


@pytest.mark.parametrize("laterality", [Laterality.MIDLINE, Laterality.BILATERAL])
def test_the_midline_has_no_other_side(body: Body, laterality: Laterality) -> None:
    with pytest.raises(NoOtherSide):
        other_side(a_finding(laterality=laterality), body)


@pytest.mark.parametrize(
    ("view", "mirrored"),
    [
        ("front", "front"),
        ("left", "right"),
        ("head_right", "head_left"),
        ("hand_palm.left", "hand_palm.right"),
        ("pelvic_floor_female", "pelvic_floor_female"),
    ],
)
def test_views_have_their_mirror(view: str, mirrored: str) -> None:
    assert mirrored_view(view) == mirrored
    assert mirrored_view(mirrored) == view


def test_a_pain_on_the_wrong_side_is_moved_to_the_other_and_back(body: Body) -> None:
    teeth = InsidePlace(site="teeth_upper", laterality=Laterality.RIGHT)
    mark = PainMark(id="mark-0001", drawing=a_drawing(), inside=(teeth,))

    mirrored = mirrored_mark(mark, body)

    assert mirrored.area(body) == mark.area(body).mirrored()
    assert mirrored.area(body) != mark.area(body)
    assert mirrored_mark(mirrored, body) == mark
