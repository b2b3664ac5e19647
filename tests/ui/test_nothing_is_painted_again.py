"""Pages that list, count or compare finished drawings read the cells that were kept of them."""

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.records import DrawingSummary, PainDrawing, places
from bodymap.records.derived import Derived
from bodymap.services.assessing.assessments import list_assessments
from bodymap.services.drawing.deriving import layers_of, whole_area
from bodymap.services.drawing.drawings import amend_drawing, list_drawings, open_drawing
from bodymap.services.maintaining.samples import add_sample_people
from bodymap.services.maintaining.tidying import tidy
from bodymap.services.people.persons import find_persons
from tests.analysis.practice.books import ATLAS, BODY
from tests.ui import practise_bench, test_drawing_in_assess, test_drawings_of_a_person
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import SLOW_S, texts


class Painting:
    """How often strokes were made into cells."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count, paint = 0, places.painted

        def counting(*given: object) -> object:
            self.count += 1
            return paint(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(places, "painted", counting)


class Alma:
    """A sample person, whose drawings are finished."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        bench = Bench()
        monkeypatch.setattr(practise_bench, "bench", bench)
        self.ports = bench.kept.ports
        add_sample_people(body=BODY, atlas=ATLAS, ports=self.ports)
        (person,) = find_persons(ports=self.ports, sample=True, query="alma")
        self.id = person.id

    @property
    def lines(self) -> tuple[DrawingSummary, ...]:
        return tuple(list_drawings(ports=self.ports, person_id=self.id))

    @property
    def last(self) -> PainDrawing:
        return open_drawing(drawing_id=self.lines[0].id, ports=self.ports)


@pytest.fixture
def alma(monkeypatch: pytest.MonkeyPatch) -> Alma:
    return Alma(monkeypatch)


@pytest.fixture
def painting(alma: Alma, monkeypatch: pytest.MonkeyPatch) -> Painting:  # noqa: ARG001 - her first
    return Painting(monkeypatch)


def test_a_person_s_drawings_are_listed_shown_and_compared_without_painting(
    alma: Alma, painting: Painting
) -> None:
    at = test_drawings_of_a_person.opened(person=alma.id)

    for line in alma.lines:
        at.button(key=f"drawing-{line.id}").click().run()
        said = texts(at)
        assert "% of the body surface" in said
        assert ("Since the drawing before" in said) is (line != alma.lines[-1])
    assert painting.count == 0


def test_an_assessment_beside_a_finished_drawing_paints_nothing(
    alma: Alma, painting: Painting
) -> None:
    (visit, *_) = list_assessments(ports=alma.ports, person_id=alma.id)

    at = AppTest.from_function(test_drawing_in_assess.page, default_timeout=SLOW_S)
    at.query_params["draft"] = visit.id
    at.run()

    assert not at.exception
    assert "Patient's drawing" in texts(at)
    assert painting.count == 0


def test_sample_records_leave_nothing_to_be_made_anew(alma: Alma) -> None:
    assert tidy(ports=alma.ports, body=BODY).derived == 0


def test_the_cells_kept_are_those_that_the_strokes_paint(alma: Alma) -> None:
    kept = layers_of(alma.last, body=BODY, ports=alma.ports)

    assert kept == tuple(alma.last.layers(BODY))
    assert whole_area(kept, BODY) == alma.last.area(BODY)


def test_cells_of_another_version_of_the_body_are_not_used_and_tidying_makes_them_anew(
    alma: Alma, painting: Painting
) -> None:
    with alma.ports.store.writing() as unit:
        unit.drawings.keep_derived(alma.last.id, Derived("0"))
        unit.commit()

    painted = layers_of(alma.last, body=BODY, ports=alma.ports)
    assert painting.count > 0

    assert tidy(ports=alma.ports, body=BODY).derived == 1
    before = painting.count
    assert layers_of(alma.last, body=BODY, ports=alma.ports) == painted
    assert painting.count == before


def test_what_is_being_amended_is_painted_as_it_is_now(alma: Alma, painting: Painting) -> None:
    last = alma.last
    amend_drawing(
        drawing_id=last.id, because="slipped", expected_version=last.version, ports=alma.ports
    )

    layers_of(alma.last, body=BODY, ports=alma.ports)

    assert painting.count > 0
