"""What the services need from outside: a store, a clock and ids.

The store is written elsewhere (`bodymap.store`, and one in memory for tests); both pass the same
contract suite. Repositories take and give records; they decide nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, NamedTuple, Protocol, Self, TypeVar

from bodymap.records import (
    Assessment,
    AssessmentSummary,
    DrawingSummary,
    Edition,
    PainDrawing,
    Person,
    PersonSummary,
)
from bodymap.records.derived import Derived
from bodymap.records.draftable import DraftT
from bodymap.records.portable import Whole
from bodymap.services.kernel.came_and_went import (
    ErasedRepository,
    HandOverRepository,
    OriginRepository,
    TransferRepository,
)
from bodymap.services.kernel.ids import Ids
from bodymap.services.kernel.pages import Page, Position
from bodymap.services.questions.wanted import QuestionRepository


class VersionMoved(Exception):
    """A record is no longer at the version that a save started from."""


@dataclass(frozen=True)
class Deleted:
    """A deleted record that can be restored.

    Attributes:
        kind: "person", "assessment" or "drawing".
        label: name or code, to choose it by.
    """

    kind: str
    id: str
    label: str
    deleted_at: datetime


RecordT_co = TypeVar("RecordT_co", covariant=True)


class Records(Protocol[RecordT_co]):
    """What the repositories of every kind of record share: opening, deleting and restoring."""

    def there(self, record_ids: Collection[str], /) -> frozenset[str]:
        """Those of these ids that a record has, deleted ones included."""

    def get(self, record_id: str, /) -> RecordT_co | None:
        """The record, or None; deleted ones are not seen."""

    def deleted_at(self, record_id: str, /) -> datetime | None:
        """When it, or its person, was deleted, or None."""

    def set_deleted(self, record_id: str, at: datetime | None, /) -> None:
        """Delete, or with None restore."""


@dataclass(frozen=True)
class KeptStep:
    """A step of an open draft as it is kept.

    Attributes:
        what: Id of what was done.
        change: The change as JSON; what it means is known to the kind of the draft.
        number: Order within the window, from 1; given by the store.
        name: Tells it from every other step of the draft: the request that made it, if there was
            one, so that a browser knows the name before the server has answered.
    """

    what: str
    change: dict[str, Any] = field(hash=False)
    number: int = 0
    name: str = ""


class ComingStep(NamedTuple):
    """A step that can be taken back or repeated: its name, and the id of what was done."""

    name: str
    what: str


class PersonRepository(Protocol):
    """People. `get` and `find` do not see deleted ones."""

    def there(self, person_ids: Collection[str], /) -> frozenset[str]:
        """Those of these ids that somebody has, deleted and merged ones included."""

    def add(self, person: Person, *, at: datetime) -> None:
        """Keep a new person."""

    def get(self, person_id: str) -> Person | None:
        """The person, or None."""

    def save(self, person: Person, *, before: Person, at: datetime) -> None:
        """Replace `before` by `person`.

        Raises:
            VersionMoved: what is kept is not at the version of `before`.
        """

    def find(
        self,
        words: Sequence[str],
        *,
        sample: bool | None,
        limit: int,
        after: Position | None,
        archived: bool | None = None,
    ) -> Page[PersonSummary]:
        """People of whose name, code, year of birth and tags every word begins a word.

        Last seen first.

        Words begin after blanks and other signs too: "042" begins a word of "pat-042".

        Args:
            words: in the form that `searched_words` gives.
            sample: look among the sample people, and only there; None looks among all.
            limit: at most so many on the page.
            after: where the page begins; None for the first.
            archived: look among those who are archived, and only there; None looks among all.
        """

    def any(self, *, sample: bool | None) -> bool:
        """Whether `find` would find anybody at all."""

    def like(self, name: str, code: str) -> tuple[Person, ...]:
        """People of this name or code, in the forms that `folded` gives; empty ones match none."""

    def label(self, person_id: str) -> str | None:
        """How a person is called, deleted and merged ones too, or None if there is none."""

    def merged_into(self, person_id: str) -> str | None:
        """Id of the person that this one was merged into, or None."""

    def set_merged(self, person_id: str, into: str | None) -> None:
        """Let a person be part of another, or with None a person of their own again.

        Who is part of another is neither opened nor found, and goes for good with them.
        """

    def deleted_at(self, person_id: str) -> datetime | None:
        """When the person was deleted, or None."""

    def set_deleted(self, person_id: str, at: datetime | None) -> None:
        """Delete, or with None restore; assessments and drawings of the person follow."""

    def deleted(self) -> tuple[Deleted, ...]:
        """Deleted people, last deleted first."""

    def erase(self, *, deleted_before: datetime) -> int:
        """Remove for good, with all that belongs to them, those deleted before; how many."""

    def erase_samples(self) -> int:
        """Remove the sample people for good, with all that belongs to them; how many."""


class DraftRepository(Protocol[DraftT]):
    """One kind of draftable record. `get` does not see deleted ones, nor those of deleted people.

    Lists beside it do not see them either.
    """

    def there(self, record_ids: Collection[str], /) -> frozenset[str]:
        """Those of these ids that a record of this kind has, deleted ones included."""

    def add(self, record: DraftT, /, *, at: datetime) -> None:
        """Keep a new record."""

    def add_whole(self, several: Sequence[Whole[DraftT]], /, *, at: datetime) -> None:
        """Keep new records with their editions, in a number of statements that does not grow."""

    def get(self, record_id: str, /) -> DraftT | None:
        """The record, or None."""

    def wholes(self, record_ids: Sequence[str], /) -> tuple[Whole[DraftT], ...]:
        """Records with their editions, in this order; those that `get` does not see are left out.

        Read in a number of statements that does not grow with the records.
        """

    def save(self, record: DraftT, /, *, before: DraftT, at: datetime) -> None:
        """Replace `before` by `record`; parts that did not change are not written.

        Raises:
            VersionMoved: what is kept is not at the version of `before`; nothing was written.
        """

    def keep_derived(self, record_id: str, derived: Derived, /) -> None:
        """Keep what follows from the last edition, in place of what was kept before."""

    def keep_all_derived(self, derived: Mapping[str, Derived], /) -> None:
        """As `keep_derived`, by the ids of several records."""

    def derived(self, record_id: str, /) -> Derived | None:
        """What follows from the last edition; None where it was not made yet."""

    def underived(self, body_version: str) -> tuple[str, ...]:
        """Ids of finished records of which nothing was derived for this version of the body."""

    def code_is_taken(self, code: str) -> bool:
        """Whether any record of this kind has this code, deleted ones included."""

    def codes_taken(self, codes: Collection[str]) -> frozenset[str]:
        """Those of these codes that a record of this kind has, deleted ones included."""

    def add_edition(self, edition: Edition[DraftT]) -> None:
        """Keep an edition for good."""

    def editions(self, record_id: str, /) -> tuple[Edition[DraftT], ...]:
        """All editions, first finished first."""

    def last_editions(self, record_ids: Sequence[str], /) -> Mapping[str, DraftT]:
        """What records said when they were last finished, also deleted ones.

        What was never finished, or cannot be read, is left out.
        """

    def deleted_at(self, record_id: str, /) -> datetime | None:
        """When it, or its person, was deleted, or None."""

    def set_deleted(self, record_id: str, at: datetime | None, /) -> None:
        """Delete, or with None restore."""

    def of_person(self, person_id: str) -> tuple[str, ...]:
        """Ids of all records of a person, deleted ones included."""

    def give(
        self, record_ids: Sequence[str], *, from_id: str, to_id: str, at: datetime
    ) -> tuple[str, ...]:
        """Give records of one person to another, deleted ones included.

        Returns:
            Ids of those that went: what does not belong to `from_id` any more stays.
        """

    def deleted(self) -> tuple[Deleted, ...]:
        """Those that were deleted on their own, not with their person; last deleted first."""

    def erase(self, *, deleted_before: datetime) -> int:
        """Remove for good those deleted before; how many."""

    def erase_empty(self, *, changed_before: datetime) -> int:
        """Remove for good drafts in which nothing stands and nobody waits for; how many."""


class AssessmentRepository(DraftRepository[Assessment], Protocol):
    """Assessments with their findings in order."""

    def summaries(
        self,
        *,
        person_id: str | None,
        only_open: bool,
        only_waiting: bool,
        sample: bool,
        limit: int,
        after: Position | None,
        leave_empty: bool = False,
        words: Sequence[str] = (),
    ) -> Page[AssessmentSummary]:
        """Lines of a list, last examined first.

        Args:
            person_id: of this person (then `sample` does not matter), or None for everybody.
            only_open: drafts, also those that amend.
            only_waiting: those without a person.
            sample: of sample people, and only of those.
            limit: at most so many on the page.
            after: where the page begins; None for the first.
            leave_empty: without those in which nothing stands and that are nobody's.
            words: each begins a word of the person, as in `PersonRepository.find`, or the code.
        """

    def finished_of(self, person_id: str) -> tuple[Assessment, ...]:
        """Every finished visit of a person with its findings, the first first.

        One that is being amended stands as it was last finished; one that cannot be read is left
        out. Read in a number of statements that does not grow with the visits.
        """


class DrawingRepository(DraftRepository[PainDrawing], Protocol):
    """Pain drawings."""

    def summaries(
        self,
        *,
        person_id: str | None,
        assessment_id: str | None,
        only_waiting: bool,
        sample: bool,
        limit: int,
        after: Position | None,
    ) -> Page[DrawingSummary]:
        """Lines of a list, last drawn first.

        Args:
            person_id: of this person (then `sample` does not matter), or None for everybody.
            assessment_id: attached to this assessment (likewise), or None for all.
            only_waiting: those without a person.
            sample: of sample people, and only of those.
            limit: at most so many on the page.
            after: where the page begins; None for the first.
        """

    def finished_of(self, person_id: str) -> tuple[tuple[PainDrawing, Derived | None], ...]:
        """As for visits: every finished drawing of a person with its cells, the first first."""

    def lines(self, drawing_ids: Sequence[str]) -> tuple[DrawingSummary, ...]:
        """Lines of these drawings, in any order; of those that are not seen, none."""

    def by_code(self, code: str) -> str | None:
        """Id of the drawing that waits under this code, or None."""


class UndoRepository(Protocol):
    """Steps of open drafts that can be taken back; each belongs to one browser window."""

    def push(self, draft_id: str, client_id: str, step: KeptStep) -> None:
        """Add a step; the window's steps that were taken back are forgotten."""

    def next_undo(self, draft_id: str, client_id: str) -> KeptStep | None:
        """The window's last step that is not taken back."""

    def next_redo(self, draft_id: str, client_id: str) -> KeptStep | None:
        """The window's first step that is taken back."""

    def coming(
        self, draft_id: str, client_id: str, *, undone: bool, most: int
    ) -> tuple[ComingStep, ...]:
        """The steps that are taken back next, or repeated next if `undone`, in that order."""

    def set_undone(self, draft_id: str, client_id: str, number: int, *, undone: bool) -> None:
        """Say whether a step is taken back."""

    def forget(self, draft_id: str) -> None:
        """Forget all steps of a draft."""


