"""Operations from a browser are untrusted: read as typed values, or refused with a reason."""

import re
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap import files
from bodymap.body import Stroke, StrokeKind
from bodymap.body.strokes import MOST_POINTS
from bodymap.canvas import (
    AddArrow,
    AddPoint,
    AddStroke,
    LookAt,
    MoveMark,
    Operation,
    PickRegion,
    PressKey,
    Redo,
    RemoveMark,
    SelectMark,
    Undo,
    Vocabulary,
)
from bodymap.canvas.parsing import MOST_RUNS, MOST_TOGETHER, parse
from bodymap.errors import OperationRefused

VOCABULARY = Vocabulary(
    views={"front": (527.0, 1000.0), "back": (527.0, 1000.0)}, regions={"nape.left", "nose"}
)
FIGURE = "neutral"
ID = "0123456789abcdef01234567"
OTHER = "76543210fedcba9876543210"


def known(figure: str) -> Vocabulary | None:
    return VOCABULARY if figure == FIGURE else None


def on_figure(raw: dict[str, Any]) -> dict[str, Any]:
    return {"figure": FIGURE, **raw}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            {"op": "add", "id": ID, "view": "back", "x": 1.5, "y": 2},
            AddPoint(3, ID, FIGURE, "back", 1.5, 2),
        ),
        (
            {"op": "move", "id": ID, "view": "front", "x": 0, "y": 0},
            MoveMark(3, ID, FIGURE, "front", 0, 0),
        ),
        ({"op": "remove", "id": ID}, RemoveMark(3, ID)),
        ({"op": "select", "id": None}, SelectMark(3, None, FIGURE)),
        ({"op": "select", "id": ID}, SelectMark(3, ID, FIGURE)),
        ({"op": "pick", "region": "nose"}, PickRegion(3, "nose")),
        ({"op": "look", "view": "pelvic_floor"}, LookAt(3, "pelvic_floor")),
        ({"op": "look", "view": None}, LookAt(3, None)),
        ({"op": "key", "id": ID, "key": "10"}, PressKey(3, ID, "10")),
        ({"op": "undo", "step": "2"}, Undo(3, "2")),
        ({"op": "redo", "step": f"{ID}:2"}, Redo(3, f"{ID}:2")),
        (
            {"op": "key", "id": ID, "key": "p", "question": "taut_band", "was": "n"},
            PressKey(3, ID, "p", "taut_band", "n"),
        ),
        ({"op": "key", "id": ID, "key": "3", "was": "10"}, PressKey(3, ID, "3", None, "10")),
        (
            {"op": "move", "id": ID, "view": "front", "x": 0, "y": 0, "was": "0a1b2c3d"},
            MoveMark(3, ID, FIGURE, "front", 0, 0, "0a1b2c3d"),
        ),
        (
            {
                "op": "move",
                "id": ID,
                "view": "front",
                "x": 0,
                "y": 0,
                "was": {"view": "back", "x": 1, "y": 2},
            },
            MoveMark(3, ID, FIGURE, "front", 0, 0, ("back", 1, 2)),
        ),
        (
            {
                "op": "stroke",
                "id": ID,
                "mark": OTHER,
                "begun": 1,
                "undone": 2,
                "view": "back",
                "kind": "region",
                "region": "nose",
            },
            AddStroke(
                3, ID, FIGURE, "back", (Stroke(StrokeKind.REGION, (), region="nose"),), OTHER, 1, 2
            ),
        ),
        (
            {
                "op": "stroke",
                "id": ID,
                "view": "back",
                "kind": "brush",
                "points": [[1, 2], [3, 4]],
                "radius": 9,
            },
            AddStroke(
                3, ID, FIGURE, "back", (Stroke(StrokeKind.BRUSH, ((1.0, 2.0), (3.0, 4.0)), 9.0),)
            ),
        ),
        (
            {"op": "stroke", "id": ID, "view": "back", "kind": "region", "region": "nose"},
            AddStroke(3, ID, FIGURE, "back", (Stroke(StrokeKind.REGION, (), region="nose"),)),
        ),
    ],
)
def test_an_operation_is_read_as_what_it_is(raw: dict[str, Any], expected: Operation) -> None:
    assert parse(on_figure(raw), 3, known) == expected


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({}, "op"),
        ({"op": "burn"}, "op"),
        ({"op": ["add"]}, "op"),
        ({"op": "add", "id": ID, "view": "inside", "x": 1, "y": 1}, "view"),
        ({"op": "add", "id": ID, "view": {}, "x": 1, "y": 1}, "view"),
        ({"op": "add", "id": ID, "view": "back", "x": float("nan"), "y": 1}, "x"),
        ({"op": "add", "id": ID, "view": "back", "x": float("inf"), "y": 1}, "x"),
        ({"op": "add", "id": ID, "view": "back", "x": True, "y": 1}, "x"),
        ({"op": "add", "id": ID, "view": "back", "x": "1", "y": 1}, "x"),
        ({"op": "add", "id": ID, "view": "back", "x": 1, "y": 1000.1}, "y"),
        ({"op": "add", "id": ID, "view": "back", "x": 1}, "y"),
        ({"op": "add", "id": "<b>", "view": "back", "x": 1, "y": 1}, "id"),
        ({"op": "remove", "id": "x" * 100_000}, "id"),
        ({"op": "remove"}, "id"),
        ({"op": "look", "view": "<b>"}, "view"),
        ({"op": "look", "view": ["front"]}, "view"),
        ({"op": "arrow", "id": ID, "view": "back", "x": 1, "y": 1}, "to_view"),
        (
            {
                "op": "arrow",
                "id": ID,
                "view": "back",
                "x": 1,
                "y": 1,
                "to_view": "front",
                "to_x": 1,
            },
            "to_y",
        ),
        ({"op": "add", "figure": "centaur", "id": ID, "view": "back", "x": 1, "y": 1}, "figure"),
        ({"op": "add", "figure": ["neutral"], "id": ID, "view": "back", "x": 1}, "figure"),
        ({"op": "move", "id": ID, "view": "back", "x": 1, "y": 1, "was": "<b>"}, "was"),
        ({"op": "undo"}, "step"),
        ({"op": "redo", "step": "a b"}, "step"),
        ({"op": "key", "id": ID, "key": "p"}, "key"),
        ({"op": "key", "id": ID, "key": "3", "question": "taut_band"}, "key"),
        ({"op": "key", "id": ID, "key": "p", "question": "<b>"}, "question"),
        ({"op": "key", "id": ID, "key": "p", "question": "taut_band", "was": "3"}, "was"),
        (
            {
                "op": "stroke",
                "id": ID,
                "view": "back",
                "kind": "region",
                "region": "nose",
                "begun": 2,
            },
            "begun",
        ),
        ({"op": "key", "id": ID, "key": "11"}, "key"),
        ({"op": "key", "id": ID, "key": None}, "key"),
        ({"op": "stroke", "id": ID, "view": "back", "kind": []}, "kind"),
        ({"op": "stroke", "id": ID, "view": "back", "kind": "region", "region": "tail"}, "region"),
        (
            {
                "op": "stroke",
                "id": ID,
                "view": "back",
                "kind": "brush",
                "points": [[0, 0]] * 10_000,
                "radius": 9,
            },
            "points",
        ),
        (
            {
                "op": "stroke",
                "id": ID,
                "view": "back",
                "kind": "brush",
                "points": [[0]],
                "radius": 9,
            },
            "points",
        ),
        (
            {
                "op": "stroke",
                "id": ID,
                "view": "back",
                "kind": "brush",
                "points": [[0, 0]],
                "radius": 0,
            },
            "radius",
        ),
    ],
)
def test_a_bad_operation_is_refused_with_the_field_that_is_wrong(
    raw: dict[str, Any], field: str
) -> None:
    with pytest.raises(OperationRefused) as refused:
        parse(on_figure(raw), 1, known)

    assert refused.value.field == field
    assert refused.value.allowed in str(refused.value)
    assert len(str(refused.value)) < 400


