"""What went from one person to another, in the tables."""

from typing import Final

from sqlalchemy import RowMapping, or_, select, update

from bodymap.records.transfer import Transfer
from bodymap.store.practice import PracticeRecords, own
from bodymap.store.tables import transfers
from bodymap.store.times import from_text, from_text_or_none, to_text, to_text_or_none

_AS_IS: Final = ("id", "kind", "from_id", "to_id", "records")


class SqlTransfers(PracticeRecords):
    """The port `TransferRepository` over one transaction."""

    def add(self, transfer: Transfer) -> None:
        """Keep a new one."""
        row = transfer.model_dump(mode="json", include=set(_AS_IS))
        times = {"at": to_text(transfer.at), "undone_at": to_text_or_none(transfer.undone_at)}
        self._insert(transfers, row | times)

    def get(self, transfer_id: str) -> Transfer | None:
        """The transfer, or None."""
        query = select(transfers).where(own(transfers), transfers.c.id == transfer_id)
        row = self._run(query).mappings().first()
        return None if row is None else _transfer(row)

    def save(self, transfer: Transfer) -> None:
        """Keep when it was undone."""
        change = update(transfers).where(own(transfers), transfers.c.id == transfer.id)
        undone_at = to_text_or_none(transfer.undone_at)
        self._run(change.values(undone_at=undone_at))

    def of_person(self, person_id: str) -> tuple[Transfer, ...]:
        """All that went from or to a person, the last first."""
        ends = or_(transfers.c.from_id == person_id, transfers.c.to_id == person_id)
        query = select(transfers).where(own(transfers), ends)
        rows = self._run(query.order_by(transfers.c.at.desc(), transfers.c.id.desc()))
        return tuple(_transfer(row) for row in rows.mappings())


def _transfer(row: RowMapping) -> Transfer:
    times = {"at": from_text(row["at"]), "undone_at": from_text_or_none(row["undone_at"])}
    return Transfer.model_validate({name: row[name] for name in _AS_IS} | times)
