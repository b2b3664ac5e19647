"""A store in memory that keeps the promises of the real one, for tests of the services."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from bodymap.errors import StoreConflict
from bodymap.records import (
    Assessment,
    AssessmentSummary,
    DrawingEdition,
    DrawingSummary,
    Edition,
    HandOver,
    HandOverWay,
    PainDrawing,
    Person,
)
from bodymap.services.changes import Step
from bodymap.services.people import search_text
from bodymap.services.ports import Deleted, VersionMoved


@dataclass
class Tables:
    persons: dict = field(default_factory=dict)  # id -> (person, changed_at, deleted_at)
    assessments: dict = field(default_factory=dict)  # id -> (assessment, changed_at, deleted_at)
    editions: dict = field(default_factory=dict)  # id -> tuple of editions
    steps: dict = field(default_factory=dict)  # (assessment, client) -> tuple of (step, undone)
    drawings: dict = field(default_factory=dict)  # id -> (drawing, changed_at, deleted_at)
    drawing_editions: dict = field(default_factory=dict)  # id -> tuple of editions
    drawing_steps: dict = field(default_factory=dict)  # as steps
    hand_overs: dict = field(default_factory=dict)  # id -> hand-over
    requests: dict = field(default_factory=dict)  # id -> (subject, at)
    settings: dict = field(default_factory=dict)

    def copy(self) -> Self:
        return replace(self, **{name: dict(rows) for name, rows in vars(self).items()})


class MemoryStore:
    def __init__(self) -> None:
        self.tables = Tables()
        self.commits = 0
        self.turn = threading.Lock()

    def reading(self) -> "MemoryUnitOfWork":
        return MemoryUnitOfWork(self, writing=False)

    def writing(self) -> "MemoryUnitOfWork":
        return MemoryUnitOfWork(self, writing=True)

    def close(self) -> None:
        pass


class MemoryUnitOfWork:
    def __init__(self, store: MemoryStore, *, writing: bool) -> None:
        self.store, self.is_writing = store, writing

    def __enter__(self) -> Self:
        if self.is_writing:
            self.store.turn.acquire()
        self.tables = self.store.tables.copy()
        self.persons = MemoryPersons(self.tables)
        self.assessments = MemoryAssessments(self.tables)
        self.drawings = MemoryDrawings(self.tables)
        self.hand_overs = MemoryHandOvers(self.tables)
        self.history = MemoryHistory(self.tables.steps)
        self.drawing_history = MemoryHistory(self.tables.drawing_steps)
        self.requests = MemoryRequests(self.tables)
        self.settings = MemorySettings(self.tables)
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_writing:
            self.store.turn.release()

    def commit(self) -> None:
        self.store.tables = self.tables.copy()
        self.store.commits += 1


class MemoryPersons:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, person: Person, *, at: datetime) -> None:
        if person.id in self.tables.persons:
            raise StoreConflict
        self.tables.persons[person.id] = (person, at, None)

    def get(self, person_id: str) -> Person | None:
        person, _, deleted = self.tables.persons.get(person_id, (None, None, None))
        return None if deleted else person

    def save(self, person: Person, *, before: Person, at: datetime) -> None:
        kept, _, deleted = self.tables.persons.get(person.id, (None, None, None))
        if kept is None or kept.version != before.version:
            raise VersionMoved
        self.tables.persons[person.id] = (person, at, deleted)

    def find(self, words: Sequence[str], *, sample: bool, limit: int) -> tuple[Person, ...]:
        found = [
            (at, person.id, person)
            for person, at, deleted in self.tables.persons.values()
            if not deleted
            and person.is_sample == sample
            and all(word in search_text(f"{person.name} {person.code}") for word in words)
        ]
        return tuple(person for _, _, person in sorted(found, reverse=True)[:limit])

    def deleted_at(self, person_id: str) -> datetime | None:
        return self.tables.persons.get(person_id, (None, None, None))[2]

    def set_deleted(self, person_id: str, at: datetime | None) -> None:
        person, changed, _ = self.tables.persons[person_id]
        self.tables.persons[person_id] = (person, changed, at)

    def deleted(self) -> tuple[Deleted, ...]:
        gone = [(at, p.id, p.label) for p, _, at in self.tables.persons.values() if at]
        return tuple(Deleted("person", i, label, at) for at, i, label in sorted(gone, reverse=True))

    def erase(self, *, deleted_before: datetime) -> int:
        return self._erase(lambda _, deleted: deleted and deleted < deleted_before)

    def erase_samples(self) -> int:
        return self._erase(lambda person, _: person.is_sample)

    def _erase(self, goes: Callable[[Person, datetime | None], object]) -> int:
        gone = {i for i, (p, _, deleted) in self.tables.persons.items() if goes(p, deleted)}
        theirs = {i for i, (a, _, _) in self.tables.assessments.items() if a.person_id in gone}
        theirs |= {i for i, (d, _, _) in self.tables.drawings.items() if d.person_id in gone}
        erase(self.tables, theirs | gone)
        return len(gone)


class MemoryAssessments:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, assessment: Assessment, *, at: datetime) -> None:
        if assessment.id in self.tables.assessments or self.code_is_taken(assessment.code):
            raise StoreConflict
        self.tables.assessments[assessment.id] = (assessment, at, None)

    def get(self, assessment_id: str) -> Assessment | None:
        kept = self.tables.assessments.get(assessment_id)
        return None if kept is None or self.deleted_at(assessment_id) else kept[0]

    def save(self, assessment: Assessment, *, before: Assessment, at: datetime) -> None:
        kept, _, deleted = self.tables.assessments.get(assessment.id, (None, None, None))
        if kept is None or kept.version != before.version:
            raise VersionMoved
        self.tables.assessments[assessment.id] = (assessment, at, deleted)

    def summaries(
        self,
        *,
        person_id: str | None,
        only_open: bool,
        only_waiting: bool,
        sample: bool,
        limit: int,
    ) -> tuple[AssessmentSummary, ...]:
        lines = []
        for assessment, changed, _ in self.tables.assessments.values():
            person = self.tables.persons.get(assessment.person_id, (None,))[0]
            is_sample = bool(person and person.is_sample)
            wanted = (
                assessment.person_id == person_id if person_id is not None else is_sample == sample
            )
            if (
                not wanted
                or self.deleted_at(assessment.id)
                or (only_open and not assessment.is_open)
                or (only_waiting and assessment.person_id is not None)
            ):
                continue
            as_is = ("id", "person_id", "code", "examined_at", "examiner", "reason", "status")
            lines.append(
                AssessmentSummary(
                    **{name: getattr(assessment, name) for name in as_is},
                    editions=assessment.editions,
                    person_label=person.label if person else "",
                    is_sample=is_sample,
                    changed_at=changed,
                    finding_count=len(assessment.findings),
                )
            )
        lines.sort(key=lambda line: (line.examined_at, line.id), reverse=True)
        return tuple(lines[:limit])

    def code_is_taken(self, code: str) -> bool:
        return any(kept.code == code for kept, _, _ in self.tables.assessments.values())

    def add_edition(self, edition: Edition) -> None:
        kept = self.tables.editions.get(edition.assessment.id, ())
        self.tables.editions[edition.assessment.id] = (*kept, edition)

    def editions(self, assessment_id: str) -> tuple[Edition, ...]:
        return self.tables.editions.get(assessment_id, ())

    def deleted_at(self, assessment_id: str) -> datetime | None:
        kept, _, deleted = self.tables.assessments.get(assessment_id, (None, None, None))
        if kept is None:
            return None
        return deleted or self.tables.persons.get(kept.person_id, (None, None, None))[2]

    def set_deleted(self, assessment_id: str, at: datetime | None) -> None:
        kept, changed, _ = self.tables.assessments[assessment_id]
        self.tables.assessments[assessment_id] = (kept, changed, at)

    def deleted(self) -> tuple[Deleted, ...]:
        gone = [
            (at, kept.id, kept.code)
            for kept, _, at in self.tables.assessments.values()
            if at and not self.tables.persons.get(kept.person_id, (None, None, None))[2]
        ]
        return tuple(Deleted("assessment", i, code, at) for at, i, code in sorted(gone)[::-1])

    def erase(self, *, deleted_before: datetime) -> int:
        gone = {
            i for i, (_, _, at) in self.tables.assessments.items() if at and at < deleted_before
        }
        erase(self.tables, gone)
        return len(gone)


class MemoryDrawings:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, drawing: PainDrawing, *, at: datetime) -> None:
        if drawing.id in self.tables.drawings or self.code_is_taken(drawing.code):
            raise StoreConflict
        self.tables.drawings[drawing.id] = (drawing, at, None)

    def get(self, drawing_id: str) -> PainDrawing | None:
        kept = self.tables.drawings.get(drawing_id)
        return None if kept is None or self.deleted_at(drawing_id) else kept[0]

    def save(self, drawing: PainDrawing, *, before: PainDrawing, at: datetime) -> None:
        kept, _, deleted = self.tables.drawings.get(drawing.id, (None, None, None))
        if kept is None or kept.version != before.version:
            raise VersionMoved
        self.tables.drawings[drawing.id] = (drawing, at, deleted)

    def summaries(
        self,
        *,
        person_id: str | None,
        assessment_id: str | None,
        only_waiting: bool,
        sample: bool,
        limit: int,
    ) -> tuple[DrawingSummary, ...]:
        lines = []
        for drawing, changed, _ in self.tables.drawings.values():
            person = self.tables.persons.get(drawing.person_id, (None,))[0]
            is_sample = bool(person and person.is_sample)
            asked = (
                (person_id, drawing.person_id),
                (assessment_id, drawing.assessment_id),
            )
            wanted = all(wish in {None, has} for wish, has in asked)
            if (
                not wanted
                or (person_id is None and assessment_id is None and is_sample != sample)
                or self.deleted_at(drawing.id)
                or (only_waiting and drawing.person_id is not None)
            ):
                continue
            as_is = ("id", "person_id", "code", "assessment_id", "drawn_at", "drawn_by")
            lines.append(
                DrawingSummary(
                    **{name: getattr(drawing, name) for name in as_is},
                    occasion=drawing.occasion,
                    status=drawing.status,
                    editions=drawing.editions,
                    no_pain=drawing.no_pain,
                    person_label=person.label if person else "",
                    is_sample=is_sample,
                    changed_at=changed,
                    mark_count=len(drawing.marks),
                )
            )
        lines.sort(key=lambda line: (line.drawn_at, line.id), reverse=True)
        return tuple(lines[:limit])

    def code_is_taken(self, code: str) -> bool:
        return any(kept.code == code for kept, _, _ in self.tables.drawings.values())

    def by_code(self, code: str) -> str | None:
        found = [
            kept.id
            for kept, _, _ in self.tables.drawings.values()
            if kept.code == code and kept.person_id is None and not self.deleted_at(kept.id)
        ]
        return found[0] if found else None

    def add_edition(self, edition: DrawingEdition) -> None:
        kept = self.tables.drawing_editions.get(edition.drawing.id, ())
        self.tables.drawing_editions[edition.drawing.id] = (*kept, edition)

    def editions(self, drawing_id: str) -> tuple[DrawingEdition, ...]:
        return self.tables.drawing_editions.get(drawing_id, ())

    def deleted_at(self, drawing_id: str) -> datetime | None:
        kept, _, deleted = self.tables.drawings.get(drawing_id, (None, None, None))
        if kept is None:
            return None
        return deleted or self.tables.persons.get(kept.person_id, (None, None, None))[2]

    def set_deleted(self, drawing_id: str, at: datetime | None) -> None:
        kept, changed, _ = self.tables.drawings[drawing_id]
        self.tables.drawings[drawing_id] = (kept, changed, at)

    def deleted(self) -> tuple[Deleted, ...]:
        gone = [
            (at, kept.id, kept.code)
            for kept, _, at in self.tables.drawings.values()
            if at and not self.tables.persons.get(kept.person_id, (None, None, None))[2]
        ]
        return tuple(Deleted("drawing", i, code, at) for at, i, code in sorted(gone)[::-1])

    def erase(self, *, deleted_before: datetime) -> int:
        gone = {i for i, (_, _, at) in self.tables.drawings.items() if at and at < deleted_before}
        erase(self.tables, gone)
        return len(gone)


class MemoryHandOvers:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, hand_over: HandOver) -> None:
        if hand_over.id in self.tables.hand_overs or self.by_digest(hand_over.digest):
            raise StoreConflict
        if hand_over.drawing_id not in self.tables.drawings:
            raise StoreConflict
        self.tables.hand_overs[hand_over.id] = hand_over

    def get(self, hand_over_id: str) -> HandOver | None:
        return self.tables.hand_overs.get(hand_over_id)

    def by_digest(self, digest: str) -> HandOver | None:
        found = [kept for kept in self.tables.hand_overs.values() if kept.digest == digest]
        return found[0] if found else None

    def of_device(self) -> HandOver | None:
        held = [kept for kept in self.not_ended() if kept.way is HandOverWay.THIS_DEVICE]
        return held[0] if held else None

    def save(self, hand_over: HandOver, *, before: HandOver) -> None:
        kept = self.get(before.id)
        if kept is None or kept.version != before.version:
            raise VersionMoved
        self.tables.hand_overs[before.id] = hand_over

    def not_ended(self) -> tuple[HandOver, ...]:
        open_ones = [kept for kept in self.tables.hand_overs.values() if kept.ended_at is None]
        return tuple(sorted(open_ones, key=lambda kept: (kept.made_at, kept.id), reverse=True))

    def forget(self, *, made_before: datetime) -> None:
        self.tables.hand_overs = {
            key: kept
            for key, kept in self.tables.hand_overs.items()
            if kept.way is HandOverWay.THIS_DEVICE or kept.made_at >= made_before
        }


class MemoryHistory:
    def __init__(self, steps: dict) -> None:
        self.kept = steps

    def push(self, draft_id: str, client_id: str, step: Step) -> None:
        done = [kept for kept in self._steps(draft_id, client_id) if not kept[1]]
        number = done[-1][0].number + 1 if done else 1
        done.append((step.changed(number=number), False))
        self.kept[draft_id, client_id] = tuple(done)

    def next_undo(self, draft_id: str, client_id: str) -> Step | None:
        done = [step for step, undone in self._steps(draft_id, client_id) if not undone]
        return done[-1] if done else None

    def next_redo(self, draft_id: str, client_id: str) -> Step | None:
        undone = [step for step, undone in self._steps(draft_id, client_id) if undone]
        return undone[0] if undone else None

    def set_undone(self, draft_id: str, client_id: str, number: int, *, undone: bool) -> None:
        self.kept[draft_id, client_id] = tuple(
            (step, undone if step.number == number else was)
            for step, was in self._steps(draft_id, client_id)
        )

    def forget(self, draft_id: str) -> None:
        for key in [key for key in self.kept if key[0] == draft_id]:
            del self.kept[key]

    def _steps(self, draft_id: str, client_id: str) -> tuple[tuple[Step, bool], ...]:
        return self.kept.get((draft_id, client_id), ())


class MemoryRequests:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def subject(self, request_id: str) -> str | None:
        return self.tables.requests.get(request_id, (None,))[0]

    def add(self, request_id: str, subject_id: str, *, at: datetime) -> None:
        if request_id in self.tables.requests:
            raise StoreConflict
        self.tables.requests[request_id] = (subject_id, at)

    def forget(self, *, before: datetime) -> None:
        old = [key for key, (_, at) in self.tables.requests.items() if at < before]
        for key in old:
            del self.tables.requests[key]


class MemorySettings:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def get(self, name: str) -> str | None:
        return self.tables.settings.get(name)

    def set(self, name: str, value: str) -> None:
        self.tables.settings[name] = value


def erase(tables: Tables, ids: set[str]) -> None:
    kept = (tables.persons, tables.assessments, tables.editions)
    for rows in (*kept, tables.drawings, tables.drawing_editions):
        for key in ids & set(rows):
            del rows[key]
    for steps in (tables.steps, tables.drawing_steps):
        for key in [key for key in steps if key[0] in ids]:
            del steps[key]
    for drawing_id, (drawing, changed, deleted) in tables.drawings.items():
        if drawing.assessment_id in ids:
            tables.drawings[drawing_id] = (drawing.changed(assessment_id=None), changed, deleted)
    tables.hand_overs = {
        key: kept for key, kept in tables.hand_overs.items() if kept.drawing_id not in ids
    }
    tables.requests = {key: row for key, row in tables.requests.items() if row[0] not in ids}
