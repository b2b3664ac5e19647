"""Settings of this installation."""

from typing import Final

from pydantic import TypeAdapter, ValidationError

from bodymap.errors import InvalidRecord, Problem
from bodymap.records.base import NAME_LENGTH, Line, shortened
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_EXAMINER: Final = "examiner_name"
_LINE: Final = TypeAdapter(Line)


def get_examiner_name(*, ports: Ports) -> str:
    """Name that is stored with what is recorded here; empty until one is set."""
    with ports.store.reading() as unit:
        return unit.settings.get(_EXAMINER) or ""


def set_examiner_name(*, name: str, ports: Ports) -> str:
    """Set the name that is stored with what is recorded from now on. Writes; returns it tidied.

    Raises:
        InvalidRecord: it has more than 200 characters.
    """
    try:
        tidy = _LINE.validate_python(name)
    except ValidationError:
        allowed = f"at most {NAME_LENGTH} characters are allowed"
        problem = Problem(field="name", reason=allowed, value=shortened(name))
        raise InvalidRecord("setting", problems=(problem,)) from None

    def work(unit: UnitOfWork) -> str:
        unit.settings.set(_EXAMINER, tidy)
        return tidy

    return written(ports, work)
