"""Reading operations from untrusted JSON: typed values, or a refusal that says why."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from bodymap.body import Stroke, StrokeKind
from bodymap.body.strokes import MOST_POINTS
from bodymap.canvas.operations import (
    AddArrow,
    AddPoint,
    AddStroke,
    Figures,
    LookAt,
    MoveMark,
    Operation,
    PickRegion,
    PressKey,
    Redo,
    RemoveMark,
    SelectMark,
    Undo,
    Vocabulary,
)
from bodymap.errors import OperationRefused

MOST_TOGETHER: Final = 12_000
"""Most points of all parts of a stroke; a browser thins a longer one until it fits."""
MOST_RUNS: Final = 60
"""Most parts of a stroke: 50 of one radius each where the pressure changes, and the length."""
MOST_RADIUS: Final = 200.0
"""Widest brush, in view units: a fifth of a full view."""
_ID: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")
_LOOKED_AT: Final = re.compile(r"[a-z][a-z_]{0,30}")
_NAME: Final = re.compile(r"[a-z][a-z_]{0,39}")
_STEP: Final = re.compile(r"[A-Za-z0-9_:-]{1,150}")
_PLACE: Final = re.compile(r"[0-9a-f]{8}")
_NUMBERS: Final = frozenset(str(n) for n in range(11))
_ANSWERS: Final = frozenset({"p", "a", "n"})


def parse(raw: Mapping[str, Any], number: int, known: Figures) -> Operation:
    """Read one operation.

    Args:
        raw: As it came from the browser.
        number: Its place in the window's log, already checked.
        known: What it may name, by figure.

    Raises:
        OperationRefused: a field is missing, of another kind, not finite, out of range, or names
            something that is not there.
    """
    name = raw.get("op")
    reader = _READERS.get(name) if isinstance(name, str) else None
    if reader is None:
        raise OperationRefused("op", name, f"one of {', '.join(_READERS)}")
    return reader(raw, number, known)


def _id(raw: Mapping[str, Any], field: str = "id") -> str:
    return _matching(_ID, raw.get(field), field, "8 to 64 letters, digits, '-' or '_'")


def _on(raw: Mapping[str, Any], figures: Figures) -> tuple[str, Vocabulary]:
    """The figure it was done on, and what can be named there."""
    value = raw.get("figure")
    known = figures(value) if isinstance(value, str) and _NAME.fullmatch(value) else None
    if known is None:
        raise OperationRefused("figure", value, "a figure that there is")
    return str(value), known


def _view(raw: Mapping[str, Any], known: Vocabulary, field: str = "view") -> str:
    value = raw.get(field)
    if not isinstance(value, str) or value not in known.views:
        raise OperationRefused(field, value, "a view of this figure")
    return value


def _matching(pattern: re.Pattern[str], value: object, field: str, allowed: str) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise OperationRefused(field, value, allowed)
    return value


def _earlier(raw: Mapping[str, Any], field: str, number: int) -> int | None:
    """Number of this or an earlier operation, or None."""
    value = raw.get(field)
    if value is None or (type(value) is int and 1 <= value <= number):
        return value
    raise OperationRefused(field, value, f"a number from 1 to {number}")


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


def _point(
    raw: Mapping[str, Any], size: tuple[float, float], prefix: str = ""
) -> tuple[float, float]:
    x, y = f"{prefix}x", f"{prefix}y"
    return _number(raw.get(x), x, 0, size[0]), _number(raw.get(y), y, 0, size[1])


def _add(raw: Mapping[str, Any], number: int, figures: Figures) -> Operation:
    figure, known = _on(raw, figures)
    view = _view(raw, known)
    x, y = _point(raw, known.views[view])
    return AddPoint(number, _id(raw), figure, view, x, y)


def _move(raw: Mapping[str, Any], number: int, figures: Figures) -> Operation:
    figure, known = _on(raw, figures)
    view = _view(raw, known)
    x, y = _point(raw, known.views[view])
    return MoveMark(number, _id(raw), figure, view, x, y, _was(raw.get("was"), known))


def _was(raw: object, known: Vocabulary) -> str | tuple[str, float, float] | None:
    if isinstance(raw, Mapping):
        view = _view(raw, known)
        return view, *_point(raw, known.views[view])
    return None if raw is None else _matching(_PLACE, raw, "was", "where it was seen to be")


def _stroke(raw: Mapping[str, Any], number: int, figures: Figures) -> Operation:
    figure, known = _on(raw, figures)
    view = _view(raw, known)
    mark_id = None if raw.get("mark") is None else _id(raw, "mark")

    def drawn(*strokes: Stroke) -> AddStroke:
        begun, undone = (_earlier(raw, field, number) for field in ("begun", "undone"))
        return AddStroke(number, _id(raw), figure, view, strokes, mark_id, begun, undone)

    kinds = {kind.value.lower(): kind for kind in StrokeKind}
    name = raw.get("kind")
    kind = kinds.get(name) if isinstance(name, str) else None
    if kind is None:
        raise OperationRefused("kind", name, f"one of {', '.join(kinds)}")
    if kind is StrokeKind.REGION:
        return drawn(Stroke(kind, (), region=_region(raw, known)))
    runs = _runs(raw.get("runs", [raw]))
    size = known.views[view]
    strokes = tuple(Stroke(kind, _points(run.get("points"), size), _radius(run)) for run in runs)
    if sum(len(stroke.points) for stroke in strokes) > MOST_TOGETHER:
        raise OperationRefused("runs", len(runs), f"at most {MOST_TOGETHER} points together")
    return drawn(*strokes)


def _runs(raw: object) -> list[Mapping[str, Any]]:
    if not isinstance(raw, list) or not 1 <= len(raw) <= MOST_RUNS:
        count = len(raw) if isinstance(raw, list) else raw
        raise OperationRefused("runs", count, f"1 to {MOST_RUNS} parts")
    for run in raw:
        if not isinstance(run, Mapping):
            raise OperationRefused("runs", run, "parts with points and a radius")
    return raw


def _radius(raw: Mapping[str, Any]) -> float:
    return _number(raw.get("radius"), "radius", 0.5, MOST_RADIUS)


def _arrow(raw: Mapping[str, Any], number: int, figures: Figures) -> Operation:
    figure, known = _on(raw, figures)
    view, to_view = _view(raw, known), _view(raw, known, "to_view")
    start = _point(raw, known.views[view])
    end = _point(raw, known.views[to_view], "to_")
    return AddArrow(number, _id(raw), figure, view, *start, to_view, *end)


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


def _remove(raw: Mapping[str, Any], number: int, _figures: Figures) -> Operation:
    return RemoveMark(number, _id(raw))


def _select(raw: Mapping[str, Any], number: int, figures: Figures) -> Operation:
    figure = None if raw.get("figure") is None else _on(raw, figures)[0]
    return SelectMark(number, None if raw.get("id") is None else _id(raw), figure)


def _pick(raw: Mapping[str, Any], number: int, figures: Figures) -> Operation:
    _, known = _on(raw, figures)
    return PickRegion(number, _region(raw, known))


def _look(raw: Mapping[str, Any], number: int, _figures: Figures) -> Operation:
    view = raw.get("view")
    if view is not None and not (isinstance(view, str) and _LOOKED_AT.fullmatch(view)):
        raise OperationRefused("view", view, "small letters, or nothing")
    return LookAt(number, view)


def _key(raw: Mapping[str, Any], number: int, _figures: Figures) -> Operation:
    """A number needs no question; p, a and n say which one they answer."""
    key, was, question = raw.get("key"), raw.get("was"), raw.get("question")
    known = _NUMBERS if question is None else _ANSWERS
    if not isinstance(key, str) or key not in known:
        allowed = "0 to 10" if question is None else "p, a or n"
        raise OperationRefused("key", key, allowed)
    if was is not None and (not isinstance(was, str) or was not in known):
        raise OperationRefused("was", was, "such a key, or nothing")
    if question is not None:
        question = _matching(_NAME, question, "question", "the name of a question")
    return PressKey(number, _id(raw), key, question, was)


def _step(raw: Mapping[str, Any]) -> str:
    return _matching(_STEP, raw.get("step"), "step", "the name of a step")


_Reader = Callable[[Mapping[str, Any], int, Figures], Operation]
_READERS: Final[dict[str, _Reader]] = {
    "add": _add,
    "stroke": _stroke,
    "arrow": _arrow,
    "move": _move,
    "remove": _remove,
    "select": _select,
    "pick": _pick,
    "look": _look,
    "key": _key,
    "undo": lambda raw, number, _figures: Undo(number, _step(raw)),
    "redo": lambda raw, number, _figures: Redo(number, _step(raw)),
}
