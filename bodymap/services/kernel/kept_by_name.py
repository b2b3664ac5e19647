"""What a practice keeps under names of its own, such as text blocks: read, kept and removed."""

import json
from dataclasses import dataclass
from typing import Any

from bodymap.errors import InvalidRecord, Problem
from bodymap.records.base import NAME_LENGTH
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written

_SHOWN: int = 80


@dataclass(frozen=True)
class KeptByName:
    """One such list, a setting of the practice.

    Attributes:
        setting: Where it is kept.
        kind: What one of them is called, such as "text block".
        most: So many can be kept.
    """

    setting: str
    kind: str
    most: int

    def of(self, unit: UnitOfWork) -> dict[str, Any]:
        """Everything that is kept, in the order of the names."""
        kept: dict[str, Any] = json.loads(unit.settings.get(self.setting) or "{}")
        return kept

    def all(self, ports: Ports) -> dict[str, Any]:
        """As `of`, in a transaction of its own."""
        with ports.store.reading() as unit:
            return self.of(unit)

    def keep(self, name: str, value: Any, ports: Ports) -> str:
        """Keep a value, in place of one of this name; gives the name as it is kept. Writes.

        Raises:
            InvalidRecord: the name is missing or too long, or there are too many.
        """
        name = " ".join(name.split())
        if not name or len(name) > NAME_LENGTH:
            self.refuse("name", f"a name of at most {NAME_LENGTH} characters is needed", name)

        def work(unit: UnitOfWork) -> str:
            others = {each: kept for each, kept in self.of(unit).items() if each != name}
            if len(others) >= self.most:
                self.refuse("name", f"at most {self.most} can be kept; remove one first", name)
            self._save(unit, others | {name: value})
            return name

        return written(ports, work)

    def remove(self, name: str, ports: Ports) -> None:
        """Remove what is kept under a name; nothing if there is none. Writes."""

        def work(unit: UnitOfWork) -> None:
            self._save(unit, {each: kept for each, kept in self.of(unit).items() if each != name})

        written(ports, work)

    def refuse(self, field: str, reason: str, value: str) -> None:
        """Raise InvalidRecord for a field of what was to be kept."""
        problem = Problem(field=field, reason=reason, value=repr(value[:_SHOWN]))
        raise InvalidRecord(self.kind, problems=(problem,))

    def _save(self, unit: UnitOfWork, kept: dict[str, Any]) -> None:
        ordered = sorted(kept.items(), key=lambda each: each[0].casefold())
        unit.settings.set(self.setting, json.dumps(dict(ordered)))
