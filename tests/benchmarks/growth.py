"""What lists, searches, opening and saving cost at a thousand, ten and a hundred thousand records.

python -m tests.benchmarks.growth

CPU time of this process, so that a busy machine can be measured too; saving waits for the disk and
is told by the clock.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

from bodymap.body import Laterality
from bodymap.records.question import (
    DrawnPain,
    FoundPoint,
    NotSeen,
    Question,
    Treated,
    Visited,
)
from bodymap.records.signs import State
from bodymap.services.assessing.assessments import (
    list_assessments,
    open_assessment,
    start_assessment,
)
from bodymap.services.assessing.findings import record_finding
from bodymap.services.drawing.deriving import layers_of
from bodymap.services.drawing.drawings import list_drawings, open_drawing
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written
from bodymap.services.people.persons import find_persons, open_person
from bodymap.services.questions.asking import find_answers
from bodymap.services.visits.time_line import time_line
from bodymap.store import open_store
from bodymap.ui.people import time_line as axis
from bodymap.ui.session import Workspace
from tests.benchmarks.filled import (
    ASSESSMENT,
    DRAWING,
    PERSON,
    VISITS_EACH,
    fill,
    name_of,
    ports_of,
    record_id,
)
from tests.benchmarks.rows import Goal, Part, Row, number, with_unit
from tests.benchmarks.start_pages import SCRIPTS, cost, open_records
from tests.records.builders import a_finding
from tests.shipped import body

SIZES: Final = (1_000, 10_000, 100_000)
RUNS: Final = 40
ON_PAGE: Final = 50
MS: Final = 1e3
PEOPLE_MS: Final = 60
ASSESS_MS: Final = 25
ASKED_MS: Final = 50
PERSON_MS: Final = 150
THIRTY: Final = 30
FIRST: Final = record_id(PERSON, 0)
Work = Callable[[int], object]


@dataclass
class Grown:
    """One figure at every size.

    Attributes:
        what: What was done.
        unit: Of the values.
        goal: What must hold at the largest size.
        values: By number of assessments.
    """

    what: str
    unit: str
    goal: Goal | None = None
    values: dict[int, float] = field(default_factory=dict)

    @property
    def factor(self) -> float:
        """How many times larger the figure of the largest size is than that of the smallest."""
        least, most = self.values[min(self.values)], self.values[max(self.values)]
        return most / least if least else 1.0


def works(ports: Ports, assessments: int) -> Iterator[tuple[str, Work]]:
    """What is done, each with the number of the run."""
    people = assessments // VISITS_EACH

    def somebody(run: int) -> int:
        """The number of a person, an even one: none of these is deleted."""
        return run * 7919 % (people // 2) * 2

    def theirs(kind: int, run: int) -> str:
        """Their first record of a kind."""
        return record_id(kind, somebody(run) * VISITS_EACH)

    yield (
        f"a page of {ON_PAGE} people listed",
        lambda _: find_persons(ports=ports, limit=ON_PAGE),
    )
    yield (
        "a person found by the beginnings of her names",
        lambda run: _found(ports, name_of(somebody(run))),
    )
    yield "a person opened", lambda run: _person(ports, record_id(PERSON, somebody(run)))
    yield (
        f"a page of {ON_PAGE} assessments listed",
        lambda _: list_assessments(ports=ports, limit=ON_PAGE),
    )
    yield "the open drafts listed", lambda _: list_assessments(ports=ports, only_open=True, limit=8)
    yield (
        "an assessment opened",
        lambda run: open_assessment(assessment_id=theirs(ASSESSMENT, run), ports=ports),
    )
    yield (
        "a drawing opened, with its cells",
        lambda run: _drawing(ports, theirs(DRAWING, run)),
    )


def questions(drawn_in: str) -> dict[str, Question]:
    """What is asked over everybody, by what it is called; the pain is in one of the regions drawn.

    One visit in twenty has the muscle, one drawing in twenty the pain, one treatment in twenty a
    reaction; everybody was treated.
    """
    found = FoundPoint(muscle="infraspinatus", state=State.ACTIVE, laterality=Laterality.RIGHT)
    pain = DrawnPain(site=drawn_in, at_least=5)
    reaction = Treated(with_reaction=True)
    return {
        "an active trigger point of a muscle, one side": Question(conditions=(found,)),
        "a pain of 5 or more": Question(conditions=(pain,)),
        "not seen for 3 months": Question(conditions=(NotSeen(months=3),)),
        "a treatment with a reaction": Question(conditions=(reaction,)),
        "three of these together": Question(conditions=(found, pain, reaction)),
        "any of three": Question(conditions=(found, pain, reaction), any_of=True),
        "what is so of everybody (treated at all)": Question(conditions=(Treated(),)),
        "visits of one month": Question(
            conditions=(Visited(),), since=date(2020, 1, 1), until=date(2020, 1, 31)
        ),
    }


def asked(ports: Ports) -> Iterator[tuple[str, Work]]:
    """Questions over everybody: counted, and the first page of the answers."""
    with ports.store.reading() as unit:
        kept = unit.drawings.derived(record_id(DRAWING, 7))
    assert kept is not None
    bases = {body().region(row.region).base for row in kept.regions}
    site = next(each.id for each in body().sites.values() if bases & set(each.regions))
    for what, question in questions(site).items():

        def ask(_: int, question: Question = question) -> None:
            found = find_answers(question=question, body=body(), ports=ports, limit=ON_PAGE)
            assert found.total

        yield f"asked of everybody: {what}", ask


def _found(ports: Ports, name: str) -> None:
    given, family, _ = name.split()
    page = find_persons(ports=ports, query=f"{given[:3]} {family[:3]}", limit=ON_PAGE)
    assert page.items


def _person(ports: Ports, person_id: str) -> None:
    open_person(person_id=person_id, ports=ports)
    list_assessments(ports=ports, person_id=person_id, limit=ON_PAGE)
    list_drawings(ports=ports, person_id=person_id, limit=ON_PAGE)


def record_thirty(ports: Ports) -> None:
    """Give the first person the visits and drawings of two others, so that there are thirty."""

    def work(unit: UnitOfWork) -> None:
        for records, kind in ((unit.assessments, ASSESSMENT), (unit.drawings, DRAWING)):
            records.set_deleted(record_id(kind, 1), None)
        for other in (2, 4):
            numbers = range(other * VISITS_EACH, (other + 1) * VISITS_EACH)
            for records, kind in ((unit.assessments, ASSESSMENT), (unit.drawings, DRAWING)):
                ids = [record_id(kind, number) for number in numbers]
                theirs = record_id(PERSON, other)
                records.give(ids, from_id=theirs, to_id=FIRST, at=ports.clock.now())

    written(ports, work)


def _time_line(workspace: Workspace) -> None:
    events = time_line(person_id=FIRST, body=body(), ports=workspace.ports)
    axis.markup(workspace, body(), events)


def _drawing(ports: Ports, drawing_id: str) -> None:
    drawing = open_drawing(drawing_id=drawing_id, ports=ports)
    layers_of(drawing, body=body(), ports=ports)


def cpu_ms(work: Work, runs: int) -> float:
    """Median CPU milliseconds of a run, the first three left out."""
    each = []
    for run in range(runs + 3):
        start = time.process_time()
        work(run)
        each.append((time.process_time() - start) * MS)
    return median(each[3:])


def saved_ms(ports: Ports, runs: int) -> float:
    """Median milliseconds, by the clock, until a finding is safe."""
    draft = start_assessment(body_version="1", request_id="growth", ports=ports)
    each = []
    for run in range(runs):
        start = time.perf_counter()
        record_finding(Editing(draft.id, "w", ports), finding=a_finding(f"g{run}"))
        each.append((time.perf_counter() - start) * MS)
    return median(each)


def grown(sizes: tuple[int, ...] = SIZES, runs: int = RUNS) -> list[Grown]:
    """Measure at every size, on the disk of the current folder."""
    found: dict[str, Grown] = {}

    def note(what: str, size: int, value: float, unit: str, goal: Goal | None = None) -> None:
        found.setdefault(what, Grown(what, unit, goal)).values[size] = value

    for size in sizes:
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as made:
            folder = Path(made)
            store = open_store(folder)
            start = time.process_time()
            fill(store, size)
            taken = time.process_time() - start
            note("the records made, with bulk inserts", size, taken, "s CPU")
            ports = ports_of(store)
            for what, work in works(ports, size):
                note(what, size, cpu_ms(work, runs), "ms CPU")
            for what, work in asked(ports):
                note(what, size, cpu_ms(work, runs), "ms CPU", Goal(ASKED_MS))
            note("a finding saved", size, saved_ms(ports, runs), "ms")
            store.close()
            workspace = open_records(folder)
            record_thirty(ports)
            events = len(time_line(person_id=FIRST, body=body(), ports=ports))
            assert events == THIRTY, events
            note(
                f"the time line of {THIRTY} visits, read and drawn",
                size,
                cpu_ms(lambda _, place=workspace: _time_line(place), runs),
                "ms CPU",
                Goal(PERSON_MS),
            )
            what = f"a person's page with {THIRTY} visits, its whole script"
            note(what, size, cost(SCRIPTS["people"], person=FIRST), "ms CPU", Goal(PERSON_MS))
            goals = {"people": Goal(PEOPLE_MS), "assess": Goal(ASSESS_MS)}
            for name, script in SCRIPTS.items():
                what = f"start of the page {name.title()}, its whole script"
                note(what, size, cost(script), "ms CPU", goals[name])
    return list(found.values())


def rows(measured: Sequence[Grown]) -> list[Row]:
    """Those of which something must hold, at the largest size."""
    return [
        Row(
            id=f"growth_{place}",
            what=f"{each.what}, {max(each.values):,} assessments",
            value=each.values[max(each.values)],
            unit=each.unit,
            part=Part.GROWTH,
            goal=each.goal,
        )
        for place, each in enumerate(measured)
        if each.goal is not None
    ]


def growth_table(grown: Sequence[Grown]) -> str:
    """Every figure at every size, and how many times the last is the first."""
    sizes = sorted({size for each in grown for size in each.values})
    lines = [
        f"| what | {' | '.join(f'{size:,}' for size in sizes)} | growth |",
        "| --- " * (len(sizes) + 2) + "|",
    ]
    lines += [
        f"| {each.what} | {' | '.join(with_unit(each.values[size], each.unit) for size in sizes)} "
        f"| {number(each.factor)} |"
        for each in grown
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table."""
    sys.stdout.write(growth_table(grown()))


if __name__ == "__main__":
    main()
