"""Settings of this installation."""

import re
from typing import Final

from pydantic import TypeAdapter, ValidationError

from bodymap.errors import InvalidRecord, Problem
from bodymap.records.base import NAME_LENGTH, Line, shortened
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_EXAMINER: Final = "examiner_name"
_EMERGENCY: Final = "emergency_number"
_NUMBER: Final = re.compile(r"\+?[0-9][0-9 /-]{0,18}")
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


def get_emergency_number(*, ports: Ports) -> str:
    """Number that is said where an answer asks for help at once; empty until one is set."""
    with ports.store.reading() as unit:
        return unit.settings.get(_EMERGENCY) or ""


def set_emergency_number(*, number: str, ports: Ports) -> str:
    """Set the number to call in an emergency; empty takes it away. Writes; returns it tidied.

    Raises:
        InvalidRecord: it is no number that can be dialled.
    """
    tidy = " ".join(number.split())
    if tidy and not _NUMBER.fullmatch(tidy):
        allowed = "digits are needed, such as 112 or 999"
        problem = Problem(field="emergency number", reason=allowed, value=shortened(number))
        raise InvalidRecord("setting", problems=(problem,))
    written(ports, lambda unit: unit.settings.set(_EMERGENCY, tidy))
    return tidy
