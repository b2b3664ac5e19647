"""What a person does on the body, as typed operations read from untrusted JSON.

Coordinates are view units: x to the right, y down, in the picture of the named view.
"""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final

from bodymap.body import Body, Stroke, StrokeKind
from bodymap.errors import OperationRefused

MOST_POINTS: Final = 4_000
"""Most points of one stroke; a hand at 60 points a second draws for over a minute."""
MOST_RADIUS: Final = 200.0
"""Widest brush, in view units: a fifth of a full view."""
_ID: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")
_LOOKED_AT: Final = re.compile(r"[a-z][a-z_]{0,30}")
_KEYS: Final = frozenset({*(str(n) for n in range(11)), "p", "a", "n"})


@dataclass(frozen=True)
class Vocabulary:
    """What an operation may name: views with their sizes in view units, and regions."""

    views: Mapping[str, tuple[float, float]]
    regions: AbstractSet[str]

    @classmethod
    def of(cls, body: Body) -> "Vocabulary":
        """The views and regions of a figure."""
        views = {view.id: (view.width, view.height) for view in body.views.values()}
        return cls(views=views, regions=frozenset(body.regions))


@dataclass(frozen=True)
class Operation:
    """One thing done. `number` counts a browser window's operations from 1."""

    number: int


@dataclass(frozen=True)
class AddPoint(Operation):
    """Set a mark; its id was made in the browser."""

    mark_id: str
    view: str
    x: float
    y: float


@dataclass(frozen=True)
class AddStroke(Operation):
    """Draw in a view."""

    stroke_id: str
    view: str
    stroke: Stroke


@dataclass(frozen=True)
class MoveMark(Operation):
    """Move a mark to another point."""

    mark_id: str
    view: str
    x: float
    y: float


@dataclass(frozen=True)
class RemoveMark(Operation):
    """Remove a mark."""

    mark_id: str


@dataclass(frozen=True)
class SelectMark(Operation):
    """Take a mark to hand, or none."""

    mark_id: str | None


@dataclass(frozen=True)
class PickRegion(Operation):
    """Ask about a region."""

    region: str


@dataclass(frozen=True)
class LookAt(Operation):
    """Look at a view, or at an inset by its id; None for the whole body.

    Told only where the page's address names views. Which names there are is the page's business.
    """

    view: str | None


@dataclass(frozen=True)
class PressKey(Operation):
    """A key pressed while a mark is at hand: 0 to 10, p, a or n."""

    mark_id: str
    key: str


@dataclass(frozen=True)
class Undo(Operation):
    """Take the last step back."""


@dataclass(frozen=True)
class Redo(Operation):
    """Repeat the step that was taken back last."""


def parse(raw: Mapping[str, Any], number: int, known: Vocabulary) -> Operation:
    """Read one operation.

    Args:
        raw: As it came from the browser.
        number: Its place in the window's log, already checked.
        known: What it may name.

    Raises:
        OperationRefused: a field is missing, of another kind, not finite, out of range, or names
            something that is not there.
    """
    name = raw.get("op")
    reader = _READERS.get(name) if isinstance(name, str) else None
    if reader is None:
        raise OperationRefused("op", name, f"one of {', '.join(_READERS)}")
    return reader(raw, number, known)


def _id(raw: Mapping[str, Any]) -> str:
    value = raw.get("id")
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise OperationRefused("id", value, "8 to 64 letters, digits, '-' or '_'")
    return value


def _view(raw: Mapping[str, Any], known: Vocabulary) -> str:
    value = raw.get("view")
    if not isinstance(value, str) or value not in known.views:
        raise OperationRefused("view", value, "a view of this figure")
    return value


def _region(raw: Mapping[str, Any], known: Vocabulary) -> str:
    value = raw.get("region")
    if not isinstance(value, str) or value not in known.regions:
        raise OperationRefused("region", value, "a region of this figure")
    return value


