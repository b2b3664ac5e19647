"""The emergency number of the practice: none by default, kept tidy, only what can be dialled."""

import pytest

from bodymap.errors import InvalidRecord
from bodymap.services.maintaining.settings import get_emergency_number, set_emergency_number
from tests.services.desk import Desk


def test_no_number_is_known_until_one_is_set(desk: Desk) -> None:
    assert get_emergency_number(ports=desk.ports) == ""
    assert set_emergency_number(number=" 144 ", ports=desk.ports) == "144"
    assert get_emergency_number(ports=desk.ports) == "144"
    assert set_emergency_number(number="", ports=desk.ports) == ""
    assert get_emergency_number(ports=desk.ports) == ""


@pytest.mark.parametrize("number", ["112", "+41 44 144", "0800-123 456", "9" * 19])
def test_what_can_be_dialled_is_kept(desk: Desk, number: str) -> None:
    assert set_emergency_number(number=number, ports=desk.ports) == number


@pytest.mark.parametrize("number", ["police", "1l2", "112; drop", "+", "9" * 20, "112<b>"])
def test_what_cannot_be_dialled_is_refused_and_the_old_one_stays(desk: Desk, number: str) -> None:
    set_emergency_number(number="112", ports=desk.ports)
    with pytest.raises(InvalidRecord, match="digits are needed"):
        set_emergency_number(number=number, ports=desk.ports)
    assert get_emergency_number(ports=desk.ports) == "112"
