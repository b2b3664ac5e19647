"""How long a save takes, and what its safety costs. Run: `python -m tests.benchmarks.save_speed`

Every row is measured in the same run on the same disk, taking turns save by save, so that a busy
machine slows all rows alike:

- record a finding through the service: the whole of what a click waits for, with version check,
  request id, undo step, and a commit that is safe against a power cut;
- the same values in one transaction of bare `sqlite3` under the same journal settings: the least
  that such a save can take;
- the same under WAL with NORMAL, which most guides recommend: faster, and it lost the last
  records in simulated power cuts;
- one 4 kB page written and fsynced: what the disk itself takes.
"""

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import sqlalchemy

from bodymap import services
from bodymap.services import Ports, SystemClock, SystemIds
from bodymap.store import open_store
from bodymap.store.guard import Journal, safe_journal
from bodymap.store.rows import finding_row
from tests.records.builders import a_finding, an_id

MUST_P99_MS = 10.0
FINDINGS_IN_ONE_ASSESSMENT = 20


def service_save(folder: Path) -> Callable[[int], None]:
    """A finding recorded through the service; a new assessment after every twenty."""
    ports = Ports(store=open_store(folder), clock=SystemClock(), ids=SystemIds())
    draft = services.start_assessment(request_id="start", ports=ports)

    def save(number: int) -> None:
        nonlocal draft
        services.record_finding(
            assessment_id=draft.id, finding=a_finding(f"m{number}"), client_id="w", ports=ports
        )

    def save_and_turn(number: int) -> None:
        save(number)

    def before(number: int) -> None:
        nonlocal draft
        if number % FINDINGS_IN_ONE_ASSESSMENT == 0:
            draft = services.start_assessment(request_id=f"start-{number}", ports=ports)

    save_and_turn.before = before  # type: ignore[attr-defined]
    return save_and_turn


def bare_save(folder: Path, journal: Journal) -> Callable[[int], None]:
    """The same values inserted with bare sqlite3 in one transaction."""
    file = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    file.execute(f"PRAGMA journal_mode={journal.mode}")
    file.execute(f"PRAGMA synchronous={journal.synchronous}")
    row = finding_row(a_finding(), assessment_id=an_id(), position=0)
    file.execute(f"CREATE TABLE findings ({', '.join(row)})")
    file.execute("CREATE TABLE requests (id TEXT PRIMARY KEY)")
    file.execute("CREATE TABLE assessments (id TEXT PRIMARY KEY, version INTEGER)")
    file.execute("INSERT INTO assessments VALUES ('a', 1)")
    marks = ", ".join("?" for _ in row)

    def save(number: int) -> None:
        file.execute("BEGIN IMMEDIATE")
        file.execute("UPDATE assessments SET version = version + 1 WHERE id = 'a'")
        file.execute(f"INSERT INTO findings VALUES ({marks})", tuple(row.values()))  # noqa: S608
        file.execute("INSERT INTO requests VALUES (?)", (f"r{number}",))
        file.execute("COMMIT")

    return save


def page_save(folder: Path) -> Callable[[int], None]:
    """One page written and fsynced."""
    file = os.open(folder / "page", os.O_CREAT | os.O_RDWR)

    def save(number: int) -> None:
        os.pwrite(file, b"x" * 4096, number * 4096)
        os.fsync(file)

    return save


def measure(saves: dict[str, Callable[[int], None]], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each save, in turns."""
    times: dict[str, list[float]] = {name: [] for name in saves}
    for number in range(rounds + 20):
        for name, save in saves.items():
            getattr(save, "before", lambda _: None)(number)
            start = time.perf_counter()
            save(number)
            times[name].append((time.perf_counter() - start) * 1e3)
    return {name: sorted(taken[20:]) for name, taken in times.items()}


def main() -> int:
    """Print the table; 1 if the save is slower than it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--folder", type=Path, help="on the disk that matters (default: here)")
    given = parser.parse_args()

    journal = safe_journal(sqlite3.sqlite_version_info[:3])
    safe = f"{journal.mode.upper()}+{journal.synchronous}"
    with tempfile.TemporaryDirectory(dir=given.folder or Path.cwd()) as made:
        folders = {name: Path(made, name) for name in ("service", "safe", "guide", "page")}
        for folder in folders.values():
            folder.mkdir()
        service = f"record a finding, service and store, {safe}"
        times = measure(
            {
                service: service_save(folders["service"]),
                f"same values, bare sqlite3, {safe}": bare_save(folders["safe"], journal),
                "same values, bare sqlite3, WAL+NORMAL (loses the last ones)": bare_save(
                    folders["guide"], Journal("wal", "NORMAL")
                ),
                "one 4 kB page, fsync": page_save(folders["page"]),
            },
            given.rounds,
        )
    print(
        f"SQLite {sqlite3.sqlite_version}, SQLAlchemy {sqlalchemy.__version__}, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {given.rounds} saves each"
    )
    print(f"| {'what':60s} | median ms | p99 ms |\n| --- | --- | --- |")
    for name, taken in times.items():
        p99 = taken[int(len(taken) * 0.99)]
        print(f"| {name:60s} | {taken[len(taken) // 2]:9.2f} | {p99:6.2f} |")
    p99 = times[service][int(len(times[service]) * 0.99)]
    print(f"must: p99 <= {MUST_P99_MS:g} ms; {'met' if p99 <= MUST_P99_MS else 'NOT met'}")
    return 0 if p99 <= MUST_P99_MS else 1


if __name__ == "__main__":
    sys.exit(main())