def test_what_a_pen_drew_broader_and_finer_is_one_operation_of_several_strokes() -> None:
    runs = [{"radius": 7, "points": [[1, 2], [3, 4]]}, {"radius": 12, "points": [[3, 4]]}]
    raw = {"op": "stroke", "id": ID, "view": "back", "kind": "erase", "runs": runs}

    assert parse(on_figure(raw), 1, known) == AddStroke(
        1,
        ID,
        FIGURE,
        "back",
        (
            Stroke(StrokeKind.ERASE, ((1.0, 2.0), (3.0, 4.0)), 7.0),
            Stroke(StrokeKind.ERASE, ((3.0, 4.0),), 12.0),
        ),
    )


@pytest.mark.parametrize(
    "runs",
    [
        [],
        {},
        ["brush"],
        [{"radius": 7, "points": [[1, 2]]}] * (MOST_RUNS + 1),
        [{"radius": 7, "points": [[1, 2]] * MOST_POINTS}] * 4,
    ],
)
def test_a_stroke_of_no_or_too_many_parts_is_refused(runs: Any) -> None:
    raw = {"op": "stroke", "id": ID, "view": "back", "kind": "brush", "runs": runs}

    with pytest.raises(OperationRefused) as refused:
        parse(on_figure(raw), 1, known)

    assert refused.value.field == "runs"


