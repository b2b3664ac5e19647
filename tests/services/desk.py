"""One assessment and the functions on it, with what does not change filled in."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bodymap import services
from bodymap.records import Assessment, PersonDetails, TriggerPointFinding
from bodymap.services import Ports, Store
from tests.records.builders import a_finding


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def move(self, **step: float) -> None:
        self.time += timedelta(**step)


class CountedIds:
    """Ids and codes in a known order."""

    def __init__(self) -> None:
        self._ids, self._codes = count(1), count(1)

    def new(self) -> str:
        return f"01900000-0000-7000-8000-{next(self._ids):012x}"

    def code(self) -> str:
        return f"CODE{next(self._codes)}"


class Desk:
    """Calls the services for one assessment in one browser window."""

    def __init__(self, store: Store, **start: Any) -> None:
        self.clock = HandClock()
        self.ports = Ports(store=store, clock=self.clock, ids=CountedIds())
        self.client = "window-1"
        self.draft = services.start_assessment(
            request_id="start", ports=self.ports, examiner="Kim", **start
        )

    def person(self, name: str = "Ada Beispiel", request_id: str = "add", **details: Any) -> Any:
        return services.add_person(
            details=PersonDetails(name=name, **details), request_id=request_id, ports=self.ports
        )

    def now(self) -> Assessment:
        return services.open_assessment(assessment_id=self.draft.id, ports=self.ports)

    def _draft(self, **arguments: Any) -> dict[str, Any]:
        fixed = {
            "assessment_id": self.draft.id,
            "client_id": self.client,
            "ports": self.ports,
        }
        return fixed | arguments

    def _versioned(self, arguments: dict[str, Any]) -> dict[str, Any]:
        if "expected_version" not in arguments:
            arguments["expected_version"] = self.now().version
        return self._draft(**arguments)

    def record(self, finding: TriggerPointFinding | str = "m1", **more: Any) -> Assessment:
        made = a_finding(finding) if isinstance(finding, str) else finding
        return services.record_finding(**self._draft(finding=made, **more))

    def revise(self, finding_id: str, changes: dict[str, Any], **more: Any) -> Assessment:
        more = self._versioned(more)
        return services.revise_finding(finding_id=finding_id, changes=changes, **more)

    def remove(self, finding_id: str, **more: Any) -> Assessment:
        return services.remove_finding(finding_id=finding_id, **self._versioned(more))

    def edit(self, changes: dict[str, Any], **more: Any) -> Assessment:
        return services.edit_assessment(changes=changes, **self._versioned(more))

    def undo(self, **more: Any) -> Assessment:
        return services.undo(**self._draft(**more))

    def redo(self, **more: Any) -> Assessment:
        return services.redo(**self._draft(**more))

    def finish(self, by: str = "Kim Muster", **more: Any) -> Assessment:
        arguments = self._versioned(more)
        del arguments["client_id"]
        return services.finish_assessment(by=by, **arguments)

    def amend(self, because: str = "typing error", **more: Any) -> Assessment:
        arguments = self._versioned(more)
        del arguments["client_id"]
        return services.amend_assessment(because=because, **arguments)

    def discard(self) -> Assessment:
        return services.discard_amendment(
            assessment_id=self.draft.id, expected_version=self.now().version, ports=self.ports
        )
