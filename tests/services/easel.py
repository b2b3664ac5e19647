"""One pain drawing and the functions on it, with what does not change filled in."""

from typing import Any

from bodymap.body import Body, Stroke, StrokeKind
from bodymap.records import PainDrawing, PersonDetails
from bodymap.services.drawing.drawings import (
    amend_drawing,
    finish_drawing,
    open_drawing,
    start_drawing,
)
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.drawing.marks import describe_mark, draw
from bodymap.services.kernel.closing import discard
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ports import Ports, Store
from bodymap.services.kernel.undo import redo, undo
from bodymap.services.people.persons import add_person
from tests.services.desk import CountedIds, HandClock

LINE = ((200.0, 260.0), (230.0, 275.0))


class Easel:
    """Calls the services for one drawing in one browser window."""

    def __init__(self, store: Store, body: Body, **start: Any) -> None:
        self.clock, self.body = HandClock(), body
        self.ports = Ports(store=store, clock=self.clock, ids=CountedIds())
        self.client = "window-1"
        self.draft = start_drawing(body_version="1", request_id="start", ports=self.ports, **start)

    def person(self, name: str = "Ada Beispiel", request_id: str = "add") -> Any:
        details = PersonDetails(name=name, figure="female")
        return add_person(details=details, request_id=request_id, ports=self.ports)

    def now(self) -> PainDrawing:
        return open_drawing(drawing_id=self.draft.id, ports=self.ports)

    def on(self, **more: Any) -> Editing:
        own = {"draft_id": self.draft.id, "client_id": self.client, "ports": self.ports}
        return Editing(**own | more)

    def draw(self, mark_id: str = "mark-0001", *, points: Any = LINE, **more: Any) -> PainDrawing:
        stroke = Stroke(more.pop("kind", StrokeKind.BRUSH), points, more.pop("radius", 9.0))
        view = more.pop("view", "back")
        return draw(self.on(**more), mark_id=mark_id, view=view, strokes=(stroke,), body=self.body)

    def describe(self, mark_id: str = "mark-0001", **answers: Any) -> PainDrawing:
        return describe_mark(self.on(), mark_id=mark_id, answers=answers)

    def undo(self, **more: Any) -> PainDrawing:
        return undo(DRAWINGS, self.on(**more))

    def redo(self, **more: Any) -> PainDrawing:
        return redo(DRAWINGS, self.on(**more))

    def finish(self, **more: Any) -> PainDrawing:
        return finish_drawing(body=self.body, **self._whole(**more))

    def amend(self, because: str = "slipped", **more: Any) -> PainDrawing:
        return amend_drawing(because=because, **self._whole(**more))

    def discard(self) -> PainDrawing:
        shown = self.now().version
        return discard(DRAWINGS, self.draft.id, expected_version=shown, ports=self.ports)

    def _whole(self, **more: Any) -> dict[str, Any]:
        more.setdefault("expected_version", self.now().version)
        return {"drawing_id": self.draft.id, "ports": self.ports} | more
