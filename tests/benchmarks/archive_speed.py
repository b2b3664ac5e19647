"""How long a practice takes to leave, to be removed, and to come back, and in how much memory:
`python -m tests.benchmarks.archive_speed`.

Ten visits a person, each an assessment with two findings and a drawing with a stroke, finished.
They are archived, removed for good, and imported again as the page does it: plan first, then the
import, then what is kept beside the records. Each is done in a process of its own, so that its
memory can be told. Afterwards the database must hold the same rows, and an archive written anew the
same bytes.
"""

import hashlib
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from bodymap.exchange.archive.manifest import FILES
from bodymap.exchange.archive.reading import open_archive
from bodymap.exchange.archive.writing import write_archive
from bodymap.records.portable import Portable, Whole, kind_of
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.exchanging.importing import Arriving, carry_out, plan_import
from bodymap.services.exchanging.names import known_names
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.maintaining.tidying import tidy
from bodymap.store import open_store
from bodymap.store.engine import FILE_NAME
from tests import shipped
from tests.benchmarks.filled import POINTS, VISITS_EACH, name_of
from tests.benchmarks.machine import peak_megabytes
from tests.benchmarks.rows import Goal, Part, Row, number
from tests.records.builders import NOON, a_finding, a_pain_drawing, a_person, a_point, an_assessment

VISITS: Final = 10_000
ARCHIVE: Final = "archive.zip"
TABLES: Final = (
    "persons", "person_words", "assessments", "findings", "drawings", "editions", "mark_cells",
    "marked_regions",
)  # fmt: skip
OF_THIS_MACHINE: Final = frozenset({"changed_at"})
_FINISHED: Final = {"status": "FINISHED", "editions": 1, "finished_at": NOON, "finished_by": "Kim"}


def record_id(kind: int, counted: int) -> str:
    return f"{counted:08x}-0000-7000-8000-{kind:012x}"