class RequestRepository(Protocol):
    """Requests that were carried out, so that a repeated one is not carried out twice."""

    def subject(self, request_id: str) -> str | None:
        """Id of the record that the request made or changed, or None if it is new."""

    def add(self, request_id: str, subject_id: str, *, at: datetime) -> None:
        """Remember a request; with the same transaction as what it did.

        Raises:
            StoreConflict: somebody else carried it out at the same moment.
        """

    def forget(self, *, before: datetime) -> None:
        """Forget requests older than this."""


class SettingsRepository(Protocol):
    """Settings of this installation: texts by name."""

    def get(self, name: str) -> str | None:
        """The setting, or None."""

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""


class UnitOfWork(Protocol):
    """One transaction. Leaving its block without `commit` changes nothing.

    Raises:
        StoreError: on entering, on any use and on committing, if the store cannot do it; nothing
            is changed then.
    """

    @property
    def persons(self) -> PersonRepository:
        """People."""

    @property
    def assessments(self) -> AssessmentRepository:
        """Assessments with their findings and editions."""

    @property
    def drawings(self) -> DrawingRepository:
        """Pain drawings with their editions."""

    @property
    def transfers(self) -> TransferRepository:
        """What went from one person to another."""

    @property
    def hand_overs(self) -> HandOverRepository:
        """Drawings handed over."""

    @property
    def undo(self) -> UndoRepository:
        """Steps of open drafts that can be taken back."""

    @property
    def requests(self) -> RequestRepository:
        """Requests that were carried out."""

    @property
    def settings(self) -> SettingsRepository:
        """Settings of this installation."""

    @property
    def origins(self) -> OriginRepository:
        """Where imported records came from."""

    @property
    def erased(self) -> ErasedRepository:
        """The register of what was removed for good."""

    @property
    def questions(self) -> QuestionRepository:
        """Questions over everybody."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def commit(self) -> None:
        """Keep what was done; returns when it is safe against a power cut."""


class Store(Protocol):
    """Where records are kept."""

    def reading(self) -> UnitOfWork:
        """A unit of work that only reads."""

    def writing(self) -> UnitOfWork:
        """A unit of work that may write."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The time, with its zone."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The time in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True)
class Ports:
    """All that the services need from outside; made once and handed to each of them."""

    store: Store
    clock: Clock
    ids: Ids
