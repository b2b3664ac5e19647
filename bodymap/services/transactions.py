"""How a service runs: one transaction, tried again only where that is safe."""

import random
import time
from collections.abc import Callable
from typing import Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from bodymap.errors import InvalidRecord, Problem, StoreConflict, UnknownAssessment, UnknownPerson
from bodymap.records import Assessment, Person
from bodymap.records.base import Token, shortened
from bodymap.services.ports import Ports, UnitOfWork, VersionMoved

_TRIES: Final = 12
_LONGEST_PAUSE_SECONDS: Final = 0.02
_Result = TypeVar("_Result")
_TOKEN: Final = TypeAdapter(Token)


def written(ports: Ports, work: Callable[[UnitOfWork], _Result]) -> _Result:
    """Run `work` in a transaction and commit it.

    A transaction that met another one left nothing behind, so it is run again, at most
    twelve times; `work` reads afresh each time.

    Raises:
        StoreError: the store cannot do it; nothing was changed.
    """
    for tries_left in reversed(range(_TRIES)):
        try:
            with ports.store.writing() as unit:
                result = work(unit)
                unit.commit()
                return result
        except (StoreConflict, VersionMoved):
            if not tries_left:
                raise StoreConflict from None
            # Not all at once again: after a moment that differs for each of those that met.
            time.sleep(random.uniform(0, _LONGEST_PAUSE_SECONDS))  # noqa: S311 - no secret
    raise AssertionError  # pragma: no cover - the last try returns or raises


def checked_token(name: str, value: str) -> str:
    """An id made elsewhere, if it can be one.

    Raises:
        InvalidRecord: longer than 100 characters, or with signs other than A-Z a-z 0-9 _ : -.
    """
    try:
        return _TOKEN.validate_python(value)
    except ValidationError:
        allowed = "1 to 100 letters, digits, '_', ':' or '-' are allowed"
        problem = Problem(field=name, reason=allowed, value=shortened(value))
        raise InvalidRecord("request", problems=(problem,)) from None


def kept_person(unit: UnitOfWork, person_id: str) -> Person:
    """The person.

    Raises:
        UnknownPerson: there is none, or it is deleted.
    """
    person = unit.persons.get(person_id)
    if person is None:
        raise UnknownPerson(person_id, deleted=unit.persons.deleted_at(person_id) is not None)
    return person


def kept_assessment(unit: UnitOfWork, assessment_id: str) -> Assessment:
    """The assessment.

    Raises:
        UnknownAssessment: there is none, or it or its person is deleted.
    """
    assessment = unit.assessments.get(assessment_id)
    if assessment is None:
        deleted = unit.assessments.deleted_at(assessment_id) is not None
        raise UnknownAssessment(assessment_id, deleted=deleted)
    return assessment


def free_code(unit: UnitOfWork, ports: Ports) -> str:
    """A short code that no assessment has."""
    code = ports.ids.code()
    while unit.assessments.code_is_taken(code):
        code = ports.ids.code()
    return code
