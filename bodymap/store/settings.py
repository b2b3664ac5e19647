"""Settings of this installation, in the tables."""

from sqlalchemy import select, update

from bodymap.store.practice import PracticeRecords, own
from bodymap.store.tables import settings


class SqlSettings(PracticeRecords):
    """The port `SettingsRepository` over one transaction."""

    def get(self, name: str) -> str | None:
        """The setting, or None."""
        query = select(settings.c.value).where(own(settings), settings.c.name == name)
        value: str | None = self._run(query).scalar()
        return value

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        same = (own(settings), settings.c.name == name)
        if self._run(update(settings).where(*same).values(value=value)).rowcount == 0:
            self._insert(settings, {"name": name, "value": value})
