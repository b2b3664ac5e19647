"""Only the messages that pages need are let through."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from bodymap.web.messages import LARGEST_BYTES, is_allowed

KINDS = [field.name for field in BackMsg.DESCRIPTOR.fields if field.containing_oneof]


def rerun(**value: object) -> bytes:
    message = BackMsg()
    message.rerun_script.query_string = ""
    state = message.rerun_script.widget_states.widgets.add(id="canvas")
    for name, given in value.items():
        setattr(state, name, given)
    return message.SerializeToString()


def message_of(kind: str) -> bytes:
    message = BackMsg()
    field = getattr(message, kind)
    if isinstance(field, bool):
        setattr(message, kind, True)
    elif isinstance(field, str):
        setattr(message, kind, "x")
    else:
        field.SetInParent()
    return message.SerializeToString()


@pytest.mark.parametrize("kind", KINDS)
def test_four_kinds_are_let_through_and_no_other(kind: str) -> None:
    allowed = kind in {
        "rerun_script",
        "stop_script",
        "app_heartbeat",
        "backend_operation_request",  # by its operation, see below
    }

    assert is_allowed(message_of(kind)) is allowed


@pytest.mark.parametrize("may_bring_files", [False, True])
def test_files_are_brought_in_by_those_who_may(*, may_bring_files: bool) -> None:
    message = BackMsg()
    message.rerun_script.widget_states.widgets.add(
        id="archive"
    ).file_uploader_state_value.SetInParent()
    asked = [message_of("file_urls_request"), message.SerializeToString()]

    allowed = [is_allowed(each, may_bring_files=may_bring_files) for each in asked]

    assert allowed == [may_bring_files] * 2


@pytest.mark.parametrize(
    ("operation", "allowed"),
    [
        ("deferred_file", True),
        ("dataframe_chunk", False),
        ("install_skills", False),
        ("dismiss_skills_nudge", False),
    ],
)
def test_of_all_operations_a_file_can_be_taken_away(operation: str, *, allowed: bool) -> None:
    message = BackMsg()
    message.backend_operation_request.request_id = "1"
    getattr(message.backend_operation_request, operation).SetInParent()

    assert is_allowed(message.SerializeToString()) is allowed


def test_every_operation_that_streamlit_knows_is_decided_about() -> None:
    known = {
        field.name
        for field in BackMsg().backend_operation_request.DESCRIPTOR.fields
        if field.message_type
    }
    decided = {"deferred_file", "dataframe_chunk", "install_skills", "dismiss_skills_nudge"}
    assert known == decided


@pytest.mark.parametrize("payload", [None, b"", b"\xff\xff\xff", b"x" * (LARGEST_BYTES + 1)])
def test_what_is_no_message_is_dropped(payload: bytes | None) -> None:
    assert not is_allowed(payload)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ('{"cid": "window-1", "ops": []}', True),
        ("null", True),
        ("[" * 100_000, False),
        ('{"a": ' * 50_000 + "1" + "}" * 50_000, False),
        ("9" * 5_000, False),
        ('{"cid":', False),
        ("", False),
    ],
)
def test_what_a_widget_says_in_json_can_be_read(text: str, *, allowed: bool) -> None:
    assert is_allowed(rerun(json_value=text)) is allowed
    assert is_allowed(rerun(json_trigger_value=text)) is allowed


def test_an_ordinary_widget_is_heard() -> None:
    assert is_allowed(rerun(string_value="[" * 100_000))


def test_no_page_takes_files() -> None:
    message = BackMsg()
    state = message.rerun_script.widget_states.widgets.add(id="files")
    state.file_uploader_state_value.SetInParent()

    assert not is_allowed(message.SerializeToString())
