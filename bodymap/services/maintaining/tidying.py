"""Tidy up, once a day: what was deleted goes for good, what is no longer needed is forgotten."""

from dataclasses import dataclass

from bodymap.body import Body
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.deleting import purge


@dataclass(frozen=True)
class Tidied:
    """What was done.

    Attributes:
        removed: How many records deleted more than 30 days ago were removed for good.
    """

    removed: int


def tidy(*, ports: Ports, body: Body) -> Tidied:  # noqa: ARG001 - of the cells kept beside strokes
    """Keep what was promised about deleting, and keep the store small. Writes; again changes less.

    Safe at any time, beside any work, and in several processes at once.

    Args:
        ports: Store, clock and ids.
        body: The figure whose cells are kept beside strokes.

    Raises:
        StoreError: the store cannot do it; the steps before are done.
    """
    return Tidied(removed=purge(ports=ports))
