"""What the figures were measured on and with."""

import datetime as dt
import importlib.metadata
import os
import platform
import resource
import sqlite3
import subprocess
from pathlib import Path

from tools import chromium

PACKAGES = (
    "streamlit",
    "plotly",
    "numpy",
    "sqlalchemy",
    "pydantic",
    "pillow",
    "shapely",
    "playwright",
)


def _after(name: str, file: Path) -> str | None:
    """Value of the first line `name : value` of a system file; None without it."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError:
        return None
    for line in lines:
        key, _, value = line.replace("=", ":", 1).partition(":")
        if key.strip() == name:
            return value.strip().strip('"')
    return None


def processor() -> str:
    named = _after("model name", Path("/proc/cpuinfo"))
    return named or platform.processor() or platform.machine()


def memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def system() -> str:
    return _after("PRETTY_NAME", Path("/etc/os-release")) or platform.platform(terse=True)


def browser() -> str:
    path = chromium.installed()
    if path is None:
        return "no Chromium"
    asked = subprocess.run([path, "--version"], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


def load() -> float:
    """Processes that wanted to run during the last minute."""
    return os.getloadavg()[0]


def lines() -> list[str]:
    """The machine and the versions, one line each."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    cores = f"{os.cpu_count()} cores, which server and browser share"
    memory = f"{memory_gb():.0f} GB of memory"
    return [
        f"Measured {dt.datetime.now(dt.UTC):%d %B %Y}, load before the run {load():.1f}.",
        f"{processor()}, {cores}, {memory}, {system()} ({platform.machine()}).",
        f"Python {platform.python_version()}, {browser()} (headless, no GPU).",
        f"{versions}, SQLite {sqlite3.sqlite_version}.",
    ]


def peak_megabytes() -> float:
    """The most memory that this process had at any time.

    What `resource` says includes, after a process was started by another, what that one had.
    """
    peak = _after("VmHWM", Path("/proc/self/status"))
    if peak is not None:
        return int(peak.split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
