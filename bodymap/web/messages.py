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
_REFUSED_FIELDS: Final = frozenset({"file_uploader_state_value"})


def is_allowed(payload: bytes | None) -> bool:
    """Whether a message of a browser is let through to the pages.

    Args:
        payload: As it came; None for a message that is not binary.
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
    if kind not in ALLOWED:
        return False
    if kind != "rerun_script":
        return True
    return all(_is_readable(state) for state in message.rerun_script.widget_states.widgets)


def _is_readable(state: object) -> bool:
    field = state.WhichOneof("value")  # type: ignore[attr-defined]
    if field in _REFUSED_FIELDS:
        return False
    if field not in _JSON_FIELDS:
        return True
    try:
        json.loads(getattr(state, field))
    except (ValueError, RecursionError):
        return False
    return True
