"""What was made beside what is kept: lost, doubled, in the wrong place.

What should be kept is worked out here again from the operations alone, by rules of its own that
know nothing of the program's.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

READING = {"select", "look", "pick"}
Operation = Mapping[str, Any]
Item = dict[str, Any]
"""What is said of a finding, a pain or an arrow, by the name of what is said."""
Things = dict[str, Item]
"""The items of a record by their ids."""


@dataclass(frozen=True)
class Name:
    """Which operation: of which record, by which browser window, and its number there."""

    record: str
    window: str
    number: int


@dataclass
class Ledger:
    """Everything that was made, as the browser noted it at that moment.

    Attributes:
        made: The operations.
        clashes: Operations that took the number of another one.
    """

    made: dict[Name, Operation] = field(default_factory=dict)
    clashes: list[Name] = field(default_factory=list)

    def note(self, name: Name, operation: Operation) -> None:
        if self.made.setdefault(name, operation) != operation:
            self.clashes.append(name)

    @property
    def changing(self) -> dict[Name, Operation]:
        """Those that change a record."""
        return {name: each for name, each in self.made.items() if each["op"] not in READING}


@dataclass(frozen=True)
class Kept:
    """What the store holds.

    Attributes:
        done: Names of the operations that were carried out, in that order.
        refused: Names of those that were refused, which was shown.
        records: What each record holds.
    """

    done: tuple[Name, ...]
    refused: frozenset[Name]
    records: Mapping[str, Things]


@dataclass
class Outcome:
    """What is wrong, one line each."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)

    @property
    def counts(self) -> tuple[int, int, int]:
        return len(self.lost), len(self.doubled), len(self.misplaced)


def reckon(ledger: Ledger, kept: Kept) -> Outcome:
    """Compare."""
    made, outcome = ledger.changing, Outcome()
    done = set(kept.done)
    outcome.lost += [f"number taken by another: {name}" for name in ledger.clashes]
    outcome.lost += [
        f"neither carried out nor refused: {name} {made[name]}"
        for name in made
        if name not in done | kept.refused
    ]
    outcome.doubled += [f"carried out and never made: {name}" for name in done - made.keys()]
    outcome.doubled += [f"carried out and refused: {name}" for name in done & kept.refused]
    last: Counter[tuple[str, str]] = Counter()
    for name in kept.done:
        window = (name.record, name.window)
        if name.number < last[window]:
            outcome.misplaced.append(f"out of turn: {name}")
        last[window] = max(last[window], name.number)
    for record, things in kept.records.items():
        order = [(name, made[name]) for name in kept.done if name.record == record and name in made]
        _compare(record, expected(order, outcome), things, outcome)
    missing = {name.record for name in kept.done} - kept.records.keys()
    outcome.lost += [f"a whole record: {record}" for record in missing]
    return outcome


@dataclass
class _Step:
    name: str
    item: str
    before: Item | None
    after: Item | None
    off: bool = False


def expected(order: Iterable[tuple[Name, Operation]], outcome: Outcome) -> Things:
    """What a record holds after these operations, one after the other."""
    things: Things = {}
    steps: dict[str, list[_Step]] = {}
    for name, operation in order:
        own = steps.setdefault(name.window, [])
        if operation["op"] in {"undo", "redo"}:
            _step(things, own, operation, name, outcome)
            continue
        item, after = _meant(things, operation)
        before = things.get(item)
        _put(things, item, after)
        if after != before:
            own[:] = [step for step in own if not step.off]
            own.append(_Step(str(name.number), item, before, after))
    return things


def _step(
    things: Things, own: list[_Step], operation: Operation, name: Name, outcome: Outcome
) -> None:
    """Take a step of this window back, or repeat it."""
    back = operation["op"] == "undo"
    wanted = str(operation["step"]).removeprefix(f"{name.window}:")
    found = [step for step in own if step.name == wanted and step.off != back]
    if not found or things.get(found[0].item) != (found[0].after if back else found[0].before):
        outcome.misplaced.append(f"another step than the one meant: {name} {operation}")
        return
    found[0].off = back
    _put(things, found[0].item, found[0].before if back else found[0].after)


def _put(things: Things, item: str, said: Item | None) -> None:
    if said is None:
        things.pop(item, None)
    else:
        things[item] = said


def _meant(things: Things, operation: Operation) -> tuple[str, Item | None]:
    """Which item an operation is about, and what is said of it then."""
    item = str(operation.get("mark") or operation["id"])
    before = things.get(item, {})
    match operation["op"]:
        case "add" | "move":
            place = (operation["view"], float(operation["x"]), float(operation["y"]))
            return item, {**before, "place": place}
        case "remove":
            return item, None
        case "key" if operation.get("question"):
            return item, _said(before, operation["question"], operation["key"], unsaid="n")
        case "key":
            return item, {**before, "pain": int(operation["key"])}
        case "arrow":
            ends = tuple(operation[end] for end in ("view", "x", "y", "to_view", "to_x", "to_y"))
            return item, {"arrow": ends}
        case "stroke":
            drawn = (operation["view"], operation["kind"], _points(operation["points"]))
            return item, {"strokes": (*before.get("strokes", ()), drawn)}
    message = f"no rule for {operation}"
    raise ValueError(message)


def _said(before: Item, question: str, key: str, *, unsaid: str) -> Item:
    after = {**before, question: key}
    if key == unsaid:
        del after[question]
    return after


def _points(points: Iterable[Iterable[float]]) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(float(value) for value in point) for point in points)


def _compare(record: str, wanted: Things, kept: Things, outcome: Outcome) -> None:
    for item in wanted.keys() - kept.keys():
        outcome.lost.append(f"{record}: {item} {wanted[item]}")
    for item in kept.keys() - wanted.keys():
        outcome.doubled.append(f"{record}: {item} {kept[item]}")
    for item in wanted.keys() & kept.keys():
        for what in sorted(wanted[item].keys() | kept[item].keys()):
            if what != "strokes" and wanted[item].get(what) != kept[item].get(what):
                said = f"{wanted[item].get(what)} is {kept[item].get(what)}"
                outcome.misplaced.append(f"{record}: {item} {what} {said}")
    _compare_strokes(record, wanted, kept, outcome)


def _compare_strokes(record: str, wanted: Things, kept: Things, outcome: Outcome) -> None:
    meant, there = _strokes(wanted), _strokes(kept)
    gone, more = meant - there, there - meant
    for item, stroke in list(gone.elements()):
        elsewhere = next((each for each in more if each[1] == stroke and more[each]), None)
        if elsewhere is None:
            outcome.lost.append(f"{record}: stroke of {item} {stroke}")
        else:
            more[elsewhere] -= 1
            outcome.misplaced.append(f"{record}: stroke of {item} in {elsewhere[0]} {stroke}")
    for item, stroke in more.elements():
        outcome.doubled.append(f"{record}: stroke in {item} {stroke}")


def _strokes(things: Things) -> Counter[tuple[str, Any]]:
    """Strokes with what they lie in; those of items that are missing whole are counted there."""
    return Counter(
        (item, stroke) for item, said in things.items() for stroke in said.get("strokes", ())
    )
