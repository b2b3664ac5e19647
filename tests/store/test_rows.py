import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bodymap.records import Assessment, PainDrawing, Person
from bodymap.store import SqlStore, open_store
from bodymap.store.times import from_text, to_text
from tests.example_count import at_most
from tests.records import strategies
from tests.records.builders import NOON


@pytest.fixture(scope="module")
def store() -> Iterator[SqlStore]:
    with tempfile.TemporaryDirectory() as folder:
        opened = open_store(Path(folder))
        yield opened
        opened.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(60))
@given(strategies.assessments)
def test_any_assessment_comes_back_as_it_was_kept(store: SqlStore, record: Assessment) -> None:
    with store.writing() as unit:  # not committed, so that the next example finds nothing
        unit.assessments.add(record, at=NOON)

        assert unit.assessments.get(record.id) == record


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(40))
@given(strategies.assessments, strategies.assessments)
def test_any_assessment_can_replace_any_other(
    store: SqlStore, before: Assessment, after: Assessment
) -> None:
    after = after.changed(id=before.id, version=before.version + 1)
    with store.writing() as unit:
        unit.assessments.add(before, at=NOON)
        unit.assessments.save(after, before=before, at=NOON)

        assert unit.assessments.get(before.id) == after


@settings(max_examples=at_most(60))
@given(strategies.persons)
def test_any_person_comes_back_as_it_was_kept(store: SqlStore, person: Person) -> None:
    with store.writing() as unit:
        unit.persons.add(person, at=NOON)

        assert unit.persons.get(person.id) == person


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=at_most(40))
@given(strategies.pain_drawings, strategies.pain_drawings)
def test_any_pain_drawing_comes_back_and_can_replace_any_other(
    store: SqlStore, before: PainDrawing, after: PainDrawing
) -> None:
    after = after.changed(id=before.id, version=before.version + 1)
    with store.writing() as unit:
        unit.drawings.add(before, at=NOON)
        assert unit.drawings.get(before.id) == before
        unit.drawings.save(after, before=before, at=NOON)

        assert unit.drawings.get(before.id) == after


@given(strategies.moments, strategies.moments)
def test_times_come_back_and_sort_as_text(first: object, second: object) -> None:
    assert from_text(to_text(first)) == first
    assert (to_text(first) < to_text(second)) == (first < second)


@given(st.builds(to_text, strategies.moments))
def test_a_time_as_text_always_has_27_characters(text: str) -> None:
    assert len(text) == 27
