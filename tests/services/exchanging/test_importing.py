"""What is imported is shown first, and comes whole or not at all."""

from datetime import timedelta

import pytest

from bodymap.analysis.coding.answered import coded_places
from bodymap.errors import ImportMoved, ImportRefused
from bodymap.records import Person
from bodymap.records.origin import Origin
from bodymap.records.portable import Portable, Whole, kind_of
from bodymap.services.assessing.assessments import amend_assessment, open_assessment
from bodymap.services.exchanging import importing
from bodymap.services.exchanging.gathering import Selection, choose, gather
from bodymap.services.exchanging.importing import Arriving, carry_out, plan_import
from bodymap.services.exchanging.names import known_names
from bodymap.services.exchanging.plan import Fate, Plan
from bodymap.services.maintaining.deleting import delete_person, purge
from bodymap.services.maintaining.samples import add_sample_people
from bodymap.services.people.merging import merge_persons
from bodymap.services.people.persons import edit_person, find_persons
from tests import shipped
from tests.records.builders import NOON, a_pain_drawing, a_person, an_assessment, an_id
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore

KNOWN = known_names(shipped.body(), shipped.atlas())
PERSON = a_person(id=an_id(500))
EXAMINED = an_assessment(id=an_id(501), person_id=PERSON.id, code="AAAAAA")
CLOSED = EXAMINED.changed(status="FINISHED", editions=1, finished_at=NOON, finished_by="Kim")
DRAWN = a_pain_drawing(
    id=an_id(502), person_id=PERSON.id, code="BBBBBB", assessment_id=EXAMINED.id, no_pain=True
)
RECORDS = (PERSON, Whole(CLOSED, (CLOSED,)), Whole(DRAWN))


def arriving(*records: Portable) -> Arriving:
    return Arriving(lambda: records, "theirs.zip", NOON, KNOWN)


def planned(desk: Desk, *records: Portable) -> Plan:
    return plan_import(arriving(*records), ports=desk.ports)


def imported(desk: Desk, *records: Portable) -> Plan:
    plan = planned(desk, *records)
    return carry_out(arriving(*records), expected=plan, ports=desk.ports)


def fates(plan: Plan) -> list[Fate]:
    return [line.fate for line in plan.lines]


def all_of(desk: Desk, selection: Selection | None = None) -> tuple[Portable, ...]:
    chosen = choose(selection or Selection(everything=True), ports=desk.ports)
    read = gather(chosen, ports=desk.ports)
    return tuple(each for kind in ("person", "assessment", "drawing") for each in read(kind))


def another_desk() -> Desk:
    return Desk(MemoryStore())


def test_new_records_come_whole_with_their_origin(desk: Desk) -> None:
    plan = imported(desk, *RECORDS)

    assert fates(plan) == [Fate.NEW] * 3
    assert all_of(desk, Selection(person_ids=(PERSON.id,))) == RECORDS
    with desk.ports.store.reading() as unit:
        assert unit.origins.of(CLOSED.id) == Origin(
            record_id=CLOSED.id,
            kind="assessment",
            at=desk.clock.now(),
            source="theirs.zip",
            written_at=NOON,
            code_then="AAAAAA",
        )


def test_showing_an_import_writes_nothing(desk: Desk) -> None:
    before = desk.ports.store.commits

    plan = planned(desk, *RECORDS)

    assert plan.added == 3
    assert plan.counts["drawing"] == {Fate.NEW: 1}
    assert desk.ports.store.commits == before


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    imported(desk, *RECORDS)

    assert fates(imported(desk, *RECORDS)) == [Fate.SAME] * 3


def test_what_says_something_else_here_stays_as_it_is(desk: Desk) -> None:
    imported(desk, *RECORDS)
    edit_person(
        person_id=PERSON.id, changes={"height_cm": 170}, expected_version=1, ports=desk.ports
    )
    amended = amend_assessment(
        assessment_id=CLOSED.id, because="x", expected_version=CLOSED.version, ports=desk.ports
    )

    assert fates(imported(desk, *RECORDS)) == [Fate.DIFFERS, Fate.DIFFERS, Fate.SAME]
    assert open_assessment(assessment_id=CLOSED.id, ports=desk.ports) == amended


