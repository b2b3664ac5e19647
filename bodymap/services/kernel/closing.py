"""How a draft as a whole is finished, amended and given to a person; the same for every kind."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bodymap.errors import AlreadyAttached, InvalidRecord, NotOpen, Problem, StillOpen
from bodymap.records.derived import Derived
from bodymap.records.draftable import DraftT, Edition, Status
from bodymap.services.kernel.changes import ChangeT
from bodymap.services.kernel.kinds import DraftKind
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import kept_person, must_be_as_shown, written


def finish(
    kind: DraftKind[DraftT, ChangeT],
    draft_id: str,
    *,
    by: str,
    expected_version: int,
    ports: Ports,
    derive: Callable[[DraftT], Derived | None],
    at: datetime | None = None,
    **more: Any,
) -> DraftT:
    """Close a draft and keep what it says as an edition; its undo steps are forgotten. Writes.

    Args:
        kind: Kind of draft.
        draft_id: The draft.
        by: Name as typed.
        expected_version: Version that was shown.
        ports: Store, clock and ids.
        derive: Works out what follows from the record and is kept beside it; None if it cannot be.
        at: When; now if not given.
        **more: Other fields that are known only now.

    Raises:
        InvalidRecord: the name is missing where one is needed, or a value is not allowed.
        EditClash: it was changed since it was shown.
        NotOpen: it is finished already, not by this very step.
    """

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft_id)
        if not kept.is_open:
            as_asked = kept.changed(finished_by=by) == kept
            if as_asked and expected_version in {kept.version - 1, kept.version}:
                return kept  # the same step again: sent twice, or repeated after a crash
            raise NotOpen(draft_id, kept.status, kind=kind.name)
        yours = kept.changed(
            status=Status.AMENDED if kept.is_amendment else Status.FINISHED,
            finished_at=at or ports.clock.now(),
            finished_by=by,
            editions=kept.editions + 1,
            version=kept.version + 1,
            **more,
        )
        if kind.needs_name and not yours.finished_by:
            problem = Problem(field="by", reason="a name is needed", value=repr(by[:80]))
            raise InvalidRecord(f"finished {kind.name}", problems=(problem,))
        saved(kind, unit, kept, yours, expected_version=expected_version, ports=ports)
        records = kind.records(unit)
        records.add_edition(Edition(yours.editions, yours))
        derived = derive(yours)
        if derived is not None:
            records.keep_derived(yours.id, derived)
        unit.undo.forget(draft_id)
        return yours

    return written(ports, work)


def amend(
    kind: DraftKind[DraftT, ChangeT],
    draft_id: str,
    *,
    because: str,
    expected_version: int,
    ports: Ports,
) -> DraftT:
    """Open a finished one for amendment; the earlier editions stay readable. Writes.

    Raises:
        StillOpen: it is a draft, not opened by this very step.
        EditClash: it was changed since it was shown.
        InvalidRecord: the reason is missing where one is needed, or too long.
    """

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft_id)
        if kept.is_open:
            if kept.is_amendment and kept.version == expected_version + 1:
                return kept  # the same step sent twice
            raise StillOpen(draft_id, kind=kind.name)
        yours = kept.changed(status=Status.DRAFT, amended_because=because, version=kept.version + 1)
        if kind.needs_name and not yours.amended_because:
            problem = Problem(
                field="because", reason="a reason is needed", value=repr(because[:80])
            )
            raise InvalidRecord(f"amended {kind.name}", problems=(problem,))
        return saved(kind, unit, kept, yours, expected_version=expected_version, ports=ports)

    return written(ports, work)


def discard(
    kind: DraftKind[DraftT, ChangeT], draft_id: str, *, expected_version: int, ports: Ports
) -> DraftT:
    """Give up an amendment: the last edition stands again. Writes.

    Raises:
        NotOpen: nothing is being amended.
        EditClash: it was changed since it was shown.
    """

    def work(unit: UnitOfWork) -> DraftT:
        kept = kind.kept(unit, draft_id)
        if not kept.is_amendment:
            raise NotOpen(draft_id, kept.status, kind=kind.name)
        stays = {name: getattr(kept, name) for name in kind.stays}
        last = kind.records(unit).editions(draft_id)[-1].record
        yours = last.changed(**stays, version=kept.version + 1)
        saved(kind, unit, kept, yours, expected_version=expected_version, ports=ports)
        unit.undo.forget(draft_id)
        return yours

    return written(ports, work)


def editions(
    kind: DraftKind[DraftT, ChangeT], record_id: str, *, ports: Ports
) -> tuple[Edition[DraftT], ...]:
    """What a record said each time it was finished, first finished first.

    Raises:
        UnknownAssessment, UnknownDrawing: there is none.
    """
    with ports.store.reading() as unit:
        kind.kept(unit, record_id)
        return kind.records(unit).editions(record_id)


def given_to(
    kind: DraftKind[DraftT, ChangeT], unit: UnitOfWork, record_id: str, person_id: str
) -> tuple[DraftT, DraftT]:
    """A waiting record as it is kept, and as it is once it belongs to the person.

    Both are the same where it belongs to them already.

    Raises:
        AlreadyAttached: it belongs to somebody else.
        UnknownPerson: there is none.
        UnknownAssessment, UnknownDrawing: there is none.
    """
    kept = kind.kept(unit, record_id)
    kept_person(unit, person_id)
    if kept.person_id == person_id:
        return kept, kept
    if kept.person_id is not None:
        raise AlreadyAttached(kept.id, kept.person_id, kind=kind.name)
    return kept, kept.changed(person_id=person_id, version=kept.version + 1)


def saved(
    kind: DraftKind[DraftT, ChangeT],
    unit: UnitOfWork,
    kept: DraftT,
    yours: DraftT,
    *,
    expected_version: int,
    ports: Ports,
) -> DraftT:
    """`yours`, kept in place of `kept`; raises `EditClash` if that is not what was shown."""
    must_be_as_shown(kept, yours, expected_version)
    kind.records(unit).save(yours, before=kept, at=ports.clock.now())
    return yours
