"""A workspace for tests of pages, with learners and records in memory."""

from dataclasses import dataclass, field
from functools import cached_property

from bodymap.analysis.search_index import SearchIndex
from bodymap.records import Person, PersonDetails
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.people.persons import add_person
from bodymap.services.practising.pattern_names import PatternNames
from bodymap.services.practising.practice import Practice
from bodymap.ui.session import Workspace
from tests.analysis.practice.books import ATLAS, BODY
from tests.services.memory_shelf import MemoryShelf
from tests.store.memory_store import MemoryStore


@dataclass
class Bench:
    """What the page of the test at hand works with."""

    shelf: MemoryShelf = field(default_factory=MemoryShelf)
    names: PatternNames = field(default_factory=PatternNames)

    @cached_property
    def kept(self) -> Workspace:
        """One workspace for the whole test, so that its records stay."""
        return self.workspace()

    def person(self, name: str) -> Person:
        return add_person(
            details=PersonDetails(name=name), request_id=f"add:{len(name)}", ports=self.kept.ports
        )

    def workspace(self) -> Workspace:
        ports = Ports(store=MemoryStore(), clock=SystemClock(), ids=SystemIds())
        return Workspace(
            ports=ports,
            body=lambda _: BODY,
            atlas=lambda: ATLAS,
            search=lambda: SearchIndex.of(ATLAS, BODY),
            practice=Practice(self.shelf, ports.clock, ports.ids),
            pattern_names=self.names,
        )


bench = Bench()
