import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bodymap import files
from bodymap.atlas import yaml_files
from bodymap.atlas.yaml_files import Problem


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
    folder = tmp_path / "atlas"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("compiled"))
    return folder
