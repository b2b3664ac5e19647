"""Settings of this installation, in the tables."""

from sqlalchemy import Connection, insert, select, update

from bodymap.store.tables import settings


class SqlSettings:
    """The port `SettingsRepository` over one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str | None:
        """The setting, or None."""
        query = select(settings.c.value).where(settings.c.name == name)
        return self._connection.execute(query).scalar()

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        change = update(settings).where(settings.c.name == name).values(value=value)
        if self._connection.execute(change).rowcount == 0:
            self._connection.execute(insert(settings).values(name=name, value=value))
