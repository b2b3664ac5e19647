"""What stands in a cell of a table, so that it reads back as it was and is never a formula."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from bodymap.errors import ImportRefused
from bodymap.exchange.strict_json import read_json

_MARK: Final = "'"
_BEGINS_A_FORMULA: Final = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
    _MARK,
)
_YES_NO: Final[Mapping[str, bool]] = {"true": True, "false": False}
_BETWEEN: Final = ";"


class CellKind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "true or false"
    WORDS = "words with ; between"
    JSON = "JSON"


def cell(value: Any, kind: CellKind) -> str:
    """A value of a record, as JSON has it, in a cell; None and an empty text are an empty cell."""
    if value is None:
        return ""
    match kind:
        case CellKind.TEXT:
            return plain_text(value)
        case CellKind.YES_NO:
            return "true" if value else "false"
        case CellKind.WORDS:
            return _BETWEEN.join(value)
        case CellKind.JSON:
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return repr(value)


def plain_text(text: str) -> str:
    """A text with an apostrophe before what a spreadsheet would take for a formula."""
    return f"{_MARK}{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def value_of(text: str, kind: CellKind, where: str) -> Any:
    """The value in a cell that is not empty.

    Raises:
        ImportRefused: it is none of this kind.
    """
    try:
        match kind:
            case CellKind.TEXT:
                return text.removeprefix(_MARK)
            case CellKind.YES_NO:
                return _YES_NO[text.lower()]
            case CellKind.WORDS:
                return text.split(_BETWEEN)
            case CellKind.JSON:
                return read_json(text.encode(), path=where)
            case CellKind.WHOLE:
                return int(text)
        return float(text)
    except (KeyError, ValueError):
        raise ImportRefused(where, f"{text[:40]!r} is no {kind}") from None
