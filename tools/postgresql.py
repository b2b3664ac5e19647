"""Find the programs of PostgreSQL, install them where that can be done, and run a private server.

    python tools/postgresql.py

installs Debian's package `postgresql` as root, where the programs are missing. Tests start a server
of their own with them: on a socket in a folder of its own, reached by no network, gone afterwards.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Safe for tests alone: what is written need not survive a power cut.
SETTINGS = {"listen_addresses": "", "fsync": "off", "max_connections": "60"}
ACCOUNTS = ("postgres", "nobody")
PATIENCE_S = "60"


def programs() -> Path | None:
    """Folder of `initdb` and `pg_ctl`; None where there are none, or they cannot be run."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    folder = next((each for each in folders if (each / "initdb").exists()), None)
    return None if folder is None or _account() is None else folder


@contextmanager
def server() -> Iterator[str]:
    """A server with an empty database, for as long as the block lasts; its address."""
    at = programs()
    if at is None:
        message = "The programs of PostgreSQL are not here: install the package `postgresql`."
        raise RuntimeError(message)
    folder = Path(tempfile.mkdtemp(prefix="bodymap-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _account() or "")
    data, options = folder / "data", " ".join(f"-c {k}='{v}'" for k, v in SETTINGS.items())
    control: list[str | Path] = [
        at / "pg_ctl",
        "-D",
        data,
        "-w",
        "-t",
        PATIENCE_S,
        "-l",
        folder / "log",
    ]
    try:
        make = ["-U", "bodymap", "-A", "trust", "-E", "UTF8", "--no-sync"]
        _run([at / "initdb", "-D", data, *make])
        _run([*control, "-o", f"{options} -k {folder}", "start"])
        try:
            yield f"postgresql+psycopg://bodymap@/postgres?host={folder}"
        finally:
            _run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _account() -> str | None:
    """Account that runs the server: it refuses to run as root. Empty for the present one."""
    if os.geteuid() != 0:
        return ""
    import pwd  # noqa: PLC0415 - not on every system

    known = {entry.pw_name for entry in pwd.getpwall()}
    able = shutil.which("setpriv") is not None
    return next((name for name in ACCOUNTS if able and name in known), None)


def _run(command: list[str | Path]) -> None:
    as_other: list[str] = []
    if os.geteuid() == 0:
        as_other += ["setpriv", f"--reuid={_account()}", "--clear-groups"]
    done = subprocess.run(
        [*as_other, *map(str, command)],
        check=False,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or f"{command[0]} failed")


def main() -> None:
    """Install the programs if there are none, where that is possible."""
    if programs() is not None:
        return
    if not (Path("/etc/debian_version").exists() and os.geteuid() == 0):
        print("PostgreSQL is not here: the tests of the store run without it.", file=sys.stderr)
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-y", "-qq", "postgresql"]):
        subprocess.run(["apt-get", *step], check=True, env=quiet, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
