"""A store in memory that keeps the promises of the real one, for tests of the services."""

import threading
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Self

from bodymap.errors import StoreConflict, StoreInconsistent
from bodymap.records import HandOver, HandOverWay
from bodymap.records.origin import Origin
from bodymap.records.transfer import Transfer
from bodymap.services.kernel.ports import ComingStep, KeptStep, VersionMoved
from tests.store.memory_questions import MemoryQuestions
from tests.store.memory_records import MemoryAssessments, MemoryDrawings, MemoryPersons
from tests.store.memory_tables import Tables


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
        self.transfers = MemoryTransfers(self.tables)
        self.hand_overs = MemoryHandOvers(self.tables)
        self.undo = MemoryUndo(self.tables.steps)
        self.requests = MemoryRequests(self.tables)
        self.settings = MemorySettings(self.tables)
        self.origins = MemoryOrigins(self.tables)
        self.erased = MemoryErased(self.tables)
        self.questions = MemoryQuestions(self.tables)
        return self

    def __exit__(self, *_: object) -> None:
        if self.is_writing:
            self.store.turn.release()

    def commit(self) -> None:
        self.store.tables = self.tables.copy()
        self.store.commits += 1


class MemoryTransfers:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, transfer: Transfer) -> None:
        self.tables.transfers[transfer.id] = transfer

    def get(self, transfer_id: str) -> Transfer | None:
        return self.tables.transfers.get(transfer_id)

    def save(self, transfer: Transfer) -> None:
        kept = self.tables.transfers[transfer.id]
        self.tables.transfers[transfer.id] = kept.changed(undone_at=transfer.undone_at)

    def of_person(self, person_id: str) -> tuple[Transfer, ...]:
        theirs = [
            kept
            for kept in self.tables.transfers.values()
            if person_id in {kept.from_id, kept.to_id}
        ]
        return tuple(sorted(theirs, key=lambda kept: (kept.at, kept.id), reverse=True))


class MemoryHandOvers:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, hand_over: HandOver) -> None:
        if hand_over.id in self.tables.hand_overs or self.by_digest(hand_over.digest):
            raise StoreConflict
        if hand_over.drawing_id not in self.tables.drawings:
            raise StoreInconsistent("memory")
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
            if kept.made_at >= made_before
            or (kept.way is HandOverWay.THIS_DEVICE and kept.ended_at is None)
        }


class MemoryUndo:
    def __init__(self, steps: dict) -> None:
        self.kept = steps

    def push(self, draft_id: str, client_id: str, step: KeptStep) -> None:
        done = [kept for kept in self._steps(draft_id, client_id) if not kept[1]]
        number = done[-1][0].number + 1 if done else 1
        done.append((replace(step, number=number), False))
        self.kept[draft_id, client_id] = tuple(done)

    def next_undo(self, draft_id: str, client_id: str) -> KeptStep | None:
        done = [step for step, undone in self._steps(draft_id, client_id) if not undone]
        return done[-1] if done else None

    def next_redo(self, draft_id: str, client_id: str) -> KeptStep | None:
        undone = [step for step, undone in self._steps(draft_id, client_id) if undone]
        return undone[0] if undone else None

    def coming(
        self, draft_id: str, client_id: str, *, undone: bool, most: int
    ) -> tuple[ComingStep, ...]:
        steps = [step for step, was in self._steps(draft_id, client_id) if was is undone]
        steps = steps if undone else steps[::-1]
        return tuple(ComingStep(step.name, step.what) for step in steps[:most])

    def set_undone(self, draft_id: str, client_id: str, number: int, *, undone: bool) -> None:
        self.kept[draft_id, client_id] = tuple(
            (step, undone if step.number == number else was)
            for step, was in self._steps(draft_id, client_id)
        )

    def forget(self, draft_id: str) -> None:
        for key in [key for key in self.kept if key[0] == draft_id]:
            del self.kept[key]

    def _steps(self, draft_id: str, client_id: str) -> tuple[tuple[KeptStep, bool], ...]:
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


class MemoryOrigins:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, *several: Origin) -> None:
        self.tables.origins |= {origin.record_id: origin for origin in several}

    def of(self, record_id: str) -> Origin | None:
        return self.tables.origins.get(record_id)


class MemoryErased:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def among(self, record_ids: Collection[str]) -> frozenset[str]:
        return frozenset(set(record_ids) & set(self.tables.erased))

    def forget(self, *record_ids: str) -> None:
        for record_id in record_ids:
            self.tables.erased.pop(record_id, None)