def records(visits: int) -> Iterator[Portable]:
    """So many visits of a tenth as many people."""
    stroke = {"kind": "BRUSH", "points": [(300 + 2.5 * n, 250 + n) for n in range(POINTS)]}
    view = {"view": "back", "strokes": (stroke,)}
    drawing = {"figure": "neutral", "body_version": "1", "views": (view,)}
    mark = {"id": "m", "drawing": drawing, "intensity": {"nrs": 6, "recall": "NOW"}}
    hit = shipped.body().hit("back", 310.5, 250.5)
    assert hit is not None
    place = a_point(x=310.5, y=250.5, cell=hit.cell, region=hit.region)
    found = tuple(a_finding(f"f{n}", place=place, muscle="infraspinatus") for n in range(2))
    visit = an_assessment(reason="shoulder", findings=found, **_FINISHED)
    drawn = a_pain_drawing(marks=(mark,), **_FINISHED)
    for person in range(visits // VISITS_EACH):
        yield a_person(id=record_id(1, person), name=name_of(person))
    for n in range(visits):
        whose = {"person_id": record_id(1, n // VISITS_EACH), "code": f"A{n:05d}"}
        made = visit.changed(id=record_id(2, n), examined_at=NOON + timedelta(hours=n), **whose)
        yield Whole(made, (made,))
    for n in range(visits):
        whose = {"person_id": record_id(1, n // VISITS_EACH), "code": f"D{n:05d}"}
        made = drawn.changed(id=record_id(3, n), drawn_at=NOON + timedelta(hours=n), **whose)
        yield Whole(made, (made,))


class Practice:
    """A practice in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = open_store(folder)
        self.ports = Ports(store=self.store, clock=SystemClock(), ids=SystemIds())

    def bring(self) -> None:
        """Import the archive as the page does it."""
        known = known_names(shipped.body(), shipped.atlas())
        with (self.folder / ARCHIVE).open("rb") as file:
            archive = open_archive(file)
            arriving = Arriving(archive.records, ARCHIVE, archive.written_at, known)
            plan = plan_import(arriving, ports=self.ports)
            carry_out(arriving, expected=plan, ports=self.ports)
        tidy(ports=self.ports, body=shipped.body())

    def archive(self) -> None:
        """Write everything as an archive."""
        chosen = choose(Selection(everything=True), ports=self.ports)
        with (self.folder / ARCHIVE).open("wb") as file:
            write_archive(file, gather(chosen, ports=self.ports), at=NOON)

    def remove(self) -> None:
        """Remove everybody for good."""
        now = self.ports.clock.now()
        with self.store.writing() as unit:
            for person_id in choose(Selection(everything=True), ports=self.ports).ids["person"]:
                unit.persons.set_deleted(person_id, now)
            unit.persons.erase(deleted_before=now + timedelta(days=1))
            unit.commit()


def dump(folder: Path) -> dict[str, str]:
    """A hash of what each table says of the records, but for times of this machine."""
    found: dict[str, str] = {}
    connection = sqlite3.connect(folder / FILE_NAME)
    for table in TABLES:
        told = connection.execute(f"PRAGMA table_info({table})").fetchall()
        columns = ", ".join(name for _, name, *_ in told if name not in OF_THIS_MACHINE)
        rows = connection.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}")  # noqa: S608
        digest = hashlib.sha256()
        for row in rows:
            digest.update(repr(row).encode())
        found[table] = digest.hexdigest()
    connection.close()
    return found


@dataclass(frozen=True)
class Cost:
    """What a step needed.

    Attributes:
        seconds: From its start to its end, without the start of Python.
        megabytes: The most memory of its process.
    """

    seconds: float
    megabytes: float


Step = Callable[[Path, str], Cost]


def step_apart(folder: Path, name: str) -> Cost:
    """Do a step in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.archive_speed", name, str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    return Cost(*map(float, said.stdout.split()))


def step_here(folder: Path, name: str) -> Cost:
    """Do a step in this process, whose memory says little about it."""
    practice = Practice(folder)
    start = time.perf_counter()
    STEPS[name](practice)
    took = time.perf_counter() - start
    practice.store.close()
    return Cost(took, peak_megabytes())


STEPS: Final = {
    "archived": Practice.archive,
    "removed": Practice.remove,
    "imported": Practice.bring,
}
_IN_WORDS: Final = {
    "archived": "written as an archive",
    "removed": "removed for good",
    "imported": "imported again, plan first, and what is kept beside them made",
}


def left_and_came_back(visits: int, step: Step = step_apart) -> dict[str, Cost]:
    """Archive, remove and import so many visits; what each step cost.

    Raises:
        AssertionError: what came back is not what left.
    """
    made = [*records(visits)]
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        with (folder / ARCHIVE).open("wb") as file:
            of = {kind: [each for each in made if kind_of(each) == kind] for kind in FILES}
            write_archive(file, of.__getitem__, at=NOON)
        step(folder, "imported")
        before = dump(folder)
        costs = {"archived": step(folder, "archived")}
        left = (folder / ARCHIVE).read_bytes()
        costs["removed"] = step(folder, "removed")
        assert dump(folder) != before
        costs["imported"] = step(folder, "imported")
        assert dump(folder) == before
        step(folder, "archived")
        assert (folder / ARCHIVE).read_bytes() == left
    return costs


def rows(visits: int = VISITS, step: Step = step_apart) -> list[Row]:
    """Measure in a folder beside the tests."""
    costs = left_and_came_back(visits, step)
    how = f"as many drawings, {visits // VISITS_EACH:,} people; the same rows afterwards"
    return [
        Row(
            id="archive_whole",
            what=f"{visits:,} assessments archived, removed for good and imported",
            value=sum(cost.seconds for cost in costs.values()),
            unit="s",
            part=Part.SAVING,
            goal=Goal(60) if visits == VISITS else None,
            how=how,
        ),
        *(
            Row(
                id=f"archive_{name}",
                what=f"{visits:,} assessments {_IN_WORDS[name]}",
                value=cost.seconds,
                unit="s",
                part=Part.SAVING,
            )
            for name, cost in costs.items()
        ),
        Row(
            id="archive_memory",
            what="the most memory of any of these",
            value=max(cost.megabytes for cost in costs.values()),
            unit="MB",
            part=Part.SAVING,
            goal=Goal(300),
            how="of the whole process, figure and atlas included",
        ),
    ]


def main() -> None:
    """Print the figures, or do one step."""
    if sys.argv[1:2] and sys.argv[1] in STEPS:
        cost = step_here(Path(sys.argv[2]), sys.argv[1])
        sys.stdout.write(f"{cost.seconds} {cost.megabytes}\n")
        return
    for row in rows(*map(int, sys.argv[1:])):
        sys.stdout.write(f"{row.what:90}{number(row.value):>7} {row.unit}  {row.how}\n")


if __name__ == "__main__":
    main()
