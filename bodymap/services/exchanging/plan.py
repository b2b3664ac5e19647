"""What becomes of each record that is imported."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bodymap.records.origin import Kind


class Fate(StrEnum):
    """What becomes of a record.

    Attributes:
        NEW: It is added.
        RECODED: It is added under another short code, as its own is taken here.
        BACK: It is added, though it was removed for good here.
        SAME: It is here already and says the same; nothing is done.
        DIFFERS: It is here already and says something else; what is here stays.
        DELETED: It, or its person, is deleted here; it stays so until it is brought back.
    """

    NEW = "NEW"
    RECODED = "RECODED"
    BACK = "BACK"
    SAME = "SAME"
    DIFFERS = "DIFFERS"
    DELETED = "DELETED"

    @property
    def is_added(self) -> bool:
        """Whether the record is added."""
        return self in {Fate.NEW, Fate.RECODED, Fate.BACK}


@dataclass(frozen=True)
class Line:
    """One record of an import.

    Attributes:
        kind: Its kind.
        id: Its id, the same here and there.
        label: Name or code, as it is called in the file.
        fate: What becomes of it.
        is_loose: Whether it is attached to an assessment that is neither here nor in the file; it
            is added without.
    """

    kind: Kind
    id: str
    label: str
    fate: Fate
    is_loose: bool = False


@dataclass(frozen=True)
class Plan:
    """What an import does, or did.

    Attributes:
        lines: One for each record, in the order of the file.
    """

    lines: tuple[Line, ...]

    @cached_property
    def counts(self) -> dict[Kind, dict[Fate, int]]:
        """How many records of each kind meet each fate; of none, nothing."""
        counted: dict[Kind, dict[Fate, int]] = {}
        for line in self.lines:
            of_kind = counted.setdefault(line.kind, {})
            of_kind[line.fate] = of_kind.get(line.fate, 0) + 1
        return counted

    @property
    def added(self) -> int:
        """How many records are added."""
        return sum(line.fate.is_added for line in self.lines)

    def of(self, *fates: Fate) -> tuple[Line, ...]:
        """The records that meet one of these fates."""
        return tuple(line for line in self.lines if line.fate in fates)
