"""Imports that are damaged, made up or hostile, tried one after the other as the page does it.

`python -m tests.exchange.attacks 5000` prints how many were refused or taken, the slowest, and the
memory that was needed. Whatever comes, it is refused with a place and a reason and nothing has
changed, or what was shown is there whole.
"""

import io
import json
import random
import sqlite3
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from bodymap.errors import BodymapError, ImportRefused
from bodymap.exchange.forms import Form, open_records, write_records
from bodymap.exchange.report.blocks import Report
from bodymap.exchange.report.pdf import to_pdf
from bodymap.records.portable import Portable, Whole, id_of, kind_of
from bodymap.services.exchanging.gathering import Chosen, gather
from bodymap.services.exchanging.importing import Arriving, carry_out, plan_import
from bodymap.services.exchanging.names import known_names
from bodymap.services.exchanging.plan import Plan
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import SqlStore, open_store
from bodymap.store.engine import FILE_NAME
from tests import shipped
from tests.benchmarks.machine import peak_megabytes
from tests.exchange.archive.archives import RECORDS, entry, zipped
from tests.exchange.fhir.bundles import mapper, of_alma
from tests.exchange.fhir.foreign_bundles import ANNA, foreign, pain
from tests.records.builders import NOON

Chance = random.Random
Change = Callable[[bytes, Chance], bytes]
REFUSED: Final = "refused"
PIECES: Final = [
    b"null", b"NaN", b"-1", b"1e999", b"-Infinity", b"[", b"]", b"{", b"}", b'"', b",", b":",
    b"\n", b"\r\n", b"\x00", rb"\ud800", b"\xff", b"\xef\xbb\xbf", b"=1+1", b"'", b'"id":"x",',
    b"9" * 400, b"true", b"../", b"%s", b"<x>", b"\xe2\x80\xae",
]  # fmt: skip
HUGE: Final = 3_000_000
DEEP: Final = 20_000


@cache
def written(form: Form, *, alma: bool) -> bytes:
    records = of_alma() if alma else RECORDS
    target = io.BytesIO()
    parts = lambda kind: [each for each in records if kind_of(each) == kind]  # noqa: E731
    write_records(target, parts, form=form, at=NOON, mapper=mapper())
    return target.getvalue()


@cache
def report() -> bytes:
    said = Report("Report", (), (), "Notice.", "Foot")
    return to_pdf(said, at=NOON, records=written(Form.ARCHIVE, alma=True))


def within(data: bytes, change: Change, chance: Chance) -> bytes:
    """A zip with one of its files changed and everything that names its size set right."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(set(files) - {"manifest.json"}))
    files[name] = change(files[name], chance)
    if "manifest.json" in files:
        manifest = json.loads(files["manifest.json"])
        manifest["files"][name] = entry(files[name])
        files["manifest.json"] = json.dumps(manifest).encode()
    return zipped(files)


def truncated(data: bytes, chance: Chance) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def pieces(data: bytes, chance: Chance) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(made) + 1)
        piece = chance.choice([*PIECES, chance.randbytes(chance.randint(1, 20))])
        made[at : at + chance.choice((0, 1, len(piece)))] = piece
    return bytes(made)


def huge(data: bytes, chance: Chance) -> bytes:
    piece = chance.choice([b"9", b"a", b" ", b"[", b"\x00", b'{"a":', b'"x",', b"\n", b",", b"1,"])
    at = chance.randrange(len(data) + 1)
    return data[:at] + piece * (HUGE // len(piece)) + data[at:]


def deep(data: bytes, chance: Chance) -> bytes:
    start, end = chance.choice([(b"[", b"]"), (b'{"a":', b"}")])
    at = data.find(chance.choice([b"null", b"[]", b'""', b"1", b"{"]))
    levels = chance.choice([100, 900, DEEP])
    return data[:at] + start * levels + b"1" + end * levels + data[at + 1 :]


def swapped(data: bytes, chance: Chance) -> bytes:
    """Ids in each other's places, of several kinds."""
    ids = sorted({id_of(each).encode() for each in (*RECORDS, *of_alma())})
    one, other = chance.sample(ids, 2)
    return data.replace(one, other, chance.randint(1, 4))


