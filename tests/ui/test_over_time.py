"""A person over time: a true axis, gained and lost, bands, sentences and the table, by hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bodymap.analysis.over_time import bands
from bodymap.analysis.over_time.bands import Verdict
from bodymap.analysis.over_time.following import Row, Seen
from bodymap.records import Assessment, PressurePainThreshold
from bodymap.services.assessing.assessments import finish_assessment, start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.drawing.drawings import finish_drawing, start_drawing
from bodymap.services.drawing.marks import fill_regions
from bodymap.services.kernel.editing import Editing
from bodymap.services.visits.time_line import Event
from bodymap.services.visits.treating import answer_treatment, record_treatment
from bodymap.ui import links
from bodymap.ui.people import compared, time_line
from bodymap.ui.people.trend_chart import trend_chart
from bodymap.ui.people.trend_words import NOT_COMPARABLE, change_in_words
from tests.analysis.practice.books import BODY
from tests.records.builders import a_finding, a_pain_drawing, an_assessment, an_id
from tests.services.visits.test_treating import DONE
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import texts
from tests.ui.test_drawings_of_a_person import opened

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHOULDER, KNEE = "shoulder_front.right", "knee_front.left"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def days(*numbers: float) -> list[datetime]:
    return [DAY + timedelta(days=number) for number in numbers]


def test_places_are_in_proportion_to_time() -> None:
    assert time_line.places(days(0, 10, 40)) == [0.0, 0.25, 1.0]
    assert time_line.places(days(3)) == [0.5]
    assert time_line.places(days(3, 3)) == [0.5, 0.5]


def test_bodies_that_would_hide_each_other_stand_in_rows() -> None:
    assert time_line.lanes_of([0, 119, 120, 240, 250]) == [0, 1, 0, 0, 1]
    assert time_line.lanes_of([0] * 6) == [0, 1, 2, 3, 0, 0]


def test_ticks_are_months_and_for_long_times_years() -> None:
    events = [Event(day) for day in days(0, 61)]
    assert time_line.ticks_of(events) == [
        ("Apr 2026", pytest.approx(30.5 / 61)),
        ("May 2026", pytest.approx(60.5 / 61)),
    ]
    long = [Event(day) for day in days(0, 1000)]
    assert [label for label, _ in time_line.ticks_of(long)] == ["2027", "2028"]
    assert time_line.ticks_of([Event(DAY)]) == []


def event(region: str | None, **visit: Any) -> Event:
    if region is None:
        return Event(DAY, an_assessment(**visit))
    return Event(DAY, None, a_pain_drawing(), ((BODY.fill([region]), 6),))


def test_gained_lost_and_kept_are_what_a_set_of_cells_says() -> None:
    both = Event(DAY, None, a_pain_drawing(), ((BODY.fill([SHOULDER, KNEE]), 6),))

    shown = compared.zones(BODY, event(SHOULDER), both)

    expected = {
        "gained: drawn on the later day alone": BODY.traces(BODY.fill([KNEE])),
        "kept: drawn on both": BODY.traces(BODY.fill([SHOULDER])),
    }
    assert {zone.title: dict(zone.shapes or {})["essential"] for zone in shown} == expected
    assert [zone.title[:4] for zone in compared.zones(BODY, both, event(KNEE))] == ["lost", "kept"]
    assert compared.zones(BODY, event(None), both) == ()


def test_a_finding_says_how_it_stands_on_both_days() -> None:
    active = a_finding(signs={"taut_band": "PRESENT", "hypersensitive_spot": "PRESENT"})
    known = active.changed(signs=active.signs.changed(familiar_pain="PRESENT"))
    latent = active.changed(signs=active.signs.changed(familiar_pain="ABSENT"))

    assert compared.change_of(Row((Seen(0, 1, known), Seen(1, 1, latent)))) == "Active → Latent"
    assert compared.change_of(Row((Seen(1, 1, known),))) == "New: Active"
    assert compared.change_of(Row((Seen(0, 1, known),))) == "Only then: Active"


def test_a_chart_begins_at_zero_and_has_its_band() -> None:
    chart = trend_chart("Pain", days(0, 7), [7.0, None], band=(3.0, 11.0), top=10)

    (line,) = chart["data"]
    assert line["y"] == [7.0, None]
    assert chart["layout"]["yaxis"]["range"] == [0, 10]
    (band,) = chart["layout"]["shapes"]
    assert (band["y0"], band["y1"]) == (3.0, 10)
    free = trend_chart("kPa", days(0), [200.0], band=None)
    assert (free["layout"]["yaxis"]["range"], free["layout"]["shapes"]) == (
        [0, pytest.approx(220.0)],
        [],
    )


@pytest.mark.parametrize(
    ("verdict", "band", "said"),
    [
        (
            Verdict.WITHIN,
            bands.PAIN_NECK,
            (
                "Pain 7 → 4 of 10: no more than it differs by itself (4 points; 658 people with "
                "neck pain; Kovacs 2008, BMC Musculoskelet Disord 9:43)."
            ),
        ),
        (
            Verdict.BEYOND,
            bands.EXTENT,
            (
                "Pain 7 → 4 % of the body surface: more than it differs by itself (38 % of its "
                "size; 52 people who drew their pain twice, a minute apart; Leoni 2013)."
            ),
        ),
        (
            Verdict.UNSURE,
            bands.THRESHOLD_TRAPEZIUS,
            (
                "Pain 7 → 4 kPa: perhaps no more than it differs by itself (44 to 61 kPa; 30 women "
                "with chronic neck pain, trigger points of the upper trapezius, a week apart; Rev "
                "Assoc Med Bras 2021;67(5):708)."
            ),
        ),
        (Verdict.NOT_COMPARABLE, bands.THRESHOLD_WEEKS, NOT_COMPARABLE),
    ],
)
def test_a_change_is_one_sentence_with_its_source(
    verdict: Verdict, band: bands.Band, said: str
) -> None:
    assert change_in_words("Pain", (7, 4), verdict, band) == said


def visit(bench: Bench, day: int, nrs: int, newton: float) -> Assessment:
    """A visit with one finding of the upper trapezius, not finished yet."""
    ports = bench.kept.ports
    started = start_assessment(
        body_version="1",
        request_id=f"visit-{day}",
        ports=ports,
        person_id=bench.person("Ada Beispiel").id,
        examined_at=DAY + timedelta(days=day),
    )
    finding = a_finding(
        "m1",
        muscle="trapezius_upper",
        trigger_point="trapezius_upper_tp1",
        pain_on_pressure={"nrs": nrs},
        pressure_pain_threshold=PressurePainThreshold.entered(newton, "N/cm2"),
    )
    return record_finding(Editing(started.id, "window-1", ports), finding=finding)


def finish(bench: Bench, visit: Assessment) -> Assessment:
    ports = bench.kept.ports
    return finish_assessment(
        assessment_id=visit.id, by="Kim", expected_version=visit.version, ports=ports
    )


def draw(bench: Bench, visit: Assessment, *regions: str) -> None:
    ports = bench.kept.ports
    drawing = start_drawing(
        body_version="1", request_id=f"draw-{visit.id}", ports=ports, assessment_id=visit.id
    )
    editing = Editing(drawing.id, "window-1", ports)
    made = fill_regions(editing, mark_id="mark-1", regions=regions, body=BODY)
    finish_drawing(drawing_id=drawing.id, body=BODY, expected_version=made.version, ports=ports)


def test_two_visits_with_a_treatment_and_a_third_say_what_was_calculated_by_hand(
    bench: Bench,
) -> None:
    first, second = visit(bench, 0, 7, 20.0), visit(bench, 7, 3, 27.0)
    ports = bench.kept.ports
    record_treatment(Editing(first.id, "window-1", ports), treatment=DONE)
    first = finish(bench, first.changed(version=first.version + 1))
    draw(bench, first, SHOULDER, KNEE)
    answered = answer_treatment(
        Editing(second.id, "window-1", ports),
        assessment_id=first.id,
        treatment_id=DONE.id,
        course="BETTER",
        was=None,
    )
    draw(bench, second, SHOULDER)
    finish(bench, answered)
    finish(bench, visit(bench, 14, 6, 21.0))

    at = opened(**{links.PERSON: str(first.person_id)})

    said = texts(at).replace("\\", "")
    # 7 to 6 points, less than the 1.77 of any study; 200 to 210 kPa, less than 44
    assert "Pain on pressure 7 → 6 of 10: no more than it differs by itself" in said
    assert "Pressure pain threshold 200 → 210 kPa: no more than it differs by itself" in said
    gone = 100 * BODY.fill([SHOULDER, KNEE]).share, 100 * BODY.fill([SHOULDER]).share
    assert f"Drawn pain {gone[0]:.3g} → {gone[1]:.3g} % of the body surface: " in said
    assert abs(gone[0] - gone[1]) / ((gone[0] + gone[1]) / 2) >= 0.38
    assert "more than it differs by itself (38 % of its size" in said
    html = "".join(each.body for each in at.get("html"))
    assert html.count("<img") == 4  # three days, and the one that is shown larger
    assert "1 March 2026: 1 finding; pain drawn on" in html
    table = html[html.index("What was done, and what came of it") :]
    said_later = "1 better, 0 same, 0 worse, 0 not said yet"
    assert f'<td data-label="Said at a later visit">{said_later}</td>' in table
    assert '<td data-label="Pain right before → after">6 → 3</td>' in table


def test_who_was_here_once_has_an_axis_and_nothing_to_compare(bench: Bench) -> None:
    first = finish(bench, visit(bench, 0, 7, 20.0))

    at = opened(**{links.PERSON: str(first.person_id)})

    headers = [each.value for each in at.header]
    assert "Over time" in headers
    assert "Two days compared" not in headers


def test_ten_visits_with_a_drawing_each_are_at_most_60_kilobytes(bench: Bench) -> None:
    regions = (SHOULDER, KNEE, "calf.right", "neck_back_upper.left", "axilla.left")
    found = tuple(a_finding(f"m{number}") for number in range(10))
    drawn = tuple((BODY.fill([region]), 6) for region in regions)
    events = [
        Event(day, an_assessment(findings=found), a_pain_drawing(), drawn)
        for day in days(*range(0, 100, 10))
    ]

    shown = time_line.markup(bench.kept, BODY, events)

    assert len(shown.encode()) <= 60_000
    assert shown.count("<a href=") == 10


def test_the_table_says_what_the_small_bodies_show(bench: Bench) -> None:
    gone = {"assessment_id": an_id(9), "finding_id": "m1", "course": "GONE"}
    events = [
        Event(DAY, an_assessment(findings=(a_finding("m1"), a_finding("m2", continues=gone)))),
        Event(DAY, None, a_pain_drawing(no_pain=True, marks=())),
    ]

    rows = time_line.rows_of(bench.kept, events)

    told = [[cell.text for cell in row] for row in rows]
    assert told == [
        ["1 March 2026", "1", "0", "no drawing", "", ""],
        ["1 March 2026", "not examined", "", "no pain", "", ""],
    ]
