"""How a service runs: one transaction, tried again only where that is safe."""

import random
import re
import time
from collections.abc import Callable
from typing import Final, Protocol, TypeVar

from bodymap.errors import (
    EditClash,
    InvalidRecord,
    Problem,
    ServiceError,
    StoreConflict,
    UnknownAssessment,
    UnknownDrawing,
    UnknownPerson,
    WasRefused,
)
from bodymap.records import Assessment, PainDrawing, Person
from bodymap.records.base import shortened
from bodymap.services.kernel.ports import Ports, Records, UnitOfWork, VersionMoved

_TRIES: Final = 12
_FIRST_PAUSE_SECONDS: Final = 0.02
_LONGEST_PAUSE_SECONDS: Final = 1.0
_Result = TypeVar("_Result")
_TOKEN: Final = re.compile(r"[A-Za-z0-9_:\-]+")
_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONGEST_CLIENT_ID: Final = 100
_LONGEST_REQUEST_ID: Final = 150


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


class _Versioned(Protocol):
    @property
    def version(self) -> int: ...


_Made = TypeVar("_Made", bound=_Identified)


def written(ports: Ports, work: Callable[[UnitOfWork], _Result]) -> _Result:
    """Run `work` in a transaction and commit it.

    A transaction that met another one left nothing behind, so it is run again, at most
    twelve times, after pauses that grow; `work` reads afresh each time.

    Raises:
        StoreError: the store cannot do it; nothing was changed.
    """
    for tries in range(1, _TRIES + 1):
        try:
            with ports.store.writing() as unit:
                result = work(unit)
                unit.commit()
                return result
        except (StoreConflict, VersionMoved):
            if tries == _TRIES:
                raise StoreConflict from None
            # Not all at once again: after a moment that differs for each of those that met.
            pause = min(_FIRST_PAUSE_SECONDS * 2 ** (tries - 1), _LONGEST_PAUSE_SECONDS)
            time.sleep(random.uniform(pause / 2, pause))  # noqa: S311 - no secret
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


def was_deleted(records: Records[object], record_id: str) -> bool:
    """Whether the record is there, but deleted."""
    return bool(_ID.fullmatch(record_id)) and records.deleted_at(record_id) is not None


def is_done(unit: UnitOfWork, request_id: str) -> bool:
    """Whether this request was carried out before.

    Raises:
        InvalidRecord: the id cannot be one.
        WasRefused: it was refused before, and is never carried out later.
    """
    if unit.requests.subject(checked_request(request_id)) is not None:
        return True
    if unit.requests.subject(refused(request_id)) is not None:
        raise WasRefused
    return False


def refused(request_id: str) -> str:
    """Id under which it is remembered that a request was refused."""
    return f"{request_id}:refused"


def written_once(
    ports: Ports,
    request_id: str,
    *,
    kept: Callable[[UnitOfWork, str], _Made],
    make: Callable[[UnitOfWork], _Made],
) -> _Made:
    """Run `make` in a transaction and commit it; sent again, open what it made.

    Args:
        ports: Store, clock and ids.
        request_id: Of the operation.
        kept: Opens a record by its id.
        make: Makes a record and keeps it.

    Raises:
        InvalidRecord: the request's id cannot be one.
        StoreError: the store cannot do it; nothing was changed.
    """
    checked_request(request_id)

    def work(unit: UnitOfWork) -> _Made:
        done = unit.requests.subject(request_id)
        if done is not None:
            return kept(unit, done)
        made = make(unit)
        unit.requests.add(request_id, made.id, at=ports.clock.now())
        return made

    return written(ports, work)


def must_be_as_shown(kept: _Versioned, yours: object, expected_version: int | None) -> None:
    """Raise `EditClash` if what is kept is no longer what was shown; None may be any."""
    if expected_version not in (None, kept.version):
        raise EditClash(
            expected_version=expected_version,
            current_version=kept.version,
            yours=yours,
            theirs=kept,
        )


def kept_person(unit: UnitOfWork, person_id: str) -> Person:
    """The person.

    Raises:
        UnknownPerson: there is none, or it is deleted.
    """
    return kept_record(unit.persons, person_id, UnknownPerson)


def kept_assessment(unit: UnitOfWork, assessment_id: str) -> Assessment:
    """The assessment.

    Raises:
        UnknownAssessment: there is none, or it or its person is deleted.
    """
    return kept_record(unit.assessments, assessment_id, UnknownAssessment)


def kept_drawing(unit: UnitOfWork, drawing_id: str) -> PainDrawing:
    """The drawing.

    Raises:
        UnknownDrawing: there is none, or it or its person is deleted.
    """
    return kept_record(unit.drawings, drawing_id, UnknownDrawing)


def kept_record(
    records: Records[_Result], record_id: str, unknown: Callable[..., ServiceError]
) -> _Result:
    """The record; raises `unknown` if there is none, or it or its person is deleted."""
    record = records.get(record_id) if _ID.fullmatch(record_id) else None
    if record is None:
        raise unknown(record_id, deleted=was_deleted(records, record_id))
    return record


def free_code(unit: UnitOfWork, ports: Ports) -> str:
    """A short code that no assessment and no drawing has."""
    code = ports.ids.code()
    while unit.assessments.code_is_taken(code) or unit.drawings.code_is_taken(code):
        code = ports.ids.code()
    return code