def retyped(data: bytes, chance: Chance) -> bytes:
    """JSON, or one line of it, with anything in the place of anything, or a name twice."""
    lines = data.splitlines() or [b""]
    number = chance.randrange(len(lines)) if data.count(b"\n") else 0
    try:
        value = json.loads(data if len(lines) == 1 else lines[number])
    except ValueError:
        return pieces(data, chance)
    for _ in range(chance.randint(1, 2)):
        _retype(value, chance)
    text = json.dumps(value, allow_nan=True)
    if chance.random() < 0.2:
        name = chance.choice(['"id"', '"record"', '"resourceType"', '"type"'])
        text = text.replace(name, f'{name}: "x", {name}', 1)
    lines[number] = text.encode()
    return b"\n".join([*lines, b""]) if len(lines) > 1 else lines[0]


def _retype(value: Any, chance: Chance) -> None:
    """Put something else in one place of a value."""
    anything: list[Any] = [
        None, True, -1, 0, 1e308, float("nan"), float("inf"), 2**70, "", "x", "\ud800", "=cmd()",
        "a" * 5_000, [], [[]], {}, {"a": {}}, [None] * 50, "9999-12-31T23:59:59Z", "../../x",
    ]  # fmt: skip
    while isinstance(value, dict | list) and value:
        keys = [*value] if isinstance(value, dict) else [*range(len(value))]
        key = chance.choice(keys)
        if not isinstance(value[key], dict | list) or not value[key] or chance.random() < 0.25:
            value[key] = chance.choice(anything)
            return
        value = value[key]


def bomb(_: bytes, chance: Chance) -> bytes:
    """A zip that grows beyond measure, plain or beside a manifest."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        if chance.random() < 0.5:
            archive.writestr("manifest.json", b'{"format":"bodymap-archive","version":1}')
        name = chance.choice(["people.jsonl", "people.csv", "codebook.csv", "x", "../x", "/etc/x"])
        archive.writestr(name, b"\x00" * chance.choice([HUGE, 10 * HUGE]))
    return target.getvalue()


def elsewhere(_: bytes, chance: Chance) -> bytes:
    """A file of another program, or none at all."""
    noise = chance.randbytes(chance.choice([0, 1, 100, 100_000]))
    return chance.choice(
        [
            noise, b"%PDF-1.7\n" + noise, b"PK\x03\x04" + noise, b"{" + noise, b"\x89PNG" + noise,
            b"{}", b"[]", b"null", b'{"resourceType":"Patient"}', b'{"resourceType":"Bundle"}',
            zipped({"word/document.xml": noise}), b"SQLite format 3\x00" + noise, b"a,b\r\n1,2\r\n",
            zipped({"codebook.csv": noise}), zipped({"manifest.json": noise}),
        ]
    )  # fmt: skip


BYTES: Final[dict[str, Change]] = {
    "truncated": truncated,
    "pieces": pieces,
    "bomb": bomb,
    "of elsewhere": elsewhere,
}
INSIDE: Final[dict[str, Change]] = {
    "truncated inside": truncated,
    "pieces inside": pieces,
    "huge": huge,
    "deep": deep,
    "swapped ids": swapped,
    "other types, names twice": retyped,
}


def attack(chance: Chance) -> tuple[str, str, bytes]:
    """Form, kind and bytes of an import."""
    form = chance.choice(["archive", "report", "tables", "bundle", "other's bundle"])
    inside = chance.random() < 0.7
    kind = chance.choice(sorted(INSIDE if inside else BYTES))
    change = INSIDE[kind] if inside else BYTES[kind]
    if form == "other's bundle":
        return form, kind, change(foreign(ANNA, pain()).encode(), chance)
    if form == "bundle":
        release = chance.choice([Form.FHIR_R4, Form.FHIR_R5])
        return form, kind, change(written(release, alma=chance.random() < 0.5), chance)
    if form == "report":
        if inside:
            changed = within(written(Form.ARCHIVE, alma=True), change, chance)
            said = Report("Report", (), (), "Notice.", "Foot")
            return form, kind, to_pdf(said, at=NOON, records=changed)
        return form, kind, change(report(), chance)
    data = written(Form(form), alma=chance.random() < 0.5)
    return form, kind, within(data, change, chance) if inside else change(data, chance)


@dataclass
class Tried:
    """What became of many imports.

    Attributes:
        fates: How many were refused, and taken with so many kinds of left parts, by form and kind.
        wrong: What must not be: seed, form, kind and what happened.
        slowest: Most CPU seconds of one.
        slowest_was: Its seed, form and kind.
        megabytes: Most memory of the process at any time.
    """

    fates: dict[str, dict[str, int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_was: str = ""
    megabytes: float = 0.0

    def note(self, form: str, kind: str, fate: str) -> None:
        counted = self.fates.setdefault(f"{form}, {kind}", {})
        counted[fate] = counted.get(fate, 0) + 1


class Target:
    """A practice with records of its own, into which everything is imported."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE_NAME
        self.store: SqlStore = open_store(folder)
        self.ports = Ports(store=self.store, clock=SystemClock(), ids=SystemIds())
        self.known = known_names(shipped.body(), shipped.atlas())
        self.empty = self.dump()

    def try_import(self, data: bytes) -> str:
        """What becomes of an import.

        Raises:
            AssertionError: something was half written, or refused without a place or reason.
        """
        before = self.dump()
        try:
            arrived = open_records(io.BytesIO(data), mapper(), at=NOON)
            arriving = Arriving(arrived.records, "attack", arrived.written_at, self.known)
            plan = plan_import(arriving, ports=self.ports)
            assert self.dump() == before, "showing it has changed something"
            done = carry_out(arriving, expected=plan, ports=self.ports)
        except ImportRefused as error:
            refused = error
        else:
            refused = None
        if refused is not None:
            assert all((refused.path, refused.reason)), "refused without a place or reason"
            assert self.dump() == before, "refused, and something has changed"
            return REFUSED
        assert done == plan, "done otherwise than shown"
        assert all(left.path and left.reason for left in arrived.left), "left without a reason"
        self._must_be_whole(done, {id_of(each): each for each in arriving.records()})
        self._clear()
        assert self.dump() == self.empty, "what was taken cannot be removed"
        return "taken in part" if arrived.left else "taken"

    def _must_be_whole(self, done: Plan, came: dict[str, Portable]) -> None:
        ids = {kind: tuple(line.id for line in done.lines if line.kind == kind) for kind in KINDS}
        read = gather(Chosen(ids), ports=self.ports)
        for kind in KINDS:
            kept = {id_of(each): each for each in read(kind)}
            assert set(kept) == set(ids[kind]), "taken, and not there"
            for record_id, each in kept.items():
                assert _said(each) == _said(came[record_id]), "taken, and something else is there"

    def _clear(self) -> None:
        now = self.ports.clock.now()
        with self.store.writing() as unit:
            for records in (unit.drawings, unit.assessments, unit.persons):
                records.erase_known(lambda _: True)
            unit.commit()
        assert now

    def dump(self) -> Counter[tuple[Any, ...]]:
        """All that is recorded, but for the register of what was removed."""
        found: Counter[tuple[Any, ...]] = Counter()
        connection = sqlite3.connect(self.file)
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if name not in {"erased", "settings"} and not name.startswith("sqlite_"):
                rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
                found.update((name, *row) for row in rows)
        connection.close()
        return found


