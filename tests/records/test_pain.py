"""Marks of pain: what is allowed, what is refused, and what they cover."""

import math
import re

import pytest

from bodymap.body import Body, Laterality
from bodymap.body.strokes import MOST_POINTS
from bodymap.errors import InvalidRecord, OtherBody, UnknownFigure, UnknownSite, UnknownView
from bodymap.records import DrawnStroke, PainDrawing, PainMark, SeverityAnswers
from bodymap.records.pain_drawing import MOST_MARKS
from tests.records.builders import a_mark, a_pain_drawing

CALF = {
    "figure": "female",
    "body_version": "1",
    "views": [{"view": "back", "strokes": [{"kind": "REGION", "region": "calf.left"}]}],
}


def test_a_mark_covers_what_was_drawn_and_what_lies_inside(body: Body) -> None:
    mark = a_mark(drawing=CALF, inside=({"site": "teeth_upper", "laterality": "LEFT"},))

    expected = body.fill(["calf.left"]) | body.site("teeth_upper", Laterality.LEFT)
    assert mark.area(body) == expected
    assert mark.area(body).body is body


def test_a_drawing_is_all_its_marks_and_each_layer_has_its_intensity(body: Body) -> None:
    drawing = a_pain_drawing(
        marks=(
            a_mark("m1", drawing=CALF, intensity={"nrs": 4}),
            a_mark("m2", drawing=None, inside=({"site": "urethra_bladder"},)),
        )
    )

    calf, inside = body.fill(["calf.left"]), body.site("urethra_bladder")
    assert drawing.area(body) == calf | inside
    assert list(drawing.layers(body)) == [(calf, 4), (inside, None)]


def test_nothing_drawn_is_nothing(body: Body) -> None:
    assert len(a_pain_drawing(no_pain=True).area(body)) == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"drawing": None},
        {"qualities": ("ACHING", "ACHING")},
        {"timing": ("AT_NIGHT", "AT_NIGHT")},
        {"other_quality": "biting"},
        {"intensity": {"nrs": 11}},
        {"intensity": {"nrs": 5.5}},
        {"qualities": ("SORE",)},
        {"colour": "red"},
    ],
)
def test_a_mark_that_makes_no_sense_is_refused(fields: dict) -> None:
    with pytest.raises(InvalidRecord):
        a_mark(**fields)


@pytest.mark.parametrize(
    "stroke",
    [
        {"kind": "BRUSH", "points": [[1, 2]] * 100_000, "radius": 9},
        {"kind": "BRUSH", "points": [[math.nan, 2]], "radius": 9},
        {"kind": "BRUSH", "points": [[math.inf, 2]], "radius": 9},
        {"kind": "BRUSH", "points": [[1, 2]], "radius": -9},
        {"kind": "BRUSH", "points": [[1, 2]], "radius": 0},
        {"kind": "BRUSH", "points": [[1, 2]], "radius": math.nan},
        {"kind": "BRUSH", "points": [], "radius": 9},
        {"kind": "BRUSH", "points": [[1e9, 2]], "radius": 9},
        {"kind": "SPRAY", "points": [[1, 2]], "radius": 9},
    ],
    ids=[
        "100,000 points",
        "NaN",
        "infinite",
        "negative brush",
        "no brush",
        "brush NaN",
        "no points",
        "far outside",
        "unknown kind",
    ],
)
def test_a_malformed_stroke_is_refused_with_a_short_sentence(stroke: dict) -> None:
    with pytest.raises(InvalidRecord) as caught:
        DrawnStroke.checked(stroke)

    assert len(str(caught.value)) < 2_000


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"figure": "giant"}, UnknownFigure),
        ({"body_version": "0"}, OtherBody),
        ({"views": [{"view": "above", "strokes": CALF["views"][0]["strokes"]}]}, UnknownView),
    ],
)
def test_a_mark_of_another_body_has_no_area(
    body: Body, changes: dict, error: type[Exception]
) -> None:
    with pytest.raises(error):
        a_mark(drawing=CALF | changes).area(body)
    with pytest.raises(UnknownSite):
        a_mark(drawing=None, inside=({"site": "soul"},)).area(body)


@pytest.mark.parametrize(
    "fields",
    [
        {"marks": (a_mark("m1"), a_mark("m1"))},
        {"marks": (a_mark("m1"),), "no_pain": True},
        {"marks": tuple(a_mark(f"m{n}") for n in range(MOST_MARKS + 1))},
        {"seconds": -1},
        {"seconds": math.nan},
        {"actions": -1},
        {"drawn_by": "NOBODY"},
        {"red_flags": {"cauda_equina": "maybe"}},
    ],
)
def test_a_drawing_that_makes_no_sense_is_refused(fields: dict) -> None:
    with pytest.raises(InvalidRecord):
        a_pain_drawing(**fields)


def test_all_strokes_together_are_bounded() -> None:
    stroke = {"kind": "BRUSH", "points": [[1, 2]] * MOST_POINTS, "radius": 9}
    strokes = [{"view": "back", "strokes": [stroke] * 16}]

    with pytest.raises(InvalidRecord, match="60000 points"):
        a_pain_drawing(marks=(a_mark(drawing=CALF | {"views": strokes}),))


def test_a_drawing_shows_itself_in_a_notebook() -> None:
    drawing = a_pain_drawing(figure="female", marks=(a_mark(drawing=CALF, intensity={"nrs": 6}),))

    picture = drawing._repr_svg_()

    assert picture.startswith("<svg")
    assert "<title>Pain: 6 of 10</title>" in picture
    # from behind the patient's right is on the right of the picture
    assert re.findall(r"<text [^>]*>(patient&#x27;s \w+)</text>", picture) == [
        "patient&#x27;s left",
        "patient&#x27;s right",
    ]
    assert "Pain: none" in a_pain_drawing(no_pain=True)._repr_svg_()


def test_records_are_values() -> None:
    assert a_mark() == a_mark()
    assert hash(a_pain_drawing()) == hash(a_pain_drawing())
    assert hash(SeverityAnswers(past_week={"a": 1})) == hash(SeverityAnswers(past_week={"a": 1}))
    assert PainMark.model_validate_json(a_mark().model_dump_json()) == a_mark()
    drawing = a_pain_drawing(marks=(a_mark(),))
    assert PainDrawing.model_validate_json(drawing.model_dump_json()) == drawing
