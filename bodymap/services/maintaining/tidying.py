"""Tidy up, once a day: what was deleted goes for good, what is no longer needed is forgotten."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bodymap.body import Body
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written
from bodymap.services.maintaining.deleting import purge

EMPTY_FOR: Final = timedelta(days=2)
"""How long a draft stays in which nothing stands; a link to a drawing holds a day at most."""


@dataclass(frozen=True)
class Tidied:
    """What was done.

    Attributes:
        removed: How many records deleted more than 30 days ago were removed for good.
        empty: How many drafts in which nothing stood went.
    """

    removed: int
    empty: int


def tidy(*, ports: Ports, body: Body) -> Tidied:  # noqa: ARG001 - of the cells kept beside strokes
    """Keep what was promised about deleting, and keep the store small. Writes; again changes less.

    Safe at any time, beside any work, and in several processes at once.

    Args:
        ports: Store, clock and ids.
        body: The figure whose cells are kept beside strokes.

    Raises:
        StoreError: the store cannot do it; the steps before are done.
    """
    removed = purge(ports=ports)

    def work(unit: UnitOfWork) -> int:
        before = ports.clock.now() - EMPTY_FOR
        went = unit.drawings.erase_empty(changed_before=before)
        return went + unit.assessments.erase_empty(changed_before=before)

    return Tidied(removed, empty=written(ports, work))
