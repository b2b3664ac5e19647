"""How long a save takes, and what its safety costs: `python -m tests.benchmarks.save_speed`.

All are measured in the same run on the same disk, taking turns save by save, so that a busy
machine slows all alike:

- record a finding through the service: all that a click waits for, with version check, request
  id, undo step, and a commit that is safe against a power cut;
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
from typing import Final

import sqlalchemy

from bodymap.services.assessing.assessments import start_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store
from bodymap.store.guard import Journal, safe_journal
from bodymap.store.rows import finding_row
from tests.benchmarks.rows import Beside, Goal, Part, Row, number
from tests.records.builders import a_finding, an_id

ROUNDS: Final = 500
WARM_UP: Final = 20
FINDINGS_IN_ONE_ASSESSMENT: Final = 20
JOURNAL: Final = safe_journal(sqlite3.sqlite_version_info[:3])
UNSAFE: Final = Journal("wal", "NORMAL")

Save = Callable[[int], None]


def service_save(folder: Path) -> Save:
    """A finding recorded through the service, into assessments of up to twenty."""
    ports = Ports(store=open_store(folder), clock=SystemClock(), ids=SystemIds())
    drafts = [
        start_assessment(body_version="1", request_id=f"start-{start}", ports=ports)
        for start in range(0, ROUNDS + WARM_UP, FINDINGS_IN_ONE_ASSESSMENT)
    ]

    def save(turn: int) -> None:
        draft = drafts[turn // FINDINGS_IN_ONE_ASSESSMENT]
        record_finding(Editing(draft.id, "w", ports), finding=a_finding(f"m{turn}"))

    return save


def bare_save(folder: Path, journal: Journal) -> Save:
    """The same values inserted with bare sqlite3 in one transaction."""
    file = sqlite3.connect(folder / f"{journal.mode}.sqlite3", isolation_level=None)
    file.execute(f"PRAGMA journal_mode={journal.mode}")
    file.execute(f"PRAGMA synchronous={journal.synchronous}")
    row = finding_row(a_finding(), assessment_id=an_id(), position=0)
    file.execute(f"CREATE TABLE findings ({', '.join(row)})")
    file.execute("CREATE TABLE requests (id TEXT PRIMARY KEY)")
    file.execute("CREATE TABLE assessments (id TEXT PRIMARY KEY, version INTEGER)")
    file.execute("INSERT INTO assessments VALUES ('a', 1)")
    insert = f"INSERT INTO findings VALUES ({', '.join('?' for _ in row)})"  # noqa: S608

    def save(turn: int) -> None:
        file.execute("BEGIN IMMEDIATE")
        file.execute("UPDATE assessments SET version = version + 1 WHERE id = 'a'")
        file.execute(insert, tuple(row.values()))
        file.execute("INSERT INTO requests VALUES (?)", (f"r{turn}",))
        file.execute("COMMIT")

    return save


def page_save(folder: Path) -> Save:
    """One page written and fsynced."""
    file = os.open(folder / "page", os.O_CREAT | os.O_RDWR)

    def save(turn: int) -> None:
        os.pwrite(file, b"x" * 4096, turn * 4096)
        os.fsync(file)

    return save


def in_turns(saves: dict[str, Save]) -> dict[str, list[float]]:
    """Milliseconds of each save, sorted."""
    times: dict[str, list[float]] = {name: [] for name in saves}
    for turn in range(ROUNDS + WARM_UP):
        for name, save in saves.items():
            start = time.perf_counter()
            save(turn)
            times[name].append((time.perf_counter() - start) * 1e3)
    return {name: sorted(taken[WARM_UP:]) for name, taken in times.items()}


def rows(folder: Path | None = None) -> list[Row]:
    """Measure on the disk of a folder: the current one, if none is given."""
    with tempfile.TemporaryDirectory(dir=folder or Path.cwd()) as made:
        here = Path(made)
        taken = in_turns(
            {
                "service": service_save(here),
                "least": bare_save(here, JOURNAL),
                "unsafe": bare_save(here, UNSAFE),
                "disk": page_save(here),
            }
        )
    median = {name: times[len(times) // 2] for name, times in taken.items()}
    p95 = {name: times[int(len(times) * 0.95)] for name, times in taken.items()}
    p99 = {name: times[int(len(times) * 0.99)] for name, times in taken.items()}
    safe = f"{JOURNAL.mode.upper()}+{JOURNAL.synchronous}"
    least = f"the same values, bare sqlite3, {safe}"
    unsafe = "the same values, bare sqlite3, WAL+NORMAL (loses the last ones in a power cut)"
    how = f"{ROUNDS} saves of each, in turns, SQLite {sqlite3.sqlite_version}"
    return [
        Row(
            id="save_p99",
            what=f"a finding saved ({safe}), 99th percentile",
            value=p99["service"],
            unit="ms",
            part=Part.SAVING,
            goal=Goal(10),
            beside=Beside(least, p99["least"]),
            how=how,
        ),
        Row(
            id="save",
            what=f"a finding saved ({safe})",
            value=median["service"],
            p95=p95["service"],
            unit="ms",
            part=Part.SAVING,
            beside=Beside(least, median["least"]),
            how=how,
        ),
        Row(
            id="save_unsafe",
            what=f"what the safe setting costs: bare sqlite3, {safe}",
            value=median["least"],
            p95=p95["least"],
            unit="ms",
            part=Part.SAVING,
            beside=Beside(unsafe, median["unsafe"]),
            how=how,
        ),
        Row(
            id="save_disk",
            what="one 4 kB page written and fsynced, 99th percentile",
            value=p99["disk"],
            unit="ms",
            part=Part.SAVING,
            how="what the disk itself takes, in the same turns",
        ),
    ]


def main() -> int:
    """Print the figures; 1 if a save is slower than it must be."""
    parser = argparse.ArgumentParser(description="How long a save takes.")
    parser.add_argument("--folder", type=Path, help="on the disk that matters (default: here)")
    measured = rows(parser.parse_args().folder)
    versions = f"Python {platform.python_version()}, SQLAlchemy {sqlalchemy.__version__}"
    sys.stdout.write(f"{versions}, {os.cpu_count()} cores; {measured[0].how}\n")
    for row in measured:
        beside = f"   {number(row.beside.value)} ms {row.beside.name}" if row.beside else ""
        verdict = {None: "", True: "  (must 10 ms: met)", False: "  (must 10 ms: MISSED)"}[row.met]
        sys.stdout.write(f"{row.what:60}{number(row.value):>7} ms{verdict}{beside}\n")
    return int(any(row.met is False for row in measured))


if __name__ == "__main__":
    sys.exit(main())
