"""How long a practice takes to leave, to be removed, and to come back: `python -m
tests.benchmarks.archive_speed`.

Ten visits a person, each an assessment with two findings and a drawing with a stroke, finished.
They are archived, removed for good, and imported again as the page does it, plan first; then an
archive written anew must hold the same bytes.
"""

import io
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bodymap.exchange.archive.reading import open_archive
from bodymap.exchange.archive.writing import write_archive
from bodymap.records.portable import Portable, Whole, kind_of
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.exchanging.importing import Arriving, carry_out, plan_import
from bodymap.services.exchanging.names import known_names
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store
from tests import shipped
from tests.benchmarks.filled import POINTS, VISITS_EACH, name_of
from tests.benchmarks.rows import Goal, Part, Row, number
from tests.records.builders import NOON, a_finding, a_pain_drawing, a_person, a_point, an_assessment

VISITS: Final = 10_000
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


@dataclass
class Practice:
    """A practice in a folder, and how long its work took, in seconds."""

    folder: Path
    took: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.store = open_store(self.folder)
        self.ports = Ports(store=self.store, clock=SystemClock(), ids=SystemIds())
        self.known = known_names(shipped.body(), shipped.atlas())

    def bring(self, data: bytes, name: str) -> None:
        start = time.perf_counter()
        archive = open_archive(io.BytesIO(data))
        arriving = Arriving(archive.records, "in.zip", archive.written_at, self.known)
        plan = plan_import(arriving, ports=self.ports)
        carry_out(arriving, expected=plan, ports=self.ports)
        self.took[name] = time.perf_counter() - start

    def archived(self, name: str) -> bytes:
        start = time.perf_counter()
        target = io.BytesIO()
        chosen = choose(Selection(everything=True), ports=self.ports)
        write_archive(target, gather(chosen, ports=self.ports), at=NOON)
        self.took[name] = time.perf_counter() - start
        return target.getvalue()

    def remove(self, people: int, now: datetime) -> None:
        start = time.perf_counter()
        with self.store.writing() as unit:
            for person in range(people):
                unit.persons.set_deleted(record_id(1, person), now)
            assert unit.persons.erase(deleted_before=now + timedelta(days=1)) == people
            unit.commit()
        self.took["erased"] = time.perf_counter() - start


def rows(visits: int = VISITS) -> list[Row]:
    """Measure in a folder beside the tests."""
    made = [*records(visits)]
    first = io.BytesIO()
    write_archive(first, lambda kind: [each for each in made if kind_of(each) == kind], at=NOON)
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        practice = Practice(Path(folder))
        practice.bring(first.getvalue(), "first")
        before = practice.archived("archived")
        practice.remove(visits // VISITS_EACH, practice.ports.clock.now())
        practice.bring(before, "restored")
        assert practice.archived("again") == before
        practice.store.close()
    took = practice.took
    how = f"{visits:,} assessments, as many drawings, {visits // VISITS_EACH:,} people; then equal"
    whole = sum(took[name] for name in ("archived", "erased", "restored"))
    parts = {
        "archived": "written as an archive",
        "erased": "removed for good",
        "restored": "imported again, plan first",
    }
    return [
        Row(
            id="archive_whole",
            what=f"{visits:,} assessments archived, removed for good and imported",
            value=whole,
            unit="s",
            part=Part.SAVING,
            goal=Goal(60) if visits == VISITS else None,
            how=how,
        ),
        *(
            Row(
                id=f"archive_{name}",
                what=f"{visits:,} assessments {words}",
                value=took[name],
                unit="s",
                part=Part.SAVING,
                how=f"archive of {len(before) / 1e6:.1f} MB" if name == "archived" else "",
            )
            for name, words in parts.items()
        ),
    ]


def main() -> None:
    """Print the figures."""
    for row in rows():
        sys.stdout.write(f"{row.what:70}{number(row.value):>7} {row.unit}  {row.how}\n")


if __name__ == "__main__":
    main()
