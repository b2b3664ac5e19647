"""What a browser may say over the websocket: the few kinds of message that pages need.

Streamlit understands more, among them emptying every cache and ending the server; none of our pages
sends them. What a widget says in JSON is read once, with bounds, before Streamlit reads it.
"""

import json
from typing import Final

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

ALLOWED: Final = frozenset({"rerun_script", "stop_script", "app_heartbeat"})
"""Kinds of message that are let through whatever they hold."""
OPERATIONS: Final = frozenset({"deferred_file"})
"""Operations that are let through: a file to take away that is made when it is asked for."""
LARGEST_BYTES: Final = 4_000_000
"""Largest message; a tail of a thousand long strokes is smaller."""
_JSON_FIELDS: Final = frozenset({"json_value", "json_trigger_value"})
OF_FILES: Final = "file_urls_request"
"""Kind of message with which a file that is brought in begins."""
_FILE_FIELD: Final = "file_uploader_state_value"


def is_allowed(payload: bytes | None, *, may_bring_files: bool = False) -> bool:
    """Whether a message of a browser is let through to the pages.

    Args:
        payload: As it came; None for a message that is not binary.
        may_bring_files: Whether the browser may bring files in.
    """
    if payload is None or len(payload) > LARGEST_BYTES:
        return False
    message = BackMsg()
    try:
        message.ParseFromString(payload)
    except DecodeError:
        return False
    kind = message.WhichOneof("type")
    if kind == "backend_operation_request":
        asked = {field.name for field, _ in message.backend_operation_request.ListFields()}
        return asked - {"request_id", "session_id"} <= OPERATIONS
    if kind == OF_FILES:
        return may_bring_files
    if kind != "rerun_script":
        return kind in ALLOWED
    return all(
        _is_readable(state, may_bring_files=may_bring_files)
        for state in message.rerun_script.widget_states.widgets
    )


def _is_readable(state: object, *, may_bring_files: bool) -> bool:
    field = state.WhichOneof("value")  # type: ignore[attr-defined]
    if field == _FILE_FIELD:
        return may_bring_files
    if field not in _JSON_FIELDS:
        return True
    try:
        json.loads(getattr(state, field))
    except (ValueError, RecursionError):
        return False
    return True
