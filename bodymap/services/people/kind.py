"""People as a kind of record."""

from typing import Final

from bodymap.errors import UnknownPerson
from bodymap.records import Person
from bodymap.services.kernel.kinds import RecordKind

PERSONS: Final[RecordKind[Person]] = RecordKind(
    name="person", records=lambda unit: unit.persons, unknown=UnknownPerson
)
