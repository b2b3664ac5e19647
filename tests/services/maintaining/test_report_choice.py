"""What was chosen for a report is there for the next one."""

from bodymap.services.maintaining.report_choice import (
    ReportChoice,
    get_report_choice,
    set_report_choice,
)
from tests.services.desk import Desk


def test_what_was_chosen_is_kept(desk: Desk) -> None:
    assert get_report_choice(ports=desk.ports) == ReportChoice()
    chosen = ReportChoice(left_out=("notes",), paper="letter", to_sign=True, letterhead="Kim\nBern")

    set_report_choice(choice=chosen, ports=desk.ports)

    assert get_report_choice(ports=desk.ports) == chosen


def test_what_another_version_kept_is_as_nothing_was_chosen(desk: Desk) -> None:
    with desk.ports.store.writing() as unit:
        unit.settings.set("report_choice", '{"ink": "green"}')
        unit.commit()

    assert get_report_choice(ports=desk.ports) == ReportChoice()
