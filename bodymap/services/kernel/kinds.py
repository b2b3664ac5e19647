"""What the verbs of every draftable record need to know of its kind.

A kind stands in the package of its job: `assessing.kind.ASSESSMENTS`, `drawing.kind.DRAWINGS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from bodymap.errors import NotOpen, ServiceError
from bodymap.records.draftable import DraftT
from bodymap.services.kernel.changes import ChangeT
from bodymap.services.kernel.ports import DraftRepository, Records, UnitOfWork
from bodymap.services.kernel.transactions import kept_record

RecordT = TypeVar("RecordT")


@dataclass(frozen=True)
class RecordKind(Generic[RecordT]):
    """A kind of record that can be deleted and restored.

    Attributes:
        name: Such as "person" or "assessment".
        records: Where the records of this kind lie.
        unknown: Raised where there is none.
    """

    name: str
    records: Callable[[UnitOfWork], Records[RecordT]]
    unknown: Callable[..., ServiceError]

    def kept(self, unit: UnitOfWork, record_id: str) -> RecordT:
        """The record; raises `unknown` if there is none, or it or its person is deleted."""
        return kept_record(self.records(unit), record_id, self.unknown)


@dataclass(frozen=True)
class DraftKind(RecordKind[DraftT], Generic[DraftT, ChangeT]):
    """A kind of record that is drafted, finished, amended, and given to a person.

    Attributes:
        changes: Reads a change of this kind that was kept.
        apply: The draft after a change, one version on; raises `NotAsBefore`.
        stays: Fields that belong to no edition: where a record belongs outlives what it says.
        needs_name: Whether somebody must put their name to it on finishing, and a reason to an
            amendment.
    """

    records: Callable[[UnitOfWork], DraftRepository[DraftT]]
    changes: TypeAdapter[ChangeT]
    apply: Callable[[DraftT, ChangeT], DraftT]
    stays: tuple[str, ...] = ("person_id",)
    needs_name: bool = False

    def must_be_open(self, draft: DraftT) -> None:
        """Raise `NotOpen` for a finished one."""
        if not draft.is_open:
            raise NotOpen(draft.id, draft.status, kind=self.name)
