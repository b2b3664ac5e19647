"""A request counts once, also one that changed nothing when it came."""

import pytest

from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore


@pytest.fixture
def desk() -> Desk:
    desk = Desk(MemoryStore())
    desk.record("mark-0001")
    return desk


def test_a_late_repetition_of_what_changed_nothing_overwrites_nothing(desk: Desk) -> None:
    desk.revise("mark-0001", {"notes": "firm"})
    desk.revise("mark-0001", {"notes": "firm"}, request_id="window-1:7")  # it said so already
    desk.revise("mark-0001", {"notes": "softer now"})

    late = desk.revise("mark-0001", {"notes": "firm"}, request_id="window-1:7")

    assert late.findings[0].notes == "softer now"
    assert desk.now() == late
