import pytest

from bodymap.atlas import Atlas
from bodymap.body import Body


@pytest.fixture(scope="session")
def body() -> Body:
    return Body.load()


@pytest.fixture(scope="session")
def atlas(body: Body) -> Atlas:
    return Atlas.load(body=body)
