"""Writes a drawn shape into the file of its muscle, and leaves the rest of the file as it is.

The file is not written anew: the lines of one `drawn:` block are replaced, and every stroke that
did not change keeps its own lines. What would be written is read back first; unless everything
else in it is the same as before, nothing is written.
"""

import contextlib
import json
import os
import re
import tempfile
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import yaml

from bodymap.atlas.editing.marked_yaml import UnreadableYaml, marked, nodes
from bodymap.atlas.muscles import Muscle
from bodymap.atlas.referral import DrawnStroke, DrawnZones, Extent
from bodymap.errors import PatternNotSaved

_WIDTH: Final = 100
_PLAIN: Final = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_NOT_TEXT: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def read_drawn(path: Path, point_id: str) -> DrawnZones | None:
    """The shape that a muscle's file has for a trigger point; None if it has none.

    Raises:
        PatternNotSaved: The file cannot be read, or has no such trigger point.
    """
    return _drawn(path, _data(path, _text(path)), point_id)


def save_drawn(
    path: Path, point_id: str, drawn: DrawnZones | None, *, instead_of: DrawnZones | None
) -> None:
    """Write a shape into a muscle's file; the file is replaced at once or not at all.

    Args:
        path: `<muscle>.yaml`.
        point_id: Whose pattern.
        drawn: The shape; None leaves the block out.
        instead_of: What the file is thought to say now.

    Raises:
        PatternNotSaved: The file cannot be read or written, says something else by now, or would
            change in other places too. It is as it was.
    """
    text = _text(path)
    if _drawn(path, _data(path, text), point_id) != instead_of:
        raise PatternNotSaved(path, "its shape was changed in the file meanwhile")
    changed = with_drawn(path, text, point_id, drawn)
    folder, name = path.parent, ""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(changed.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode)
        Path(name).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise PatternNotSaved(path, error.strerror or "it cannot be written") from error


def with_drawn(path: Path, text: str, point_id: str, drawn: DrawnZones | None) -> str:
    """The text of a muscle's file with another shape for one trigger point.

    Args:
        path: Of the file, for the words of an error; nothing is read or written.
        text: As it is.
        point_id: Whose pattern.
        drawn: The shape; None leaves the block out.

    Raises:
        PatternNotSaved: It is no muscle's file with that trigger point, or more would change.
    """
    before = _data(path, text)
    _drawn(path, before, point_id)
    lines = text.splitlines(keepends=True)
    end = "\r\n" if text.endswith("\r\n") else "\n"
    first, last, column, known = _block(path, text, lines, point_id)
    block = [] if drawn is None else [line + end for line in _lines(drawn, column, known)]
    if block and first == len(lines) and not lines[-1].endswith("\n"):
        lines[-1] += end
    changed = "".join([*lines[:first], *block, *lines[last:]])
    after = _data(path, changed)
    same = _drawn(path, after, point_id) == drawn and _rest(after, point_id) == _rest(
        before, point_id
    )
    if not same:
        raise PatternNotSaved(path, "other parts of it would change")
    return changed


def block(drawn: DrawnZones, column: int = 6) -> str:
    """The `drawn:` block alone, as it stands under `referral:` in a muscle's file."""
    return "".join(f"{line}\n" for line in _lines(drawn, column, {}))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise PatternNotSaved(path, error.strerror or "it cannot be read") from error
    except UnicodeDecodeError as error:
        raise PatternNotSaved(path, "it is not UTF-8 text") from error


def _data(path: Path, text: str) -> Any:
    """The file as plain data, checked to be a muscle."""
    try:
        data = marked(text).data
        Muscle.model_validate_json(json.dumps(data))
    except (UnreadableYaml, ValueError) as error:
        raise PatternNotSaved(path, "it is not a valid file of a muscle") from error
    return data


def _referral(data: Any, point_id: str) -> dict[str, Any] | None:
    for point in data["trigger_points"]:
        if point["id"] == point_id:
            referral: dict[str, Any] = point["referral"]
            return referral
    return None


