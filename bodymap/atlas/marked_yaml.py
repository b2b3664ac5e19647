"""YAML with the line of every value, so that a mistake can be pointed at."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Loc = tuple[str | int, ...]
"""Way from the top of a file to a value: field names and list positions."""

_TEXT_TAGS = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value"}


@dataclass(frozen=True)
class Mistake:
    """Something wrong at a line of a file that was read as text (lines count from 1)."""

    line: int
    message: str


@dataclass(frozen=True)
class MarkedDocument:
    """Plain data and where each piece of it stands.

    Attributes:
        data: Mappings, lists, texts, numbers, booleans and nulls; dates stay text.
        lines: Line of each value (of its key, inside a mapping).
        mistakes: A field given twice.
    """

    data: Any
    lines: dict[Loc, int]
    mistakes: tuple[Mistake, ...]

    def line(self, loc: Loc) -> int:
        """Line of a value, or of the nearest thing around it that has one."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


class UnreadableYaml(Exception):
    """A file that is not YAML at all; carries the line and what was met there."""

    def __init__(self, line: int, message: str) -> None:
        self.line, self.message = line, message
        super().__init__(f"line {line}: {message}")


def read_marked(path: Path) -> MarkedDocument:
    """Read one YAML file (nothing in it is ever executed).

    Raises:
        UnreadableYaml: Not UTF-8, or not YAML.
        OSError: The file cannot be opened.
    """
    try:
        loader = _loader(path.read_bytes().decode("utf-8"))
        node = loader.get_single_node()
    except UnicodeDecodeError as error:
        raise UnreadableYaml(1, f"this file is not UTF-8 text (byte {error.start})") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise UnreadableYaml(line, f"this is not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise UnreadableYaml(1, f"this is not valid YAML: {error}") from error
    lines: dict[Loc, int] = {(): 1}
    mistakes: list[Mistake] = []
    data = None if node is None else _plain(loader, node, (), lines, mistakes)
    return MarkedDocument(data, lines, tuple(mistakes))


def _loader(text: str) -> Any:
    fast = getattr(yaml, "CSafeLoader", None)  # only where PyYAML was built with libyaml
    return (fast or yaml.SafeLoader)(text)


def _plain(
    loader: Any, node: yaml.Node, loc: Loc, lines: dict[Loc, int], mistakes: list[Mistake]
) -> Any:
    lines.setdefault(loc, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = str(key_node.value)
            if key in found:
                mistakes.append(Mistake(line, f"the field {key!r} is given twice; keep one"))
            lines[(*loc, key)] = line
            found[key] = _plain(loader, value_node, (*loc, key), lines, mistakes)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [
            _plain(loader, item, (*loc, number), lines, mistakes)
            for number, item in enumerate(node.value)
        ]
    if node.tag in _TEXT_TAGS:
        return node.value
    return loader.construct_object(node, deep=True)