def _number(value: object, field: str, low: float, high: float) -> float:
    # A bool is an int in Python, but no coordinate; an int may be too large to be a float.
    if type(value) in {int, float} and low <= value <= high:  # type: ignore[operator]
        return float(value)  # type: ignore[arg-type]
    raise OperationRefused(field, value, f"a number from {low:g} to {high:g}")


def _point(x: object, y: object, size: tuple[float, float]) -> tuple[float, float]:
    return _number(x, "x", 0, size[0]), _number(y, "y", 0, size[1])


def _add(raw: Mapping[str, Any], number: int, known: Vocabulary) -> Operation:
    view = _view(raw, known)
    x, y = _point(raw.get("x"), raw.get("y"), known.views[view])
    return AddPoint(number, _id(raw), view, x, y)


def _move(raw: Mapping[str, Any], number: int, known: Vocabulary) -> Operation:
    view = _view(raw, known)
    x, y = _point(raw.get("x"), raw.get("y"), known.views[view])
    return MoveMark(number, _id(raw), view, x, y)


def _stroke(raw: Mapping[str, Any], number: int, known: Vocabulary) -> Operation:
    view = _view(raw, known)
    kinds = {kind.value.lower(): kind for kind in StrokeKind}
    name = raw.get("kind")
    kind = kinds.get(name) if isinstance(name, str) else None
    if kind is None:
        raise OperationRefused("kind", name, f"one of {', '.join(kinds)}")
    if kind is StrokeKind.REGION:
        return AddStroke(number, _id(raw), view, Stroke(kind, (), region=_region(raw, known)))
    radius = _number(raw.get("radius"), "radius", 0.5, MOST_RADIUS)
    points = _points(raw.get("points"), known.views[view])
    return AddStroke(number, _id(raw), view, Stroke(kind, points, radius))


def _points(raw: object, size: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    if not isinstance(raw, list) or not 1 <= len(raw) <= MOST_POINTS:
        count = len(raw) if isinstance(raw, list) else raw
        raise OperationRefused("points", count, f"1 to {MOST_POINTS} points")
    width, height = size
    read = []
    for pair in raw:
        if not isinstance(pair, list) or len(pair) != 2:  # noqa: PLR2004 - x and y
            raise OperationRefused("points", pair, "pairs of x and y")
        # A stroke may leave the picture; what lies outside covers nothing.
        x = _number(pair[0], "x", -MOST_RADIUS, width + MOST_RADIUS)
        read.append((x, _number(pair[1], "y", -MOST_RADIUS, height + MOST_RADIUS)))
    return tuple(read)


def _remove(raw: Mapping[str, Any], number: int, _known: Vocabulary) -> Operation:
    return RemoveMark(number, _id(raw))


def _select(raw: Mapping[str, Any], number: int, _known: Vocabulary) -> Operation:
    return SelectMark(number, None if raw.get("id") is None else _id(raw))


def _pick(raw: Mapping[str, Any], number: int, known: Vocabulary) -> Operation:
    return PickRegion(number, _region(raw, known))


def _look(raw: Mapping[str, Any], number: int, _known: Vocabulary) -> Operation:
    view = raw.get("view")
    if view is not None and not (isinstance(view, str) and _LOOKED_AT.fullmatch(view)):
        raise OperationRefused("view", view, "small letters, or nothing")
    return LookAt(number, view)


def _key(raw: Mapping[str, Any], number: int, _known: Vocabulary) -> Operation:
    key = raw.get("key")
    if not isinstance(key, str) or key not in _KEYS:
        raise OperationRefused("key", key, "0 to 10, p, a or n")
    return PressKey(number, _id(raw), key)


_Reader = Callable[[Mapping[str, Any], int, Vocabulary], Operation]
_READERS: Final[dict[str, _Reader]] = {
    "add": _add,
    "stroke": _stroke,
    "move": _move,
    "remove": _remove,
    "select": _select,
    "pick": _pick,
    "look": _look,
    "key": _key,
    "undo": lambda _raw, number, _known: Undo(number),
    "redo": lambda _raw, number, _known: Redo(number),
}
