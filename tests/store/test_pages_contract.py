"""Lists are read in pages: every line once, in order, whatever else is in the store."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bodymap.services.kernel.pages import Page, Position, every_line
from bodymap.services.kernel.ports import Store, UnitOfWork
from tests.records.builders import NOON, a_pain_drawing, a_person, an_assessment, an_id

Read = Callable[[UnitOfWork, Position | None], Page[Any]]
EVERYBODYS = {"person_id": None, "only_waiting": False, "sample": False, "limit": 3}
LISTS: dict[str, Read] = {
    "people": lambda unit, after: unit.persons.find((), sample=False, limit=3, after=after),
    "assessments": lambda unit, after: unit.assessments.summaries(
        **EVERYBODYS, only_open=False, after=after
    ),
    "drawings": lambda unit, after: unit.drawings.summaries(
        **EVERYBODYS, assessment_id=None, after=after
    ),
}


def fill(store: Store, count: int) -> None:
    """So many of each kind, two of every moment, and some that no list shows."""
    with store.writing() as unit:
        for number in range(count + 1):
            at = NOON + timedelta(minutes=number // 2)
            code = f"C{number}"
            unit.persons.add(a_person(id=an_id(100 + number)), at=at)
            unit.assessments.add(
                an_assessment(id=an_id(200 + number), code=code, examined_at=at), at=NOON
            )
            unit.drawings.add(
                a_pain_drawing(id=an_id(300 + number), code=code, drawn_at=at), at=NOON
            )
        unit.persons.add(a_person(id=an_id(1), is_sample=True), at=NOON)
        gone = count // 2
        unit.persons.set_deleted(an_id(100 + gone), NOON)
        unit.assessments.set_deleted(an_id(200 + gone), NOON)
        unit.drawings.set_deleted(an_id(300 + gone), NOON)
        unit.commit()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 6, 7])
def test_every_line_is_on_one_page_in_order(store: Store, name: str, count: int) -> None:
    fill(store, count)
    pages = []

    def read(after: Position | None) -> Page[Any]:
        page = LISTS[name](unit, after)
        pages.append(page)
        return page

    with store.reading() as unit:
        lines = [line.id for line in every_line(read)]

    assert len(lines) == count
    assert lines == sorted(lines, reverse=True)
    assert len(set(lines)) == count
    assert [page.total for page in pages] == [count] * len(pages)
    assert [page.more for page in pages] == [True] * (len(pages) - 1) + [False]
    assert len(pages) == max(1, -(-count // 3))


@pytest.mark.parametrize("name", LISTS)
def test_what_comes_meanwhile_moves_no_line_to_another_page(store: Store, name: str) -> None:
    fill(store, 6)
    with store.reading() as unit:
        first = LISTS[name](unit, None)
    later = NOON + timedelta(days=1)
    with store.writing() as unit:
        unit.persons.add(a_person(id=an_id(901)), at=later)
        unit.assessments.add(an_assessment(id=an_id(902), code="NEW", examined_at=later), at=later)
        unit.drawings.add(a_pain_drawing(id=an_id(903), code="NEW", drawn_at=later), at=later)
        unit.commit()

    with store.reading() as unit:
        second = LISTS[name](unit, first.next_after)

    seen = [line.id for line in (*first, *second)]
    assert len(set(seen)) == 6
    assert (second.total, second.more) == (7, False)
