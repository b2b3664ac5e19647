"""Parts of the body chosen from the list on the Mark page."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ButtonGroup

from bodymap.records import PainDrawing
from bodymap.services.drawing.drawings import open_drawing
from bodymap.services.drawing.marks import fill_regions
from bodymap.services.kernel.editing import Editing
from tests.analysis.practice.books import BODY
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.test_mark_arrows import opened, with_a_pain


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def regions(drawing: PainDrawing) -> set[str | None]:
    (mark,) = drawing.marks
    assert mark.drawing is not None
    return {stroke.region for view in mark.drawing.views for stroke in view.strokes}


def search(at: AppTest, part: str) -> None:
    (field,) = [field for field in at.text_input if str(field.key).endswith("-search")]
    field.set_value(part).run()


def row(at: AppTest, place: str) -> ButtonGroup[Any]:
    (found,) = [
        group for group in at.button_group if re.search(rf"-{place}(-\d+)?$", str(group.key))
    ]
    return found


def test_one_part_and_side_is_marked_with_each_tap(bench: Bench) -> None:
    drawing = with_a_pain(bench)
    at = opened(drawing, "draw")

    for part, first, place in (
        ("calf", "calf.right", "calf.left"),
        ("heel", "heel.right", "heel.right"),
        ("sole", "foot_sole.right", "foot_sole.left"),
    ):
        search(at, part)
        row(at, first).set_value([place]).run()
        assert not at.exception

    kept = open_drawing(drawing_id=drawing.id, ports=bench.kept.ports)
    chosen = {"shoulder_front.right", "calf.left", "heel.right", "foot_sole.left"}
    assert regions(kept) == set(row(at, "chosen").value) == chosen


def test_a_tap_keeps_what_was_marked_since_the_page_was_shown(bench: Bench) -> None:
    drawing = with_a_pain(bench)
    at = opened(drawing, "draw")
    search(at, "heel")
    elsewhere = Editing(drawing.id, "window-2", bench.kept.ports)
    given = ("shoulder_front.right", "calf.left")
    fill_regions(elsewhere, mark_id="mark-0001", regions=given, body=BODY)

    row(at, "heel.right").set_value(["heel.left"]).run()

    kept = open_drawing(drawing_id=drawing.id, ports=bench.kept.ports)
    assert regions(kept) == {*given, "heel.left"}


def test_what_is_marked_is_taken_away_by_a_tap(bench: Bench) -> None:
    drawing = with_a_pain(bench)
    at = opened(drawing, "draw")
    search(at, "heel")
    row(at, "heel.right").set_value(["heel.left"]).run()

    row(at, "chosen").set_value(["heel.left"]).run()

    kept = open_drawing(drawing_id=drawing.id, ports=bench.kept.ports)
    assert regions(kept) == {"heel.left"}


def test_a_word_that_names_no_part_is_answered(bench: Bench) -> None:
    at = opened(with_a_pain(bench), "draw")
    search(at, "xyz")
    said = [each.value.replace("\\", "") for each in at.info]
    assert "No part is called “xyz”. Choose a group below." in said
