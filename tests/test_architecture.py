"""The page on the architecture says what is so."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
BLOCKS = re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)
STATIONS = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)


def named_in_tree() -> list[str]:
    """Paths of the tree, those below bodymap/ with it."""
    return [
        f"bodymap/{line.split()[0]}" if line.startswith("  ") else line.split()[0]
        for line in BLOCKS[0].splitlines()
    ]


def test_every_place_in_the_tree_is_there() -> None:
    missing = [name for name in named_in_tree() if not (ROOT / name).exists()]

    assert missing == []


def test_every_package_but_the_folders_of_single_pages_is_in_the_tree() -> None:
    named = set(named_in_tree())
    packages = {
        f"{path.parent.relative_to(ROOT).as_posix()}/"
        for path in (ROOT / "bodymap").rglob("__init__.py")
        if len(path.relative_to(ROOT / "bodymap").parts) in {2, 3}
    }
    single_pages = {
        name for name in packages if name.startswith("bodymap/ui/") and name not in named
    }
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "bodymap").glob("[a-z]*.py")}

    assert packages - single_pages - named == {"bodymap/store/migrations/versions/"} & packages
    assert modules - named == set()


def test_the_layers_are_those_that_are_checked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]

    assert BLOCKS[1].split("\n")[:-1] == contract["layers"]


@pytest.mark.parametrize("station", STATIONS)
def test_every_station_of_a_journey_is_there(station: str) -> None:
    if "/" in station:
        assert (ROOT / station).is_file()
        return
    module, _, name = station.rpartition(".")
    holder = import_module(module)
    if hasattr(holder, "__path__"):
        import_module(station)  # a module of a package
    else:
        assert hasattr(holder, name)


def test_the_journeys_have_their_stations() -> None:
    assert len(STATIONS) == 22
