"""A running server whose process, records and network can be taken away while somebody works."""

import contextlib
import signal
import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.serving import Server, free_port, running_app

CHUNK = 65_536


class Network:
    """The way from the browser to the server, which can be lost.

    While it swallows, what is sent arrives nowhere and nobody is told; once it is lost, every
    connection is closed and none can be made.
    """

    def __init__(self, port: int) -> None:
        self._server = ("127.0.0.1", port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._lost = self._swallows = False
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def swallow(self) -> None:
        self._swallows = True

    def lose(self) -> None:
        self._lost = True
        for end in list(self._open):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def come_back(self) -> None:
        self._lost = self._swallows = False

    def close(self) -> None:
        self._listening.close()
        self.lose()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listening.accept()
            except OSError:  # closed
                return
            threading.Thread(target=self._carry, args=(browser,), daemon=True).start()

    def _carry(self, browser: socket.socket) -> None:
        with browser, contextlib.suppress(OSError):
            if self._lost:
                return
            with socket.create_connection(self._server) as server:
                ends = {browser, server}
                for end in ends:
                    self._open.add(end)
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                down = threading.Thread(target=self._pump, args=(server, browser), daemon=True)
                down.start()
                self._pump(browser, server)
                down.join()
                for end in ends:
                    self._open.discard(end)

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                if not self._swallows:
                    sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)


class World:
    """The server, its records, and the way to it.

    Attributes:
        folder: Where the records lie.
        network: The way that browsers take.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._port = free_port()
        self._running = ExitStack()
        self.network = Network(self._port)
        self._server = self.start()

    @property
    def url(self) -> str:
        return self.network.url

    @property
    def server(self) -> Server:
        return self._server

    def start(self) -> Server:
        """Start the server, anew after it was killed; at the same address."""
        self._running.close()
        self._server = self._running.enter_context(running_app(self.folder, port=self._port))
        return self._server

    def kill(self) -> None:
        """Kill -9, whatever it is doing."""
        self._server.process.send_signal(signal.SIGKILL)
        self._server.process.wait()

    @contextlib.contextmanager
    def busy(self, seconds: float) -> Iterator[None]:
        """Records that another program writes to for so long, at least while the block lasts."""
        begun = threading.Event()

        def hold() -> None:
            with contextlib.closing(sqlite3.connect(self.folder / "bodymap.sqlite3")) as other:
                other.isolation_level = None
                other.execute("PRAGMA busy_timeout=20000")
                other.execute("BEGIN IMMEDIATE")
                begun.set()
                threading.Event().wait(seconds)
                other.execute("ROLLBACK")

        holding = threading.Thread(target=hold)
        holding.start()
        begun.wait()
        try:
            yield
        finally:
            holding.join()

    def close(self) -> None:
        self._running.close()
        self.network.close()


@contextlib.contextmanager
def a_world(folder: Path) -> Iterator[World]:
    """A server on free ports of this machine."""
    world = World(folder)
    try:
        yield world
    finally:
        world.close()
