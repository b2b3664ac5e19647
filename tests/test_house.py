"""Habits of the house that no checker knows."""

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


MADE = {"build", "dist", "__pycache__"}


def kept_files() -> list[Path]:
    if not (ROOT / ".git").exists():  # an unpacked archive has what is kept, and what was made here
        here = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        return [
            ROOT / path
            for path in here
            if not path.parts[0].startswith(".") and MADE.isdisjoint(path.parts)
        ]
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_locks_have_hashes_and_no_address() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text("utf-8")
        packages = re.findall(r"^[a-z0-9][\w.-]*==", text, re.MULTILINE)
        assert len(packages) > 20
        assert text.count("--hash=sha256:") >= len(packages)
        assert "://" not in text
        assert "--index-url" not in text


def test_locks_hold_everything_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "requirements" / "app.txt").read_text("utf-8").lower()

    for requirement in project["dependencies"]:
        name = re.split(r"[<>=!~ \[]", requirement)[0].lower()
        assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE), name


def test_no_module_has_grown_past_five_hundred_lines() -> None:
    grown = [
        path.relative_to(ROOT).as_posix()
        for path in kept_files()
        if path.suffix in {".py", ".js", ".css"} and len(path.read_text("utf-8").splitlines()) > 500
    ]

    assert grown == []


def test_every_decision_and_page_that_the_documents_link_to_is_there() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)} -> {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []


def test_the_files_the_readme_names_are_there() -> None:
    text = (ROOT / "README.md").read_text("utf-8")

    named = re.findall(r"`((?:bodymap|assets|docs|tools)/[\w./-]+)`", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_machine_it_was_made_on_is_in_no_file() -> None:
    telling = re.compile(r"(?<![\w.])/(?:work|root)/[a-z]|\.\./shared")
    found = []
    for path in kept_files():
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".yml", ".js", ".css", ".html", ".txt"}:
            text = path.read_text("utf-8")
            if path != Path(__file__) and telling.search(text):
                found.append(path.relative_to(ROOT).as_posix())

    assert found == []


def test_no_page_and_no_part_of_the_canvas_names_an_outside_host() -> None:
    outside = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[a-z0-9-]+\.[a-z]", re.IGNORECASE)
    found = [
        path.relative_to(ROOT).as_posix()
        for folder in ("bodymap/ui", "bodymap/canvas", "bodymap/web")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".js", ".css", ".html"}
        and outside.search(path.read_text("utf-8"))
    ]

    assert found == []
