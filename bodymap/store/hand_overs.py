"""Drawings handed over, in the tables."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Select, bindparam, delete, insert, or_, select, update

from bodymap.records import HandOver, HandOverWay
from bodymap.services.kernel.ports import VersionMoved
from bodymap.store.rows import hand_over_of, hand_over_row
from bodymap.store.tables import hand_overs
from bodymap.store.times import to_text

_NEWEST: Final = (hand_overs.c.made_at.desc(), hand_overs.c.id.desc())
# Written out once: building a statement takes longer than running it, and who may do what is asked
# in every transaction.
_OF_DEVICE: Final = (
    select(hand_overs)
    .where(hand_overs.c.way == HandOverWay.THIS_DEVICE.value, hand_overs.c.ended_at.is_(None))
    .order_by(*_NEWEST)
    .limit(1)
)
_BY_DIGEST: Final = select(hand_overs).where(hand_overs.c.digest == bindparam("asked"))
_ONE: Final = select(hand_overs).where(hand_overs.c.id == bindparam("one"))


class SqlHandOvers:
    """The port `HandOverRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, hand_over: HandOver) -> None:
        """Keep a new one."""
        self._connection.execute(insert(hand_overs).values(hand_over_row(hand_over)))

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
        change = update(hand_overs).where(
            hand_overs.c.id == before.id, hand_overs.c.version == before.version
        )
        if self._connection.execute(change.values(hand_over_row(hand_over))).rowcount != 1:
            raise VersionMoved

    def not_ended(self) -> tuple[HandOver, ...]:
        """Those that nobody ended, expired or not, last made first."""
        query = select(hand_overs).where(hand_overs.c.ended_at.is_(None)).order_by(*_NEWEST)
        return tuple(hand_over_of(row) for row in self._connection.execute(query).mappings())

    def forget(self, *, made_before: datetime) -> None:
        """Forget those made before, but never one of this device that holds."""
        old = delete(hand_overs).where(hand_overs.c.made_at < to_text(made_before))
        is_link = hand_overs.c.way == HandOverWay.LINK.value
        self._connection.execute(old.where(or_(is_link, hand_overs.c.ended_at.is_not(None))))

    def _first(self, query: Select[tuple[object, ...]], **given: str) -> HandOver | None:
        row = self._connection.execute(query, given).mappings().first()
        return None if row is None else hand_over_of(row)
