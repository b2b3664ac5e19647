"""Make what the program reads from the catalogues that translators write.

    python -m tools.wording

reads `assets/wording/<language>/*.ftl` (Project Fluent) and writes
`assets/wording/compiled/<language>.json` and, for the body in the browser,
`bodymap/canvas/frontend/catalogues/<language>.js`. What stands in no file is not in a language. A
mistake is named with its file and line.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from fluent.syntax import FluentParser, ast

from bodymap.wording.languages import ENGLISH, KNOWN, LANGUAGES, PSEUDO
from bodymap.wording.pseudo import pseudo_pattern

ROOT: Final = Path(__file__).resolve().parents[1]
CATALOGUES: Final = ROOT / "assets" / "wording"
FOR_BROWSER: Final = ROOT / "bodymap" / "canvas" / "frontend" / "catalogues"
RED_FLAGS: Final = CATALOGUES / "red_flags.yaml"
"""Translations of the questions for safety, each beside the English text that it was made from."""
IN_BROWSER: Final = ("canvas-", "view-", "side-", "place-sided")
"""How ids of what the body in the browser says begin."""
NAMED_IN_BROWSER: Final = (*IN_BROWSER, "place-")
"""As above in other languages: the English names of places come with the figure."""
MADE: Final = "// Made by tools/wording.py from assets/wording; change it there."


class Mistake(Exception):
    """Something in a catalogue that cannot be used."""


def read_language(folder: Path) -> dict[str, Any]:
    """Every sentence of a language by id, see `bodymap.wording.patterns`.

    Raises:
        Mistake: A file cannot be read, or an id stands twice.
    """
    found: dict[str, Any] = {}
    for path in sorted(folder.glob("*.ftl")):
        for message, pattern in _messages(path):
            if message in found:
                raise Mistake(f"{path.name}: {message} stands twice")
            found[message] = pattern
    return found


def _messages(path: Path) -> Iterator[tuple[str, Any]]:
    text = path.read_text("utf-8")
    for entry in FluentParser(with_spans=True).parse(text).body:
        if isinstance(entry, ast.Junk):
            line = text[: entry.span.start if entry.span else 0].count("\n") + 1
            said = "; ".join(str(note.message) for note in entry.annotations)
            raise Mistake(f"{path.name}:{line}: {said}")
        if isinstance(entry, ast.Term):
            raise Mistake(f"{path.name}: -{entry.id.name}: write terms as messages")
        if isinstance(entry, ast.Message):
            name = entry.id.name
            if entry.value:
                yield name, _pattern(entry.value, name)
            for each in entry.attributes:
                yield f"{name}.{each.id.name}", _pattern(each.value, name)


def _pattern(pattern: ast.Pattern, name: str) -> Any:
    parts = [_part(element, name) for element in pattern.elements]
    if all(isinstance(part, str) for part in parts):
        return "".join(parts)
    return parts


def _part(element: ast.TextElement | ast.Placeable, name: str) -> Any:
    if isinstance(element, ast.TextElement):
        return element.value
    match element.expression:
        case ast.StringLiteral() as literal:
            return literal.value
        case ast.VariableReference(id=ast.Identifier(name=value)):
            return [value]
        case ast.SelectExpression(
            selector=ast.VariableReference(id=ast.Identifier(name=value)), variants=variants
        ):
            cases = {_key(each): _pattern(each.value, name) for each in variants}
            return [value, cases, next(_key(each) for each in variants if each.default)]
        case other:
            raise Mistake(f"{name}: {type(other).__name__} is not understood here")


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else str(key.value)


def variables(pattern: Any) -> frozenset[str]:
    """Names of what goes into a pattern."""
    if isinstance(pattern, str):
        return frozenset()
    found: set[str] = set()
    for part in pattern:
        if isinstance(part, list):
            found.add(part[0])
            for inner in part[1].values() if len(part) > 1 else ():
                found |= variables(inner)
    return frozenset(found)


def as_module(patterns: Mapping[str, Any], *, named: bool) -> str:
    """The module that the browser reads.

    Args:
        patterns: Of the language.
        named: With the names of places.
    """
    begins = NAMED_IN_BROWSER if named else IN_BROWSER
    told = {name: pattern for name, pattern in patterns.items() if name.startswith(begins)}
    rows = ",\n".join(
        f"  {json.dumps(name)}: {json.dumps(pattern, ensure_ascii=False)}"
        for name, pattern in told.items()
    )
    return f"{MADE}\n\nexport default {{\n{rows},\n}};\n"


def made() -> dict[Path, str]:
    """Every file to write with its content."""
    read = {code: read_language(CATALOGUES / code) for code in LANGUAGES}
    english = read[ENGLISH]
    read[PSEUDO] = {name: pseudo_pattern(name, pattern) for name, pattern in english.items()}
    content = {
        FOR_BROWSER / f"{code}.js": as_module(patterns, named=code != ENGLISH)
        for code, patterns in read.items()
    }
    for code in LANGUAGES:
        text = json.dumps(read[code], ensure_ascii=False, indent=0, sort_keys=True)
        content[CATALOGUES / "compiled" / f"{code}.json"] = text + "\n"
    translated = yaml.safe_load(RED_FLAGS.read_text("utf-8"))
    text = json.dumps(translated, ensure_ascii=False, indent=0, sort_keys=True)
    content[CATALOGUES / "compiled" / "red_flags.json"] = text + "\n"
    return content


def main() -> None:
    """Write them."""
    try:
        content = made()
    except Mistake as mistake:
        sys.exit(str(mistake))
    for path, text in content.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    print(f"{len(KNOWN)} languages, {len(content)} files")


if __name__ == "__main__":
    main()