views = st.sampled_from(sorted(VOCABULARY.views))
inside = st.floats(0, 527)


@given(
    st.builds(
        AddArrow,
        st.just(1),
        st.just(ID),
        st.just(FIGURE),
        views,
        inside,
        inside,
        views,
        inside,
        inside,
    )
)
def test_an_arrow_is_read_as_it_was_told(arrow: AddArrow) -> None:
    told = asdict(arrow)
    raw = {"op": "arrow", "id": told.pop("arrow_id")} | told

    assert parse(raw, 1, known) == arrow


def test_a_browser_makes_parts_no_longer_than_a_record_takes() -> None:
    code = files.package("canvas", "frontend", "simplified.js").read_text("utf-8")

    limits = dict(re.findall(r"^export const (MOST_\w+) = (\d+);", code, re.MULTILINE))

    assert limits == {"MOST_POINTS": str(MOST_POINTS), "MOST_TOGETHER": str(MOST_TOGETHER)}


def test_a_long_stroke_is_taken_up_to_its_limit() -> None:
    raw = {"op": "stroke", "id": ID, "view": "back", "kind": "outline", "radius": 9}

    read = parse(on_figure({**raw, "points": [[1, 1]] * MOST_POINTS}), 1, known)

    assert isinstance(read, AddStroke)
    assert len(read.strokes[0].points) == MOST_POINTS


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
names = st.sampled_from(
    ["add", "move", "remove", "select", "pick", "key", "stroke", "arrow", "undo", "redo", "x"]
)
fields = st.fixed_dictionaries(
    {},
    optional={
        "op": names | anything,
        "id": st.just(ID) | anything,
        "view": st.sampled_from(["front", "back"]) | anything,
        "x": st.floats() | anything,
        "y": st.floats() | anything,
        "kind": st.sampled_from(["brush", "outline", "erase", "region"]) | anything,
        "to_view": st.sampled_from(["front", "back"]) | anything,
        "to_x": st.floats() | anything,
        "to_y": st.floats() | anything,
        "runs": st.lists(st.dictionaries(st.sampled_from(["points", "radius"]), anything))
        | anything,
        "points": st.lists(st.lists(st.floats(), max_size=3), max_size=4) | anything,
        "radius": st.floats() | anything,
        "region": st.sampled_from(["nose", "tail"]) | anything,
        "key": st.sampled_from(["p", "a", "n", "3", "10", "x"]) | anything,
        "question": st.sampled_from(["taut_band", "x"]) | anything,
        "was": st.sampled_from(["p", "3", "0a1b2c3d"]) | anything,
        "step": st.sampled_from(["1", f"{ID}:1"]) | anything,
        "mark": st.just(ID) | anything,
        "begun": st.integers(0, 3) | anything,
        "undone": st.integers(0, 3) | anything,
        "figure": st.just(FIGURE) | anything,
    },
)


@given(fields)
def test_whatever_arrives_is_read_or_refused_and_nothing_else_happens(raw: dict[str, Any]) -> None:
    try:
        read = parse(on_figure(raw), 1, known)
    except OperationRefused:
        return
    if isinstance(read, AddPoint | MoveMark):
        width, height = VOCABULARY.views[read.view]
        assert 0 <= read.x <= width
        assert 0 <= read.y <= height
