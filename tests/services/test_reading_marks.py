"""Malformed drawings: refused with a sentence, the rest kept."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Body
from bodymap.services import read_marks

GOOD = {"kind": "BRUSH", "points": [[200, 260], [230, 275]], "radius": 9}


def a_raw_mark(*strokes: Any, mark_id: str = "mark-0001", **changes: Any) -> dict[str, Any]:
    drawing = {
        "figure": "neutral",
        "body_version": "1",
        "views": [{"view": "back", "strokes": [*strokes]}],
    }
    return {"id": mark_id, "drawing": drawing | changes}


BAD_STROKES = {
    "100,000 points": GOOD | {"points": [[200, 260]] * 100_000},
    "NaN": GOOD | {"points": [[math.nan, 260]]},
    "negative brush": GOOD | {"radius": -9},
    "unknown kind": GOOD | {"kind": "SPRAY"},
    "unknown region": {"kind": "REGION", "region": "wing.left"},
    "no stroke at all": 7,
}


@pytest.mark.parametrize("bad", BAD_STROKES.values(), ids=BAD_STROKES)
def test_a_bad_stroke_is_left_out_and_the_good_one_kept(body: Body, bad: object) -> None:
    read = read_marks([a_raw_mark(bad, GOOD)], body)

    assert len(read.marks) == 1
    assert len(read.marks[0].drawing.views[0].strokes) == 1
    assert read.marks[0].area(body) == body.paint("back", [GOOD["points"]], radius=9)
    assert len(read.refused) == 1
    assert read.refused[0].startswith("Stroke 1 of mark 1 was left out.")
    assert len(read.refused[0]) < 2_000


BAD_MARKS = {
    "unknown figure": a_raw_mark(GOOD, figure="giant"),
    "unknown body version": a_raw_mark(GOOD, body_version="0"),
    "unknown view": a_raw_mark(GOOD)
    | {"drawing": a_raw_mark(GOOD)["drawing"] | {"views": [{"view": "above", "strokes": [GOOD]}]}},
    "outside the body": a_raw_mark(GOOD | {"points": [[1, 1]]}),
    "nothing left of it": a_raw_mark(GOOD | {"radius": -1}),
    "an unknown field": a_raw_mark(GOOD) | {"colour": "red"},
    "an unknown place inside": {"id": "mark-0001", "inside": [{"site": "soul"}]},
    "no mark at all": "scribble",
}


@pytest.mark.parametrize("bad", BAD_MARKS.values(), ids=BAD_MARKS)
def test_a_bad_mark_is_left_out_and_the_good_one_kept(body: Body, bad: object) -> None:
    read = read_marks([bad, a_raw_mark(GOOD, mark_id="mark-0002")], body)

    assert [mark.id for mark in read.marks] == ["mark-0002"]
    assert any(line.startswith("Mark 1 was left out.") for line in read.refused)


def test_two_marks_with_one_id_are_one(body: Body) -> None:
    read = read_marks([a_raw_mark(GOOD), a_raw_mark(GOOD)], body)

    assert len(read.marks) == 1
    assert "mark-0001" in read.refused[0]


def test_too_many_marks_are_cut_with_a_sentence(body: Body) -> None:
    raw = [a_raw_mark(GOOD, mark_id=f"mark-{number:04}") for number in range(60)]

    read = read_marks(raw, body)

    assert len(read.marks) == 50
    assert read.refused == ("More than 50 marks were given; the rest was left out.",)


def test_places_inside_stay_when_no_stroke_is_left(body: Body) -> None:
    raw = a_raw_mark(GOOD | {"radius": -1}) | {"inside": [{"site": "teeth_upper"}]}

    read = read_marks([raw], body)

    assert read.marks[0].area(body) == body.site("teeth_upper")
    assert len(read.refused) == 1


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "drawing",
                    "figure",
                    "body_version",
                    "views",
                    "view",
                    "strokes",
                    "kind",
                    "points",
                    "radius",
                    "inside",
                    "site",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(st.lists(anything, max_size=4))
def test_nothing_that_is_given_breaks_the_reader(body: Body, raw: list[Any]) -> None:
    read = read_marks(raw, body)

    assert len(read.marks) + len(read.refused) >= len(raw)
