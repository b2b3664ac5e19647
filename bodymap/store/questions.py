"""Questions over everybody, answered from what was derived from finished records."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    and_,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
)

from bodymap.body import Laterality
from bodymap.records.question import Among, FoundPoint, Treated
from bodymap.records.signs import State
from bodymap.services.kernel.pages import Page, Position
from bodymap.services.people.searching import TAG, tag_word
from bodymap.services.questions.wanted import (
    Answer,
    HadVisit,
    HasWord,
    Matched,
    PainIn,
    SeenBefore,
    Span,
    Wanted,
    Wish,
)
from bodymap.store.paging import Order, read_page
from bodymap.store.people import LISTED, summary_of
from bodymap.store.practice import PracticeRecords, own
from bodymap.store.tables import assessments, marked_regions, person_words, persons
from bodymap.store.times import from_text, to_text

MOST_NAMES: Final = 200
"""Most tags and most examiners that are offered."""
_SAID: Final = marked_regions.c
_VISIT: Final = assessments.c
_AMONG: Final = {
    Among.PEOPLE: (False, False),
    Among.ARCHIVED: (False, True),
    Among.SAMPLES: (True, False),
}
# As they stand in the indexes.
_COUNTS: Final = and_(_VISIT.editions > literal_column("0"), _VISIT.deleted_at.is_(None))
_NO: Final[ColumnElement[bool]] = false()


class SqlQuestions(PracticeRecords):
    """The port `QuestionRepository` over one transaction."""

    def answers(self, wanted: Wanted, *, limit: int, after: Position | None) -> Page[Answer]:
        """People of whom it is so, last seen first, each with the last record that says so."""
        is_sample, is_archived = _AMONG[wanted.among]
        query = LISTED.where(
            persons.c.is_sample.is_(is_sample), persons.c.is_archived.is_(is_archived)
        )
        whether = [_holds(wish, wanted.span) for wish in wanted.wishes]
        query = query.where(or_(*whether) if wanted.any_of else and_(*whether))
        order = Order(persons.c.seen_at, persons.c.id)
        page = read_page(self._run, query, order, summary_of, limit=limit, after=after)
        records = self._records(wanted, [line.id for line in page])
        lines = tuple(Answer(line, records.get(line.id)) for line in page)
        return Page(lines, page.total, page.next_after, page.unreadable)

    def tags(self) -> tuple[str, ...]:
        """Tags that people have, as they are written."""
        words = dict(self._tag_words())
        query = select(persons.c.id, persons.c.tags).where(own(persons))
        rows = self._run(query.where(persons.c.id.in_(set(words.values()))))
        written = {tag_word(tag): tag for row in rows for tag in row.tags if tag_word(tag) in words}
        return tuple(sorted(written.values(), key=str.casefold))

    def examiners(self) -> tuple[str, ...]:
        """Names of who examined at finished visits."""
        found: list[str] = []
        while len(found) < MOST_NAMES:
            query = select(func.min(_VISIT.examiner)).where(
                own(assessments), _COUNTS, _VISIT.examiner > (found[-1] if found else "")
            )
            name: str | None = self._run(query).scalar()
            if name is None:
                break
            found.append(name)
        return tuple(sorted(found, key=str.casefold))

    def _tag_words(self) -> Iterator[tuple[str, str]]:
        """Each word of a tag with somebody who has it; one look into the index for each."""
        word = TAG
        for _ in range(MOST_NAMES):
            query = (
                select(person_words.c.word, person_words.c.person_id)
                .where(own(person_words), person_words.c.word > word)
                .where(person_words.c.word < chr(ord(TAG) + 1))
                .order_by(person_words.c.word)
                .limit(1)
            )
            row = self._run(query).first()
            if row is None:
                return
            word = row.word
            yield word, row.person_id

    def _records(self, wanted: Wanted, ids: Sequence[str]) -> dict[str, Matched]:
        """The last record of each of these people that says what is asked."""
        found: dict[str, Matched] = {}
        if not ids:
            return found
        said = [each for wish in wanted.wishes if (each := _said(wish, wanted.span)) is not None]
        queries: list[Select[Any]] = []
        if said:
            columns = (_SAID.person_id, _SAID.record_id, _SAID.kind, _SAID.at)
            theirs = select(*columns).where(own(marked_regions), _SAID.person_id.in_(ids))
            queries.append(theirs.where(or_(*said)))
        if any(isinstance(wish, HadVisit) for wish in wanted.wishes):
            visits = select(
                _VISIT.person_id,
                _VISIT.id.label("record_id"),
                literal_column("'assessment'").label("kind"),
                _VISIT.examined_at.label("at"),
            )
            queries.append(visits.where(_visited(wanted.span), _VISIT.person_id.in_(ids)))
        for row in (row for query in queries for row in self._run(query).mappings()):
            matched = _matched(row)
            known = found.get(row["person_id"])
            if known is None or (known.at, known.id) < (matched.at, matched.id):
                found[row["person_id"]] = matched
        return found


def _holds(wish: Wish, span: Span) -> ColumnElement[bool]:
    """That it is so of a person."""
    match wish:
        case SeenBefore():
            return persons.c.seen_at < to_text(wish.at)
        case HasWord():
            same = select(person_words.c.person_id).where(
                own(person_words), person_words.c.word == wish.word
            )
            return persons.c.id.in_(same)
        case HadVisit():
            return persons.c.id.in_(select(_VISIT.person_id).where(_visited(span)))
    said = _said(wish, span)
    if said is None:
        return _NO
    return persons.c.id.in_(select(_SAID.person_id).where(own(marked_regions), said))


def _said(wish: Wish, span: Span) -> ColumnElement[bool] | None:
    """That a row of what was derived says so; None where no row can."""
    match wish:
        case FoundPoint():
            sides = tuple(Laterality) if wish.laterality is None else (wish.laterality,)
            states = tuple(State) if wish.state is None else (wish.state,)
            return and_(
                _SAID.muscle == wish.muscle,
                _SAID.laterality.in_(sides),
                _SAID.state.is_not(None),
                _SAID.state.in_(states),
                _within(span, kind="assessment"),
            )
        case PainIn():
            strong = _SAID.intensity >= wish.at_least if wish.at_least else true()
            return and_(
                _SAID.region.in_(wish.regions),
                _SAID.kind == "drawing",
                strong,
                _within(span, kind="drawing"),
            )
        case Treated():
            which = () if wish.treatment is None else (_SAID.treatment == wish.treatment,)
            return and_(
                _SAID.reaction.in_((True,) if wish.with_reaction else (False, True)),
                _SAID.treatment.is_not(None),
                *which,
                _within(span, kind="assessment"),
            )
    return None


def _within(span: Span, *, kind: Literal["assessment", "drawing"]) -> ColumnElement[bool]:
    """That what a row says was said then, and at a visit of that examiner."""
    parts: list[ColumnElement[bool]] = [true()]
    if span.since is not None:
        parts.append(_SAID.at >= to_text(span.since))
    if span.before is not None:
        parts.append(_SAID.at < to_text(span.before))
    if span.examiner and kind == "assessment":
        parts.append(_SAID.examiner == span.examiner)
    return and_(*parts)


def _visited(span: Span) -> ColumnElement[bool]:
    parts = [own(assessments), _COUNTS]
    if span.since is not None:
        parts.append(_VISIT.examined_at >= to_text(span.since))
    if span.before is not None:
        parts.append(_VISIT.examined_at < to_text(span.before))
    if span.examiner:
        parts.append(_VISIT.examiner == span.examiner)
    return and_(*parts)


def _matched(row: RowMapping) -> Matched:
    return Matched(row["kind"], row["record_id"], from_text(row["at"]))
