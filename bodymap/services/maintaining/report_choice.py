"""What was last chosen for a report, kept for the next one."""

from typing import Annotated, Final

from pydantic import Field, ValidationError

from bodymap.records.base import Notes, Record, Slug
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_NAME: Final = "report_choice"
_MOST_PARTS: Final = 20


class ReportChoice(Record):
    """What was chosen. Whom it is for and whether it names the person is asked each time.

    Attributes:
        left_out: Parts that are left out.
        paper: What it is printed on.
        large: Whether it is set in large type.
        to_sign: Whether there is a line to sign on.
        letterhead: Whose report it is, line by line.
    """

    left_out: Annotated[tuple[Slug, ...], Field(max_length=_MOST_PARTS)] = ()
    paper: Slug = "a4"
    large: bool = False
    to_sign: bool = False
    letterhead: Notes = ""


def get_report_choice(*, ports: Ports) -> ReportChoice:
    """What was last chosen; what nobody chose yet, or an older version wrote, is as delivered."""
    with ports.store.reading() as unit:
        kept = unit.settings.get(_NAME)
    try:
        return ReportChoice.model_validate_json(kept) if kept else ReportChoice()
    except ValidationError:
        return ReportChoice()


def set_report_choice(*, choice: ReportChoice, ports: Ports) -> None:
    """Keep what was chosen. Writes."""

    def work(unit: UnitOfWork) -> None:
        unit.settings.set(_NAME, choice.model_dump_json())

    written(ports, work)
