"""The Export and import page: whose records leave, and what is kept of the choice."""

import io
import json
import re
import zipfile

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.exchange.archive.attached import archive_within
from bodymap.exchange.report.blocks import Report
from bodymap.exchange.report.options import Kind
from bodymap.exchange.report.pdf import to_pdf
from bodymap.records.portable import Whole
from bodymap.services.assessing.assessments import start_assessment
from bodymap.services.drawing.drawings import list_drawings, open_drawing
from bodymap.services.maintaining.samples import add_sample_people
from bodymap.services.people.persons import find_persons
from bodymap.ui import links
from tests.exchange.archive.archives import DRAWN, PERSON, packed, read
from tests.exchange.fhir.foreign_bundles import ANNA, foreign, pain
from tests.records.builders import NOON
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench

SLOW_S = 60
BROUGHT = (PERSON, Whole(DRAWN.changed(assessment_id=None)))


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - this function is a page of its own

    from bodymap.ui import links  # noqa: PLC0415
    from bodymap.ui.pages import exchange  # noqa: PLC0415
    from tests.ui import practise_bench  # noqa: PLC0415

    made = {"people": st.Page(lambda: None, title="People", url_path="people")}
    st.session_state[links.PAGES] = made
    st.navigation(list(made.values()), position="hidden")
    exchange.show(practise_bench.bench.kept)


def opened(**asked: str) -> AppTest:
    at = AppTest.from_function(page, default_timeout=SLOW_S)
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def archive_of(at: AppTest) -> tuple:
    return read(at.session_state["exchange_made"].data)


def brought(name: str, data: bytes) -> AppTest:
    at = opened()
    at.file_uploader(key="exchange-file").set_value((name, data, "application/octet-stream")).run()
    assert not at.exception
    return at


def table(at: AppTest) -> str:
    return re.sub(r"<[^>]+>", " ", at.get("html")[0].proto.body.split("</style>")[1])


def test_an_archive_is_shown_then_imported_and_then_known(bench: Bench) -> None:
    at = brought("theirs.zip", packed(BROUGHT))
    assert "1 person New added 1 drawing New added" in " ".join(table(at).split())
    assert not find_persons(ports=bench.kept.ports)

    at.button(key="exchange-import").click().run()

    assert not at.exception
    assert at.success[0].value == "Imported: 2 of 2 records were added."
    assert [line.person for line in find_persons(ports=bench.kept.ports)] == [PERSON]
    again = brought("theirs.zip", packed(BROUGHT))
    assert again.info[0].value == "Nothing in this file would be added."


@pytest.mark.usefixtures("bench")
def test_a_report_brings_its_records() -> None:
    report = Report("Title", (), (), "Notice.", "Foot")
    at = brought("report.pdf", to_pdf(report, at=NOON, records=packed(BROUGHT)))

    assert at.button(key="exchange-import").label == "Import 2 records"


@pytest.mark.usefixtures("bench")
def test_a_damaged_file_is_refused_in_a_sentence() -> None:
    at = brought("bad.zip", packed(BROUGHT)[:-80])

    assert "Nothing was changed" in at.error[0].value
    assert not [button for button in at.button if button.key == "exchange-import"]


def test_the_person_in_the_address_leaves_with_what_is_theirs(bench: Bench) -> None:
    ports = bench.kept.ports
    anna, _ = bench.person("Anna"), bench.person("Bertram")
    made = start_assessment(
        body_version="1", request_id="s", ports=ports, person_id=anna.id, reason="shoulder"
    )

    at = opened(**{links.PERSON: anna.id})
    at.button(key="exchange-make").click().run()

    assert archive_of(at) == (anna, Whole(made))
    assert "1 person, 1 assessment and 0 drawings" in at.success[0].value


def test_everything_leaves_with_everybody(bench: Bench) -> None:
    people = {bench.person("Anna"), bench.person("Bertram")}

    at = opened()
    assert not [button for button in at.button if button.key == "exchange-make"]
    at.radio(key="exchange-whose").set_value("Everything").run()
    at.button(key="exchange-make").click().run()

    assert set(archive_of(at)) == people


def test_another_choice_asks_for_another_archive(bench: Bench) -> None:
    anna = bench.person("Anna")
    at = opened(**{links.PERSON: anna.id})
    at.button(key="exchange-make").click().run()

    at.radio(key="exchange-whose").set_value("Everything").run()

    assert not at.success
    assert at.button(key="exchange-make")


def test_somebody_who_is_not_there_is_said_to_be_missing(bench: Bench) -> None:
    at = opened(**{links.PERSON: "nobody"})

    assert "There is no such person here" in at.error[0].value.replace("\\", "")
    assert bench.kept.ports


@pytest.mark.usefixtures("bench")
def test_a_bundle_is_imported_and_what_is_left_is_named() -> None:
    at = brought("theirs.json", foreign(ANNA, pain(bodySite={"text": "calf"})).encode())

    assert at.button(key="exchange-import").label == "Import 1 record"
    (expander,) = at.expander
    assert expander.label == "Not taken (2)"
    said = " ".join(each.value for each in expander.markdown).replace("\\", "")
    assert "entry[0].resource.address: a record has no place for it" in said
    assert "no side is said" in said


