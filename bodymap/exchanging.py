"""Records out and in from a terminal: archives, backups and their restoring."""

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from bodymap import files
from bodymap.analysis.coding.answered import NUMBERINGS
from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.errors import FileNotWritten, ImportRefused
from bodymap.exchange.arrival import Arrival
from bodymap.exchange.fhir.mapping import Mapper
from bodymap.exchange.forms import Form, Said, open_records, write_records
from bodymap.exchange.writing import fresh_file
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.exchanging.importing import Arriving, carry_out, plan_import
from bodymap.services.exchanging.names import known_names
from bodymap.services.exchanging.plan import Fate, Plan
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.maintaining.tidying import tidy
from bodymap.services.maintaining.time_zone import get_time_zone
from bodymap.services.people.persons import find_persons
from bodymap.store import open_store
from bodymap.store.backup import Backup, back_up, restore
from bodymap.store.register import UNDO_NAME

IN_WORDS: Final = {
    Fate.NEW: "new",
    Fate.RECODED: "new, with another code, as its own is taken here",
    Fate.BACK: "removed for good here, and coming back",
    Fate.SAME: "here already, and the same",
    Fate.DIFFERS: "here already, and different: what is here stays",
    Fate.DELETED: "deleted here, and left so: bring it back first",
}
_ONE_AND_MANY: Final[dict[str, tuple[str, str]]] = {
    "person": ("person", "people"),
    "assessment": ("assessment", "assessments"),
    "drawing": ("drawing", "drawings"),
}
_MOST_NAMED: Final = 20


def export_records(given: argparse.Namespace) -> int:
    """Write the records of everybody, or of the people named."""
    with _ports() as ports:
        people = tuple(_person(who, ports) for who in given.person)
        selection = Selection(person_ids=people, everything=given.everything)
        chosen = choose(selection, ports=ports)
        with fresh_file(files.named(given.file)) as file:
            counts = write_records(
                file,
                gather(chosen, ports=ports),
                form=_form(given),
                at=ports.clock.now(),
                mapper=_mapper(Body.load()),
                to_server=given.transaction,
            )
    told = ", ".join(_counted(count, kind) for kind, count in counts.items())
    print(f"{given.file}: {told}.")
    return 0


def _form(given: argparse.Namespace) -> Form:
    """The form that was asked for, else the one that the name of the file says."""
    if given.form is not None:
        return Form(given.form)
    return Form.FHIR_R4 if given.file.lower().endswith(".json") else Form.ARCHIVE


def _mapper(body: Body) -> Mapper:
    return Mapper(body.as_figure, Atlas.load(body=body))


def import_records(given: argparse.Namespace) -> int:
    """Say what importing a file would do, and do it if that was asked for."""
    path, body = files.named(given.file), Body.load()
    mapper = _mapper(body)
    try:
        opened = path.open("rb")
    except OSError as error:
        raise ImportRefused(path.name, error.strerror or "it cannot be opened") from error
    with opened as file, _ports() as ports:
        said = Said(_charts(given.chart), get_time_zone(ports=ports))
        arrived = open_records(file, mapper, at=ports.clock.now(), said=said)
        known = known_names(body, mapper.atlas)
        arriving = Arriving(arrived.records, path.name[:200], arrived.written_at, known)
        plan = plan_import(arriving, ports=ports)
        if given.yes:
            carry_out(arriving, expected=plan, ports=ports)
            tidy(ports=ports, body=body)
    if given.json:
        print(json.dumps(_as_json(plan, arrived, imported=given.yes)))
        return 0
    for line in _told(plan, arrived):
        print(line)
    print("Imported." if given.yes else "Nothing was imported yet. Give --yes to import this.")
    return 0


def _charts(given: list[str]) -> dict[str, str]:
    """The chart of each question, as given."""
    charts = dict(each.rpartition("=")[::2] for each in given)
    for question, chart in charts.items():
        if not question or chart not in NUMBERINGS:
            reason = f"write QUESTION=CHART; charts are {', '.join(NUMBERINGS)}"
            raise ImportRefused(f"--chart {question}={chart}", reason)
    return charts


def write_backup(given: argparse.Namespace) -> int:
    """Write a proven backup."""
    made = back_up(files.data_folder(), files.named(given.file))
    print(f"{given.file}: {_held(made)}. Restored into a second file, it was the same.")
    return 0


def restore_backup(given: argparse.Namespace) -> int:
    """Put a backup in place of the records."""
    folder = files.data_folder()
    made = restore(folder, files.named(given.file))
    print(f"Restored: {_held(made)}.")
    if made.removed:
        print(f"{made.removed} records were removed for good since, and were not restored.")
    print(f"To undo this: bodymap restore {folder / UNDO_NAME}")
    return 0


@contextmanager
def _ports() -> Iterator[Ports]:
    store = open_store(files.data_folder())
    try:
        yield Ports(store=store, clock=SystemClock(), ids=SystemIds())
    finally:
        store.close()


def _person(who: str, ports: Ports) -> str:
    """Id of the person that is named by id, code or name."""
    found = find_persons(ports=ports, query=who, sample=None, archived=None)
    named = [line.id for line in found if who in {line.person.name, line.person.code}]
    if len(named) > 1:
        raise FileNotWritten(who, f"{len(named)} people are called so; give the code or id of one")
    if named:
        return named[0]
    if len(found) == 1:
        return found[0].id
    return who


def _counted(count: int, kind: str) -> str:
    return f"{count} {_ONE_AND_MANY[kind][count != 1]}"


def _held(made: Backup) -> str:
    counts = {"person": made.people, "assessment": made.assessments, "drawing": made.drawings}
    return ", ".join(_counted(count, kind) for kind, count in counts.items())


def _told(plan: Plan, arrived: Arrival) -> Iterator[str]:
    for kind, counts in plan.counts.items():
        yield _counted(sum(counts.values()), kind)
        for fate, count in counts.items():
            yield f"  {count} {IN_WORDS[fate]}"
    odd = plan.of(Fate.RECODED, Fate.BACK, Fate.DIFFERS, Fate.DELETED)
    for line in odd[:_MOST_NAMED]:
        yield f"{line.kind} {line.label}: {IN_WORDS[line.fate]}"
    if len(odd) > _MOST_NAMED:
        yield f"and {len(odd) - _MOST_NAMED} more; --json names them all"
    for line in plan.lines:
        if line.is_loose:
            yield f"{line.kind} {line.label}: its assessment is neither here nor in the file"
    for left in arrived.left[:_MOST_NAMED]:
        yield f"not taken, {left.path}: {left.reason}"
    if len(arrived.left) > _MOST_NAMED:
        yield f"and {len(arrived.left) - _MOST_NAMED} more not taken; --json names them all"


def _as_json(plan: Plan, arrived: Arrival, *, imported: bool) -> dict[str, object]:
    return {
        "imported": imported,
        "records": [
            {"kind": line.kind, "id": line.id, "label": line.label, "fate": line.fate.lower()}
            for line in plan.lines
        ],
        "left": [left._asdict() for left in arrived.left],
    }
