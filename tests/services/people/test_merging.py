"""Two people who are the same are merged, and parted again."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.errors import EditClash, NotMerged, NotOnePerson, UnknownPerson
from bodymap.records import Person
from bodymap.records.transfer import Transfer, TransferKind
from bodymap.services.assessing.assessments import (
    finish_assessment,
    list_assessments,
    list_editions,
    open_assessment,
    start_assessment,
)
from bodymap.services.drawing.drawings import (
    attach_drawing_to_assessment,
    list_drawings,
    open_drawing,
    start_drawing,
)
from bodymap.services.maintaining.deleting import (
    delete_assessment,
    delete_person,
    list_deleted,
    purge,
    restore_assessment,
)
from bodymap.services.people.merging import (
    label_of_person,
    merge_persons,
    merged_into,
    part_persons,
    person_history,
)
from bodymap.services.people.moving import move_assessment
from bodymap.services.people.persons import find_persons, open_person
from tests.example_count import at_most
from tests.records.builders import an_id
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore


def merge(desk: Desk, kept: Person, merged: Person, request_id: str = "merge") -> Transfer:
    return merge_persons(
        kept_id=kept.id,
        merged_id=merged.id,
        expected_version=merged.version,
        request_id=request_id,
        ports=desk.ports,
    )


def visit(desk: Desk, person: Person, name: str) -> str:
    started = start_assessment(
        request_id=name, ports=desk.ports, person_id=person.id, reason=name, body_version="1"
    )
    return started.id


def drawn(desk: Desk, person: Person, name: str) -> str:
    started = start_drawing(
        request_id=name, ports=desk.ports, person_id=person.id, body_version="1"
    )
    return started.id


def records(desk: Desk, person: Person) -> set[str]:
    found = list_assessments(ports=desk.ports, person_id=person.id)
    return {line.id for line in (*found, *list_drawings(ports=desk.ports, person_id=person.id))}


def listed(desk: Desk) -> set[str]:
    return {line.person.label for line in find_persons(ports=desk.ports)}


def test_everything_of_the_one_goes_to_the_other_and_both_histories_say_so(desk: Desk) -> None:
    anna, double = desk.person("Anna", "a"), desk.person("Anna L", "b")
    own, theirs, drawing = (
        visit(desk, anna, "own"),
        visit(desk, double, "theirs"),
        drawn(desk, double, "drawing"),
    )
    merged = merge(desk, anna, double)

    assert records(desk, anna) == {own, theirs, drawing}
    assert listed(desk) == {"Anna"}
    with pytest.raises(UnknownPerson):
        open_person(person_id=double.id, ports=desk.ports)
    assert merged_into(person_id=double.id, ports=desk.ports) == anna
    assert label_of_person(person_id=double.id, ports=desk.ports) == "Anna L"
    assert merged.kind is TransferKind.MERGED
    assert (merged.count("assessment"), merged.count("drawing")) == (1, 1)
    for person in (anna, double):
        assert person_history(person_id=person.id, ports=desk.ports) == (merged,)
    assert merge(desk, anna, double) == merged, "the same request again"


def test_editions_say_what_they_said(desk: Desk) -> None:
    anna, double = desk.person("Anna", "a"), desk.person("Anna L", "b")
    theirs = visit(desk, double, "theirs")
    finish_assessment(assessment_id=theirs, by="Kim", expected_version=1, ports=desk.ports)
    before = list_editions(assessment_id=theirs, ports=desk.ports)

    transfer = merge(desk, anna, double)
    assert list_editions(assessment_id=theirs, ports=desk.ports) == before
    part_persons(transfer_id=transfer.id, ports=desk.ports)

    assert list_editions(assessment_id=theirs, ports=desk.ports) == before


def test_what_came_after_the_merge_stays_when_they_are_parted(desk: Desk) -> None:
    anna, double, other = (desk.person(name, name) for name in ("Anna", "Double", "Other"))
    theirs, moved = visit(desk, double, "theirs"), visit(desk, double, "moved")
    transfer = merge(desk, anna, double)
    new = visit(desk, anna, "new")
    now = open_assessment(assessment_id=moved, ports=desk.ports)
    move_assessment(
        assessment_id=moved, person_id=other.id, expected_version=now.version, ports=desk.ports
    )
    desk.clock.move(days=1)

    parted = part_persons(transfer_id=transfer.id, ports=desk.ports)

    assert (parted.went_back, parted.stayed) == (1, 1)
    assert records(desk, anna) == {new}
    assert records(desk, double) == {theirs}
    assert records(desk, other) == {moved}
    undone = transfer.changed(undone_at=desk.clock.now())
    assert person_history(person_id=anna.id, ports=desk.ports)[-1] == undone
    assert person_history(person_id=double.id, ports=desk.ports)[-1] == undone
    assert part_persons(transfer_id=transfer.id, ports=desk.ports).transfer == undone


def test_what_is_parted_is_attached_to_each_other_no_more(desk: Desk) -> None:
    anna, double = desk.person("Anna", "a"), desk.person("Double", "b")
    own, theirs = visit(desk, anna, "own"), visit(desk, double, "theirs")
    mine, hers = drawn(desk, anna, "mine"), drawn(desk, double, "hers")
    transfer = merge(desk, anna, double)
    attach(desk, mine, theirs)
    attach(desk, hers, own)
    both = start_drawing(request_id="n", ports=desk.ports, assessment_id=own, body_version="1").id

    part_persons(transfer_id=transfer.id, ports=desk.ports)

    assert (attached(desk, mine), attached(desk, hers), attached(desk, both)) == (None, None, own)


def attach(desk: Desk, drawing_id: str, assessment_id: str) -> None:
    now = open_drawing(drawing_id=drawing_id, ports=desk.ports)
    attach_drawing_to_assessment(
        drawing_id=drawing_id,
        assessment_id=assessment_id,
        expected_version=now.version,
        ports=desk.ports,
    )


def attached(desk: Desk, drawing_id: str) -> str | None:
    return open_drawing(drawing_id=drawing_id, ports=desk.ports).assessment_id


def test_a_deleted_assessment_follows_and_can_be_brought_back(desk: Desk) -> None:
    anna, double = desk.person("Anna", "a"), desk.person("Double", "b")
    theirs = visit(desk, double, "theirs")
    delete_assessment(assessment_id=theirs, ports=desk.ports)
    merge(desk, anna, double)

    assert restore_assessment(assessment_id=theirs, ports=desk.ports).person_id == anna.id


def test_who_was_merged_is_removed_with_the_whole_and_not_before(desk: Desk) -> None:
    anna, double, third = (desk.person(name, name) for name in ("Anna", "Double", "Third"))
    merge(desk, double, third, "one")
    merge(desk, anna, double, "two")
    assert merged_into(person_id=third.id, ports=desk.ports) == anna
    desk.clock.move(days=90)
    assert purge(ports=desk.ports) == 0

    delete_person(person_id=anna.id, ports=desk.ports)
    assert [gone.label for gone in list_deleted(ports=desk.ports)] == ["Anna"]
    desk.clock.move(days=30, seconds=1)
    assert purge(ports=desk.ports) == 3
    for person in (anna, double, third):
        assert label_of_person(person_id=person.id, ports=desk.ports) == ""
        assert person_history(person_id=person.id, ports=desk.ports) == ()


def test_a_person_who_is_part_of_another_cannot_be_parted_from_within(desk: Desk) -> None:
    anna, double, third = (desk.person(name, name) for name in ("Anna", "Double", "Third"))
    inner = merge(desk, double, third, "one")
    outer = merge(desk, anna, double, "two")

    with pytest.raises(UnknownPerson):
        part_persons(transfer_id=inner.id, ports=desk.ports)
    part_persons(transfer_id=outer.id, ports=desk.ports)
    part_persons(transfer_id=inner.id, ports=desk.ports)

    assert listed(desk) == {"Anna", "Double", "Third"}


def test_what_makes_no_sense_is_refused(desk: Desk) -> None:
    anna, double = desk.person("Anna", "a"), desk.person("Double", "b")

    with pytest.raises(NotOnePerson, match="the same"):
        merge(desk, anna, anna)
    with pytest.raises(EditClash):
        merge(desk, anna, double.changed(version=2))
    with pytest.raises(UnknownPerson):
        merge(desk, anna, double.changed(id=an_id(999)))
    for transfer_id in (an_id(999), "nonsense"):
        with pytest.raises(NotMerged):
            part_persons(transfer_id=transfer_id, ports=desk.ports)
    assert merged_into(person_id="nonsense", ports=desk.ports) is None
    assert person_history(person_id="nonsense", ports=desk.ports) == ()
    assert label_of_person(person_id="nonsense", ports=desk.ports) == ""


ACTS: dict[str, Callable[[Desk, Person, str], str]] = {"visit": visit, "drawn": drawn}


@settings(max_examples=at_most(100))
@given(
    st.lists(st.tuples(st.integers(0, 1), st.sampled_from(sorted(ACTS))), max_size=8),
    st.integers(0, 1),
)
def test_merging_and_parting_leaves_everything_but_the_history(
    made: list[tuple[int, str]], keep: int
) -> None:
    desk = Desk(MemoryStore())
    people = desk.person("Anna", "a"), desk.person("Double", "b")
    for number, (whose, act) in enumerate(made):
        desk.clock.move(minutes=1)
        ACTS[act](desk, people[whose], f"made-{number}")
    before = _told(desk)

    transfer = merge(desk, people[keep], people[1 - keep])
    desk.clock.move(minutes=1)
    part_persons(transfer_id=transfer.id, ports=desk.ports)

    assert _told(desk) == before


def _told(desk: Desk) -> object:
    tables = desk.ports.store.tables
    kept = [kept for rows in (tables.assessments, tables.drawings) for kept, *_ in rows.values()]
    return (
        find_persons(ports=desk.ports),
        {record.id: record.changed(version=1) for record in kept},
        tables.merged,
    )
