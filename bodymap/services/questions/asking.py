"""Ask over everybody's records; the answer is people, each with the last record that says so."""

import calendar
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from bodymap.body import Figure, Laterality
from bodymap.body.area import of_site
from bodymap.records.question import (
    Condition,
    DrawnPain,
    FoundPoint,
    NotSeen,
    Question,
    Tagged,
    Treated,
)
from bodymap.services.kernel.kept_by_name import KeptByName
from bodymap.services.kernel.pages import MOST_ON_PAGE, Page, Position, every_line
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.time_zone import get_time_zone, today
from bodymap.services.people.searching import tag_word
from bodymap.services.questions.wanted import (
    Answer,
    HadVisit,
    HasWord,
    PainIn,
    SeenBefore,
    Span,
    Wanted,
    Wish,
)

MOST_QUESTIONS: Final = 50
"""Most questions that one practice keeps."""
_KEPT: Final = KeptByName("questions", "question", MOST_QUESTIONS)
_YEAR: Final = 12


def find_answers(
    *,
    question: Question,
    body: Figure,
    ports: Ports,
    limit: int = MOST_ON_PAGE,
    after: Position | None = None,
) -> Page[Answer]:
    """People of whom it is so, last seen first.

    What is found, drawn and done is read from finished records; one that waits for its person is
    not looked at.

    Raises:
        UnknownSite: the question names a part that the body does not have.
    """
    wanted = _wanted(question, body, ports)
    with ports.store.reading() as unit:
        return unit.questions.answers(wanted, limit=min(limit, MOST_ON_PAGE), after=after)


def every_answer(*, question: Question, body: Figure, ports: Ports) -> tuple[Answer, ...]:
    """All people of whom it is so, to be written out; as `find_answers`."""
    wanted = _wanted(question, body, ports)
    with ports.store.reading() as unit:

        def page(after: Position | None) -> Page[Answer]:
            return unit.questions.answers(wanted, limit=MOST_ON_PAGE, after=after)

        return tuple(every_line(page))


def not_ready(*, body_version: str, ports: Ports) -> int:
    """How many finished records no question finds yet, because tidying has still to read them."""
    with ports.store.reading() as unit:
        return sum(
            len(records.underived(body_version)) for records in (unit.assessments, unit.drawings)
        )


def list_tags(*, ports: Ports) -> tuple[str, ...]:
    """Tags that people have, as they are written, in their order."""
    with ports.store.reading() as unit:
        return unit.questions.tags()


def list_examiners(*, ports: Ports) -> tuple[str, ...]:
    """Names of who examined at finished visits, in their order."""
    with ports.store.reading() as unit:
        return unit.questions.examiners()


def list_questions(*, ports: Ports) -> dict[str, Question]:
    """Questions that are kept, by name."""
    return {name: Question.checked(kept) for name, kept in _KEPT.all(ports).items()}


def keep_question(*, name: str, question: Question, ports: Ports) -> str:
    """Keep a question under a name, in place of one of this name; the name as kept. Writes.

    Raises:
        InvalidRecord: the name is missing or too long, or there are too many.
    """
    return _KEPT.keep(name, question.model_dump(mode="json"), ports)


def remove_question(*, name: str, ports: Ports) -> None:
    """Remove a question that was kept. Writes; no record changes."""
    _KEPT.remove(name, ports)


def months_before(day: date, months: int) -> date:
    """The same day of the month some months ago, or the last day of that month."""
    year, month = divmod(day.year * _YEAR + day.month - 1 - months, _YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _wanted(question: Question, body: Figure, ports: Ports) -> Wanted:
    zone, now = get_time_zone(ports=ports), today(ports=ports)
    until = question.until
    span = Span(
        since=None if question.since is None else _begin(question.since, zone),
        before=None if until is None else _begin(until + timedelta(days=1), zone),
        examiner=question.examiner,
    )
    wishes = tuple(_wish(each, body, now, zone) for each in question.conditions)
    return Wanted(wishes, question.any_of, span, question.among)


def _wish(condition: Condition, body: Figure, now: date, zone: tzinfo | None) -> Wish:
    match condition:
        case FoundPoint() | Treated():
            return condition
        case DrawnPain():
            side = condition.laterality or Laterality.BILATERAL
            regions = of_site(body, condition.site, side).by_region()
            return PainIn(tuple(regions), condition.at_least)
        case NotSeen():
            return SeenBefore(_begin(months_before(now, condition.months), zone))
        case Tagged():
            return HasWord(tag_word(condition.tag))
    return HadVisit()


def _begin(day: date, zone: tzinfo | None) -> datetime:
    """When a day begins by the practice's clock."""
    there = datetime.combine(day, time())
    return there.replace(tzinfo=zone) if zone else there.astimezone()
