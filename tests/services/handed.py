"""A store with people, assessments and drawings, one of which is handed over by a link."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pkgutil import walk_packages
from typing import Any, Final

import bodymap.services
from bodymap.atlas.editing.redrawing import Redrawing
from bodymap.body import Laterality, Stroke, StrokeKind
from bodymap.records import Assessment, Person, PersonDetails
from bodymap.records.continuing import Course
from bodymap.records.outcome_measure import Instrument
from bodymap.records.question import Question, Visited
from bodymap.records.treatment import TreatmentRecord
from bodymap.services.assessing.assessments import start_assessment
from bodymap.services.assessing.changes import AssessmentStep
from bodymap.services.assessing.findings import record_finding
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.authority.access import Visit
from bodymap.services.authority.limits import limited
from bodymap.services.drawing.drawings import start_drawing
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.drawing.marks import put_mark
from bodymap.services.exchanging.gathering import Chosen, Selection
from bodymap.services.exchanging.importing import Arriving
from bodymap.services.exchanging.names import known_names
from bodymap.services.exchanging.plan import Plan
from bodymap.services.handing_over.hand_over import (
    NewLink,
    hand_over_by_link,
    hand_over_this_device,
)
from bodymap.services.kernel import closing, undo
from bodymap.services.kernel.editing import Editing
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.report_choice import ReportChoice
from bodymap.services.people.persons import add_person
from bodymap.services.visits.last_time import EarlierFinding
from tests.records.builders import NOON, a_finding, a_mark, a_point
from tests.services.desk import CountedIds, HandClock
from tests.shipped import atlas, body
from tests.store.memory_store import MemoryStore, Tables

MACHINERY: Final = ("bodymap.services.kernel", "bodymap.services.authority")
"""Packages that services are made of; what they hold is a service only for a kind of draft."""
VERBS: Final = {
    "undo": undo.undo,
    "redo": undo.redo,
    "undoable": undo.undoable,
    "discard": closing.discard,
}
"""Verbs that have no name of their own for each kind."""
CHANGES: Final = {
    "edit_person": {"name": "Eve"},
    "edit_assessment": {"reason": "another"},
    "edit_drawing": {"figure": "female"},
    "revise_finding": {"notes": "another"},
}
OF_ASSESSMENTS: Final = (
    "assessment",
    "finding",
    "treatment",
    "last_time",
    "added",
    "revised",
    "measure",
    "activity",
    "score",
    "answer_point",
)
WINDOW: Final = "window-1"
FIRST_FREE: Final = 1_000
"""Ids are counted from here on; those before are of what is there at first."""
POINT: Final = "infraspinatus_medial"
STROKE: Final = Stroke(StrokeKind.BRUSH, ((240.0, 400.0),), 9.0)


def services() -> dict[str, Callable[..., object]]:
    """Every service there is, by name: what takes ports, or an editing that carries them.

    What is handed an open transaction runs within a service and is none. Verbs of every kind of
    draft are services for each kind.
    """
    found: dict[str, Callable[..., object]] = {
        f"{name}_{kind.name}": partial(verb, kind)
        for kind in (ASSESSMENTS, DRAWINGS)
        for name, verb in VERBS.items()
    }
    for module in walk_packages(bodymap.services.__path__, "bodymap.services."):
        if module.ispkg or module.name.startswith(MACHINERY):
            continue
        for name, function in getmembers(import_module(module.name), isfunction):
            if name.startswith("_") or function.__module__ != module.name:
                continue
            takes = signature(function).parameters.keys()
            if {"ports", "editing"} & takes and "unit" not in takes:
                assert name not in found, f"two services are called {name}"
                found[name] = function
    return found


SERVICES: Final = services()


@dataclass(frozen=True)
class Begin:
    """What is there at first. It is made once and copied: records cannot be changed."""

    tables: Tables
    person: Person
    nobody: Person
    assessment: Assessment
    other: str
    own: str
    link: NewLink


@cache
def _begin() -> Begin:
    store = MemoryStore()
    ports = Ports(store=store, clock=HandClock(), ids=CountedIds())
    person = add_person(details=PersonDetails(name="Ada"), request_id="p", ports=ports)
    nobody = add_person(details=PersonDetails(name="Bo"), request_id="q", ports=ports)
    assessment = start_assessment(body_version="1", request_id="a", ports=ports)
    record_finding(Editing(assessment.id, WINDOW, ports), finding=a_finding("mark-0001"))
    other, own = (_drawing(name, person.id, ports) for name in ("other", "own"))
    link = hand_over_by_link(drawing_id=own, ports=ports)
    return Begin(store.tables, person, nobody, assessment, other, own, link)


def _drawing(name: str, person_id: str, ports: Ports) -> str:
    drawing = start_drawing(body_version="1", request_id=name, ports=ports, person_id=person_id)
    draft = Editing(drawing.id, WINDOW, ports)
    put_mark(draft, mark=a_mark("mark-0001"), body=body())
    put_mark(draft, mark=a_mark("mark-0002"), body=body())
    undo.undo(DRAWINGS, draft)
    return drawing.id


@cache
def _on_this_device() -> Tables:
    handed = Handed()
    handed.visit = Visit(on_this_device=True)
    hand_over_this_device(drawing_id=handed.own, pin="2468", ports=handed.guest)
    return handed.store.tables


class Handed:
    """One drawing is handed over, another is not."""

    def __init__(self) -> None:
        begin = _begin()
        self.clock, self.store = HandClock(), MemoryStore()
        self.store.tables = begin.tables.copy()
        self.whole = Ports(store=self.store, clock=self.clock, ids=CountedIds(FIRST_FREE))
        self.visit = Visit()
        self.guest: Ports = limited(self.whole, lambda: self.visit)
        self.person, self.nobody, self.assessment = begin.person, begin.nobody, begin.assessment
        self.other, self.own, self.link = begin.other, begin.own, begin.link

    def by_link(self) -> None:
        """From here on, the visit is of whoever has the link."""
        self.visit = Visit(self.link.token)

    def on_this_device(self) -> None:
        """From the beginning to where this device was handed over, with a PIN, which is dear."""
        self.visit = Visit(on_this_device=True)
        self.store.tables = _on_this_device().copy()

    def call(self, name: str, drawing_id: str, ports: Ports | None = None, **more: Any) -> object:
        """Call a service with arguments that are all right, on one of the drawings."""
        service: Callable[..., object] = SERVICES[name]
        ports = ports or self.guest
        known = self._arguments(name, drawing_id, ports) | more
        of_assessment = any(word in name for word in OF_ASSESSMENTS)
        kept = self.store.tables.assessments[self.assessment.id][0]
        known["editing"] = Editing(
            self.assessment.id if of_assessment else drawing_id,
            WINDOW,
            ports,
            expected_version=kept.version if of_assessment else None,
            request_id=more.get("request_id"),
        )
        done = service(**{wanted: known[wanted] for wanted in _wanted(service, known)})
        return list(done("person")) if name == "gather" else done

    def _arriving(self) -> Arriving:
        known = known_names(body(), atlas())
        return Arriving(lambda: (self.person,), "theirs.zip", NOON, known)

    def _examined(self) -> Assessment:
        """A visit at which a typical trigger point was found."""
        (found, *_) = atlas().muscles["infraspinatus"].trigger_points
        finding = a_finding("mark-0001", muscle="infraspinatus", trigger_point=found.id)
        return self.assessment.changed(findings=(finding,))

    def _arguments(self, name: str, drawing_id: str, ports: Ports) -> dict[str, Any]:
        kept = self.store.tables.drawings[drawing_id][0]
        return {
            "ports": ports,
            "visit": self._examined() if name == "keep_screen" else self.visit,
            "drawing": kept,
            "draft_id": self.assessment.id if "assessment" in name else drawing_id,
            "drawing_id": drawing_id,
            "person_id": None if name == "start_drawing" else self.nobody.id,
            "assessment_id": self.assessment.id,
            "record_id": drawing_id,
            "expected_version": kept.version if "drawing" in name else None,
            "request_id": f"new-{name}",
            "client_id": WINDOW,
            "details": PersonDetails(name="Eve"),
            "changes": CHANGES.get(name),
            "finding": a_finding("mark-0002"),
            "finding_id": "mark-0001",
            "source_id": "mark-0001",
            "new_id": "mark-0003",
            "muscle": "infraspinatus",
            "place": a_point(),
            "laterality": Laterality.RIGHT,
            "assessment": self.store.tables.assessments[self.assessment.id][0].changed(
                person_id=self.person.id
            ),
            "arriving": Arriving(
                lambda: (self.person,), "theirs.zip", NOON, known_names(body(), atlas())
            ),
            "expected": Plan(()),
            "selection": Selection(person_ids=(self.person.id,)),
            "chosen": Chosen({"person": (self.person.id,)}),
            "number": 0 if name == "answer_measure" else "112",
            "question": Question(conditions=(Visited(),)),
            "choice": ReportChoice(large=True),
            "earlier": EarlierFinding(
                self.assessment.id, 1, a_finding("mark-0001"), a_finding("mark-0001"), NOON
            ),
            "course": Course.BETTER,
            "treatment": TreatmentRecord(id="treated-1", treatment="eswt"),
            "treatment_id": "treated-1",
            "instrument": Instrument.PEG,
            "value": 3,
            "is_found": True,
            "activity": "lifting",
            "score": 24.0,
            "most": 50.0,
            "measure_id": "measure-1",
            "was": None,
            "text": "Pain of this morning.",
            "what": AssessmentStep.MATCH_FINDING,
            "made": lambda kept: kept,
            "trigger_point": POINT,
            "point": POINT,
            "redrawing": Redrawing(point=POINT),
            "body_version": "1",
            "code": "ABCDEF",
            "because": "slipped",
            "name": "Kim",
            "zone": "Europe/Zurich",
            "pin": "2468",
            "hand_over_id": self.link.hand_over.id,
            "body": body(),
            "atlas": atlas(),
            "mark": a_mark("mark-0003"),
            "mark_id": "mark-0001",
            "day": date(2026, 2, 1),
            "kept_id": self.person.id,
            "merged_id": self.nobody.id,
            "transfer_id": self.nobody.id,
            "arrow": _arrow(),
            "arrow_id": "arrow-0001",
            "regions": ("chin",),
            "answers": {"depth": "SKIN"},
            "view": "back",
            "strokes": (STROKE,),
        } | ({"by": "Kim"} if name == "finish_assessment" else {})


def others(tables: Tables, drawing_id: str) -> dict[str, Any]:
    """All that is kept but one drawing with its editions, steps and requests."""
    left = replace(tables.copy())
    for rows in (left.drawings, left.editions, left.derived):
        rows.pop(drawing_id, None)
    left.steps = {k: v for k, v in left.steps.items() if k[0] != drawing_id}
    left.requests = {k: v for k, v in left.requests.items() if v[0] != drawing_id}
    return vars(left)


def _wanted(service: Callable[..., object], known: dict[str, Any]) -> list[str]:
    """Parameters to fill: those without a default, and those that say which record is meant."""
    return [
        name
        for name, parameter in signature(service).parameters.items()
        if parameter.default is parameter.empty
        or (name in {"person_id", "assessment_id", "by"} and name in known)
    ]


def _arrow() -> Any:
    from bodymap.records import PainArrow  # noqa: PLC0415

    return PainArrow.checked(
        {
            "id": "arrow-0001",
            "figure": "neutral",
            "body_version": "1",
            "view": "back",
            "x": 240.0,
            "y": 400.0,
            "to_view": "back",
            "to_x": 200.0,
            "to_y": 260.0,
        }
    )
