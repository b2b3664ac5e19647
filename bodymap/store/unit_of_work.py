"""One transaction over one practice's records; leaving it without `commit` changes nothing."""

from collections.abc import Collection
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bodymap.store.assessments import SqlAssessments
from bodymap.store.drawings import SqlDrawings
from bodymap.store.engine import WRITING, empty_journal, where_is
from bodymap.store.erased import SqlErased
from bodymap.store.erasing import digest_of
from bodymap.store.failures import as_store_error
from bodymap.store.hand_overs import SqlHandOvers
from bodymap.store.origins import SqlOrigins
from bodymap.store.people import SqlPersons
from bodymap.store.questions import SqlQuestions
from bodymap.store.register import note_beside
from bodymap.store.requests import SqlRequests
from bodymap.store.settings import SqlSettings
from bodymap.store.transfers import SqlTransfers
from bodymap.store.undo_steps import SqlUndo


class SqlUnitOfWork:
    """The port `UnitOfWork` over one connection; enter it once.

    Raises:
        StoreError: from every use, where the database cannot do it; nothing is changed then.
    """

    persons: SqlPersons
    assessments: SqlAssessments
    drawings: SqlDrawings
    transfers: SqlTransfers
    hand_overs: SqlHandOvers
    undo: SqlUndo
    requests: SqlRequests
    settings: SqlSettings
    origins: SqlOrigins
    erased: SqlErased
    questions: SqlQuestions

    def __init__(self, engine: Engine, practice_id: str, *, writing: bool) -> None:
        self._engine, self._practice_id, self._writing = engine, practice_id, writing
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        try:
            connection = self._engine.connect()
        except SQLAlchemyError as error:
            raise as_store_error(error, where=where_is(self._engine.url)) from error
        self._connection = connection
        try:
            connection.execution_options(**{WRITING: self._writing})
            connection.begin()
        except SQLAlchemyError as error:
            connection.close()
            raise as_store_error(error, where=where_is(self._engine.url)) from error
        scope = (connection, self._practice_id)
        self.persons = SqlPersons(*scope)
        self.assessments = SqlAssessments(*scope)
        self.drawings = SqlDrawings(*scope)
        self.transfers = SqlTransfers(*scope)
        self.hand_overs = SqlHandOvers(*scope)
        self.undo = SqlUndo(*scope)
        self.requests = SqlRequests(*scope)
        self.settings = SqlSettings(*scope)
        self.origins = SqlOrigins(*scope)
        self.erased = SqlErased(*scope)
        self.questions = SqlQuestions(*scope)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._connection is not None:
            self._leave(self._connection)
        if isinstance(error, SQLAlchemyError):
            raise as_store_error(error, where=where_is(self._engine.url)) from error

    def commit(self) -> None:
        """Keep what was done; returns when it is safe against a power cut."""
        if self._connection is not None:
            self._connection.commit()
            if self.persons.erased or self.assessments.erased or self.drawings.erased:
                empty_journal(self._engine)
                note_beside(self._engine)
            elif self.erased.forgot:
                note_beside(self._engine)

    def erase_again(self, digests: Collection[str]) -> int:
        """Remove for good what the register names; how many records."""
        self.erased.note(digests)
        gone = 0
        for repository in (self.drawings, self.assessments, self.persons):
            gone += repository.erase_known(lambda record_id: digest_of(record_id) in digests)
        return gone

    def _leave(self, connection: Connection) -> None:
        try:
            connection.close()  # rolls back what was not committed
        except SQLAlchemyError:
            # The connection is broken; what was not committed is gone with it, as it should be.
            connection.invalidate()
