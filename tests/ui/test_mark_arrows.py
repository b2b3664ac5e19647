"""Where pain moves, without drawing: from the list on the Mark page to what the therapist reads."""

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.analysis.arrow_between import arrow_between
from bodymap.records import PainDrawing
from bodymap.services.drawing.drawings import finish_drawing, open_drawing, start_drawing
from bodymap.services.drawing.marks import fill_regions, set_arrow
from bodymap.services.kernel.editing import Editing
from bodymap.ui.wording import plain
from tests.analysis.practice.books import BODY
from tests.ui import practise_bench, test_drawings_of_a_person
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import SLOW_S, texts


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - this function is a page of its own

    from bodymap.ui import links  # noqa: PLC0415
    from bodymap.ui.pages import mark  # noqa: PLC0415
    from tests.ui.practise_bench import bench  # noqa: PLC0415

    made = {"mark": st.Page(lambda: None, title="mark", url_path="mark")}
    st.session_state[links.PAGES] = made
    st.navigation(list(made.values()), position="hidden")
    mark.show(bench.kept)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def opened(drawing: PainDrawing, step: str) -> AppTest:
    at = AppTest.from_function(page, default_timeout=SLOW_S)
    for name, value in {"drawing": drawing.id, "step": step, "by": "list"}.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def with_a_pain(bench: Bench, *, request: str = "one", person_id: str | None = None) -> PainDrawing:
    ports = bench.kept.ports
    drawing = start_drawing(body_version="1", request_id=request, ports=ports, person_id=person_id)
    draft = Editing(drawing.id, "window-1", ports)
    return fill_regions(draft, mark_id="mark-0001", regions=("shoulder_front.right",), body=BODY)


def test_two_places_from_the_list_are_an_arrow_that_can_be_put_right_and_removed(
    bench: Bench,
) -> None:
    drawing = with_a_pain(bench)

    def kept() -> PainDrawing:
        return open_drawing(drawing_id=drawing.id, ports=bench.kept.ports)

    at = opened(drawing, "draw")
    assert at.button(key="mark-move-add").disabled
    at.selectbox(key="mark-move-from-0").select("shoulder_front.right").run()
    at.selectbox(key="mark-move-to-0").select("hand_palm.right").run()
    at.button(key="mark-move-add").click().run()

    (arrow,) = kept().arrows
    between = {"start": "shoulder_front.right", "end": "hand_palm.right", "body": BODY}
    assert arrow == arrow_between(arrow_id=arrow.id, **between)  # type: ignore[arg-type]
    assert plain("1. from the right shoulder to the right hand") in texts(at)
    assert at.selectbox(key="mark-move-from-1").value is None

    at = opened(drawing, "read-back")
    assert "from the right shoulder to the right hand" in texts(at)
    way = f"mark-move-side-{arrow.id}"
    (side,) = [each.key for each in at.button if (each.key or "").startswith(way)]
    at.button(key=side).click().run()
    assert "from the left shoulder to the left hand" in texts(at)
    assert side not in {each.key for each in at.button}
    at.button(key=f"mark-move-remove-{arrow.id}").click().run()
    assert kept().arrows == ()
    assert "The pain moves" not in texts(at)


def test_the_therapist_reads_where_it_moves_and_what_has_changed(bench: Bench) -> None:
    ports = bench.kept.ports
    person = bench.person("Ada Beispiel")
    for number, end in enumerate(("hand_palm.right", "thumb.right"), start=1):
        drawing = with_a_pain(bench, request=f"request-{number}", person_id=person.id)
        arrow = arrow_between(arrow_id="arrow-01", start="shoulder_front.right", end=end, body=BODY)
        set_arrow(Editing(drawing.id, "window-1", ports), arrow=arrow, body=BODY)
        now = open_drawing(drawing_id=drawing.id, ports=ports)
        finish_drawing(drawing_id=now.id, body=BODY, expected_version=now.version, ports=ports)

    at = test_drawings_of_a_person.opened(person=person.id)
    at.button(key=f"drawing-{drawing.id}").click().run()

    said = texts(at)
    for sentence in (
        "The pain moves from the right shoulder to the right thumb.",
        "The pain now moves from the right shoulder to the right thumb.",
        "The pain no longer moves from the right shoulder to the right hand.",
    ):
        assert plain(sentence) in said
