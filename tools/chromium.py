"""Find a Chromium for the browser tests, and install one where none is found.

    python tools/chromium.py

An installed Chromium or Chrome is used; on Debian as root the `chromium` package is installed;
elsewhere Playwright's own browser.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")

#: Switches that keep a test browser from calling its maker and from needing a GPU.
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def installed() -> str | None:
    """Path of an installed Chromium or Chrome; `BODYMAP_CHROMIUM` names another."""
    named = os.environ.get("BODYMAP_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, NAMES)), None)
    return found or (str(MAC) if MAC.exists() else None)


def switches() -> list[str]:
    """Command line switches; as root Chromium does not start with its sandbox."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if as_root else [])]


def _is_debian_root() -> bool:
    return Path("/etc/debian_version").exists() and os.geteuid() == 0


def main() -> None:
    """Install a browser if there is none."""
    if installed():
        return
    if hasattr(os, "geteuid") and _is_debian_root():
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *step], check=True, env=quiet, stdout=subprocess.DEVNULL)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    main()
