"""Start a plain Streamlit script with the settings Bodymap itself runs with."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.serving import START_S, Server, free_port

ROOT = Path(__file__).parents[2]
"""Where `.streamlit/config.toml` is read from, so that both screens have the same settings."""


@contextlib.contextmanager
def running_script(script: str, data_folder: Path) -> Iterator[Server]:
    """`script` of this folder on a free port of this machine."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(Path(__file__).with_name(script))]
    command += ["--server.port", str(port)]
    log_file = data_folder / f"{script}.log"
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    with log_file.open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT, env=given)
    server = Server(f"http://127.0.0.1:{port}", process, log_file)
    try:
        wait_until_healthy(server)
        yield server
    finally:
        server.stop()


def wait_until_healthy(server: Server) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and server.process.poll() is None:
        with contextlib.suppress(OSError):
            if server.get("/_stcore/health")[0] == 200:
                return
        time.sleep(0.01)
    raise AssertionError(f"The app did not start:\n{server.log}")
