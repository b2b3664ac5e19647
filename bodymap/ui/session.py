"""What the pages are given to work with; made once per process by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass

from bodymap.analysis.search_index import SearchIndex
from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body
from bodymap.services.authority.access import WHOLE, Access
from bodymap.services.exchanging.keeping import Vault
from bodymap.services.kernel.ports import Ports
from bodymap.services.practising.pattern_names import PatternNames
from bodymap.services.practising.practice import Practice


@dataclass(frozen=True)
class Workspace:
    """The services' ports, and the two read-only books: the body and the atlas.

    `body` takes the name of a figure (`neutral`, `female`, ...) and answers from memory after the
    first time; so do `atlas`, `search`, the index over all that can be looked up, and
    `muscle_layer`, which is opened only where muscles are shown.
    `practice` keeps the learners of the Practise page, and
    `pattern_names` names patterns that are still to be recognised.
    `access` says what the visitor may do; `ports` and `practice` refuse everything else.
    `vault` backs up all records, for who may do everything; None for everybody else.
    """

    ports: Ports
    body: Callable[[str], Body]
    atlas: Callable[[], Atlas]
    search: Callable[[], SearchIndex]
    practice: Practice
    pattern_names: PatternNames
    muscle_layer: Callable[[], MuscleLayer] = MuscleLayer.load
    access: Access = WHOLE
    vault: Vault | None = None

    @property
    def body_version(self) -> str:
        """Version of the body's cells and views on which new records are made."""
        return self.body("neutral").version
