"""The start of Assess: what is open is found again however much there is."""

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.records import PersonDetails
from bodymap.services.assessing.assessments import start_assessment
from bodymap.services.people.persons import add_person
from bodymap.ui.assess.start import MOST_SHOWN
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import SLOW_S, texts
from tests.ui.test_drawing_in_assess import page


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def begun(bench: Bench, count: int) -> None:
    """So many drafts, each of another person; the last of them is Łucja's."""
    for number in range(count):
        name = f"Person {number}" if number < count - 1 else "Łucja Ærø"
        person = add_person(
            details=PersonDetails(name=name), request_id=f"p{number}", ports=bench.kept.ports
        )
        start_assessment(
            request_id=f"a{number}",
            ports=bench.kept.ports,
            person_id=person.id,
            body_version="1",
        )


def opened() -> AppTest:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    assert not at.exception
    return at


def offered(at: AppTest) -> list[str]:
    drafts = [button for button in at.button if str(button.key).startswith("go-on-0")]
    return [str(button.label).split(" · ")[0] for button in drafts]


def test_a_few_drafts_need_no_search(bench: Bench) -> None:
    begun(bench, MOST_SHOWN)
    at = opened()

    assert len(offered(at)) == MOST_SHOWN
    assert "Find a draft" not in [field.label for field in at.text_input]


def test_of_many_drafts_any_is_found_by_who_it_is_about(bench: Bench) -> None:
    begun(bench, MOST_SHOWN + 2)
    at = opened()
    assert f"{MOST_SHOWN} of {MOST_SHOWN + 2} drafts" in texts(at)

    at.text_input(key="go-on-find").set_value("lucja").run()
    assert offered(at) == ["Łucja Ærø"]
    at.text_input(key="go-on-find").set_value("nobody").run()
    assert offered(at) == []
    assert "No open draft is found." in texts(at)
    at.text_input(key="go-on-find").set_value("").run()
    at.button(key="go-on-page-next").click().run()

    assert len(offered(at)) == 2
