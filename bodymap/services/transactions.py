"""How a service runs: one transaction, tried again only where that is safe."""

import random
import re
import time
from collections.abc import Callable
from typing import Final, TypeVar

from bodymap.errors import (
    InvalidRecord,
    Problem,
    StoreConflict,
    UnknownAssessment,
    UnknownDrawing,
    UnknownPerson,
)
from bodymap.records import Assessment, PainDrawing, Person
from bodymap.records.base import shortened
from bodymap.services.ports import (
    AssessmentRepository,
    DrawingRepository,
    PersonRepository,
    Ports,
    UnitOfWork,
    VersionMoved,
)

_TRIES: Final = 12
_LONGEST_PAUSE_SECONDS: Final = 0.02
_Result = TypeVar("_Result")
_TOKEN: Final = re.compile(r"[A-Za-z0-9_:\-]+")
_ID: Final = re.compile(r"[0-9a-f\-]{36}")
_LONGEST_CLIENT_ID: Final = 100
_LONGEST_REQUEST_ID: Final = 150


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


def checked_client(client_id: str) -> str:
    """The id of a browser window, if it can be one.

    Raises:
        InvalidRecord: longer than 100 characters, or with signs other than A-Z a-z 0-9 _ : -.
    """
    return _token("client_id", client_id, _LONGEST_CLIENT_ID)


def checked_request(request_id: str) -> str:
    """The id of a request, if it can be one.

    Raises:
        InvalidRecord: longer than 150 characters, or with signs other than A-Z a-z 0-9 _ : -.
    """
    return _token("request_id", request_id, _LONGEST_REQUEST_ID)


def _token(name: str, value: str, longest: int) -> str:
    if len(value) <= longest and _TOKEN.fullmatch(value):
        return value
    allowed = f"1 to {longest} letters, digits, '_', ':' or '-' are allowed"
    problem = Problem(field=name, reason=allowed, value=shortened(value))
    raise InvalidRecord("request", problems=(problem,))


def is_id_or_none(record_id: str | None) -> bool:
    """Whether this can be the id of a record, or is None."""
    return record_id is None or _ID.fullmatch(record_id) is not None


def was_deleted(
    records: PersonRepository | AssessmentRepository | DrawingRepository, record_id: str
) -> bool:
    """Whether the record is there, but deleted."""
    return bool(_ID.fullmatch(record_id)) and records.deleted_at(record_id) is not None


def is_done(unit: UnitOfWork, request_id: str) -> bool:
    """Whether this request was carried out before.

    Raises:
        InvalidRecord: the id cannot be one.
    """
    return unit.requests.subject(checked_request(request_id)) is not None


def kept_person(unit: UnitOfWork, person_id: str) -> Person:
    """The person.

    Raises:
        UnknownPerson: there is none, or it is deleted.
    """
    person = unit.persons.get(person_id) if _ID.fullmatch(person_id) else None
    if person is None:
        raise UnknownPerson(person_id, deleted=was_deleted(unit.persons, person_id))
    return person


def kept_assessment(unit: UnitOfWork, assessment_id: str) -> Assessment:
    """The assessment.

    Raises:
        UnknownAssessment: there is none, or it or its person is deleted.
    """
    assessment = unit.assessments.get(assessment_id) if _ID.fullmatch(assessment_id) else None
    if assessment is None:
        raise UnknownAssessment(assessment_id, deleted=was_deleted(unit.assessments, assessment_id))
    return assessment


def kept_drawing(unit: UnitOfWork, drawing_id: str) -> PainDrawing:
    """The drawing.

    Raises:
        UnknownDrawing: there is none, or it or its person is deleted.
    """
    drawing = unit.drawings.get(drawing_id) if _ID.fullmatch(drawing_id) else None
    if drawing is None:
        raise UnknownDrawing(drawing_id, deleted=was_deleted(unit.drawings, drawing_id))
    return drawing


def free_code(unit: UnitOfWork, ports: Ports) -> str:
    """A short code that no assessment and no drawing has."""
    code = ports.ids.code()
    while unit.assessments.code_is_taken(code) or unit.drawings.code_is_taken(code):
        code = ports.ids.code()
    return code
