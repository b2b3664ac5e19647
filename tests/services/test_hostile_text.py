"""Text that no database likes: refused, or found to be nothing; never a crash."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bodymap.errors import BodymapError, InvalidRecord, UnknownAssessment, UnknownPerson
from bodymap.records import PersonDetails
from bodymap.services.assessing.assessments import list_assessments
from bodymap.services.maintaining.deleting import delete_person, restore_assessment, restore_person
from bodymap.services.people.persons import add_person, find_persons, open_person
from bodymap.store import open_store
from tests.services.desk import Desk

HOSTILE = [
    "\ud800",
    "a\x00b",
    "\x00",
    "'; DROP TABLE persons; --",
    "x" * 100_000,
    "%_\\",
    "\u202e\u2066",
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = open_store(tmp_path)
    yield Desk(store)
    store.close()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_refused_or_kept_as_text(desk: Desk, text: str) -> None:
    desk.record("m1")
    before = desk.now()

    for refused, attempt in [
        (UnknownPerson, lambda: open_person(person_id=text, ports=desk.ports)),
        (UnknownPerson, lambda: delete_person(person_id=text, ports=desk.ports)),
        (UnknownPerson, lambda: restore_person(person_id=text, ports=desk.ports)),
        (UnknownAssessment, lambda: desk.record("m2", draft_id=text)),
        (
            UnknownAssessment,
            lambda: restore_assessment(assessment_id=text, ports=desk.ports),
        ),
        (InvalidRecord, lambda: desk.record("m2", client_id=text)),
        (InvalidRecord, lambda: desk.record("m2", request_id=text)),
        (InvalidRecord, lambda: desk.undo(request_id=text)),
        (InvalidRecord, lambda: desk.revise("m1", {"muscle": text})),
        (BodymapError, lambda: desk.remove(text)),
    ]:
        with pytest.raises(refused):
            attempt()
    assert find_persons(query=f"{text} nobody", ports=desk.ports).items == ()
    assert list_assessments(person_id=text, ports=desk.ports).items == ()

    assert desk.now() == before


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 200], ids=repr)
def test_a_name_and_a_note_survive_whatever_is_typed(desk: Desk, text: str) -> None:
    person = add_person(details=PersonDetails(name=f"Ada {text}"), request_id="r", ports=desk.ports)
    desk.record("m1")
    revised = desk.revise("m1", {"notes": f"<b>{text}</b>"})

    assert [line.person for line in find_persons(query=f"ada {text}", ports=desk.ports)] == [person]
    assert desk.now() == revised