@pytest.mark.parametrize("form", ["FHIR R4", "FHIR R5"])
def test_a_person_leaves_as_fhir_and_is_known_again(bench: Bench, form: str) -> None:
    anna = bench.person("Anna")
    at = opened(**{links.PERSON: anna.id})
    at.radio(key="exchange-form").set_value(form.lower().replace(" ", "-")).run()
    at.checkbox(key="exchange-to-server").check().run()
    at.button(key="exchange-make").click().run()

    made = at.session_state["exchange_made"]
    assert made.name.endswith(f"-{form.lower().replace(' ', '-')}.json")
    assert json.loads(made.data)["type"] == "transaction"
    again = brought(made.name, made.data)
    assert again.info[0].value == "Nothing in this file would be added."


def reports_of(bench: Bench, kind: Kind) -> AppTest:
    workspace = bench.kept
    alma, *_ = add_sample_people(
        ports=workspace.ports, body=workspace.body("neutral"), atlas=workspace.atlas()
    )
    at = opened(person=alma.id)
    at.radio(key="exchange-form").set_value("reports").run()
    at.radio(key="reports-kind").set_value(kind).run()
    at.button(key="exchange-make").click().run()
    assert not at.exception
    return at


def test_all_visits_of_a_person_leave_as_reports_that_carry_them(bench: Bench) -> None:
    at = reports_of(bench, Kind.VISIT)

    made = at.session_state["exchange_made"]
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        names = archive.namelist()
        (first, *_) = carried = [
            read(archive_within(io.BytesIO(archive.read(name))).read()) for name in names
        ]
    assert made.holds == "2 reports"
    assert re.fullmatch(r"bodymap-reports-\d{4}-\d\d-\d\d\.zip", made.name)
    assert all(
        re.fullmatch(r"Sample-Alma-shoulder/bodymap-visit-2026-\S+\.pdf", name) for name in names
    )
    assert first[0].name == "Sample: Alma, shoulder"
    assert all(len(records) > 1 for records in carried)


def test_the_report_of_all_visits_carries_all_that_is_the_persons(bench: Bench) -> None:
    at = reports_of(bench, Kind.COURSE)

    made = at.session_state["exchange_made"]
    assert made.holds == "1 report"
    assert re.fullmatch(r"bodymap-course-\d{4}-\d\d-\d\d\.pdf", made.name)
    found = read(archive_within(io.BytesIO(made.data)).read())
    at.radio(key="exchange-form").set_value("archive").run()
    at.button(key="exchange-make").click().run()
    assert found == archive_of(at)


def test_who_has_nothing_finished_has_no_report(bench: Bench) -> None:
    person = bench.person("Ada")
    at = opened(person=person.id)
    start_assessment(
        body_version="1", request_id="draft", ports=bench.kept.ports, person_id=person.id
    )
    for kind in (Kind.VISIT, Kind.COURSE):
        at.radio(key="exchange-form").set_value("reports").run()
        at.radio(key="reports-kind").set_value(kind).run()
        at.button(key="exchange-make").click().run()

        assert "No visit is finished yet" in at.info[0].value
        assert "exchange_made" not in at.session_state


def test_too_many_reports_are_not_begun(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bodymap.ui.exchange.reports.MOST", 1)

    at = reports_of(bench, Kind.LETTER)

    assert "These would be 2 reports, and one file takes 1." in at.warning[0].value
    assert "exchange_made" not in at.session_state


def test_answers_on_another_chart_are_imported_as_the_file_or_somebody_says(bench: Bench) -> None:
    table_of_answers = b"code,date,choir,map\nP-1,2026-03-31,101;114,1;2\n"
    at = brought("theirs.csv", table_of_answers)
    named, asked = at.selectbox[0], at.selectbox[1]

    labels = [each.label.replace("\\", "") for each in (named, asked)]
    assert labels == ["choir (codes in one column)", "map (codes in one column)"]
    assert (named.value, asked.value) == ("choir", "")
    assert asked.options == ["No body chart", "Michigan Body Map", "Widespread pain index"]
    assert "column map: a record has no place for it" in at.expander[0].markdown[0].value

    named.set_value("choir_older_female").run()
    at.selectbox[1].set_value("michigan").run()
    assert not at.exception
    assert not at.expander
    at.button(key="exchange-import").click().run()

    assert at.success[0].value == "Imported: 2 of 2 records were added."
    ports = bench.kept.ports
    (line,) = find_persons(ports=ports)
    (drawn,) = list_drawings(ports=ports, person_id=line.person.id)
    (mark,) = open_drawing(drawing_id=drawn.id, ports=ports).marks
    assert [(each.numbering, each.codes) for each in mark.coded] == [
        ("choir_older_female", ("101", "114")),
        ("michigan", ("1", "2")),
    ]


@pytest.mark.usefixtures("bench")
def test_a_table_of_answers_about_no_chart_is_asked_about() -> None:
    at = brought("theirs.csv", b"code,date,map\nP-1,2026-03-31,1;2\n")

    assert at.info[0].value == "Choose the chart of at least one question."
    assert "exchange_plan" not in at.session_state


@pytest.mark.parametrize("form", ["parquet", "redcap"])
def test_a_person_leaves_as_tables_of_other_programs_and_is_known_again(
    bench: Bench, form: str
) -> None:
    anna = bench.person("Anna")
    at = opened(**{links.PERSON: anna.id})
    at.radio(key="exchange-form").set_value(form).run()
    at.button(key="exchange-make").click().run()

    made = at.session_state["exchange_made"]
    assert made.name.endswith(f"-{form}.zip")
    again = brought(made.name, made.data)
    assert not again.error
