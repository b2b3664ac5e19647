import pytest

from bodymap.body import Body
from tests.body.synthetic import write_body


@pytest.fixture(scope="session")
def box_folder(tmp_path_factory):
    return write_body(tmp_path_factory.mktemp("box_body"))


@pytest.fixture(scope="session")
def box(box_folder):
    return Body.load(folder=box_folder)
