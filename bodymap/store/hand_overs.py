"""Drawings handed over, in the tables."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, or_, select, update

from bodymap.records import HandOver, HandOverWay
from bodymap.services.kernel.ports import VersionMoved
from bodymap.store.practice import PracticeRecords, own
from bodymap.store.rows import hand_over_of, hand_over_row
from bodymap.store.tables import hand_overs
from bodymap.store.times import to_text

_NEWEST: Final = (hand_overs.c.made_at.desc(), hand_overs.c.id.desc())
# Written out once: building a statement takes longer than running it, and who may do what is asked
# in every transaction.
_HELD: Final = select(hand_overs).where(own(hand_overs), hand_overs.c.ended_at.is_(None))
_OF_DEVICE: Final = (
    _HELD.where(hand_overs.c.way == HandOverWay.THIS_DEVICE.value).order_by(*_NEWEST).limit(1)
)
_BY_DIGEST: Final = select(hand_overs).where(
    own(hand_overs), hand_overs.c.digest == bindparam("asked")
)
_ONE: Final = select(hand_overs).where(own(hand_overs), hand_overs.c.id == bindparam("one"))


class SqlHandOvers(PracticeRecords):
    """The port `HandOverRepository` over one transaction."""

    def add(self, hand_over: HandOver) -> None:
        """Keep a new one."""
        self._insert(hand_overs, hand_over_row(hand_over))

    def get(self, hand_over_id: str) -> HandOver | None:
        """The hand-over, or None."""
        return self._first(_ONE, one=hand_over_id)

    def by_digest(self, digest: str) -> HandOver | None:
        """The one with this digest, also one that has ended, or None."""
        return self._first(_BY_DIGEST, asked=digest)

    def of_device(self) -> HandOver | None:
        """The one of this device that holds, or None."""
        return self._first(_OF_DEVICE)

    def save(self, hand_over: HandOver, *, before: HandOver) -> None:
        """Replace `before` by `hand_over`; VersionMoved if it is no longer what is kept."""
        same = (hand_overs.c.id == before.id, hand_overs.c.version == before.version)
        change = update(hand_overs).where(own(hand_overs), *same).values(hand_over_row(hand_over))
        if self._run(change).rowcount != 1:
            raise VersionMoved

    def not_ended(self) -> tuple[HandOver, ...]:
        """Those that nobody ended, expired or not, last made first."""
        rows = self._run(_HELD.order_by(*_NEWEST)).mappings()
        return tuple(hand_over_of(row) for row in rows)

    def forget(self, *, made_before: datetime) -> None:
        """Forget those made before, but never one of this device that holds."""
        old = delete(hand_overs).where(own(hand_overs), hand_overs.c.made_at < to_text(made_before))
        is_link = hand_overs.c.way == HandOverWay.LINK.value
        self._run(old.where(or_(is_link, hand_overs.c.ended_at.is_not(None))))

    def _first(self, query: Select[Any], **given: str) -> HandOver | None:
        row = self._run(query, given).mappings().first()
        return None if row is None else hand_over_of(row)
