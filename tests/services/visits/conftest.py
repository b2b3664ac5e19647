"""One person over several visits, in memory."""

import pytest

from tests.services.visits.desk import Visits
from tests.store.memory_store import MemoryStore


@pytest.fixture
def visits() -> Visits:
    return Visits(MemoryStore())
