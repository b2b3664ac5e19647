"""The Find records page: what is asked, what is answered, and what is taken along."""

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.errors import StoreError
from bodymap.records import Person, PersonDetails
from bodymap.records.question import DrawnPain, FoundPoint, NotSeen, Question, Tagged, Treated
from bodymap.records.signs import State
from bodymap.services.assessing.assessments import finish_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.kernel.editing import Editing
from bodymap.services.people.persons import add_person
from bodymap.services.questions.asking import every_answer, keep_question, list_questions
from bodymap.ui.find.table import as_csv
from bodymap.ui.find.words import condition_in_words, question_in_words
from tests.analysis.practice.books import ATLAS, BODY
from tests.records.builders import a_finding
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import SLOW_S, texts

SIGNS = {"taut_band": "PRESENT", "hypersensitive_spot": "PRESENT", "familiar_pain": "PRESENT"}
_REFUSAL = "The records cannot be read"
FOUND = FoundPoint(muscle="infraspinatus", state=State.ACTIVE, laterality="RIGHT")


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - this function is a page of its own

    from bodymap.ui import links  # noqa: PLC0415
    from bodymap.ui.pages import find  # noqa: PLC0415
    from tests.ui.practise_bench import bench  # noqa: PLC0415

    made = {path: st.Page(lambda: None, title=path, url_path=path) for path in ("people",)}
    st.session_state[links.PAGES] = made
    st.navigation(list(made.values()), position="hidden")
    find.show(bench.kept)


def opened() -> AppTest:
    at = AppTest.from_function(page, default_timeout=SLOW_S).run()
    assert not at.exception
    return at


def examined(bench: Bench, name: str, **details: object) -> Person:
    """A person with a finished visit at which an active trigger point was found."""
    ports = bench.kept.ports
    told = PersonDetails(name=name, **details)
    person = add_person(details=told, request_id=f"add:{len(name)}", ports=ports)
    visit = start_assessment(
        request_id=f"v:{len(name)}", body_version="1", ports=ports, person_id=person.id
    )
    finding = a_finding(muscle="infraspinatus", signs=SIGNS)
    visit = record_finding(Editing(visit.id, "w", ports), finding=finding)
    finish_assessment(assessment_id=visit.id, by="Kim", expected_version=visit.version, ports=ports)
    return person


def shown(at: AppTest) -> list[str]:
    return [b.label.split("  \n")[0] for b in at.button if (b.key or "").startswith("person-")]


def test_a_condition_is_added_answered_and_taken_away(bench: Bench) -> None:
    examined(bench, "Ada")
    bench.person("Bo Nobody")
    at = opened()
    assert "Nothing to look for yet" in texts(at)
    assert at.button(key="find-add-to-0").disabled

    at.selectbox(key="find-muscle").set_value("infraspinatus").run()
    at.button(key="find-add-to-0").click().run()
    assert not at.exception
    assert "Any trigger point in Infraspinatus" in texts(at)
    assert "**1 person**" in texts(at)
    assert shown(at) == ["Ada"]

    at.button(key="find-remove-0-of-1").click().run()
    assert "Nothing to look for yet" in texts(at)
    assert shown(at) == []


def test_a_table_is_made_of_the_question_at_hand_alone(bench: Bench) -> None:
    examined(bench, "Ada")
    at = opened()
    at.session_state["find_conditions"] = (FOUND,)
    at.run()
    at.button(key="find-make").click().run()
    assert not at.exception
    assert "find-make" not in {button.key for button in at.button}

    at.session_state["find_conditions"] = (FOUND, NotSeen(months=1))
    at.run()
    assert shown(at) == []
    at.session_state["find_conditions"] = (FOUND.changed(state=None),)
    at.run()
    assert at.button(key="find-make").label == "Make a CSV"


def test_two_conditions_are_joined_by_all_or_any(bench: Bench) -> None:
    examined(bench, "Ada")
    examined(bench, "Bobby", tags=("recall",))
    at = opened()
    at.session_state["find_conditions"] = (FOUND, Tagged(tag="recall"))
    at.run()
    assert shown(at) == ["Bobby"]

    at.radio(key="find-joined").set_value(True).run()
    assert sorted(shown(at)) == ["Ada", "Bobby"]


