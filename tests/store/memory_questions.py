"""Questions over everybody of the store in memory: every person, one after the other."""

from datetime import datetime

from bodymap.records import Person
from bodymap.records.question import Among, FoundPoint, Treated
from bodymap.services.kernel.pages import Page, Position
from bodymap.services.people.searching import search_text, tag_word
from bodymap.services.questions.wanted import (
    Answer,
    HadVisit,
    HasWord,
    Matched,
    PainIn,
    SeenBefore,
    Wanted,
    Wish,
)
from tests.store.memory_records import MemoryPersons, page_of
from tests.store.memory_tables import Tables


class MemoryQuestions:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def answers(self, wanted: Wanted, *, limit: int, after: Position | None) -> Page[Answer]:
        everybody = MemoryPersons(self.tables).listed(
            (), sample=wanted.among is Among.SAMPLES, archived=wanted.among is Among.ARCHIVED
        )
        found = []
        for at, person_id, line in everybody:
            said = [self._says(wish, wanted, at, line.person) for wish in wanted.wishes]
            if (any if wanted.any_of else all)(each is not None for each in said):
                records = [record for each in said for record in each or ()]
                last = max(records, key=lambda record: (record.at, record.id), default=None)
                found.append((at, person_id, Answer(line, last)))
        return page_of(found, limit=limit, after=after)

    def tags(self) -> tuple[str, ...]:
        written = {
            tag_word(tag): tag for person, *_ in self.tables.persons.values() for tag in person.tags
        }
        return tuple(sorted(written.values(), key=str.casefold))

    def examiners(self) -> tuple[str, ...]:
        names = {
            kept.examiner
            for kept, _, gone in self.tables.assessments.values()
            if kept.editions and not gone
        }
        return tuple(sorted(names - {""}, key=str.casefold))

    def _says(
        self, wish: Wish, wanted: Wanted, seen_at: datetime, person: Person
    ) -> list[Matched] | None:
        """The records that say so; an empty list where it is so without one."""
        match wish:
            case SeenBefore():
                return [] if seen_at < wish.at else None
            case HasWord():
                return [] if wish.word in search_text(person).split() else None
        kinds = (("assessment", self.tables.assessments), ("drawing", self.tables.drawings))
        records = [
            Matched(kind, kept.id, kept.examined_at if kind == "assessment" else kept.drawn_at)
            for kind, rows in kinds
            for kept, _, gone in rows.values()
            if kept.person_id == person.id
            and kept.editions
            and not gone
            and (kind == "drawing" or wanted.span.examiner in {"", kept.examiner})
            and self._is_in(kept.id, kind, wish)
        ]
        return [record for record in records if wanted.span.holds(record.at)] or None

    def _is_in(self, record_id: str, kind: str, wish: Wish) -> bool:
        if isinstance(wish, HadVisit):
            return kind == "assessment"
        derived = self.tables.derived.get(record_id)
        for row in derived.regions if derived else ():
            match wish:
                case FoundPoint():
                    same = row.state and row.muscle == wish.muscle
                    side = wish.laterality in {None, row.laterality}
                    if same and side and wish.state in {None, row.state}:
                        return True
                case PainIn():
                    strong = not wish.at_least or (row.intensity or 0) >= wish.at_least
                    if kind == "drawing" and row.region in wish.regions and strong:
                        return True
                case Treated():
                    same = row.treatment and wish.treatment in {None, row.treatment}
                    if same and (row.reaction or not wish.with_reaction):
                        return True
        return False