def test_a_code_that_is_taken_is_replaced_and_the_file_is_known_again(desk: Desk) -> None:
    taken = an_assessment(id=an_id(503), code="AAAAAA")
    imported(desk, Whole(taken))

    plan = imported(desk, *RECORDS)

    assert fates(plan) == [Fate.NEW, Fate.RECODED, Fate.NEW]
    kept = open_assessment(assessment_id=CLOSED.id, ports=desk.ports)
    assert kept.code not in {"AAAAAA", "BBBBBB"}
    assert kept.changed(code="AAAAAA") == CLOSED
    assert fates(imported(desk, *RECORDS)) == [Fate.SAME] * 3


def test_two_records_of_one_code_in_a_file_both_come(desk: Desk) -> None:
    twice = (Whole(an_assessment(id=an_id(n), code="CCCCCC")) for n in (504, 505))

    assert fates(imported(desk, *twice)) == [Fate.NEW, Fate.RECODED]


def test_who_is_deleted_here_stays_deleted(desk: Desk) -> None:
    imported(desk, *RECORDS)
    delete_person(person_id=PERSON.id, ports=desk.ports)

    assert fates(imported(desk, *RECORDS)) == [Fate.DELETED] * 3


def test_who_was_removed_for_good_comes_back_on_purpose(desk: Desk) -> None:
    imported(desk, *RECORDS)
    delete_person(person_id=PERSON.id, ports=desk.ports)
    desk.clock.move(days=31)
    purge(ports=desk.ports)

    assert fates(imported(desk, *RECORDS)) == [Fate.BACK] * 3
    with desk.ports.store.reading() as unit:
        assert not unit.erased.among([PERSON.id, CLOSED.id, DRAWN.id])


def test_records_of_somebody_merged_go_to_whom_they_are_part_of(desk: Desk) -> None:
    imported(desk, PERSON)
    whole = desk.person("Ada Beispiel")
    merge_persons(
        kept_id=whole.id, merged_id=PERSON.id, expected_version=1, request_id="m", ports=desk.ports
    )

    imported(desk, *RECORDS)

    kept = open_assessment(assessment_id=CLOSED.id, ports=desk.ports)
    assert kept.person_id == whole.id


def test_an_assessment_that_is_nowhere_is_no_longer_named(desk: Desk) -> None:
    plan = imported(desk, PERSON, Whole(DRAWN))

    assert [line.is_loose for line in plan.lines] == [False, True]
    (_, drawn) = all_of(desk, Selection(person_ids=(PERSON.id,)))
    assert drawn == Whole(DRAWN.changed(assessment_id=None))


def test_a_record_of_nobody_known_is_refused(desk: Desk) -> None:
    with pytest.raises(ImportRefused) as refused:
        planned(desk, Whole(CLOSED, (CLOSED,)))

    assert refused.value.path == f"assessment {CLOSED.id}: person_id"


@pytest.mark.parametrize(
    ("changes", "path"),
    [({"figure": "elephant"}, "figure"), ({"body_version": "2"}, "body_version")],
)
def test_what_this_program_does_not_know_is_refused(
    desk: Desk, changes: dict[str, str], path: str
) -> None:
    with pytest.raises(ImportRefused) as refused:
        planned(desk, PERSON, Whole(EXAMINED.changed(**changes)))

    assert refused.value.path == f"assessment {EXAMINED.id}: {path}"


def test_an_answer_on_another_chart_comes_with_the_cells_of_its_codes_or_not_at_all(
    desk: Desk,
) -> None:
    one, other = (
        coded_places("wpi", [code], shipped.atlas(), shipped.body()) for code in ("1", "2")
    )
    drawn = DRAWN.changed(no_pain=False, assessment_id=None)
    kept = drawn.changed(marks=({"id": "answer", "coded": (one,)},))
    forged = drawn.changed(marks=({"id": "answer", "coded": (one.changed(cells=other.cells),)},))

    assert fates(imported(desk, PERSON, Whole(kept))) == [Fate.NEW, Fate.NEW]
    assert {PERSON, Whole(kept)} <= {*all_of(desk)}
    with pytest.raises(ImportRefused) as refused:
        planned(another_desk(), PERSON, Whole(forged))
    assert refused.value.path == f"drawing {DRAWN.id}: marks.0.coded"
    assert refused.value.reason == "'wpi 1' is not known to this version of Bodymap"


