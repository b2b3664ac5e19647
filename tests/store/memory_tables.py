"""Rows of the store in memory, and removing them for good."""

from dataclasses import dataclass, field, replace
from typing import Self


@dataclass
class Tables:
    persons: dict = field(default_factory=dict)  # id -> (person, changed_at, deleted_at)
    merged: dict = field(default_factory=dict)  # id -> id of the person it is part of
    transfers: dict = field(default_factory=dict)  # id -> transfer
    assessments: dict = field(default_factory=dict)  # id -> (assessment, changed_at, deleted_at)
    editions: dict = field(default_factory=dict)  # id -> tuple of editions
    steps: dict = field(default_factory=dict)  # (draft, client) -> tuple of (step, undone)
    derived: dict = field(default_factory=dict)  # id -> what follows from the last edition
    drawings: dict = field(default_factory=dict)  # id -> (drawing, changed_at, deleted_at)
    hand_overs: dict = field(default_factory=dict)  # id -> hand-over
    requests: dict = field(default_factory=dict)  # id -> (subject, at)
    settings: dict = field(default_factory=dict)
    origins: dict = field(default_factory=dict)  # id -> where it came from
    erased: dict = field(default_factory=dict)  # id -> None

    def copy(self) -> Self:
        return replace(self, **{name: dict(rows) for name, rows in vars(self).items()})


def erase(tables: Tables, ids: set[str]) -> None:
    tables.merged = {
        part: whole for part, whole in tables.merged.items() if not ids & {part, whole}
    }
    tables.transfers = {
        key: kept for key, kept in tables.transfers.items() if not ids & {kept.from_id, kept.to_id}
    }
    tables.erased |= dict.fromkeys(ids)
    beside = (tables.editions, tables.derived, tables.origins)
    for rows in (tables.persons, tables.assessments, tables.drawings, *beside):
        for key in ids & set(rows):
            del rows[key]
    for key in [key for key in tables.steps if key[0] in ids]:
        del tables.steps[key]
    for drawing_id, (drawing, changed, deleted) in tables.drawings.items():
        if drawing.assessment_id in ids:
            tables.drawings[drawing_id] = (drawing.changed(assessment_id=None), changed, deleted)
    tables.hand_overs = {
        key: kept for key, kept in tables.hand_overs.items() if kept.drawing_id not in ids
    }
    tables.requests = {key: row for key, row in tables.requests.items() if row[0] not in ids}