KINDS: Final = ("person", "assessment", "drawing")


def _said(portable: Portable) -> tuple[Any, ...]:
    """What a record says, but for its code and what it is attached to, which may be new here."""
    if not isinstance(portable, Whole):
        return (portable,)
    return tuple(
        each.model_dump(exclude={"code", "assessment_id"})
        for each in (portable.record, *portable.editions)
    )


def tried(count: int, first: int = 0) -> Tried:
    """Try so many imports."""
    result = Tried()
    with tempfile.TemporaryDirectory() as folder:
        target = Target(Path(folder))
        for seed in range(first, first + count):
            form, kind, data = attack(Chance(seed))
            start = time.process_time()
            try:
                fate = target.try_import(data)
            except (AssertionError, BodymapError, Exception) as error:  # noqa: BLE001 - told below
                fate = "wrong"
                result.wrong.append(f"{seed}, {form}, {kind}: {type(error).__name__} {error}"[:300])
            took = time.process_time() - start
            if took > result.slowest:
                result.slowest, result.slowest_was = took, f"{seed}, {form}, {kind}"
            result.note(form, kind, fate)
        target.store.close()
    result.megabytes = peak_megabytes()
    return result


def main() -> None:
    """Try as many as the first argument says, and print what became of them."""
    count, first = ([int(each) for each in sys.argv[1:] if each.isdigit()] + [0])[:2]
    result = tried(count, first)
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps(asdict(result)))
        return
    for name, fates in sorted(result.fates.items()):
        sys.stdout.write(f"{name:45}{', '.join(f'{n} {fate}' for fate, n in fates.items())}\n")
    sys.stdout.write(f"slowest {result.slowest:.2f} s CPU ({result.slowest_was})\n")
    sys.stdout.write(f"at most {result.megabytes:.0f} MB\n")
    sys.stdout.write("".join(f"WRONG {each}\n" for each in result.wrong))


if __name__ == "__main__":
    main()
