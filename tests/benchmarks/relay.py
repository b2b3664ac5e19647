"""A wire between browser and server that counts what travels over websockets, compressed or not."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

CHUNK = 65_536
UPGRADE = b"upgrade: websocket"


@dataclass
class Wire:
    """Bytes of all websockets so far, with their frame headers, as they travelled.

    Attributes:
        url: Where the server answers through this wire.
        up: From the browser.
        down: From the server.
    """

    url: str
    up: int = 0
    down: int = 0


@contextlib.contextmanager
def wire(server_url: str) -> Iterator[Wire]:
    """Reach a server of this machine through a counted wire."""
    target = ("127.0.0.1", urlsplit(server_url).port or 80)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        counted = Wire(f"http://127.0.0.1:{listening.getsockname()[1]}")
        threading.Thread(target=_accept, args=(listening, target, counted), daemon=True).start()
        yield counted


def _accept(listening: socket.socket, target: tuple[str, int], counted: Wire) -> None:
    while True:
        try:
            browser, _ = listening.accept()
        except OSError:  # closed: nobody wants the wire any more
            return
        threading.Thread(target=_carry, args=(browser, target, counted), daemon=True).start()


def _carry(browser: socket.socket, target: tuple[str, int], counted: Wire) -> None:
    with browser, contextlib.suppress(OSError), socket.create_connection(target) as server:
        for end in (browser, server):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        asked = browser.recv(CHUNK)
        is_socket = UPGRADE in asked.lower()
        server.sendall(asked)
        answers = threading.Thread(
            target=_pump, args=(server, browser, counted if is_socket else None, "down")
        )
        answers.start()
        _pump(browser, server, counted if is_socket else None, "up")
        answers.join()


def _pump(source: socket.socket, sink: socket.socket, counted: Wire | None, way: str) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(CHUNK):
            if counted is not None:
                setattr(counted, way, getattr(counted, way) + len(data))
            sink.sendall(data)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
