"""One assessment and the functions on it, with what does not change filled in."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bodymap.records import Assessment, PersonDetails, TriggerPointFinding
from bodymap.services.assessing.assessments import (
    amend_assessment,
    discard_amendment,
    finish_assessment,
    open_assessment,
    start_assessment,
)
from bodymap.services.assessing.findings import (
    edit_assessment,
    record_finding,
    remove_finding,
    revise_finding,
)
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ports import Ports, Store
from bodymap.services.kernel.undo import redo, undo
from bodymap.services.people.persons import add_person
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

    def __init__(self, first: int = 1) -> None:
        self._ids, self._codes, self._tokens = count(first), count(first), count(first)

    def new(self) -> str:
        return f"01900000-0000-7000-8000-{next(self._ids):012x}"

    def code(self) -> str:
        return f"CODE{next(self._codes)}"

    def token(self) -> str:
        return f"{next(self._tokens):043d}"


class Desk:
    """Calls the services for one assessment in one browser window."""

    def __init__(self, store: Store, **start: Any) -> None:
        self.clock = HandClock()
        self.ports = Ports(store=store, clock=self.clock, ids=CountedIds())
        self.client = "window-1"
        self.draft = start_assessment(
            body_version="1", request_id="start", ports=self.ports, examiner="Kim", **start
        )

    def person(self, name: str = "Ada Beispiel", request_id: str = "add", **details: Any) -> Any:
        return add_person(
            details=PersonDetails(name=name, **details), request_id=request_id, ports=self.ports
        )

    def now(self) -> Assessment:
        return open_assessment(assessment_id=self.draft.id, ports=self.ports)

    def on(self, **more: Any) -> Editing:
        """The draft as one window sees it, at the version that is kept now."""
        more.setdefault("expected_version", self.now().version)
        return self._draft(**more)

    def _draft(self, **more: Any) -> Editing:
        own = {"draft_id": self.draft.id, "client_id": self.client, "ports": self.ports}
        return Editing(**own | more)

    def _whole(self, **more: Any) -> dict[str, Any]:
        more.setdefault("expected_version", self.now().version)
        return {"assessment_id": self.draft.id, "ports": self.ports} | more

    def record(self, finding: TriggerPointFinding | str = "m1", **more: Any) -> Assessment:
        made = a_finding(finding) if isinstance(finding, str) else finding
        return record_finding(self._draft(**more), finding=made)

    def keep_as_it_is(self, finding: TriggerPointFinding) -> None:
        """Keep a finding as an earlier version of the program would have kept it."""
        kept = self.now()
        later = kept.changed(findings=(*kept.findings, finding), version=kept.version + 1)
        with self.ports.store.writing() as unit:
            unit.assessments.save(later, before=kept, at=self.clock.now())
            unit.commit()

    def revise(self, finding_id: str, changes: dict[str, Any], **more: Any) -> Assessment:
        return revise_finding(self.on(**more), finding_id=finding_id, changes=changes)

    def remove(self, finding_id: str, **more: Any) -> Assessment:
        return remove_finding(self.on(**more), finding_id=finding_id)

    def edit(self, changes: dict[str, Any], **more: Any) -> Assessment:
        return edit_assessment(self.on(**more), changes=changes)

    def undo(self, **more: Any) -> Assessment:
        return undo(ASSESSMENTS, self._draft(**more))

    def redo(self, **more: Any) -> Assessment:
        return redo(ASSESSMENTS, self._draft(**more))

    def finish(self, by: str = "Kim Muster", **more: Any) -> Assessment:
        return finish_assessment(by=by, **self._whole(**more))

    def amend(self, because: str = "typing error", **more: Any) -> Assessment:
        return amend_assessment(because=because, **self._whole(**more))

    def discard(self) -> Assessment:
        return discard_amendment(**self._whole())
