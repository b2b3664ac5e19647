"""People, assessments and drawings of the store in memory."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from bodymap.errors import StoreConflict
from bodymap.records import (
    Assessment,
    AssessmentSummary,
    DrawingSummary,
    Edition,
    HandOverWay,
    PainDrawing,
    Person,
    PersonSummary,
)
from bodymap.records.assessment import NOTE_FIELDS
from bodymap.records.derived import Derived
from bodymap.records.portable import Whole
from bodymap.services.kernel.pages import Page, Position
from bodymap.services.kernel.ports import Deleted, VersionMoved
from bodymap.services.people.searching import BETWEEN, search_text
from tests.store.memory_tables import Tables, erase


def page_of(found: list[tuple[datetime, str, Any]], *, limit: int, after: Position | None) -> Page:
    found.sort(key=lambda each: each[:2], reverse=True)
    rest = [each for each in found if after is None or each[:2] < after]
    shown = rest[:limit]
    end = Position(*shown[-1][:2]) if len(rest) > limit else None
    return Page(tuple(each[2] for each in shown), len(found), end)


def _is_called(person: Person | None, code: str, word: str) -> bool:
    """Whether a word begins one of a person, or the code of what is theirs."""
    theirs = person is not None and _begins_a_word(word, search_text(person))
    return theirs or code.lower().startswith(word)


def _begins_a_word(beginning: str, text: str) -> bool:
    return any(
        text.startswith(beginning, start)
        for start in range(len(text))
        if start == 0
        or text[start - 1].isspace()
        or (text[start].isalnum() and not text[start - 1].isalnum())
    )


class MemoryPersons:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, person: Person, *, at: datetime) -> None:
        if person.id in self.tables.persons:
            raise StoreConflict
        self.tables.persons[person.id] = (person, at, None)

    def there(self, person_ids: Collection[str]) -> frozenset[str]:
        return frozenset(set(person_ids) & set(self.tables.persons))

    def get(self, person_id: str) -> Person | None:
        person, _, deleted = self.tables.persons.get(person_id, (None, None, None))
        return None if deleted or person_id in self.tables.merged else person

    def save(self, person: Person, *, before: Person, at: datetime) -> None:
        kept, _, deleted = self.tables.persons.get(person.id, (None, None, None))
        if kept is None or kept.version != before.version:
            raise VersionMoved
        self.tables.persons[person.id] = (person, at, deleted)

    def find(
        self,
        words: Sequence[str],
        *,
        sample: bool | None,
        limit: int,
        after: Position | None,
        archived: bool | None = None,
    ) -> Page[PersonSummary]:
        return page_of(
            self.listed(words, sample=sample, archived=archived), limit=limit, after=after
        )

    def listed(
        self, words: Sequence[str], *, sample: bool | None, archived: bool | None
    ) -> list[tuple[datetime, str, PersonSummary]]:
        found = []
        for person, at, _ in self.tables.persons.values():
            if (
                self.get(person.id) is None
                or sample not in {None, person.is_sample}
                or archived not in {None, person.is_archived}
                or not all(_begins_a_word(word, search_text(person)) for word in words)
            ):
                continue
            visits = [
                (kept.examined_at, kept.id, kept.reason)
                for kept, _, gone in self.tables.assessments.values()
                if kept.person_id == person.id and not gone
            ]
            drawn = [
                kept.drawn_at
                for kept, _, gone in self.tables.drawings.values()
                if kept.person_id == person.id and not gone
            ]
            seen = max([*drawn, *(visit[0] for visit in visits)], default=None)
            reason = max(visits)[2] if visits else ""
            found.append((seen or at, person.id, PersonSummary(person, seen, reason)))
        return found

    def any(self, *, sample: bool | None) -> bool:
        return bool(self.find((), sample=sample, limit=1, after=None))

    def like(self, name: str, code: str) -> tuple[Person, ...]:
        return tuple(
            line.person
            for line in self.find((), sample=None, limit=10_000, after=None)
            if (name and search_text(line.person).startswith(name + BETWEEN))
            or (code and BETWEEN + code + BETWEEN in search_text(line.person))
        )

    def label(self, person_id: str) -> str | None:
        person, *_ = self.tables.persons.get(person_id, (None,))
        return person and person.label

    def merged_into(self, person_id: str) -> str | None:
        return self.tables.merged.get(person_id)

    def set_merged(self, person_id: str, into: str | None) -> None:
        self.tables.merged.pop(person_id, None)
        if into is not None:
            self.tables.merged[person_id] = into

    def deleted_at(self, person_id: str) -> datetime | None:
        return self.tables.persons.get(person_id, (None, None, None))[2]

    def set_deleted(self, person_id: str, at: datetime | None) -> None:
        person, changed, _ = self.tables.persons[person_id]
        self.tables.persons[person_id] = (person, changed, at)

    def deleted(self) -> tuple[Deleted, ...]:
        gone = [
            (at, p.id, p.label)
            for p, _, at in self.tables.persons.values()
            if at and p.id not in self.tables.merged
        ]
        return tuple(Deleted("person", i, label, at) for at, i, label in sorted(gone, reverse=True))

    def erase(self, *, deleted_before: datetime) -> int:
        return self._erase(lambda _, deleted: deleted and deleted < deleted_before)

    def erase_samples(self) -> int:
        return self._erase(lambda person, _: person.is_sample)

    def _erase(self, goes: Callable[[Person, datetime | None], object]) -> int:
        gone = {i for i, (p, _, deleted) in self.tables.persons.items() if goes(p, deleted)}
        while parts := {part for part, whole in self.tables.merged.items() if whole in gone} - gone:
            gone |= parts
        theirs = {i for i, (a, _, _) in self.tables.assessments.items() if a.person_id in gone}
        theirs |= {i for i, (d, _, _) in self.tables.drawings.items() if d.person_id in gone}
        erase(self.tables, theirs | gone)
        return len(gone)


class MemoryOwned:
    """What assessments and drawings share; `rows` are id -> (record, changed_at, deleted_at)."""

    kind: str
    rows: dict

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def add(self, record: Any, *, at: datetime) -> None:
        if record.id in self.rows or self.code_is_taken(record.code):
            raise StoreConflict
        self.rows[record.id] = (record, at, None)

    def add_whole(self, several: Sequence[Whole], *, at: datetime) -> None:
        for whole in several:
            self.add(whole.record, at=at)
            for number, edition in enumerate(whole.editions, start=1):
                self.add_edition(Edition(number, edition))

    def wholes(self, record_ids: Sequence[str]) -> tuple[Whole, ...]:
        seen = [record for record in map(self.get, record_ids) if record is not None]
        return tuple(
            Whole(record, tuple(edition.record for edition in self.editions(record.id)))
            for record in seen
        )

    def last_editions(self, record_ids: Sequence[str]) -> dict[str, Any]:
        said = {record_id: self.editions(record_id) for record_id in record_ids}
        return {key: editions[-1].record for key, editions in said.items() if editions}

    def there(self, record_ids: Collection[str]) -> frozenset[str]:
        return frozenset(set(record_ids) & set(self.rows))

    def codes_taken(self, codes: Collection[str]) -> frozenset[str]:
        return frozenset(code for code in codes if self.code_is_taken(code))

    def get(self, record_id: str) -> Any:
        kept = self.rows.get(record_id)
        return None if kept is None or self.deleted_at(record_id) else kept[0]

    def save(self, record: Any, *, before: Any, at: datetime) -> None:
        kept, _, deleted = self.rows.get(record.id, (None, None, None))
        if kept is None or kept.version != before.version:
            raise VersionMoved
        self.rows[record.id] = (record, at, deleted)

    def code_is_taken(self, code: str) -> bool:
        return any(kept.code == code for kept, _, _ in self.rows.values())

    def deleted_at(self, record_id: str) -> datetime | None:
        kept, _, deleted = self.rows.get(record_id, (None, None, None))
        if kept is None:
            return None
        return deleted or self.tables.persons.get(kept.person_id, (None, None, None))[2]

    def set_deleted(self, record_id: str, at: datetime | None) -> None:
        if record_id in self.rows:
            kept, changed, _ = self.rows[record_id]
            self.rows[record_id] = (kept, changed, at)

    def of_person(self, person_id: str) -> tuple[str, ...]:
        return tuple(
            sorted(i for i, (kept, *_) in self.rows.items() if kept.person_id == person_id)
        )

    def give(
        self, record_ids: Sequence[str], *, from_id: str, to_id: str, at: datetime
    ) -> tuple[str, ...]:
        theirs = set(self.of_person(from_id))
        went = tuple(record_id for record_id in record_ids if record_id in theirs)
        for record_id in went:
            kept, _, deleted = self.rows[record_id]
            given = kept.changed(person_id=to_id, version=kept.version + 1)
            self.rows[record_id] = (given, at, deleted)
        return went

    def deleted(self) -> tuple[Deleted, ...]:
        gone = [
            (at, kept.id, kept.code)
            for kept, _, at in self.rows.values()
            if at and not self.tables.persons.get(kept.person_id, (None, None, None))[2]
        ]
        return tuple(Deleted(self.kind, i, code, at) for at, i, code in sorted(gone)[::-1])

    def erase_empty(self, *, changed_before: datetime) -> int:
        gone = {
            i
            for i, (kept, at, deleted) in self.rows.items()
            if at < changed_before and not deleted and self.is_empty(kept)
        }
        erase(self.tables, gone)
        return len(gone)

    def erase(self, *, deleted_before: datetime) -> int:
        gone = {i for i, (_, _, at) in self.rows.items() if at and at < deleted_before}
        erase(self.tables, gone)
        return len(gone)

    def add_edition(self, edition: Edition) -> None:
        kept = self.tables.editions.get(edition.record.id, ())
        self.tables.editions[edition.record.id] = (*kept, edition)
        self.tables.derived.pop(edition.record.id, None)

    def keep_derived(self, record_id: str, derived: Derived) -> None:
        self.keep_all_derived({record_id: derived})

    def keep_all_derived(self, derived: Mapping[str, Derived]) -> None:
        self.tables.derived |= derived

    def derived(self, record_id: str) -> Derived | None:
        return self.tables.derived.get(record_id)

    def underived(self, body_version: str) -> tuple[str, ...]:
        return tuple(
            record_id
            for record_id, (kept, _, _) in self.rows.items()
            if kept.editions
            and (
                record_id not in self.tables.derived
                or self.tables.derived[record_id].body_version != body_version
            )
        )

    def finished(self, person_id: str) -> list[Any]:
        kept = [self.get(record_id) for record_id in self.of_person(person_id)]
        return [
            self.editions(each.id)[-1].record.changed(person_id=person_id)
            if each.is_amendment
            else each
            for each in kept
            if each is not None and each.editions
        ]

    def editions(self, record_id: str) -> tuple[Edition, ...]:
        return self.tables.editions.get(record_id, ())


class MemoryAssessments(MemoryOwned):
    kind = "assessment"

    def is_empty(self, kept: Any) -> bool:
        said = (
            kept.person_id
            or kept.findings
            or kept.reason
            or any(getattr(kept, name) for name in NOTE_FIELDS)
        )
        drawn = any(each.assessment_id == kept.id for each, *_ in self.tables.drawings.values())
        return kept.is_open and not kept.editions and not said and not drawn

    @property
    def rows(self) -> dict:
        return self.tables.assessments

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
                or (leave_empty and self.is_empty(assessment))
                or not all(_is_called(person, assessment.code, word) for word in words)
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
        found = [(line.examined_at, line.id, line) for line in lines]
        return page_of(found, limit=limit, after=after)

    def finished_of(self, person_id: str) -> tuple[Assessment, ...]:
        return tuple(sorted(self.finished(person_id), key=lambda each: (each.examined_at, each.id)))


class MemoryDrawings(MemoryOwned):
    kind = "drawing"

    def is_empty(self, kept: Any) -> bool:
        held = any(
            each.drawing_id == kept.id
            and each.ended_at is None
            and each.way is HandOverWay.THIS_DEVICE
            for each in self.tables.hand_overs.values()
        )
        done = kept.editions or kept.actions or kept.marks
        return kept.is_open and not done and not held

    @property
    def rows(self) -> dict:
        return self.tables.drawings

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
                    actions=drawing.actions,
                )
            )
        found = [(line.drawn_at, line.id, line) for line in lines]
        return page_of(found, limit=limit, after=after)

    def finished_of(self, person_id: str) -> tuple[tuple[PainDrawing, Derived | None], ...]:
        found = sorted(self.finished(person_id), key=lambda each: (each.drawn_at, each.id))
        derived = [self.derived(each.id) for each in found]
        return tuple(
            (each, kept and kept._replace(regions=()))
            for each, kept in zip(found, derived, strict=True)
        )

    def lines(self, drawing_ids: Sequence[str]) -> tuple[DrawingSummary, ...]:
        asked = {"person_id": None, "assessment_id": None, "only_waiting": False, "limit": 9_999}
        seen = (self.summaries(**asked, sample=sample, after=None) for sample in (False, True))
        return tuple(line for page in seen for line in page if line.id in drawing_ids)

    def by_code(self, code: str) -> str | None:
        found = [
            kept.id
            for kept, _, _ in self.tables.drawings.values()
            if kept.code == code and kept.person_id is None and not self.deleted_at(kept.id)
        ]
        return found[0] if found else None
