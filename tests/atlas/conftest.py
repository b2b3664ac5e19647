import shutil
from pathlib import Path

import pytest

from bodymap import files
from bodymap.atlas import Atlas
from bodymap.body import Body


@pytest.fixture(scope="session")
def body() -> Body:
    return Body.load()


@pytest.fixture(scope="session")
def atlas(body: Body) -> Atlas:
    return Atlas.load(body=body)


@pytest.fixture(scope="session")
def shipped() -> Path:
    return files.assets("atlas")


@pytest.fixture
def copy(shipped: Path, tmp_path: Path) -> Path:
    """An atlas folder of one's own, to break."""
    folder = tmp_path / "atlas"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("compiled"))
    return folder
