"""Tidy up, once a day: what was deleted goes for good, what is kept beside records is made anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bodymap.body import Body
from bodymap.records import HandOverWay
from bodymap.records.derived import Derived
from bodymap.records.draftable import DraftT
from bodymap.services.assessing import deriving as assessing
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.authority.expiry import has_expired, keep_expired
from bodymap.services.drawing import deriving as drawing
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.changes import ChangeT
from bodymap.services.kernel.kinds import DraftKind
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written
from bodymap.services.maintaining.deleting import purge

EMPTY_FOR: Final = timedelta(days=2)
"""How long a draft stays in which nothing stands; a link to a drawing holds a day at most."""

_AT_ONCE: Final = 50
"""So many records are a transaction, short enough for who writes meanwhile."""


@dataclass(frozen=True)
class Tidied:
    """What was done.

    Attributes:
        removed: How many records deleted more than 30 days ago were removed for good.
        empty: How many drafts in which nothing stood went.
        derived: Of how many finished records the cells and regions were made anew.
        left: Of how many that could not be done: another version of the body, or damaged.
    """

    removed: int
    empty: int = 0
    derived: int = 0
    left: int = 0


def tidy(*, ports: Ports, body: Body, progress: Callable[[int], None] = lambda _: None) -> Tidied:
    """Keep what was promised about deleting, and make anew what is kept beside records. Writes.

    Safe at any time, beside any work, and in several processes at once: some records are a
    transaction.

    Args:
        ports: Store, clock and ids.
        body: Any figure; its cells and regions are kept beside what was recorded.
        progress: Called with the number of records done so far.

    Raises:
        StoreError: the store cannot do it; what was done before stays done.
    """
    removed = purge(ports=ports)
    _keep_expired_links(ports)

    def without_empty(unit: UnitOfWork) -> int:
        before = ports.clock.now() - EMPTY_FOR
        went = unit.drawings.erase_empty(changed_before=before)
        return went + unit.assessments.erase_empty(changed_before=before)

    empty = written(ports, without_empty)
    of_assessments = _derived(
        ASSESSMENTS,
        ports,
        body.version,
        lambda record: assessing.derived_of(record)._replace(body_version=body.version),
        progress,
    )
    of_drawings = _derived(
        DRAWINGS,
        ports,
        body.version,
        lambda record: drawing.derived_if_paintable(record, body),
        lambda done: progress(len(of_assessments) + done),
    )
    done = of_assessments + of_drawings
    return Tidied(removed, empty, derived=done.count(True), left=done.count(False))


def _keep_expired_links(ports: Ports) -> None:
    with ports.store.reading() as unit:
        links = [each for each in unit.hand_overs.not_ended() if each.way is HandOverWay.LINK]
    now = ports.clock.now()
    keep_expired((link for link in links if has_expired(link, now)), ports=ports)


def _derived(
    kind: DraftKind[DraftT, ChangeT],
    ports: Ports,
    body_version: str,
    derive: Callable[[DraftT], Derived | None],
    progress: Callable[[int], None],
) -> list[bool]:
    """Make anew what is out of date; for each record whether that could be done."""
    with ports.store.reading() as unit:
        out_of_date = kind.records(unit).underived(body_version)

    def again(some: Sequence[str]) -> list[bool]:
        def work(unit: UnitOfWork) -> list[bool]:
            records = kind.records(unit)
            last = records.last_editions(some)
            made = {record_id: derive(said) for record_id, said in last.items()}
            kept = {key: derived for key, derived in made.items() if derived is not None}
            records.keep_all_derived(kept)
            return [record_id in kept for record_id in some]

        return written(ports, work)

    done: list[bool] = []
    for start in range(0, len(out_of_date), _AT_ONCE):
        done += again(out_of_date[start:][:_AT_ONCE])
        progress(len(done))
    return done
