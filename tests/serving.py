"""Start the app as a person would, ask it things, and stop it."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext

from bodymap.services.authority.this_desk import ThisDesk

START_S = 60
KEY = "5e" * 32
"""Key of every installation in the tests, so that one proof opens all of them."""


def prove(context: BrowserContext) -> BrowserContext:
    """Let a browser in, as the address from the terminal does."""
    name, value = desk_cookie()
    cookie: Any = {"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}
    context.add_cookies([cookie | {"httpOnly": True, "sameSite": "Strict"}])
    return context


def desk_cookie() -> tuple[str, str]:
    """Name and value of the cookie by which a browser proves itself to an app of the tests."""
    with tempfile.TemporaryDirectory() as folder:
        desk = ThisDesk(keyed(Path(folder)))
        return desk.cookie_name, desk.cookie


def keyed(data_folder: Path) -> Path:
    """A data folder with the key of the tests."""
    key = data_folder / "desk" / "key"
    key.parent.mkdir(parents=True, exist_ok=True)
    key.write_text(KEY, "ascii")
    return data_folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A running app; `log` is what it printed."""

    url: str
    process: subprocess.Popen[bytes]
    log_file: Path

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1])

    @property
    def log(self) -> str:
        return self.log_file.read_text("utf-8", errors="replace")

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        request = urllib.request.Request(self.url + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return (
                    answer.status,
                    {k.lower(): v for k, v in answer.headers.items()},
                    answer.read(),
                )
        except urllib.error.HTTPError as error:
            with error:
                return error.code, {}, error.read()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def running_app(
    data_folder: Path,
    *arguments: str,
    port: int | None = None,
    python: str = sys.executable,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """The app on a free port of this machine, its records in `data_folder`."""
    port = port or free_port()
    keyed(data_folder)
    log_file = data_folder / "server.log"
    given = {**os.environ, "BODYMAP_DATA_DIR": str(data_folder), **(environment or {})}
    command = [python, "-m", "bodymap.cli", "app", "--port", str(port), *arguments]
    with log_file.open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=cwd, env=given)
    server = Server(f"http://127.0.0.1:{port}", process, log_file)
    try:
        _wait_until_healthy(server)
        yield server
    finally:
        server.stop()


def _wait_until_healthy(server: Server) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            if server.get("/_stcore/health")[0] == 200:
                return
        if server.process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"The app did not start:\n{server.log}")
