"""The practice's time zone: what day it is there, and which moments share a day."""

from datetime import date, datetime, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from bodymap.errors import InvalidRecord, Problem
from bodymap.records.base import shortened
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_TIME_ZONE: Final = "time_zone"


@cache
def time_zones() -> tuple[str, ...]:
    """Names of all time zones, such as Europe/Zurich, in order."""
    return tuple(sorted(available_timezones() - {"localtime"}))


def get_time_zone(*, ports: Ports) -> tzinfo | None:
    """The practice's time zone; None stands for that of this machine."""
    with ports.store.reading() as unit:
        return time_zone_of(unit)


def set_time_zone(*, zone: str, ports: Ports) -> None:
    """Set the practice's time zone. Writes; an empty name stands for that of this machine.

    Raises:
        InvalidRecord: there is no such time zone.
    """
    if zone and zone not in time_zones():
        allowed = "the name of a time zone is needed, such as Europe/Zurich"
        problem = Problem(field="time zone", reason=allowed, value=shortened(zone))
        raise InvalidRecord("setting", problems=(problem,))
    written(ports, lambda unit: unit.settings.set(_TIME_ZONE, zone))


def time_zone_of(unit: UnitOfWork) -> tzinfo | None:
    """As `get_time_zone`, within a transaction."""
    name = unit.settings.get(_TIME_ZONE)
    return ZoneInfo(name) if name in time_zones() else None


def today(*, ports: Ports) -> date:
    """What day it is in the practice."""
    return ports.clock.now().astimezone(get_time_zone(ports=ports)).date()


def same_day(one: datetime, other: datetime, zone: tzinfo | None) -> bool:
    """Whether two moments fall on the same day in a time zone; None is that of this machine."""
    return one.astimezone(zone).date() == other.astimezone(zone).date()