def test_an_import_that_would_do_something_else_by_now_does_nothing(desk: Desk) -> None:
    plan = planned(desk, *RECORDS)
    imported(desk, PERSON)
    before = desk.ports.store.commits

    with pytest.raises(ImportMoved):
        carry_out(arriving(*RECORDS), expected=plan, ports=desk.ports)

    assert desk.ports.store.commits == before


def test_an_import_that_ends_in_the_middle_leaves_nothing(desk: Desk) -> None:
    plan = planned(desk, *RECORDS)

    def stop(done: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(arriving(*RECORDS), expected=plan, ports=desk.ports, progress=stop)

    assert not find_persons(ports=desk.ports)


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_what_comes_in_parts_comes_whole(
    desk: Desk, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records that refer to each other in one part, and in several."""
    monkeypatch.setattr(importing, "_AT_ONCE", at_once)
    known: list[int] = []
    plan = planned(desk, *RECORDS)

    carry_out(arriving(*RECORDS), expected=plan, ports=desk.ports, progress=known.append)

    assert all_of(desk, Selection(person_ids=(PERSON.id,))) == RECORDS
    assert known == {1: [1, 2, 3], 2: [2, 3], 3: [3]}[at_once]


def test_one_id_for_two_records_is_refused(desk: Desk) -> None:
    drawing = Whole(a_pain_drawing(id=EXAMINED.id, code="DDDDDD", no_pain=True))

    with pytest.raises(ImportRefused, match="stands twice in the file"):
        planned(desk, *RECORDS, drawing)
    imported(desk, *RECORDS)
    with pytest.raises(ImportRefused, match="something else has this id"):
        planned(desk, drawing)


def test_all_that_is_exported_comes_back_after_it_was_removed(desk: Desk) -> None:
    samples = add_sample_people(ports=desk.ports, body=shipped.body(), atlas=shipped.atlas())
    selection = Selection(person_ids=tuple(person.id for person in samples))
    records = all_of(desk, selection)
    with desk.ports.store.writing() as unit:
        unit.persons.erase_samples()
        unit.commit()

    imported(desk, *records)

    assert all_of(desk, selection) == records
    assert {kind_of(each) for each in records} == {"person", "assessment", "drawing"}
    assert any(isinstance(each, Whole) and each.editions for each in records)


def test_everything_is_all_people_and_what_waits_without_the_samples(desk: Desk) -> None:
    add_sample_people(ports=desk.ports, body=shipped.body(), atlas=shipped.atlas())
    imported(desk, *RECORDS)
    waiting = Whole(a_pain_drawing(id=an_id(510), code="DDDDDD"))
    imported(desk, waiting)

    found = all_of(desk)

    assert set(found) == {*RECORDS, waiting, Whole(desk.now())}


def test_one_assessment_leaves_with_its_person_and_its_drawings(desk: Desk) -> None:
    other = Whole(a_pain_drawing(id=an_id(511), code="EEEEEE", person_id=PERSON.id))
    imported(desk, *RECORDS, other)

    assert all_of(desk, Selection(assessment_ids=(CLOSED.id,))) == RECORDS


def test_who_is_deleted_while_records_leave_is_left_out(desk: Desk) -> None:
    imported(desk, *RECORDS)
    chosen = choose(Selection(person_ids=(PERSON.id,)), ports=desk.ports)

    delete_person(person_id=PERSON.id, ports=desk.ports)

    assert chosen.count == 3
    assert not any(tuple(gather(chosen, ports=desk.ports)(kind)) for kind in chosen.ids)


def test_times_and_everything_else_travel_to_another_installation(desk: Desk) -> None:
    elsewhere = another_desk()
    imported(desk, *RECORDS)
    elsewhere.clock.move(days=400)

    imported(elsewhere, *all_of(desk, Selection(person_ids=(PERSON.id,))))

    assert all_of(elsewhere, Selection(person_ids=(PERSON.id,))) == RECORDS
    with elsewhere.ports.store.reading() as unit:
        origin = unit.origins.of(PERSON.id)
    assert origin is not None
    assert origin.at - NOON > timedelta(days=300)
    assert isinstance(PERSON, Person)
