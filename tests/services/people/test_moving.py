"""A record made for the wrong person moves to the right one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.errors import EditClash, NotOnePerson, UnknownPerson
from bodymap.records.transfer import TransferKind
from bodymap.services.assessing.assessments import open_assessment, start_assessment
from bodymap.services.drawing.drawings import (
    amend_drawing,
    finish_drawing,
    open_drawing,
    start_drawing,
)
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.closing import discard
from bodymap.services.kernel.transactions import written
from bodymap.services.people.merging import person_history
from bodymap.services.people.moving import last_move, move_assessment, move_drawing
from bodymap.services.people.persons import find_persons
from tests import shipped
from tests.example_count import at_most
from tests.records.builders import a_person, an_id
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore


class Wrong:
    """An assessment of Ada with a drawing attached to it, and one that stands alone."""

    def __init__(self) -> None:
        self.desk = Desk(MemoryStore())
        self.ports = self.desk.ports
        self.ada, self.bo = self.desk.person("Ada", "a"), self.desk.person("Bo", "b")
        given = {"ports": self.ports, "body_version": "1"}
        self.visit = start_assessment(request_id="v", person_id=self.ada.id, **given).id
        self.attached = start_drawing(request_id="w", assessment_id=self.visit, **given).id
        self.alone = start_drawing(request_id="x", person_id=self.ada.id, **given).id

    def move(self, to: str, version: int | None = None) -> None:
        now = open_assessment(assessment_id=self.visit, ports=self.ports).version
        move_assessment(
            assessment_id=self.visit,
            person_id=to,
            expected_version=now if version is None else version,
            ports=self.ports,
        )

    def move_drawing(self, drawing_id: str, to: str) -> None:
        now = open_drawing(drawing_id=drawing_id, ports=self.ports).version
        move_drawing(drawing_id=drawing_id, person_id=to, expected_version=now, ports=self.ports)

    def owners(self) -> tuple[str | None, ...]:
        return (
            open_assessment(assessment_id=self.visit, ports=self.ports).person_id,
            *(
                open_drawing(drawing_id=drawing_id, ports=self.ports).person_id
                for drawing_id in (self.attached, self.alone)
            ),
        )


def test_an_assessment_moves_with_its_drawings_and_both_histories_say_so() -> None:
    wrong = Wrong()
    ada, bo = wrong.ada.id, wrong.bo.id
    wrong.move(bo)

    assert wrong.owners() == (bo, bo, ada)
    assert open_drawing(drawing_id=wrong.attached, ports=wrong.ports).assessment_id == wrong.visit
    (moved,) = person_history(person_id=ada, ports=wrong.ports)
    assert person_history(person_id=bo, ports=wrong.ports) == (moved,)
    assert (moved.kind, moved.from_id, moved.to_id) == (TransferKind.MOVED, ada, bo)
    assert {record.id for record in moved.records} == {wrong.visit, wrong.attached}
    wrong.move(bo)
    assert person_history(person_id=bo, ports=wrong.ports) == (moved,), "once more changes nothing"


def test_a_drawing_moves_alone_and_leaves_the_assessment() -> None:
    wrong = Wrong()
    ada, bo = wrong.ada.id, wrong.bo.id
    wrong.move_drawing(wrong.attached, bo)
    wrong.move_drawing(wrong.alone, bo)
    wrong.move_drawing(wrong.alone, bo)

    assert wrong.owners() == (ada, bo, bo)
    assert open_drawing(drawing_id=wrong.attached, ports=wrong.ports).assessment_id is None
    assert len(person_history(person_id=bo, ports=wrong.ports)) == 2


def test_a_record_knows_from_whom_it_came_last() -> None:
    wrong = Wrong()
    ada, bo = wrong.ada.id, wrong.bo.id

    def came(record_id: str, to: str | None) -> str | None:
        move = last_move(record_id=record_id, person_id=to, ports=wrong.ports)
        return None if move is None else move.from_id

    assert came(wrong.visit, ada) is None
    wrong.move(bo)
    wrong.move_drawing(wrong.alone, bo)
    assert [came(each, bo) for each in (wrong.visit, wrong.attached, wrong.alone)] == [ada] * 3
    wrong.move(ada)

    assert came(wrong.visit, ada) == bo
    assert came(wrong.alone, ada) is None
    assert came(wrong.visit, None) is came(wrong.visit, "nonsense") is None


def test_a_drawing_moved_alone_while_it_is_amended_stays_where_it_went() -> None:
    wrong = Wrong()
    end = {"drawing_id": wrong.attached, "ports": wrong.ports}
    finish_drawing(expected_version=1, body=shipped.body(), **end)
    amend_drawing(expected_version=2, because="slipped", **end)
    wrong.move_drawing(wrong.attached, wrong.bo.id)

    discard(DRAWINGS, wrong.attached, expected_version=4, ports=wrong.ports)

    kept = open_drawing(drawing_id=wrong.attached, ports=wrong.ports)
    assert (kept.is_open, kept.person_id, kept.assessment_id) == (False, wrong.bo.id, None)


def test_the_list_of_people_follows() -> None:
    wrong = Wrong()
    wrong.move_drawing(wrong.alone, wrong.bo.id)
    wrong.move(wrong.bo.id)

    seen = {line.id: line.seen_at for line in find_persons(ports=wrong.ports)}

    assert seen == {wrong.ada.id: None, wrong.bo.id: wrong.desk.clock.now()}


def test_what_cannot_move_is_refused_and_stays() -> None:
    wrong = Wrong()
    sample = a_person(id=an_id(777), name="Sample", is_sample=True)
    written(wrong.ports, lambda unit: unit.persons.add(sample, at=wrong.desk.clock.now()))
    before = wrong.owners()

    with pytest.raises(NotOnePerson, match="made up"):
        wrong.move(sample.id)
    with pytest.raises(UnknownPerson):
        wrong.move(an_id(999))
    with pytest.raises(EditClash):
        wrong.move(wrong.bo.id, version=99)
    with pytest.raises(NotOnePerson, match="is given"):
        move_assessment(
            assessment_id=wrong.desk.draft.id,
            person_id=wrong.bo.id,
            expected_version=1,
            ports=wrong.ports,
        )

    assert wrong.owners() == before


@settings(max_examples=at_most(60))
@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_there_and_back_is_as_before_but_for_the_history(ways: list[bool]) -> None:
    wrong = Wrong()
    before = _said(wrong)
    for there in [*ways, False]:
        wrong.move(wrong.bo.id if there else wrong.ada.id)

    assert _said(wrong) == before
    # Each step that changed where it belongs is told of, and no other.
    belongs = [False, *ways, False]
    steps = sum(one is not other for one, other in pairwise(belongs))
    assert len(person_history(person_id=wrong.bo.id, ports=wrong.ports)) == steps


def _said(wrong: Wrong) -> object:
    drawings = (
        open_drawing(drawing_id=i, ports=wrong.ports) for i in (wrong.attached, wrong.alone)
    )
    records = (open_assessment(assessment_id=wrong.visit, ports=wrong.ports), *drawings)
    return tuple(record.changed(version=1) for record in records)
