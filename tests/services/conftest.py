import pytest
from hypothesis import settings

from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore

# A busy machine must not fail a test: no time limit per example.
settings.register_profile("bodymap", deadline=None)
settings.load_profile("bodymap")


@pytest.fixture
def desk() -> Desk:
    return Desk(MemoryStore())
