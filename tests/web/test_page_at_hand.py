"""A message from a page that was left is dropped; the first that is asked for is a whole page."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bodymap.web.page_at_hand import PageAtHand


def shown(page: str, kind: str = "new_session") -> bytes:
    message = ForwardMsg()
    getattr(message, kind).page_script_hash = page
    if kind == "new_session":
        message.new_session.main_script_hash = "script"
    return message.SerializeToString()


def asked(page: str, part: str = "") -> bytes:
    message = BackMsg()
    message.rerun_script.page_script_hash = page
    message.rerun_script.fragment_id = part
    message.rerun_script.query_string = "draft=abc"
    return message.SerializeToString()


@pytest.mark.parametrize("kind", ["new_session", "navigation"])
def test_a_part_of_the_page_that_is_shown_is_heard_and_one_of_another_is_late(kind: str) -> None:
    page = PageAtHand()
    page.tell(shown("explore"))
    before = page.hear(asked("explore", "search"))

    page.tell(shown("learn", kind))

    assert before == asked("explore", "search")
    assert page.hear(asked("explore", "search")) is None
    assert page.hear(asked("learn", "search")) == asked("learn", "search")


def test_what_comes_after_the_browser_asked_for_another_page_is_late_at_once() -> None:
    page = PageAtHand()
    page.tell(shown("assess"))

    assert page.hear(asked("explore")) == asked("explore")
    assert page.hear(asked("assess", "body")) is None
    assert page.hear(asked("explore", "search")) == asked("explore", "search")


def test_a_part_that_speaks_first_after_the_server_began_anew_asks_for_its_whole_page() -> None:
    page = PageAtHand()

    assert page.hear(asked("assess", "body")) == asked("assess")
    assert page.hear(asked("assess", "body")) == asked("assess", "body")


@pytest.mark.parametrize("known_as", ["", "script"])
def test_nothing_is_late_while_the_page_is_known_by_its_address_alone(known_as: str) -> None:
    page = PageAtHand()

    assert page.hear(asked("")) == asked("")
    assert page.hear(asked("assess", "body")) == asked("assess", "body")
    page.tell(shown("script"))
    assert page.hear(asked("assess", "body")) == asked("assess", "body")
    assert page.hear(asked(known_as)) == asked(known_as)
    assert page.hear(asked("assess", "body")) == asked("assess", "body")
    page.tell(shown("explore", "navigation"))
    assert page.hear(asked("assess", "body")) is None


@pytest.mark.parametrize("payload", [None, b"", b"\xff\xff\xff"])
def test_what_says_nothing_of_a_page_changes_nothing(payload: bytes | None) -> None:
    page = PageAtHand()
    page.tell(shown("assess"))
    page.tell(payload)

    assert page.hear(payload) == payload
    assert page.hear(asked("assess", "body")) == asked("assess", "body")
