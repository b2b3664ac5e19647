"""Records with everything filled in that a test does not care about."""

from datetime import UTC, datetime
from typing import Any, Final

from bodymap.records import (
    Assessment,
    Drawing,
    DrawnStroke,
    HandOver,
    PainDrawing,
    PainMark,
    Person,
    PointPlace,
    TriggerPointFinding,
    ViewStrokes,
)

NOON: Final = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def an_id(number: int = 0) -> str:
    return f"01900000-0000-7000-8000-{number:012x}"


def a_point(**changes: Any) -> PointPlace:
    fields = {
        "view": "back",
        "figure": "neutral",
        "body_version": "1",
        "x": 300.25,
        "y": 210.5,
        "cell": 4711,
        "region": "scapula.right",
    }
    return PointPlace.checked(fields | changes)


def a_drawing() -> Drawing:
    brush = DrawnStroke.checked({"kind": "BRUSH", "points": [[1, 2.5], [3, 4]], "radius": 9})
    region = DrawnStroke.checked({"kind": "REGION", "region": "shoulder_front.right"})
    view = ViewStrokes(view="front", strokes=(brush, region))
    return Drawing(figure="neutral", body_version="1", views=(view,))


def a_finding(finding_id: str = "mark-1", **changes: Any) -> TriggerPointFinding:
    fields = {"id": finding_id, "place": a_point(), "laterality": "RIGHT"}
    return TriggerPointFinding.checked(fields | changes)


def an_assessment(**changes: Any) -> Assessment:
    fields = {"id": an_id(1), "code": "K7M2QX", "examined_at": NOON, "body_version": "1"}
    return Assessment.checked(fields | changes)


def a_person(**changes: Any) -> Person:
    fields = {"id": an_id(2), "name": "Ada Beispiel"}
    return Person.checked(fields | changes)


def a_mark(mark_id: str = "mark-1", **changes: Any) -> PainMark:
    fields = {"id": mark_id, "drawing": a_drawing()}
    return PainMark.checked(fields | changes)


def a_pain_drawing(**changes: Any) -> PainDrawing:
    fields = {"id": an_id(5), "code": "P4QRST", "drawn_at": NOON, "body_version": "1"}
    return PainDrawing.checked(fields | changes)


def a_hand_over(**changes: Any) -> HandOver:
    fields = {
        "id": an_id(30),
        "drawing_id": an_id(5),
        "way": "LINK",
        "digest": "a" * 64,
        "made_at": NOON,
    }
    return HandOver.checked(fields | changes)
