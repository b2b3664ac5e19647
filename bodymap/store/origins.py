"""Where records came from that were not made here, in the tables."""

from sqlalchemy import select

from bodymap.records.origin import Origin
from bodymap.store.practice import PracticeRecords, own
from bodymap.store.tables import origins
from bodymap.store.times import from_text, to_text


class SqlOrigins(PracticeRecords):
    """The port `OriginRepository` over one transaction."""

    def add(self, *several: Origin) -> None:
        """Keep where records came from."""
        rows = [
            dict(each) | {name: to_text(getattr(each, name)) for name in ("at", "written_at")}
            for each in several
        ]
        self._insert(origins, rows)

    def of(self, record_id: str) -> Origin | None:
        """Where it came from; None if it was made here."""
        query = select(origins).where(own(origins), origins.c.record_id == record_id)
        row = self._run(query).mappings().first()
        if row is None:
            return None
        times = {name: from_text(row[name]) for name in ("at", "written_at")}
        return Origin.checked({name: row[name] for name in Origin.model_fields} | times)
