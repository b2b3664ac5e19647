"""Keeping a browser tab and its session of one mind about which page is shown.

Parts of a page that run by themselves (fragments) send messages that Streamlit understands only
while both ends are at the same page. Two times they are not:

- The browser has left the page when the message arrives. Streamlit would run the part of the old
  page and say that the old page is shown again, and the browser would empty the new one. The
  message is dropped.
- The server was started anew and knows no part of any page. The browser believes that its session
  went on and asks for no page; Streamlit would drop all that its parts send, without a word. The
  first that is asked for over a connection is therefore always the whole page.

What is done on a body stays in the browser's log until it is acknowledged: neither loses anything.
"""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class PageAtHand:
    """Which page one browser tab is at, as both ends of its websocket say."""

    def __init__(self) -> None:
        """Begin without a page."""
        self._page: str | None = None
        self._script = ""  # what stands in the place of a page while it is known by its address

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
        if kind == "new_session":
            self._script = message.new_session.main_script_hash
            self._is_at(message.new_session.page_script_hash)
        elif kind == "navigation":
            self._is_at(message.navigation.page_script_hash)

    def hear(self, payload: bytes | None) -> bytes | None:
        """A message of the browser as the server should hear it; None if it comes too late."""
        if payload is None:
            return payload
        message = BackMsg()
        try:
            message.ParseFromString(payload)
        except DecodeError:
            return payload
        if message.WhichOneof("type") != "rerun_script":
            return payload
        asked = message.rerun_script
        if asked.fragment_id and self._page is None:
            asked.fragment_id = ""
            payload = message.SerializeToString()
        if not asked.fragment_id:
            self._is_at(asked.page_script_hash)
        elif self._page and asked.page_script_hash != self._page:
            return None
        return payload

    def _is_at(self, page: str) -> None:
        """Note the page; none is late while it is known by its address alone."""
        self._page = "" if page == self._script else page