def test_a_question_is_kept_and_asked_again(bench: Bench) -> None:
    examined(bench, "Ada")
    at = opened()
    at.session_state["find_conditions"] = (FOUND,)
    at.run()
    at.text_input(key="find-name").set_value("Shoulders")
    at.button(key="find-keep").click().run()
    assert list_questions(ports=bench.kept.ports) == {"Shoulders": Question(conditions=(FOUND,))}

    other = opened()
    other.selectbox(key="find-kept").set_value("Shoulders").run()
    assert not other.exception
    assert shown(other) == ["Ada"]
    other.button(key="find-forget").click().run()
    assert list_questions(ports=bench.kept.ports) == {}


def test_a_kept_question_brings_everything_that_was_asked(bench: Bench) -> None:
    question = Question(
        conditions=(FOUND, Treated(with_reaction=True)), any_of=True, among="SAMPLES"
    )
    keep_question(name="All of it", question=question, ports=bench.kept.ports)
    at = opened()
    at.selectbox(key="find-kept").set_value("All of it").run()
    at.button(key="find-keep").click().run()
    at.text_input(key="find-name").set_value("Again")
    at.button(key="find-keep").click().run()

    assert list_questions(ports=bench.kept.ports)["Again"] == question


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (FOUND, "Active trigger point in Infraspinatus, right"),
        (FoundPoint(muscle="no_such"), "Any trigger point in no_such"),
        (DrawnPain(site="sacrum", at_least=5), "Pain of 5 or more drawn here: Sacrum"),
        (DrawnPain(site="no_such"), "Pain drawn here: no_such"),
        (Treated(with_reaction=True), "A treatment with a reaction"),
        (Treated(treatment="no_such"), "no_such was done"),
        (NotSeen(months=1), "Not seen for 1 month"),
        (NotSeen(months=3), "Not seen for 3 months"),
        (Tagged(tag="recall"), "Tagged recall"),
    ],
)
def test_a_condition_is_one_line(condition: object, said: str) -> None:
    assert condition_in_words(condition, ATLAS).casefold() == said.casefold()


def test_a_question_is_one_line() -> None:
    question = Question(
        conditions=(Tagged(tag="a"), NotSeen(months=2)),
        any_of=True,
        since="2026-03-01",
        until="2026-03-31",
        examiner="Kim",
        among="ARCHIVED",
    )

    assert question_in_words(question, ATLAS) == (
        "Tagged a or Not seen for 2 months, from 1 March 2026, to 31 March 2026, "
        "examined by Kim, among archived people"
    )


def test_the_table_has_a_line_for_each_and_no_cell_is_a_formula(bench: Bench) -> None:
    person = examined(bench, '=HYPERLINK("x")', code="+41", tags=("-1", "@b"))
    question = Question(conditions=(FOUND,))
    (answer,) = every_answer(question=question, body=BODY, ports=bench.kept.ports)
    assert answer.record is not None
    assert answer.line.seen_at is not None

    at = answer.record.at.isoformat()
    assert as_csv((answer,)).decode() == (
        "\ufeffname,code,year_of_birth,tags,last_seen,record,record_at,record_id,person_id\r\n"
        f'"\'=HYPERLINK(""x"")",\'+41,,\'-1; @b,{answer.line.seen_at.isoformat()},'
        f"assessment,{at},{answer.record.id},{person.id}\r\n"
    )


def test_a_table_that_cannot_be_made_says_why_and_the_answers_stay(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    examined(bench, "Ada")
    at = opened()
    at.session_state["find_conditions"] = (FOUND,)
    at.run()

    def refused(**_given: object) -> None:
        raise StoreError(_REFUSAL)

    monkeypatch.setattr("bodymap.ui.find.answers.every_answer", refused)
    at.button(key="find-make").click().run()

    assert not at.exception
    assert [_REFUSAL in error.value for error in at.error] == [True]
    assert shown(at) == ["Ada"]
