"""Parts of the body chosen from the list on the Mark page."""

import pytest

from bodymap.records import PainDrawing
from bodymap.services.drawing.drawings import open_drawing
from bodymap.services.drawing.marks import fill_regions
from bodymap.services.kernel.editing import Editing
from tests.analysis.practice.books import BODY
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.test_mark_arrows import opened, with_a_pain

FIELD = "Parts of the body that hurt"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def regions(drawing: PainDrawing) -> set[str | None]:
    (mark,) = drawing.marks
    assert mark.drawing is not None
    return {stroke.region for view in mark.drawing.views for stroke in view.strokes}


def test_the_field_stays_the_same_while_one_place_after_the_other_is_chosen(bench: Bench) -> None:
    drawing = with_a_pain(bench)
    at = opened(drawing, "draw")
    (key,) = {field.key for field in at.multiselect if field.label == FIELD}

    for place in ("calf.left", "heel.right", "foot_sole.left"):
        at.multiselect(key=key).select(place).run()
        assert not at.exception

    kept = open_drawing(drawing_id=drawing.id, ports=bench.kept.ports)
    chosen = {"shoulder_front.right", "calf.left", "heel.right", "foot_sole.left"}
    assert regions(kept) == set(at.multiselect(key=key).value) == chosen


def test_the_field_shows_what_was_chosen_elsewhere_meanwhile(bench: Bench) -> None:
    drawing = with_a_pain(bench)
    at = opened(drawing, "draw")
    elsewhere = Editing(drawing.id, "window-2", bench.kept.ports)

    fill_regions(elsewhere, mark_id="mark-0001", regions=("calf.left",), body=BODY)
    at.run()

    (field,) = (field for field in at.multiselect if field.label == FIELD)
    assert field.value == ["calf.left"]
