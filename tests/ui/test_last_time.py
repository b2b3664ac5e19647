"""Last time's findings beside today's: shown, answered in one tap, matched and parted."""

from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.records import Assessment, Course, TriggerPointFinding
from bodymap.services.assessing.assessments import finish_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.kernel.editing import Editing
from bodymap.ui.assess import last_time
from bodymap.ui.assess.chart import standing
from bodymap.ui.assess.desk import Desk
from tests.analysis.practice.books import BODY
from tests.records.builders import a_finding, a_point, an_id
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import texts
from tests.ui.test_drawing_in_assess import now, opened
from tests.ui.test_nothing_invented import answer, press

SIGNS = {"taut_band": "PRESENT", "hypersensitive_spot": "PRESENT", "familiar_pain": "PRESENT"}
FOUND = a_finding(
    "earlier-m1",
    muscle="infraspinatus",
    trigger_point="infraspinatus_medial",
    signs=SIGNS,
    pain_on_pressure={"nrs": 6},
)
GONE = a_finding(
    "earlier-m2",
    muscle="teres_minor",
    continues={"assessment_id": an_id(7), "finding_id": "m0", "course": "GONE"},
)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def visit(
    bench: Bench, *findings: TriggerPointFinding, name: str, at: datetime | None = None
) -> Assessment:
    ports = bench.kept.ports
    started = start_assessment(
        body_version="1",
        request_id=name,
        ports=ports,
        person_id=bench.person("Ada Beispiel").id,
        examined_at=at,
    )
    for finding in findings:
        started = record_finding(Editing(started.id, "window-1", ports), finding=finding)
    return started


def before(bench: Bench, *findings: TriggerPointFinding) -> Assessment:
    made = visit(bench, *findings, name="before", at=datetime(2026, 3, 12, 12, tzinfo=UTC))
    return finish_assessment(
        assessment_id=made.id, by="Kim", expected_version=made.version, ports=bench.kept.ports
    )


def row(at: AppTest) -> Any:
    (group,) = [each for each in at.button_group if str(each.key).startswith("last-time-")]
    return group


def numbers_of_ghosts(bench: Bench, assessment: Assessment) -> list[int]:
    desk = Desk(bench.kept, assessment.id)
    kept = now(bench, assessment)
    return [ghost.number for ghost in last_time.ghosts(last_time.at_hand(desk, kept), kept)]


def test_a_first_visit_says_nothing_of_last_time(bench: Bench) -> None:
    assert "Last time" not in texts(opened(visit(bench, name="today")))


def test_a_new_visit_shows_what_was_found_and_where(bench: Bench) -> None:
    before(bench, FOUND, GONE)
    today = visit(bench, name="today")

    at = opened(today)

    said = texts(at).replace("\\", "")
    assert "Last time: 12 March 2026" in said
    assert "Gone already then: 2 · Teres minor, right." in said
    label = row(at).label.replace("\\", "")
    assert label == "1 · Infraspinatus, right: active, pain 6 of 10"
    assert numbers_of_ghosts(bench, today) == [1]


def test_same_is_one_tap_says_that_it_is_not_confirmed_and_counts_when_it_is(bench: Bench) -> None:
    before(bench, FOUND)
    today = visit(bench, name="today")
    at = opened(today)

    answer(at, "last-time", FOUND.id, Course.SAME)

    (finding,) = now(bench, today).findings
    assert (finding.signs, finding.is_carried) == (FOUND.signs, True)
    assert standing(finding) == "Active last time, not confirmed today"
    assert numbers_of_ghosts(bench, today) == []
    again = opened(today)
    assert "Nobody has confirmed it today" in texts(again)
    press(again, "Confirmed today")
    (confirmed,) = now(bench, today).findings
    assert confirmed == finding.changed(copied_from=None)
    assert standing(confirmed) == "Active, same as last time"


def test_the_answer_can_be_changed_and_taken_away(bench: Bench) -> None:
    before(bench, FOUND)
    today = visit(bench, name="today")
    at = opened(today)

    answer(at, "last-time", FOUND.id, Course.GONE)
    (finding,) = now(bench, today).findings
    assert standing(finding) == "Gone since last time"

    answer(at, "last-time", FOUND.id, Course.NOT_EXAMINED)
    (finding,) = now(bench, today).findings
    assert standing(finding) == "Not examined today"

    answer(at, "last-time", FOUND.id, None)
    assert now(bench, today).findings == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Same muscle, trigger point and side as 1 · Infraspinatus, right of 12 March 2026."),
        ({"trigger_point": None}, "0.0 cm from 1 · Infraspinatus, right of 12 March 2026."),
    ],
)
def test_a_match_by_the_rule_is_shown_and_can_be_undone_and_made_again(
    bench: Bench, changes: dict[str, Any], said: str
) -> None:
    before(bench, FOUND)
    today = visit(bench, FOUND.changed(id="today-m1", **changes), name="today")
    at = opened(today)
    assert said in texts(at).replace("\\", "")
    assert numbers_of_ghosts(bench, today) == []

    press(at, "Not the same")
    assert said not in texts(at).replace("\\", "")
    (finding,) = now(bench, today).findings
    assert (finding.continues, finding.is_new) == (None, True)
    assert numbers_of_ghosts(bench, today) == [1]

    desk = Desk(bench.kept, today.id)
    beside = last_time.at_hand(desk, now(bench, today))
    assert beside is not None
    assert [each.number for each in beside.unmatched] == [1]


def test_an_answer_beside_a_matched_finding_is_kept_with_that_one(bench: Bench) -> None:
    earlier = before(bench, FOUND)
    today = visit(bench, FOUND.changed(id="today-m1", pain_on_pressure={"nrs": 3}), name="today")

    answer(opened(today), "last-time", FOUND.id, Course.BETTER)

    (finding,) = now(bench, today).findings
    said = {"assessment_id": earlier.id, "finding_id": FOUND.id, "course": "BETTER"}
    assert finding == FOUND.changed(id="today-m1", pain_on_pressure={"nrs": 3}, continues=said)


def test_a_finding_whose_earlier_one_is_not_at_hand_says_so(bench: Bench) -> None:
    link = {"assessment_id": an_id(7), "finding_id": "m0", "course": "WORSE"}
    today = visit(bench, a_finding("today-m1", continues=link), name="today")

    said = texts(opened(today)).replace("\\", "")

    assert "Continues a finding that is not at hand now: worse than last time." in said


def test_a_ghost_lies_where_the_finding_lay_on_another_figure_too(bench: Bench) -> None:
    place = a_point(figure="female", cell=4711)
    before(bench, FOUND.changed(place=place))
    today = visit(bench, name="today")
    beside = last_time.at_hand(Desk(bench.kept, today.id), today)

    (ghost,) = last_time.ghosts(beside, today)

    point = BODY.project(4711, ghost.view)
    assert point is not None
    assert (ghost.x, ghost.y) == tuple(map(float, point))
