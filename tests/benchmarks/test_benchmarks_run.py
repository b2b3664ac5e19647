"""Every benchmark still runs and says something finite; how fast is not asked here."""

import math
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bodymap.body import Body
from tests.benchmarks import (
    archive_speed,
    body_beside,
    body_speed,
    clock,
    growth,
    machine,
    outlines,
    pain_speed,
    report_speed,
    save_speed,
    start_pages,
)
from tests.benchmarks.clicking import APART, places
from tests.benchmarks.page import page
from tests.benchmarks.rows import Beside, Goal, Part, Row, number
from tests.benchmarks.screens_beside import Effort, rows

SOME = Row("a", "b", 2.0, "ms", Part.BODY, Goal(1), Beside("c", 4.0), 3.0)


def assert_says_something(measured: Iterable[Row]) -> None:
    for row in measured:
        assert math.isfinite(row.value), row
        assert row.value >= 0, row
        assert row.beside is None or math.isfinite(row.beside.value), row
        assert row.p95 is None or row.p95 > 0, row


@pytest.mark.slow
def test_the_body_and_the_atlas_are_measured_beside_the_alternatives() -> None:
    measured = body_beside.rows(runs=2, processes=1)

    assert_says_something(measured)
    assert {row.id for row in measured} >= {"paint", "extent", "load", "offered", "trace"}
    assert all(row.value > 0 for row in measured)


@pytest.mark.slow
def test_archiving_and_importing_is_measured() -> None:
    measured = archive_speed.rows(visits=20, step=archive_speed.step_here)

    assert_says_something(measured)
    assert [row.id for row in measured] == [
        "archive_whole",
        "archive_archived",
        "archive_removed",
        "archive_imported",
        "archive_memory",
    ]


@pytest.mark.slow
def test_reports_are_measured() -> None:
    measured = [*report_speed.rows(runs=1)]

    assert_says_something(measured)
    assert [row.id for row in measured][:5] == [
        "report_visit",
        "report_letter",
        "report_patient",
        "report_course",
        "report_set",
    ]


@pytest.mark.slow
def test_a_drawing_and_what_it_says_are_measured_beside_the_alternatives() -> None:
    measured = pain_speed.rows(runs=2, growth=(1, 100))

    assert_says_something(measured)
    assert {row.id for row in measured} >= {"look_up", "codings", "drawing", "counted_100"}
    assert all(row.value > 0 for row in measured)


@pytest.mark.slow
def test_polygons_and_masks_find_what_overlaps() -> None:
    drawn = body_beside.strokes()
    by_shapely = pain_speed.shapely_look_up(drawn)
    by_pillow = pain_speed.pillow_look_up(drawn)

    assert by_shapely == sorted(by_shapely, reverse=True)
    assert 0 < by_shapely[0] < 1
    assert 0 < by_pillow[0] < 1


def test_the_alternatives_answer_the_same_question() -> None:
    body, drawn = Body.load(), body_beside.strokes()
    own = body.paint(body_beside.VIEW, drawn, body_beside.RADIUS)
    by_pillow = body_beside.pillow_cells(body.view(body_beside.VIEW).cells, drawn)
    polygon = body_beside.shapely_area(drawn)
    shares = body_beside.shapely_shares(polygon)

    # The mask also has the cells that it only touches at the rim.
    assert set(own.cells.tolist()) <= set(by_pillow.tolist())
    assert len(own) > 0.7 * len(by_pillow)
    most = max(own.by_region().items(), key=lambda item: item[1].share)[0]
    assert shares[most] > 0.5


@pytest.mark.slow
def test_the_bodys_other_questions_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    def once(call: object, _number: int) -> float:
        assert callable(call)
        return clock.timed(call, 1, warm_up=0).median

    monkeypatch.setattr(body_speed, "milliseconds", once)

    assert all(row.value > 0 for row in body_beside.further_rows())


@pytest.mark.slow
def test_saving_is_measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(save_speed, "ROUNDS", 3)
    monkeypatch.setattr(save_speed, "WARM_UP", 1)

    measured = save_speed.rows(tmp_path)

    assert_says_something(measured)
    assert all(row.value > 0 for row in measured)


@pytest.mark.slow
def test_growth_is_measured_at_every_size(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(start_pages, "RUNS", 1)

    measured = growth.grown(sizes=(100, 1_000), runs=1)

    assert_says_something(growth.rows(measured))
    assert [list(each.values) for each in measured] == [[100, 1_000]] * len(measured)
    table = growth.growth_table(measured)
    assert table.startswith("| what | 100 | 1,000 | growth |")
    assert "start of the page People" in table


@pytest.mark.browser
@pytest.mark.slow
def test_both_screens_are_measured_in_a_browser(chromium: Browser) -> None:
    measured = rows(
        Effort(clicks=2, quick=2, openings=1, starts=1, turns=4, searches=1, people=False),
        chromium,
    )

    by_id = {row.id: row for row in measured}
    assert all(math.isfinite(row.value) for row in measured)
    assert by_id["registered"].value == 2
    assert by_id["registered"].beside == Beside("plain st.plotly_chart screen", 2)
    assert by_id["mark"].value > 0
    assert by_id["panel_floor"].value > 0
    assert by_id["outside"].value == 0
    assert by_id["turning_asks"].value == 0


def test_clicks_lie_on_the_body_and_apart() -> None:
    body, at = Body.load(), places(Body.load(), 44)

    assert all(body.hit(*place) is not None for place in at)
    assert all(
        math.dist(one[1:], two[1:]) > APART
        for one in at
        for two in at
        if one is not two and one[0] == two[0]
    )


def test_the_polygons_cover_the_regions_that_are_drawn() -> None:
    body = Body.load()
    for view in outlines.VIEWS:
        drawn = outlines.regions(view)
        covered = sum(outlines.area(ring) for rings in drawn.values() for ring in rings)

        assert covered == pytest.approx(body.view(view).pixels.sum(), rel=0.01)


def test_a_row_knows_whether_its_goal_is_met() -> None:
    assert SOME.met is False
    assert SOME.ratio == 2
    assert Goal(20, at_least=True).is_met_by(20)
    assert not Goal(20, at_least=True).is_met_by(19)
    assert Row("a", "b", 2.0, "ms", Part.BODY).met is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (0.01749, "0.0175"), (11.63, "11.6"), (785.4, "785"), (20, "20"),
     (math.inf, "never"), (4716.3, "4,716")],
)  # fmt: skip
def test_a_figure_has_three_digits_that_count(value: float, text: str) -> None:
    assert number(value) == text


def test_the_page_says_what_is_missed_and_names_the_machine() -> None:
    text = page([SOME], machine.lines())

    assert "Not met in this run (1 of 1)" in text
    assert "| b | at most 1 ms | 2 ms | **no** |" in text
    assert "| b | 2 ms | 3 ms | 4 ms (c) | 2 |  |" in text
    assert "streamlit 1." in text
    assert "Python 3." in text
