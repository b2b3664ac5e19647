"""A message from a page that was left is dropped, and no other."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bodymap.web.page_at_hand import PageAtHand


def shown(page: str, kind: str = "new_session") -> bytes:
    message = ForwardMsg()
    getattr(message, kind).page_script_hash = page
    return message.SerializeToString()


def asked(page: str, fragment: str = "") -> bytes:
    message = BackMsg()
    message.rerun_script.page_script_hash = page
    message.rerun_script.fragment_id = fragment
    return message.SerializeToString()


@pytest.mark.parametrize("kind", ["new_session", "navigation"])
def test_a_part_of_the_page_that_is_shown_is_heard_and_one_of_another_is_late(kind: str) -> None:
    page = PageAtHand()
    page.tell(shown("explore"))
    before = page.is_late(asked("explore", "search"))

    page.tell(shown("learn", kind))

    assert before is False
    assert page.is_late(asked("explore", "search")) is True
    assert page.is_late(asked("learn", "search")) is False


def test_what_comes_after_the_browser_asked_for_another_page_is_late_at_once() -> None:
    page = PageAtHand()
    page.tell(shown("assess"))

    assert page.is_late(asked("explore")) is False
    assert page.is_late(asked("assess", "body")) is True
    assert page.is_late(asked("explore", "search")) is False


def test_nothing_is_late_before_a_page_is_known() -> None:
    page = PageAtHand()

    assert page.is_late(asked("assess", "body")) is False
    assert page.is_late(asked("")) is False  # the first time: a page by its address
    assert page.is_late(asked("assess", "body")) is False


@pytest.mark.parametrize("payload", [None, b"", b"\xff\xff\xff"])
def test_what_says_nothing_of_a_page_changes_nothing(payload: bytes | None) -> None:
    page = PageAtHand()
    page.tell(shown("assess"))
    page.tell(payload)

    assert page.is_late(payload) is False
    assert page.is_late(asked("assess", "body")) is False
