"""What the store holds in the end, in the words of the reckoning."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from bodymap.records import Assessment, PainDrawing, PainMark, SignValue, TriggerPointFinding
from bodymap.records.places import DrawnStroke
from bodymap.services.assessing.assessments import open_assessment
from bodymap.services.drawing.drawings import open_drawing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.store import open_store
from tests.accidents.reckoning import Item, Kept, Name, Things

REFUSED = ":refused"
_KEYS = {SignValue.PRESENT: "p", SignValue.ABSENT: "a"}


def kept_in(folder: Path, assessments: Iterable[str], drawings: Iterable[str]) -> Kept:
    """Read it all, by the services and, for the order of what was done, from the file."""
    ports = Ports(store=open_store(folder), clock=SystemClock(), ids=SystemIds())
    records = {
        each: _of_assessment(open_assessment(assessment_id=each, ports=ports))
        for each in assessments
    }
    records |= {each: _of_drawing(open_drawing(drawing_id=each, ports=ports)) for each in drawings}
    with closing(sqlite3.connect(folder / "bodymap.sqlite3")) as file:
        rows = file.execute(
            "SELECT id, subject_id FROM requests ORDER BY done_at, rowid"
        ).fetchall()
    names = [(_name(request, record), request.endswith(REFUSED)) for request, record in rows]
    return Kept(
        done=tuple(name for name, refused in names if name and not refused),
        refused=frozenset(name for name, refused in names if name and refused),
        records=records,
    )


def _name(request: str, record: str) -> Name | None:
    """Of which operation; None for what no browser window numbered."""
    window, _, number = request.removesuffix(REFUSED).rpartition(":")
    return Name(record, window, int(number)) if window and number.isdecimal() else None


def _of_assessment(assessment: Assessment) -> Things:
    return {finding.id: _of_finding(finding) for finding in assessment.findings}


def _of_finding(finding: TriggerPointFinding) -> Item:
    said: Item = {"place": (finding.place.view, finding.place.x, finding.place.y)}
    answers = finding.signs.model_dump()
    said |= {sign: _KEYS[value] for sign, value in answers.items() if value in _KEYS}
    if finding.pain_on_pressure is not None:
        said["pain"] = finding.pain_on_pressure.nrs
    plain = TriggerPointFinding.checked(
        {"id": finding.id, "place": finding.place, "laterality": finding.laterality}
    )
    for name in (
        "muscle",
        "trigger_point",
        "depth",
        "notes",
        "copied_from",
        "pressure_pain_threshold",
    ):
        if getattr(finding, name) != getattr(plain, name):
            said[name] = getattr(finding, name)  # nobody said anything of it
    return said


def _of_drawing(drawing: PainDrawing) -> Things:
    things: Things = {mark.id: _of_mark(mark) for mark in drawing.marks}
    for each in drawing.arrows:
        ends = (each.view, each.x, each.y, each.to_view, each.to_x, each.to_y)
        things[each.id] = {"arrow": ends}
    return things


def _of_mark(mark: PainMark) -> Item:
    views = mark.drawing.views if mark.drawing else ()
    return {"strokes": tuple(_drawn(view.view, each) for view in views for each in view.strokes)}


def _drawn(view: str, stroke: DrawnStroke) -> tuple[str, str, tuple[tuple[float, ...], ...]]:
    return view, stroke.kind.lower(), stroke.points
