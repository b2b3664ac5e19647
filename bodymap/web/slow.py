"""Cutting off connections that never finish asking, so that nobody holds the server with them.

The server itself waits for ever for the rest of a request's head. A connection that has not brought
a whole one in time is closed; one that is answered or upgraded to a websocket is left alone.
"""

import asyncio
from typing import Final

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE_SECONDS: Final = 20.0
"""How long the head of a request may take; over the slowest line it takes a second."""


_MADE: Final = H11Protocol.connection_made


def cut_slow_requests(patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Let every connection made from now on be closed if it does not ask in time."""

    def connection_made(self: H11Protocol, transport: asyncio.Transport) -> None:
        _MADE(self, transport)
        self.loop.call_later(patience_seconds, _close_if_silent, self)

    H11Protocol.connection_made = connection_made  # type: ignore[method-assign]


def _close_if_silent(protocol: H11Protocol) -> None:
    if protocol.cycle is None and not protocol.transport.is_closing():
        in_h11 = protocol.transport.get_protocol() is protocol  # else it became a websocket
        if in_h11:
            protocol.transport.close()
