"""Another figure in the middle of a drawing: each pain keeps its own, and is seen on both."""

from bodymap.body import Stroke, StrokeKind
from bodymap.records import PainDrawing
from bodymap.services.drawing.drawings import start_drawing
from bodymap.services.drawing.marks import draw
from bodymap.services.kernel.editing import Editing
from bodymap.ui.mark import elsewhere
from bodymap.ui.mark.desk import Desk
from tests.analysis.practice.books import BODY
from tests.ui.practise_bench import Bench


def begun(bench: Bench) -> tuple[Desk, PainDrawing]:
    """One pain, drawn on the neutral figure."""
    ports = bench.kept.ports
    drawing = start_drawing(body_version="1", request_id="start", ports=ports)
    stroke = Stroke(kind=StrokeKind.BRUSH, points=((160.0, 210.0), (165.0, 225.0)), radius=7)
    draw(
        Editing(drawing.id, "window-1", ports),
        mark_id="m1-00001",
        view="front",
        strokes=(stroke,),
        body=BODY,
    )
    desk = Desk(bench.kept, drawing.id)
    return desk, desk.open()


def test_a_pain_keeps_its_figure_and_brings_it_back_when_it_is_taken_to_hand() -> None:
    desk, drawing = begun(Bench())
    assert (desk.window.at_hand, elsewhere.pains(drawing)) == ("m1-00001", {})

    shown = desk.show_figure("female")
    assert (shown.figure, desk.window.at_hand) == ("female", None)
    (mark,) = shown.marks
    assert elsewhere.pains(shown) == {1: mark}
    assert mark == drawing.marks[0]
    female, neutral = BODY.as_figure("female"), BODY
    assert set(mark.area(female).cells) == set(mark.area(neutral).cells)
    assert female.traces(mark.area(female))["front"]

    back = desk.take("m1-00001")
    assert (back.figure, desk.window.at_hand) == ("neutral", "m1-00001")
    assert elsewhere.pains(back) == {}


def test_a_window_that_comes_back_begins_another_pain_where_the_last_is_on_another_figure() -> None:
    bench = Bench()
    desk, _ = begun(bench)
    desk.show_figure("child")
    desk.window.looked = False
    desk.open()
    assert desk.window.at_hand is None
