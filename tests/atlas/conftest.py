import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bodymap import files
from bodymap.atlas.editing import yaml_files
from bodymap.atlas.editing.checking import check
from bodymap.atlas.editing.yaml_files import Problem
from bodymap.body import Body


@pytest.fixture(scope="session")
def shipped() -> Path:
    return files.assets("atlas")


@pytest.fixture(scope="session", autouse=True)
def each_text_is_read_once() -> Iterator[None]:
    """A test breaks one file of more than a hundred; what the others say is known already."""
    known: dict[tuple[str, bytes, type], tuple[Any, list[Problem]]] = {}
    read = yaml_files._read

    def read_once(folder: Path, path: Path, model: type, problems: list[Problem]) -> Any:
        if not path.exists():
            return read(folder, path, model, problems)
        key = (path.relative_to(folder).as_posix(), path.read_bytes(), model)
        if key not in known:
            found: list[Problem] = []
            known[key] = read(folder, path, model, found), found
        value, found = known[key]
        problems += found
        return value

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_files, "_read", read_once)
        yield


@pytest.fixture
def copy(shipped: Path, tmp_path: Path) -> Path:
    """An atlas folder of one's own, to break."""
    return copied(shipped, tmp_path)


@pytest.fixture
def few(copy: Path) -> Path:
    """An atlas folder of one's own with a single muscle: enough for what is not about muscles."""
    return with_one_muscle(copy)


@pytest.fixture(scope="session")
def known_of_few(
    shipped: Path, tmp_path_factory: pytest.TempPathFactory, body: Body
) -> frozenset[str]:
    """What the check says of such a folder because the other muscles are not there."""
    folder = with_one_muscle(copied(shipped, tmp_path_factory.mktemp("few")))
    return frozenset(str(problem) for problem in check(folder, body=body))


def copied(folder: Path, into: Path) -> Path:
    kept = into / "atlas"
    shutil.copytree(folder, kept, ignore=shutil.ignore_patterns("compiled"))
    return kept


def with_one_muscle(folder: Path) -> Path:
    for path in (folder / "muscles").glob("*.yaml"):
        if path.stem != "masseter":
            path.unlink()
    return folder
