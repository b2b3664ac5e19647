"""Rooms whose sentences were moved into catalogues hold none; the list grows with each move."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "bodymap"
MOVED = (
    "ui/mark",
    "ui/pages/mark.py",
    "ui/safety",
    "ui/frame.py",
    "ui/hand_over",
    "ui/pages/hand_over.py",
    "ui/insets.py",
    "ui/language.py",
    "analysis/read_back.py",
    "analysis/arrow_parts.py",
    "analysis/safety_steps.py",
    "exchange/pain_picture.py",
    "exchange/panels.py",
    "wording",
)
MOVED_IN_BROWSER = ("acts", "arrowing", "arrowlist", "figure", "kept", "legend", "skeleton", "told")
MOVED_IN_BROWSER += ("subjects", "toolbar", "views", "view")
KEYS = {"Enter", "Delete", "Backspace", "Escape", "Tab", "Home", "End", "PageUp", "PageDown"}
KEYS |= {"ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Infinity"}
"""Names of keys, which are no words."""
NAMES = {"English", "Deutsch", "Pseudo", "Words", "Kind", "Mark", "Hand over", "Bodymap"}
"""Names of languages, types, pages that are still English, and of the program."""
COMMANDS = ("<style>", "bodymap ")
"""How texts begin that a machine reads."""
SENTENCE = re.compile(r"[A-Za-z]{2,} +[a-z]{2,}|^[A-Z][a-z]{2,}[.?:]?$")


def modules() -> list[Path]:
    found = [ROOT / name for name in MOVED]
    return [each for path in found for each in ([path] if path.suffix else path.rglob("*.py"))]


def literals(code: str) -> Iterator[tuple[int, str]]:
    """Texts in the code, but those that document it, name types, or stand in an error."""
    tree = ast.parse(code)
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        if isinstance(node, ast.Raise | ast.AnnAssign | ast.arg):
            inside = node.annotation if not isinstance(node, ast.Raise) else node
            passed |= {id(each) for each in ast.walk(inside)} if inside else set()
        if isinstance(node, ast.FunctionDef) and node.returns:
            passed |= {id(each) for each in ast.walk(node.returns)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in passed
        ):
            yield node.lineno, node.value


def sentences(code: str) -> list[tuple[int, str]]:
    return [
        (line, text)
        for line, text in literals(code)
        if SENTENCE.search(text) and text not in NAMES and not text.startswith(COMMANDS)
    ]


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_that_was_moved_holds_no_sentence(path: Path) -> None:
    assert sentences(path.read_text("utf-8")) == []


def test_a_sentence_would_be_found_and_ids_and_documents_are_none() -> None:
    code = '"""A module."""\nst.write("You hurt.")\nst.button("Back", key="mark-back")\n'
    code += 'say("mark-next")\nkind: "Some Type" = f"{side} of the body"\n'

    assert sentences(code) == [(2, "You hurt."), (3, "Back"), (5, " of the body")]


@pytest.mark.parametrize("name", MOVED_IN_BROWSER)
def test_code_of_the_body_in_the_browser_holds_no_sentence(name: str) -> None:
    code = (ROOT / "canvas" / "frontend" / f"{name}.js").read_text("utf-8")
    code = re.sub(r"^\s*//.*$| // .*$", "", code, flags=re.MULTILINE)
    code = re.sub(r"new Error\(.*?\)", "", code)
    texts = re.findall(r'"([^"\n]*)"|`([^`]*)`', code)

    found = [text for pair in texts for text in pair if re.search(r"(^|> ?|} )[A-Z][a-z]+", text)]
    assert [text for text in found if text not in KEYS] == []
