"""Drawn shapes that the figure cannot show: a broken copy for each, and the sentence."""

from pathlib import Path

import pytest

from bodymap.body import Body
from tests.atlas.breaking import INFRASPINATUS, Breaker


@pytest.fixture
def broken(copy: Path, body: Body) -> Breaker:
    return Breaker(copy, body)


@pytest.mark.parametrize(
    ("drawn", "sentence"),
    [
        (
            "{made: by_hand, body_version: '1'}",
            "the essential zones have no strokes; draw them under 'drawn'",
        ),
        (
            "{made: by_hand, essential: [{view: front, kind: brush, points: [[1, 2]]}]}",
            "say what it was drawn on: body_version: '1'",
        ),
        (
            (
                "{made: by_hand, body_version: '0', essential: "
                "[{view: front, kind: brush, points: [[1, 2]]}]}"
            ),
            (
                "drawn on body version '0', but the figure is version '1'; "
                "draw it again or bring its strokes over"
            ),
        ),
        (
            (
                "{made: by_hand, body_version: '1', essential: "
                "[{view: frnt, kind: brush, points: [[1, 2]]}]}"
            ),
            "the figure has no view 'frnt'. Did you mean 'front'?",
        ),
        (
            "{made: by_hand, body_version: '1', essential: [{view: front, kind: brush}]}",
            "this stroke has no points",
        ),
        (
            (
                "{made: by_hand, body_version: '1', spillover: "
                "[{view: front, kind: brush, points: [[1, 2]], region: chin}]}"
            ),
            "a stroke of the kind 'region' names its region, and no other kind does",
        ),
        (
            (
                "{made: by_hand, body_version: '1', spillover: "
                "[{view: front, figure: giant, kind: brush, points: [[1, 2]]}]}"
            ),
            "the figure has no build 'giant'. Allowed are: FIGURES",
        ),
        (
            (
                "{made: by_hand, body_version: '1', spillover: "
                "[{view: front, kind: brush, points: [[1, .nan]]}]}"
            ),
            "'points' is nan, but must be a finite number",
        ),
    ],
)
def test_a_drawn_shape_that_the_figure_cannot_show_is_refused(
    broken: Breaker, drawn: str, sentence: str
) -> None:
    problems = broken.draw(drawn)
    line = broken.line(INFRASPINATUS, "drawn:")
    expected = sentence.replace("FIGURES", ", ".join(broken.body.manifest.figures))
    assert f"{INFRASPINATUS}:{line}: {expected}" in problems


def test_a_drawn_shape_that_the_figure_can_show_is_accepted(broken: Breaker) -> None:
    stroke = "{view: front, kind: brush, radius: 12, points: [[188, 214], [186, 236.5]]}"
    problems = broken.draw(f"{{made: by_hand, body_version: '1', essential: [{stroke}]}}")
    assert at_the_drawing(broken, problems) == []


def test_a_stroke_that_runs_over_the_arm_onto_the_chest_behind_it_is_refused(
    broken: Breaker,
) -> None:
    over = "[[100, 200], [100, 240], [118, 290], [140, 290], [136, 240], [126, 205]]"
    stroke = f"{{view: right, kind: outline, points: {over}}}"
    problems = broken.draw(f"{{made: by_hand, body_version: '1', essential: [{stroke}]}}")
    line = broken.line(INFRASPINATUS, "drawn:")
    assert at_the_drawing(broken, problems) == [
        (
            f"{INFRASPINATUS}:{line}: in the view 'right' this stroke runs over the edge of one "
            "part of the body onto another behind it, 'chest_side_upper.right' and "
            "'upper_arm_front.right'; keep to one of them, or draw each with a stroke of its own"
        )
    ]


def at_the_drawing(broken: Breaker, problems: list[str]) -> list[str]:
    """What is said of the strokes themselves, not of the zones that they no longer fit."""
    line = broken.line(INFRASPINATUS, "drawn:")
    here = [problem for problem in problems if problem.startswith(f"{INFRASPINATUS}:{line}: ")]
    return [problem for problem in here if "zones have no strokes" not in problem]


def test_a_shape_that_nobody_drew_is_refused(broken: Breaker) -> None:
    problems = broken.draw("{made: derived}")
    line = broken.line(INFRASPINATUS, "drawn:")
    assert problems == [f"{INFRASPINATUS}:{line}: 'made' is 'derived'. Allowed are: by_hand"]


def test_a_pattern_that_names_places_must_be_drawn(broken: Breaker) -> None:
    drawn = broken.draw("{made: by_hand, body_version: '1'}")
    assert sum("zones have no strokes; draw them under 'drawn'" in said for said in drawn) == 2
