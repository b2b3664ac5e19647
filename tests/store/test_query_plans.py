"""No statement of the store reads through a table that grows."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event

from bodymap.body import Laterality
from bodymap.records import Edition
from bodymap.records.derived import Derived, MarkCells, MarkedRegion
from bodymap.records.portable import Whole
from bodymap.records.question import FoundPoint, Treated
from bodymap.records.signs import State
from bodymap.services.kernel.pages import Position
from bodymap.services.kernel.ports import KeptStep, UnitOfWork
from bodymap.services.questions.wanted import (
    HadVisit,
    HasWord,
    PainIn,
    SeenBefore,
    Span,
    Wanted,
    Wish,
)
from bodymap.store import SqlStore, open_store
from tests.records.builders import (
    NOON,
    a_hand_over,
    a_pain_drawing,
    a_person,
    an_assessment,
    an_id,
)
from tests.store.keeping import FULL
from tests.store.test_drawing_contract import FULL as DRAWING

#: Tables that hold a few rows however long the program is used.
SMALL = {"settings", "practices"}
LIST = {"limit": 9, "after": Position(NOON, an_id(1))}
SCAN = re.compile(r"^SCAN (?:TABLE )?(\w+)\b")
HAND_OVER = a_hand_over(drawing_id=DRAWING.id, way="THIS_DEVICE", ended_at=None)
Question = Callable[[UnitOfWork], Any]


def of_assessments(**asked: Any) -> Question:
    usual = {"person_id": None, "only_open": False, "only_waiting": False, "sample": False}
    return lambda unit: unit.assessments.summaries(**usual | LIST | asked)


def of_drawings(**asked: Any) -> Question:
    usual = {"person_id": None, "assessment_id": None, "only_waiting": False, "sample": False}
    return lambda unit: unit.drawings.summaries(**usual | LIST | asked)


def people(*words: str, sample: bool | None = False, archived: bool | None = False) -> Question:
    return lambda unit: unit.persons.find(words, sample=sample, archived=archived, **LIST)


def asked(*wishes: Wish, any_of: bool = False) -> Question:
    span = Span(NOON, NOON, "Kim")
    wanted = Wanted(wishes, any_of=any_of, span=span)
    return lambda unit: unit.questions.answers(wanted, **LIST)


POINT = FoundPoint(muscle="infraspinatus")
ASKED: dict[str, Question] = {
    "asked: a trigger point": asked(POINT),
    "asked: an active one, one side": asked(
        POINT.changed(state=State.ACTIVE, laterality=Laterality.RIGHT)
    ),
    "asked: a pain": asked(PainIn(("nose", "chin"), 0)),
    "asked: a strong pain": asked(PainIn(("nose", "chin"), 5)),
    "asked: any treatment": asked(Treated()),
    "asked: a treatment": asked(Treated(treatment="eswt")),
    "asked: a reaction": asked(Treated(with_reaction=True)),
    "asked: a visit": asked(HadVisit()),
    "asked: not seen": asked(SeenBefore(NOON)),
    "asked: a tag": asked(HasWord("#recall")),
    "asked: all of it": asked(POINT, PainIn(("nose",), 5), HadVisit(), HasWord("#recall")),
    "asked: any of it": asked(POINT, PainIn(("nose",), 5), SeenBefore(NOON), any_of=True),
}
QUESTIONS: dict[str, Question] = {
    "open a person": lambda unit: unit.persons.get(an_id(2)),
    "all people": people(),
    "sample people": people(sample=True),
    "everybody": people(sample=None, archived=None),
    "whether anybody is there": lambda unit: (
        unit.persons.any(sample=None),
        unit.persons.any(sample=True),
    ),
    "doubles of a name": lambda unit: unit.persons.like("ada beispiel", "c-1"),
    "what became of a person": lambda unit: (
        unit.persons.label(an_id(2)),
        unit.persons.merged_into(an_id(2)),
        unit.transfers.of_person(an_id(2)),
        unit.transfers.get(an_id(70)),
    ),
    "merge": lambda unit: unit.persons.set_merged(an_id(60), an_id(61)),
    "a person's records": lambda unit: unit.assessments.of_person(an_id(2)),
    "move drawings": lambda unit: unit.drawings.give(
        [DRAWING.id], from_id=an_id(2), to_id=an_id(60), at=NOON
    ),
    "people by a word": people("ada"),
    "people by words": people("ada", "beis"),
    "deleted people": lambda unit: unit.persons.deleted(),
    "a person's finished visits": lambda unit: unit.assessments.finished_of(an_id(2)),
    "open an assessment": lambda unit: unit.assessments.get(FULL.id),
    "all assessments": of_assessments(),
    "all sample assessments": of_assessments(sample=True),
    "open assessments": of_assessments(only_open=True),
    "open assessments that are not empty": of_assessments(only_open=True, leave_empty=True),
    "open assessments by words": of_assessments(only_open=True, words=("ada", "be")),
    "erase empty drafts": lambda unit: (
        unit.drawings.erase_empty(changed_before=NOON),
        unit.assessments.erase_empty(changed_before=NOON),
    ),
    "open sample assessments": of_assessments(only_open=True, sample=True),
    "waiting assessments": of_assessments(only_waiting=True),
    "a person's assessments": of_assessments(person_id=an_id(2)),
    "deleted assessments": lambda unit: unit.assessments.deleted(),
    "a code of an assessment": lambda unit: unit.assessments.code_is_taken("CODE"),
    "editions": lambda unit: unit.assessments.editions(FULL.id),
    "underived assessments": lambda unit: unit.assessments.underived("1"),
    "a person's finished drawings": lambda unit: unit.drawings.finished_of(an_id(2)),
    "open a drawing": lambda unit: unit.drawings.get(DRAWING.id),
    "all drawings": of_drawings(),
    "waiting drawings": of_drawings(only_waiting=True),
    "a person's drawings": of_drawings(person_id=an_id(2)),
    "an assessment's drawings": of_drawings(assessment_id=FULL.id),
    "lines of drawings": lambda unit: unit.drawings.lines([DRAWING.id, an_id(60)]),
    "deleted drawings": lambda unit: unit.drawings.deleted(),
    "a drawing by its code": lambda unit: unit.drawings.by_code("CODE"),
    "underived drawings": lambda unit: unit.drawings.underived("1"),
    "cells and regions": lambda unit: unit.drawings.derived(DRAWING.id),
    "this device": lambda unit: unit.hand_overs.of_device(),
    "a link": lambda unit: unit.hand_overs.by_digest("x"),
    "links": lambda unit: unit.hand_overs.not_ended(),
    "undo": lambda unit: unit.undo.next_undo(FULL.id, "w"),
    "a request": lambda unit: unit.requests.subject("r"),
    "where a record came from": lambda unit: unit.origins.of(FULL.id),
    "whether a record was removed": lambda unit: (
        unit.erased.among([FULL.id]),
        unit.erased.forget(FULL.id),
    ),
    "change a person": lambda unit: unit.persons.save(
        a_person(name="Bo", version=2), before=a_person(), at=NOON
    ),
    "change an assessment": lambda unit: unit.assessments.save(
        FULL.changed(version=2, findings=FULL.findings[:1]), before=FULL, at=NOON
    ),
    "change a drawing": lambda unit: unit.drawings.save(
        DRAWING.changed(version=2), before=DRAWING, at=NOON
    ),
    "keep cells": lambda unit: unit.drawings.keep_derived(
        DRAWING.id,
        Derived("1", (MarkCells("m", b"", 1),), (MarkedRegion("m", "nose", "MIDLINE", 1),)),
    ),
    "keep cells of several": lambda unit: unit.drawings.keep_all_derived(
        {DRAWING.id: Derived("1"), an_id(60): Derived("1")}
    ),
    "read several with their editions": lambda unit: (
        unit.drawings.wholes([DRAWING.id, an_id(60)]),
        unit.assessments.wholes([FULL.id, an_id(60)]),
        unit.assessments.last_editions([FULL.id, an_id(60)]),
    ),
    "which of several are there": lambda unit: (
        unit.persons.there([an_id(2), an_id(60)]),
        unit.assessments.there([FULL.id, an_id(60)]),
        unit.assessments.codes_taken(["CODE", "C60"]),
    ),
    "when several were seen": lambda unit: unit.assessments.add_whole(
        [Whole(an_assessment(id=an_id(n), code=f"N{n}", person_id=an_id(60))) for n in (81, 82)],
        at=NOON,
    ),
    "keep an edition": lambda unit: unit.drawings.add_edition(Edition(1, DRAWING)),
    "keep a step": lambda unit: unit.undo.push(FULL.id, "w", KeptStep("x", {})),
    "hand over": lambda unit: unit.hand_overs.save(HAND_OVER.changed(version=2), before=HAND_OVER),
    "delete and restore": lambda unit: unit.persons.set_deleted(an_id(2), NOON),
    "erase people": lambda unit: unit.persons.erase(deleted_before=NOON),
    "erase samples": lambda unit: unit.persons.erase_samples(),
    "erase assessments": lambda unit: unit.assessments.erase(deleted_before=NOON),
    "erase drawings": lambda unit: unit.drawings.erase(deleted_before=NOON),
    "tags": lambda unit: unit.questions.tags(),
    "examiners": lambda unit: unit.questions.examiners(),
    "archived people": people(archived=True),
    **ASKED,
    "forget requests": lambda unit: unit.requests.forget(before=NOON),
    "forget hand-overs": lambda unit: unit.hand_overs.forget(made_before=NOON),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """A store with some of everything, deleted ones too, so that nothing is skipped for want."""
    opened = open_store(tmp_path_factory.mktemp("plans"))
    with opened.writing() as unit:
        unit.persons.add(a_person(tags=("recall",)), at=NOON)
        unit.persons.add(a_person(id=an_id(40), is_sample=True), at=NOON)
        unit.assessments.add(FULL, at=NOON)
        unit.drawings.add(DRAWING, at=NOON)
        unit.drawings.keep_derived(DRAWING.id, Derived("1"))
        unit.hand_overs.add(HAND_OVER)
        for number in (60, 61):
            code = f"C{number}"
            unit.persons.add(a_person(id=an_id(number)), at=NOON)
            unit.assessments.add(an_assessment(id=an_id(number), code=code), at=NOON)
            unit.drawings.add(a_pain_drawing(id=an_id(number), code=code), at=NOON)
        unit.commit()
    yield opened
    opened.close()


def statements(store: SqlStore, question: Question) -> list[tuple[str, Any]]:
    """What is asked of the database, with its values; nothing is kept of it."""
    asked: list[tuple[str, Any]] = []

    def note(*arguments: Any) -> None:
        _, _, statement, parameters, _, many = arguments
        asked.append((statement, parameters[0] if many else parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        with store.writing() as unit:
            question(unit)
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
    return [each for each in asked if not each[0].startswith(("BEGIN", "PRAGMA"))]


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered_by_an_index_and_of_one_practice(store: SqlStore, name: str) -> None:
    asked = statements(store, QUESTIONS[name])

    assert asked
    for statement, parameters in asked:
        assert "practice_id" in statement, statement
        with store.engine.connect() as connection:
            plan = [
                row[3]
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            ]
        scanned = {found.group(1) for line in plan if (found := SCAN.match(line))}
        assert scanned <= SMALL, (statement, plan)


def test_a_page_of_a_list_is_read_in_order_without_sorting(store: SqlStore) -> None:
    for name in (
        "all people",
        "archived people",
        *ASKED,
        "everybody",
        "all assessments",
        "open assessments",
        "open assessments by words",
        "a person's assessments",
        "waiting drawings",
        "an assessment's drawings",
        "this device",
    ):
        for statement, parameters in statements(store, QUESTIONS[name]):
            with store.engine.connect() as connection:
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                plan = [row[3] for row in rows]
            assert not [line for line in plan if "ORDER BY" in line], (name, plan)


def plan_of(store: SqlStore, statement: str, parameters: Any) -> list[str]:
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [str(row[3]) for row in rows]


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name.startswith("open ")])
def test_open_assessments_are_found_without_looking_at_the_finished_ones(
    store: SqlStore, name: str
) -> None:
    for statement, parameters in statements(store, QUESTIONS[name]):
        plan = plan_of(store, statement, parameters)
        searched = [line for line in plan if line.startswith("SEARCH assessments")]
        expected = "INDEX ix_assessments_open (practice_id=? AND status=?"
        single = "(practice_id=? AND id=?"
        assert all(expected in line or single in line for line in searched), plan


@pytest.mark.parametrize("name", ["all people", "sample people", "everybody"])
def test_people_are_counted_by_the_index_of_their_list(store: SqlStore, name: str) -> None:
    for statement, parameters in statements(store, QUESTIONS[name]):
        plan = plan_of(store, statement, parameters)
        assert re.search("INDEX ix_persons_(listed|seen)", plan[0]), plan


def test_a_full_scan_would_be_seen(store: SqlStore) -> None:
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT * FROM persons WHERE search_text LIKE '%a%'"
        )
        (line,) = [row[3] for row in rows]

    assert SCAN.match(line)
