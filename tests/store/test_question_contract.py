"""What every store answers to questions over everybody, the real one and the one in memory."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.body import Laterality
from bodymap.records import Edition, Person
from bodymap.records.derived import Derived, MarkedRegion
from bodymap.records.question import Among, FoundPoint, Treated
from bodymap.records.signs import State
from bodymap.services.kernel.ports import Store, UnitOfWork
from bodymap.services.people.searching import tag_word
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
from bodymap.store import open_store
from tests.example_count import at_most
from tests.records.builders import NOON, a_pain_drawing, a_person, an_assessment, an_id
from tests.store.memory_store import MemoryStore

DAY = timedelta(days=1)
RIGHT, LEFT = Laterality.RIGHT, Laterality.LEFT
ADA = a_person(id=an_id(1), name="Ada", tags=("Study B", "recall"))
BO = a_person(id=an_id(2), name="Bo", tags=("Recall",))
CY = a_person(id=an_id(3), name="Cy", is_archived=True)
DI = a_person(id=an_id(4), name="Di", is_sample=True)


def point(state: State | None, muscle: str = "infraspinatus", **more: object) -> MarkedRegion:
    side = more.get("side", RIGHT)
    return MarkedRegion(f"f-{muscle}", "scapula", side, None, muscle=muscle, state=state)


def done(treatment: str, *, reaction: bool) -> MarkedRegion:
    both = Laterality.BILATERAL
    return MarkedRegion("t", "", both, None, treatment=treatment, reaction=reaction)


def pain(region: str, nrs: int | None) -> MarkedRegion:
    return MarkedRegion("m", region, Laterality.MIDLINE, nrs)


VISITS = (
    (11, ADA, -9, "Kim", (point(State.ACTIVE), done("eswt", reaction=True))),
    (12, ADA, -1, "Lou", (point(State.LATENT), point(State.ACTIVE, "soleus"))),
    (13, BO, -2, "Kim", (point(State.ACTIVE, side=LEFT), point(None, "soleus"))),
    (14, CY, -3, "Kim", (point(State.ACTIVE),)),
    (15, DI, -3, "Kim", (point(State.ACTIVE),)),
)
DRAWN = (
    (21, ADA, -8, (pain("sacrum", 4), pain("nose", 9))),
    (22, BO, -4, (pain("sacrum", 5),)),
    (23, BO, -3, (pain("sacrum", None),)),
)


@pytest.fixture
def asked(store: Store) -> Store:
    """Visits and drawings of four people, one of them archived and one made up."""
    return filled(store)


def filled(store: Store) -> Store:
    with store.writing() as unit:
        for person in (ADA, BO, CY, DI):
            unit.persons.add(person, at=NOON - 100 * DAY)
        for number, whose, day, examiner, said in VISITS:
            visit = an_assessment(
                id=an_id(number),
                code=f"C{number}",
                person_id=whose.id,
                examiner=examiner,
                examined_at=NOON + day * DAY,
                editions=1,
                finished_at=NOON,
                status="FINISHED",
            )
            unit.assessments.add(visit, at=NOON)
            unit.assessments.add_edition(Edition(1, visit))
            unit.assessments.keep_derived(visit.id, Derived("1", regions=said))
        for number, whose, day, said in DRAWN:
            drawing = a_pain_drawing(
                id=an_id(number),
                code=f"D{number}",
                person_id=whose.id,
                drawn_at=NOON + day * DAY,
                editions=1,
                finished_at=NOON,
                status="FINISHED",
                marks=(),
                no_pain=True,
            )
            unit.drawings.add(drawing, at=NOON)
            unit.drawings.add_edition(Edition(1, drawing))
            unit.drawings.keep_derived(drawing.id, Derived("1", regions=said))
        unit.commit()
    return store


def answers(store: Store, *wishes: Wish, **more: object) -> list[tuple[str, int | None]]:
    """Names of those it is so of, each with the number of the record that says so."""
    with store.reading() as unit:
        return answers_in(unit, *wishes, **more)


def answers_in(unit: UnitOfWork, *wishes: Wish, **more: object) -> list[tuple[str, int | None]]:
    """As `answers`, within a transaction."""
    page = unit.questions.answers(Wanted(wishes, **more), limit=9, after=None)
    assert page.total == len(page.items)
    return [
        (each.line.person.name, each.record and int(each.record.id.rpartition("-")[2], 16))
        for each in page
    ]


class TestWhatRecordsSay:
    def test_a_trigger_point_is_found_by_muscle_state_and_side(self, asked: Store) -> None:
        assert answers(asked, FoundPoint(muscle="infraspinatus")) == [("Ada", 12), ("Bo", 13)]
        active = FoundPoint(muscle="infraspinatus", state=State.ACTIVE)
        assert answers(asked, active) == [("Ada", 11), ("Bo", 13)]
        assert answers(asked, active.changed(laterality=RIGHT)) == [("Ada", 11)]
        assert answers(asked, active.changed(laterality=LEFT)) == [("Bo", 13)]
        assert answers(asked, FoundPoint(muscle="masseter")) == []

    def test_what_does_not_meet_the_criteria_is_no_trigger_point(self, asked: Store) -> None:
        assert answers(asked, FoundPoint(muscle="soleus")) == [("Ada", 12)]

    @pytest.mark.parametrize(
        ("at_least", "expected"),
        [
            (0, [("Ada", 21), ("Bo", 23)]),
            (1, [("Ada", 21), ("Bo", 22)]),
            (4, [("Ada", 21), ("Bo", 22)]),
            (5, [("Bo", 22)]),
            (6, []),
        ],
    )
    def test_pain_is_found_by_place_and_from_a_strength_on(
        self, asked: Store, at_least: int, expected: list[tuple[str, int]]
    ) -> None:
        assert answers(asked, PainIn(("sacrum", "chin"), at_least)) == expected

    def test_a_treatment_is_found_with_or_without_a_reaction(self, asked: Store) -> None:
        assert answers(asked, Treated()) == [("Ada", 11)]
        assert answers(asked, Treated(with_reaction=True)) == [("Ada", 11)]
        assert answers(asked, Treated(treatment="eswt", with_reaction=True)) == [("Ada", 11)]
        assert answers(asked, Treated(treatment="dry_needling")) == []

    def test_only_records_of_the_days_and_of_the_examiner_count(self, asked: Store) -> None:
        found = FoundPoint(muscle="infraspinatus")

        assert answers(asked, found, span=Span(since=NOON - DAY)) == [("Ada", 12)]
        assert answers(asked, found, span=Span(since=NOON - DAY + timedelta(seconds=1))) == []
        assert answers(asked, found, span=Span(before=NOON - 2 * DAY)) == [("Ada", 11)]
        assert answers(asked, found, span=Span(examiner="Lou")) == [("Ada", 12)]
        assert answers(asked, HadVisit(), span=Span(examiner="Kim")) == [("Ada", 11), ("Bo", 13)]
        assert answers(asked, HadVisit(), span=Span(since=NOON - DAY)) == [("Ada", 12)]
        drawn = answers(asked, PainIn(("sacrum",), 5), span=Span(examiner="Nobody"))
        assert drawn == [("Bo", 22)]  # drawings have no examiner


class TestWhoIsMeant:
    def test_people_are_found_by_a_tag_and_by_when_they_were_seen(self, asked: Store) -> None:
        assert answers(asked, HasWord(tag_word("RECALL"))) == [("Ada", None), ("Bo", None)]
        assert answers(asked, HasWord(tag_word("Study"))) == []
        assert answers(asked, HasWord(tag_word("study b"))) == [("Ada", None)]
        assert answers(asked, SeenBefore(NOON - DAY)) == [("Bo", None)]
        assert answers(asked, SeenBefore(NOON - 2 * DAY)) == []

    def test_all_must_hold_or_any(self, asked: Store) -> None:
        both = (FoundPoint(muscle="soleus"), PainIn(("sacrum",), 5))

        assert answers(asked, *both) == []
        assert answers(asked, *both, any_of=True) == [("Ada", 12), ("Bo", 22)]
        assert answers(asked, both[0], PainIn(("sacrum",), 4)) == [("Ada", 12)]

    def test_archived_and_sample_people_are_asked_about_apart(self, asked: Store) -> None:
        found = FoundPoint(muscle="infraspinatus")

        assert answers(asked, found, among=Among.ARCHIVED) == [("Cy", 14)]
        assert answers(asked, found, among=Among.SAMPLES) == [("Di", 15)]

    def test_tags_and_examiners_are_listed_as_they_are_written(self, asked: Store) -> None:
        with asked.reading() as unit:
            tags, examiners = unit.questions.tags(), unit.questions.examiners()

        assert [tag.casefold() for tag in tags] == ["recall", "study b"]
        assert examiners == ("Kim", "Lou")

    def test_pages_follow_on_each_other(self, asked: Store) -> None:
        wanted = Wanted((HadVisit(),))
        with asked.reading() as unit:
            first = unit.questions.answers(wanted, limit=1, after=None)
            second = unit.questions.answers(wanted, limit=1, after=first.next_after)

        expected = Matched("assessment", an_id(12), NOON - DAY)
        assert [(each.id, each.record) for each in first] == [(ADA.id, expected)]
        assert [each.id for each in second] == [BO.id]
        assert (first.total, second.total, second.more) == (2, 2, False)
        assert isinstance(first[0], Answer)


class TestWhatBecomesOfRecords:
    SOLEUS = FoundPoint(muscle="soleus")

    def test_what_is_deleted_is_found_again_when_it_is_restored(self, asked: Store) -> None:
        for change in (NOON, None):
            with asked.writing() as unit:
                unit.assessments.set_deleted(an_id(12), change)
                unit.commit()
            assert answers(asked, self.SOLEUS) == ([] if change else [("Ada", 12)])
        for change in (NOON, None):
            with asked.writing() as unit:
                unit.persons.set_deleted(ADA.id, change)
                unit.commit()
            assert answers(asked, self.SOLEUS) == ([] if change else [("Ada", 12)])

    def test_what_moves_is_found_under_whom_it_went_to(self, asked: Store) -> None:
        with asked.writing() as unit:
            unit.assessments.give([an_id(12)], from_id=ADA.id, to_id=BO.id, at=NOON)
            unit.drawings.give([an_id(22)], from_id=BO.id, to_id=ADA.id, at=NOON)
            unit.commit()

        assert answers(asked, self.SOLEUS) == [("Bo", 12)]
        assert answers(asked, PainIn(("sacrum",), 5)) == [("Ada", 22)]

    def test_a_record_saved_for_another_person_is_found_under_them(self, asked: Store) -> None:
        with asked.writing() as unit:
            kept = unit.assessments.get(an_id(12))
            assert kept is not None
            moved = kept.changed(person_id=BO.id, version=kept.version + 1)
            unit.assessments.save(moved, before=kept, at=NOON)
            unit.commit()

        assert answers(asked, self.SOLEUS) == [("Bo", 12)]

    def test_what_is_removed_for_good_is_found_no_more(self, asked: Store) -> None:
        with asked.writing() as unit:
            unit.persons.set_deleted(ADA.id, NOON)
            unit.persons.erase(deleted_before=NOON + DAY)
            unit.commit()

        assert answers(asked, self.SOLEUS) == []
        with asked.reading() as unit:
            assert unit.questions.tags() == ("Recall",)
            assert unit.questions.examiners() == ("Kim",)

    def test_a_tag_that_is_taken_away_finds_nobody(self, asked: Store) -> None:
        untagged: Person = ADA.changed(tags=("recall",), version=2)
        with asked.writing() as unit:
            unit.persons.save(untagged, before=ADA, at=NOON)
            unit.commit()

        assert answers(asked, HasWord(tag_word("study b"))) == []


def give(unit: UnitOfWork, giver: Person, taker: Person) -> None:
    """Give everything of the one to the other."""
    for records in (unit.assessments, unit.drawings):
        ids = records.of_person(giver.id)
        records.give(ids, from_id=giver.id, to_id=taker.id, at=NOON)


CHANGES: dict[str, Callable[[UnitOfWork], object]] = {
    "delete a visit": lambda unit: unit.assessments.set_deleted(an_id(12), NOON),
    "restore the visit": lambda unit: unit.assessments.set_deleted(an_id(12), None),
    "delete a drawing": lambda unit: unit.drawings.set_deleted(an_id(22), NOON),
    "restore the drawing": lambda unit: unit.drawings.set_deleted(an_id(22), None),
    "delete Ada": lambda unit: unit.persons.set_deleted(ADA.id, NOON),
    "restore Ada": lambda unit: unit.persons.set_deleted(ADA.id, None),
    "all of Ada goes to Bo": lambda unit: give(unit, ADA, BO),
    "all of Bo goes to Ada": lambda unit: give(unit, BO, ADA),
    "Ada is part of Bo": lambda unit: unit.persons.set_merged(ADA.id, BO.id),
    "they are two again": lambda unit: unit.persons.set_merged(ADA.id, None),
    "remove for good": lambda unit: (
        unit.assessments.erase(deleted_before=NOON + DAY),
        unit.drawings.erase(deleted_before=NOON + DAY),
    ),
}
WISHES: tuple[Wish, ...] = (
    FoundPoint(muscle="infraspinatus"),
    FoundPoint(muscle="soleus"),
    PainIn(("sacrum",), 4),
    Treated(),
    HadVisit(),
    HasWord(tag_word("recall")),
    SeenBefore(NOON - 2 * DAY),
)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The same records in both kinds of store."""
    real = open_store(tmp_path_factory.mktemp("asked"))
    yield filled(MemoryStore()), filled(real)
    real.close()


@given(steps=st.lists(st.sampled_from(sorted(CHANGES)), max_size=8))
@settings(max_examples=at_most(15))
def test_whatever_becomes_of_records_the_tables_say_what_going_through_all_says(
    two: tuple[Store, Store], steps: list[str]
) -> None:
    told = []
    for store in two:
        with store.writing() as unit:  # and nothing of it is kept
            for step in steps:
                CHANGES[step](unit)
            told.append([sorted(answers_in(unit, wish), key=str) for wish in WISHES])

    assert told[0] == told[1]
