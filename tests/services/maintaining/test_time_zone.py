"""What day it is, and what is of the same day, by the practice's clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.errors import InvalidRecord
from bodymap.records import Assessment
from bodymap.services.assessing.assessments import open_assessment
from bodymap.services.assessing.dating import FIRST_DAY, date_assessment
from bodymap.services.maintaining.time_zone import (
    get_time_zone,
    same_day,
    set_time_zone,
    time_zones,
    today,
)
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore


def test_none_is_set_at_first_and_one_can_be_given_up(desk: Desk) -> None:
    assert get_time_zone(ports=desk.ports) is None
    set_time_zone(zone="Australia/Brisbane", ports=desk.ports)
    assert str(get_time_zone(ports=desk.ports)) == "Australia/Brisbane"
    set_time_zone(zone="", ports=desk.ports)
    assert get_time_zone(ports=desk.ports) is None


@pytest.mark.parametrize("name", ["Nowhere", "../etc/passwd", "localtime", "x" * 10_000, "nul\0"])
def test_what_is_no_time_zone_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(InvalidRecord, match="time zone"):
        set_time_zone(zone=name, ports=desk.ports)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 3, 1)),
        ("Australia/Brisbane", date(2026, 3, 1)),
        ("Pacific/Kiritimati", date(2026, 3, 2)),
        ("Pacific/Pago_Pago", date(2026, 3, 1)),
    ],
)
def test_today_is_that_of_the_practice(desk: Desk, zone: str, day: date) -> None:
    set_time_zone(zone=zone, ports=desk.ports)

    assert today(ports=desk.ports) == day


def test_midnight_of_the_practice_parts_two_days(desk: Desk) -> None:
    set_time_zone(zone="Australia/Brisbane", ports=desk.ports)  # ten hours before UTC
    zone = get_time_zone(ports=desk.ports)
    midnight = datetime(2026, 3, 1, 14, 0, tzinfo=UTC)

    assert not same_day(midnight - timedelta(seconds=1), midnight, zone)
    assert same_day(midnight, midnight + timedelta(hours=23, minutes=59), zone)
    assert same_day(midnight - timedelta(seconds=1), midnight, UTC)


def dated(desk: Desk, day: date) -> Assessment:
    return date_assessment(desk.on(), day=day)


def test_the_day_of_an_examination_is_set_by_the_practices_clock(desk: Desk) -> None:
    set_time_zone(zone="Europe/Zurich", ports=desk.ports)
    before = desk.now().examined_at
    assert before == datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    assert dated(desk, date(2026, 2, 28)).examined_at == before - timedelta(days=1)
    # In summer the same hour of the day is an hour earlier in UTC.
    assert dated(desk, date(2025, 7, 1)).examined_at == datetime(2025, 7, 1, 11, 0, tzinfo=UTC)
    desk.undo()
    assert desk.now().examined_at == before - timedelta(days=1)


@pytest.mark.parametrize(
    "day", [date(2026, 3, 2), date(2200, 1, 1), FIRST_DAY - timedelta(days=1), date(1, 1, 1)]
)
def test_a_day_that_cannot_be_is_refused(desk: Desk, day: date) -> None:
    with pytest.raises(InvalidRecord, match="1900 to today, 2026-03-01"):
        dated(desk, day)


@given(
    st.dates(min_value=FIRST_DAY, max_value=date(2026, 3, 1)),
    st.sampled_from(("", *time_zones())),
)
def test_any_day_in_any_zone_is_kept_and_read_as_that_day(day: date, zone: str) -> None:
    desk = Desk(MemoryStore())
    set_time_zone(zone=zone, ports=desk.ports)
    if day > today(ports=desk.ports):
        return
    dated(desk, day)

    kept = open_assessment(assessment_id=desk.draft.id, ports=desk.ports)
    assert kept.examined_at.astimezone(get_time_zone(ports=desk.ports)).date() == day
