"""Dropping what comes late from a page that the browser has left.

Streamlit obeys such a message: it runs the part of the old page that the message belongs to, tells
the browser that it is at the old page again, and the browser empties the new one. What is done on a
body stays in the browser's log and is sent again by the next page that shows it.
"""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class PageAtHand:
    """Which page one browser tab is at, as both ends of its websocket say."""

    def __init__(self) -> None:
        """Begin without a page: nothing is late yet."""
        self._page = ""

    def tell(self, payload: bytes | None) -> None:
        """Note a message to the browser: it may say which page is shown from now on."""
        if payload is None:
            return
        message = ForwardMsg()
        try:
            message.ParseFromString(payload)
        except DecodeError:
            return
        kind = message.WhichOneof("type")
        if kind in {"new_session", "navigation"}:
            self._page = getattr(message, kind).page_script_hash

    def is_late(self, payload: bytes | None) -> bool:
        """Whether a message of the browser comes from a part of a page that it has left."""
        if payload is None:
            return False
        message = BackMsg()
        try:
            message.ParseFromString(payload)
        except DecodeError:
            return False
        if message.WhichOneof("type") != "rerun_script":
            return False
        asked = message.rerun_script
        if not asked.fragment_id:
            self._page = asked.page_script_hash
            return False
        return bool(self._page) and asked.page_script_hash != self._page
