"""Bodymap from a terminal.

`bodymap app` starts the pages; every other command answers in plain lines, or in JSON with
`--json`, and with exit code 2 and one clear line when something is wrong.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence

from bodymap import files
from bodymap.errors import BodymapError

BAD_INPUT = 2
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bodymap", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    app = commands.add_parser("app", help="start the pages on this machine")
    app.add_argument("--address", default="127.0.0.1", help="interface to listen on")
    app.add_argument("--port", type=int, default=8501, help="port to listen on")
    app.add_argument("--host-name", help="name or address under which browsers reach this machine")

    checking = commands.add_parser("check", help="check the atlas files")
    checking.add_argument("folder", nargs="?", help="atlas folder (the shipped one)")
    checking.add_argument("--json", action="store_true", help="answer in JSON")
    return parser


def _start_app(*, address: str, port: int, host_name: str | None) -> int:
    """Start the server in place of this process; returns only if that is not possible."""
    command = [sys.executable, "-m", "streamlit", "run", str(files.shipped_root() / "app.py")]
    command += ["--server.address", address, "--server.port", str(port)]
    if host_name or address not in _LOOPBACK:
        command += ["--browser.serverAddress", host_name or address]
    print(f"Bodymap is at http://{host_name or address}:{port}  (Ctrl+C stops it)", flush=True)
    if os.name == "posix":
        os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, no shell
    return subprocess.run(command, check=False).returncode  # noqa: S603 - as above


def _check(*, folder: str | None, as_json: bool) -> int:
    # Imported here, because starting the app should not wait for the atlas.
    from bodymap.atlas.checking import check  # noqa: PLC0415

    problems = check(files.assets("atlas") if folder is None else files.named(folder))
    if as_json:
        print(json.dumps({"problems": [str(problem) for problem in problems]}))
    else:
        for problem in problems:
            print(problem)
        print("The atlas is in order." if not problems else f"{len(problems)} to mend.")
    return BAD_INPUT if problems else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = _parser().parse_args(arguments)
    try:
        if given.command == "app":
            return _start_app(address=given.address, port=given.port, host_name=given.host_name)
        return _check(folder=given.folder, as_json=given.json)
    except BodymapError as error:
        print(f"bodymap: {error}", file=sys.stderr)
        return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