def _drawn(path: Path, data: Any, point_id: str) -> DrawnZones | None:
    referral = _referral(data, point_id)
    if referral is None:
        raise PatternNotSaved(path, f"it has no trigger point {point_id!r}")
    drawn = referral.get("drawn")
    return None if drawn is None else DrawnZones.model_validate_json(json.dumps(drawn))


def _rest(data: Any, point_id: str) -> str:
    """All but the shape of one trigger point, in the order it stands there."""
    copied = json.loads(json.dumps(data))
    (_referral(copied, point_id) or {}).pop("drawn", None)
    return json.dumps(copied)


_Known = Mapping[DrawnStroke, Sequence[str]]


def _block(
    path: Path, text: str, lines: Sequence[str], point_id: str
) -> tuple[int, int, int, _Known]:
    """First line of the block and the line after it, its column, and the lines of its strokes."""
    points = _value(nodes(text), "trigger_points")
    point = next(p for p in points.value if _value(p, "id").value == point_id)
    referral_key, referral = _pair(point, "referral")
    if referral.flow_style or not referral.value:
        raise PatternNotSaved(path, "its referral is written on one line")
    found = _pair(referral, "drawn")
    if found is None:
        at = _end(lines, referral_key.start_mark)
        return at, at, referral.value[0][0].start_mark.column, {}
    key, node = found
    column = key.start_mark.column
    known = {
        DrawnStroke.model_validate_json(json.dumps(marked(_cut(text, stroke)).data)): [
            line.rstrip("\r\n") for line in lines[stroke.start_mark.line : stroke.end_mark.line + 1]
        ]
        for extent in Extent
        for stroke in getattr(_value(node, extent.value), "value", ())
        if stroke.flow_style and stroke.start_mark.column == column + 6
    }
    return key.start_mark.line, _end(lines, key.start_mark), column, known


def _cut(text: str, node: yaml.Node) -> str:
    return text[node.start_mark.index : node.end_mark.index]


def _pair(node: Any, name: str) -> Any:
    return next((pair for pair in node.value if pair[0].value == name), None)


def _value(node: Any, name: str) -> Any:
    found = _pair(node, name)
    return found and found[1]


def _end(lines: Sequence[str], key: yaml.Mark) -> int:
    """The line after a block that begins with this key; blank lines after it are not its own."""
    end: int = key.line + 1
    for number in range(end, len(lines)):
        line = lines[number].rstrip()
        if line and len(line) - len(line.lstrip(" ")) <= key.column:
            break
        if line:
            end = number + 1
    return end


def _lines(drawn: DrawnZones, column: int, known: _Known) -> Iterator[str]:
    indent = " " * column
    yield f"{indent}drawn:"
    yield f"{indent}  made: {drawn.made}"
    if drawn.body_version is not None:
        yield f"{indent}  body_version: {_quoted(drawn.body_version)}"
    for extent in Extent:
        strokes = getattr(drawn, extent.value)
        if strokes:
            yield f"{indent}  {extent.value}:"
        for stroke in strokes:
            yield from known.get(stroke) or textwrap.wrap(
                _written(stroke),
                _WIDTH,
                initial_indent=f"{indent}    - ",
                subsequent_indent=f"{indent}      ",
                break_long_words=False,
                break_on_hyphens=False,
            )


def _quoted(text: str) -> str:
    return f"'{text}'" if text.isalnum() else json.dumps(text)


def _written(stroke: DrawnStroke) -> str:
    told = [f"view: {_name(stroke.view)}"]
    if stroke.figure != DrawnStroke.model_fields["figure"].default:
        told.append(f"figure: {_name(stroke.figure)}")
    told.append(f"kind: {stroke.kind}")
    if stroke.radius != DrawnStroke.model_fields["radius"].default:
        told.append(f"radius: {_number(stroke.radius)}")
    if stroke.region is not None:
        told.append(f"region: {_name(stroke.region)}")
    if stroke.points:
        points = ", ".join(f"[{_number(x)}, {_number(y)}]" for x, y in stroke.points)
        told.append(f"points: [{points}]")
    return f"{{{', '.join(told)}}}"


def _name(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text not in _NOT_TEXT
    return text if plain else json.dumps(text)


def _number(value: float) -> str:
    """Exactly this number, without an exponent, which YAML would take for text."""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")
