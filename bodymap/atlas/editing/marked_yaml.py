"""YAML with the line of every value, so that a mistake can be pointed at."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Loc = tuple[str | int, ...]
"""Way from the top of a file to a value: field names and list positions."""

_TAG = "tag:yaml.org,2002:"
_TEXT_TAGS = {f"{_TAG}timestamp", f"{_TAG}value"}
_PLAIN_TAGS = {f"{_TAG}{kind}" for kind in ("map", "seq", "str", "int", "float", "bool", "null")}


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
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableYaml(1, f"this file is not UTF-8 text (byte {error.start})") from error
    return marked(text)


def marked(text: str) -> MarkedDocument:
    """Read the text of one YAML file (nothing in it is ever executed).

    Raises:
        UnreadableYaml: Not YAML.
    """
    try:
        loader = _loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise UnreadableYaml(line, f"this is not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise UnreadableYaml(1, f"this is not valid YAML: {error}") from error
    reader = _Reader(loader)
    data = None if node is None else reader.plain(node, ())
    return MarkedDocument(data, reader.lines, tuple(reader.mistakes))


def nodes(text: str) -> yaml.Node | None:
    """The nodes of a text that `marked` has read, with where each begins and ends."""
    node: yaml.Node | None = _loader(text).get_single_node()
    return node


def _loader(text: str) -> Any:
    fast = getattr(yaml, "CSafeLoader", None)  # only where PyYAML was built with libyaml
    return (fast or yaml.SafeLoader)(text)


class _Reader:
    """Turns nodes into plain data and notes where they stand."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader
        self._seen: set[int] = set()
        self.lines: dict[Loc, int] = {(): 1}
        self.mistakes: list[Mistake] = []

    def plain(self, node: yaml.Node, loc: Loc) -> Any:
        """Data of a node and of all that is in it."""
        line = node.start_mark.line + 1
        self.lines.setdefault(loc, line)
        if id(node) in self._seen:
            raise UnreadableYaml(line, "something is repeated here by '*name'; write it out")
        self._seen.add(id(node))
        if node.tag in _TEXT_TAGS:
            return node.value
        if node.tag not in _PLAIN_TAGS:
            raise UnreadableYaml(line, f"the tag {node.tag!r} is not used in these files")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, (*loc, number)) for number, item in enumerate(node.value)]
        return self._loader.construct_object(node)

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = str(key_node.value)
            if key in found:
                self.mistakes.append(Mistake(line, f"the field {key!r} is given twice; keep one"))
            self.lines[(*loc, key)] = line
            found[key] = self.plain(value_node, (*loc, key))
        return found
