from pathlib import Path

import pytest

from bodymap.body import Body
from tests.body.synthetic import write_body


@pytest.fixture(scope="session")
def box_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_body(tmp_path_factory.mktemp("box_body"))


@pytest.fixture(scope="session")
def box(box_folder: Path) -> Body:
    """A made-up body, see `synthetic`."""
    return Body.load(folder=box_folder)
