import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from bodymap.errors import StoreBusy
from bodymap.services.assessing.assessments import list_assessments, start_assessment
from bodymap.services.drawing.drawings import list_drawings, start_drawing
from bodymap.services.drawing.marks import say_no_pain
from bodymap.services.handing_over.hand_over import (
    hand_over_by_link,
    hand_over_this_device,
    withdraw_link,
)
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.deleting import delete_assessment, list_deleted
from bodymap.services.maintaining.tidying import Tidied, tidy
from bodymap.web.daily import Daily
from tests.services.desk import Desk
from tests.shipped import body


def tidied(ports: Ports) -> Tidied:
    return tidy(ports=ports, body=body())


def test_what_was_deleted_goes_for_good_after_thirty_days_and_not_before(desk: Desk) -> None:
    delete_assessment(assessment_id=desk.draft.id, ports=desk.ports)

    desk.clock.move(days=30)
    assert tidied(desk.ports).removed == 0
    assert [gone.id for gone in list_deleted(ports=desk.ports)] == [desk.draft.id]

    desk.clock.move(seconds=1)
    assert tidied(desk.ports).removed == 1
    assert tidied(desk.ports).removed == 0
    assert list_deleted(ports=desk.ports) == ()
    assert list_assessments(ports=desk.ports).total == 0


def test_a_draft_in_which_nothing_stands_goes_after_two_days(desk: Desk) -> None:
    desk.clock.move(days=2)
    assert tidied(desk.ports).empty == 0
    desk.clock.move(seconds=1)
    assert tidied(desk.ports).empty == 1
    assert list_assessments(ports=desk.ports).total == 0


def test_a_draft_in_which_something_stands_or_that_is_somebodys_stays(desk: Desk) -> None:
    person = desk.person()
    desk.record("m1")
    start_assessment(request_id="a", ports=desk.ports, body_version="1", person_id=person.id)
    start_assessment(request_id="b", ports=desk.ports, body_version="1", reason="neck")
    drawn_for = start_assessment(request_id="c", ports=desk.ports, body_version="1")
    drawing = start_drawing(
        request_id="d", ports=desk.ports, body_version="1", assessment_id=drawn_for.id
    )
    say_no_pain(Editing(drawing.id, "window-1", desk.ports), no_pain=True)
    desk.clock.move(days=20)

    assert tidied(desk.ports).empty == 0
    assert list_assessments(ports=desk.ports).total == 4


def test_a_drawing_whose_link_was_withdrawn_unused_goes(desk: Desk) -> None:
    unused = start_drawing(
        request_id="d", ports=desk.ports, body_version="1", person_id=desk.person().id
    )
    link = hand_over_by_link(drawing_id=unused.id, ports=desk.ports)
    withdraw_link(hand_over_id=link.hand_over.id, ports=desk.ports)
    away = start_drawing(request_id="e", ports=desk.ports, body_version="1")
    hand_over_this_device(drawing_id=away.id, pin="2468", ports=desk.ports)
    desk.record("m1")
    desk.clock.move(days=2, seconds=1)

    assert tidied(desk.ports).empty == 1
    assert [line.id for line in list_drawings(ports=desk.ports)] == [away.id]


def test_a_server_that_never_restarts_keeps_the_promise_across_midnight(desk: Desk) -> None:
    desk.record("m1")
    desk.clock.time = datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC)
    delete_assessment(assessment_id=desk.draft.id, ports=desk.ports)
    ran = []
    daily = Daily(lambda: ran.append(tidied(desk.ports).removed), desk.clock.now)

    desk.clock.time = datetime(2026, 3, 31, 23, 59, 59, tzinfo=UTC)  # thirty days to the second
    assert [daily.look(), daily.look()] == [True, False]
    assert ran == [0]
    desk.clock.move(seconds=1)
    assert [daily.look(), daily.look()] == [True, False]

    assert ran == [0, 1]
    assert list_deleted(ports=desk.ports) == ()


def test_what_the_store_could_not_do_is_tried_again_at_the_next_look(desk: Desk) -> None:
    def busy() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise StoreBusy("/data/file")

    tries: list[int] = []
    daily = Daily(busy, desk.clock.now)

    assert [daily.look(), daily.look(), daily.look()] == [False, True, False]


def test_the_clock_is_looked_at_until_the_server_stops(desk: Desk) -> None:
    ran, waits = [], []

    async def wait(seconds: float) -> None:
        waits.append(seconds)
        desk.clock.move(hours=12)
        if len(waits) == 5:
            raise asyncio.CancelledError

    daily = Daily(lambda: ran.append(desk.clock.now().day), desk.clock.now)
    with ThreadPoolExecutor() as apart:  # a browser test may have a loop in this thread
        looking = apart.submit(lambda: asyncio.run(daily.keep_looking(wait)))
        with pytest.raises(asyncio.CancelledError):
            looking.result()

    assert (len(waits), ran) == (5, [1, 2, 3])


def test_empty_drafts_push_nobody_out_of_the_list(desk: Desk) -> None:
    named = start_assessment(
        request_id="a", ports=desk.ports, body_version="1", person_id=desk.person().id
    )
    desk.clock.move(minutes=1)
    for number in range(8):
        start_assessment(request_id=f"e{number}", ports=desk.ports, body_version="1")

    page = list_assessments(ports=desk.ports, only_open=True, limit=8, leave_empty=True)

    assert ([line.id for line in page], page.total) == ([named.id], 1)
