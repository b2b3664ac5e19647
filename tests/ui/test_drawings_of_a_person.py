"""A person's drawings on the People page: what they say, and that nothing is lost by deleting."""

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.records import SeverityAnswers
from bodymap.services.drawing.drawings import list_drawings, open_drawing, start_drawing
from bodymap.services.drawing.marks import Editing, edit_drawing, fill_regions
from bodymap.services.maintaining.samples import add_sample_people
from bodymap.services.people.persons import find_persons
from bodymap.ui.wording import plain
from tests.analysis.practice.books import ATLAS, BODY
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import SLOW_S, texts


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - this function is a page of its own

    from bodymap.ui import links  # noqa: PLC0415
    from bodymap.ui.pages import people  # noqa: PLC0415
    from tests.ui.practise_bench import bench  # noqa: PLC0415

    paths = ("mark", "explore", "hand-over", "exchange", "find")
    made = {path: st.Page(lambda: None, title=path, url_path=path) for path in paths}
    st.session_state[links.PAGES] = made
    st.navigation(list(made.values()), position="hidden")
    people.show(bench.kept)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def opened(**asked: str) -> AppTest:
    at = AppTest.from_function(page, default_timeout=SLOW_S)
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_a_drawing_says_where_how_large_what_changed_and_what_may_refer_there(
    bench: Bench,
) -> None:
    ports = bench.kept.ports
    add_sample_people(body=BODY, atlas=ATLAS, ports=ports)
    (alma,) = find_persons(ports=ports, sample=True, query="alma")
    last, *_ = list_drawings(ports=ports, person_id=alma.id)

    at = opened(person=alma.id)
    at.button(key=f"drawing-{last.id}").click().run()

    said = texts(at)
    assert "Pain 1: " in said
    assert "% of the body surface" in said
    assert "Since the drawing before" in said
    assert plain("(Leoni D et al. 2013, 52 people)") in said
    assert "Trigger points that typically refer there" in said
    assert "not findings" in said
    at.button(key=f"drawing-{last.id}").click().run()
    assert "Pain 1: " not in texts(at)


def test_a_drawing_that_waits_is_given_to_its_person(bench: Bench) -> None:
    ports = bench.kept.ports
    person = bench.person("Ada Beispiel")
    drawing = start_drawing(body_version="1", request_id="start", ports=ports)
    fill_regions(
        Editing(drawing.id, "window-1", ports), mark_id="m1-00001", regions=("chin",), body=BODY
    )

    at = opened()
    at.button(key=f"drawing-{drawing.id}").click().run()
    assert "The questions for safety were not answered." in texts(at)
    at.text_input(key=f"give-{drawing.id}-find").set_value("beisp").run()
    at.button(key=f"give-{drawing.id}-take-{person.id}").click().run()
    at.button(key=f"given-{drawing.id}").click().run()

    assert open_drawing(drawing_id=drawing.id, ports=ports).person_id == person.id


def test_a_deleted_drawing_comes_back_with_one_click(bench: Bench) -> None:
    ports = bench.kept.ports
    person = bench.person("Ada Beispiel")
    drawing = start_drawing(body_version="1", request_id="start", ports=ports, person_id=person.id)

    at = opened(person=person.id)
    at.button(key=f"delete-{drawing.id}").click().run()
    assert list_drawings(ports=ports, person_id=person.id).items == ()
    at.button(key="undo").click().run()

    assert [line.id for line in list_drawings(ports=ports, person_id=person.id)] == [drawing.id]


def test_pain_in_many_places_is_told_as_a_criterion_with_what_was_not_answered(
    bench: Bench,
) -> None:
    ports = bench.kept.ports
    person = bench.person("Ada Beispiel")
    drawing = start_drawing(body_version="1", request_id="start", ports=ports, person_id=person.id)
    draft = Editing(drawing.id, "window-1", ports)
    fill_regions(draft, mark_id="m1-00001", regions=tuple(BODY.regions)[:160], body=BODY)
    at = opened(person=person.id)
    at.button(key=f"drawing-{drawing.id}").click().run()
    assert "a criterion, not a diagnosis" in texts(at)
    assert "cannot be said: answers are missing" in texts(at).replace("\\", "")

    edit_drawing(draft, changes={"severity": SeverityAnswers(past_week={"fatigue": 3})})
    at.run()

    assert "Not answered: Waking unrefreshed; Trouble thinking" in texts(at).replace("\\", "")
    assert "does not exclude other diagnoses" in texts(at)
