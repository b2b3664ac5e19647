import pytest

from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore


@pytest.fixture
def desk() -> Desk:
    return Desk(MemoryStore())
