"""The pages on which something is done on a body, without a browser: what accidents happen to.

Each does on the body what a person does, uses its other widgets, and tells what is kept.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from operator import attrgetter
from typing import Any

import streamlit as st

from bodymap.analysis.search_index import SearchIndex
from bodymap.body import Body
from bodymap.errors import StoreBusy
from bodymap.records import Assessment, Course, Depth, PainIntensity, PersonDetails, ReferralFelt
from bodymap.records.practice import Learner
from bodymap.services.assessing.assessments import finish_assessment, start_assessment
from bodymap.services.drawing.drawings import start_drawing
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.people.persons import add_person
from bodymap.services.practising.pattern_names import PatternNames
from bodymap.services.practising.practice import Practice
from bodymap.ui.assess import chart as assess_chart
from bodymap.ui.assess import last_time
from bodymap.ui.assess.desk import Desk as AssessDesk
from bodymap.ui.assess.perform import Performer
from bodymap.ui.mark import chart as mark_chart
from bodymap.ui.mark.desk import Desk as MarkDesk
from bodymap.ui.operation_log import OperationLog
from bodymap.ui.session import Workspace
from tests.records.builders import a_finding, a_point
from tests.services.memory_shelf import MemoryShelf
from tests.shipped import atlas, body
from tests.store.memory_store import MemoryStore, MemoryUnitOfWork
from tests.ui.accidents.browser import WINDOW, Window

ELEMENT = "element"
POINT = "infraspinatus_upper"
_FIGURES = ("female", "neutral", "child")


@cache
def points() -> tuple[tuple[float, float], ...]:
    """A few points of the front view, far apart."""
    found = []
    for region in sorted(body().regions)[::24]:
        shown = (body().project(int(cell), "front") for cell in body().fill([region]).cells)
        at = [point for point in shown if point is not None]
        if at:
            found.append(tuple(round(float(value), 2) for value in at[len(at) // 2]))
    return tuple(found)


@cache
def on_figure(name: str) -> Body:
    """The shipped body on one of its figures."""
    return body().as_figure(name)


class BusyStore(MemoryStore):
    """A store that is busy when it is told so."""

    busy = False

    def writing(self) -> MemoryUnitOfWork:
        if self.busy:
            raise StoreBusy("records")
        return super().writing()


class BusyShelf(MemoryShelf):
    """A shelf that is busy when it is told so."""

    busy = False

    def change(self, learner_id: str, step: Callable[[Learner], Learner]) -> Learner:
        if self.busy:
            raise StoreBusy("learners")
        return super().change(learner_id, step)


class OnePage:
    """A page in one browser session after the other."""

    def __init__(self) -> None:
        self.store, self.shelf = BusyStore(), BusyShelf()
        ports = Ports(store=self.store, clock=SystemClock(), ids=SystemIds())
        self.workspace = Workspace(
            ports=ports,
            body=on_figure,
            atlas=atlas,
            search=lambda: SearchIndex.of(atlas(), body()),
            practice=Practice(shelf=self.shelf, clock=ports.clock, ids=ports.ids),
            pattern_names=PatternNames(),
        )
        self.refused: set[int] = set()
        st.session_state = {}  # type: ignore[assignment]

    @property
    def ports(self) -> Ports:
        return self.workspace.ports

    def log(self) -> OperationLog:
        raise NotImplementedError

    def take(self, message: object) -> None:
        raise NotImplementedError

    def data(self) -> dict[str, Any]:
        raise NotImplementedError

    def act(self, window: Window, kind: int, a: int, b: int) -> None:
        """A person does something on the body, if it can be done there now."""
        raise NotImplementedError

    def beside(self, kind: int, a: int, at: str | None = None) -> str | None:
        """Another widget is used, on the thing `at`; on which, or None if it was refused."""
        raise NotImplementedError

    def at_once(self, kind: int, a: int) -> None:
        """A widget is used that does more than set a value: what it does depends on what it finds.

        A page without such widgets does nothing.
        """

    def content(self) -> object:
        """What is kept, but for counts."""
        raise NotImplementedError

    def hear(self, message: dict[str, Any]) -> None:
        st.session_state[ELEMENT] = {"ops": message}
        self.log().sent_by(ELEMENT)
        self.take(message)
        self.refused |= {refusal.number for refusal in self.log().refusals.get(WINDOW, [])}

    def begin_anew(self) -> None:
        """The page is loaded again; the session remembers nothing."""
        st.session_state = {}  # type: ignore[assignment]

    def be_busy(self, *, busy: bool) -> None:
        self.store.busy = self.shelf.busy = busy


class AssessPage(OnePage):
    def __init__(self) -> None:
        super().__init__()
        started = start_assessment(
            request_id="start", body_version=body().version, ports=self.ports
        )
        self.desk = AssessDesk(self.workspace, started.id)
        self.desk.open()

    def log(self) -> OperationLog:
        self.desk.open()
        return Performer(self.desk, "neutral").log

    def take(self, message: object) -> None:
        Performer(self.desk, "neutral").take(message)

    def data(self) -> dict[str, Any]:
        performer = Performer(self.desk, "neutral") if self.desk.open() else None
        assert performer is not None
        shown = self.desk.open()
        figure = on_figure(shown.figure)
        return assess_chart.canvas_data(self.desk, shown, figure, performer).to_json()

    def act(self, window: Window, kind: int, a: int, b: int) -> None:
        place = dict(zip(("x", "y"), points()[b % len(points())], strict=True))
        marks = list(window.marks)
        mark = marks[a % len(marks)] if marks else None
        shown = window.data["selected"]
        match kind % 8:
            case 0:
                window.do("add", id=f"mark-{window.seq:04}", view="front", **place)
            case 1 | 2 if mark:
                window.key(mark, ("p", "a", "n", "0", "5", "10")[b % 6])
            case 3 if mark:
                window.move(mark, {"view": "front", **place})
            case 4 if mark and a % 3 == 0:
                window.do("remove", id=mark)
            case 5 if mark:
                window.do("select", id=mark)
            case 6 if "brush" in window.data["tools"] and window.selected == shown:
                window.stroke(
                    f"stroke-{window.seq:03}",
                    view="front",
                    kind="brush",
                    radius=9,
                    points=[list(place.values())],
                )
            case 7:
                window.step("redo" if a % 3 == 0 else "undo")

    def beside(self, kind: int, a: int, at: str | None = None) -> str | None:
        findings = self.desk.open().findings
        if not findings and at is None:
            return None
        finding = at or findings[a % len(findings)].id
        changes: dict[str, Any] = (
            [
                {"pain_on_pressure": PainIntensity(nrs=7)},
                {"signs": {"taut_band": "ABSENT"}},
                {"depth": Depth.DEEP},
                {"notes": "as felt"},
                {"referral": {"felt": ReferralFelt.OTHER}},
            ][kind % 6]
            if kind % 6 < 5
            else {}
        )
        if changes:
            if at is None and self._shows(finding, changes):
                return None  # what a widget shows already cannot be chosen in it
            kept = self.desk.revise(finding, **changes)
        else:
            kept = self.desk.attempt(self.desk.remove, finding)
        return None if kept is None else finding

    def _shows(self, finding_id: str, changes: dict[str, Any]) -> bool:
        shown = self.desk.open().finding(finding_id)
        return all(
            attrgetter(path)(shown) == value
            for name, given in changes.items()
            for path, value in (
                {f"{name}.{field}": each for field, each in given.items()}
                if isinstance(given, dict)
                else {name: given}
            ).items()
        )

    def at_once(self, kind: int, a: int) -> None:
        """A copy, the other side, the same findings, another figure."""
        desk = self.desk
        shown = desk.attempt(desk.open) or desk.open()  # what was done on the body comes first
        if kind % 6 == 5 or not shown.findings:
            desk.attempt(desk.edit, figure=_FIGURES[a % len(_FIGURES)])
            return
        finding, other = (shown.findings[n % len(shown.findings)].id for n in (a, a // 2))
        do, *given = (
            (desk.copy_to_other_side, finding, shown.figure),
            (desk.copy_to_muscle, finding, "infraspinatus", POINT),
            (desk.move_to_other_side, finding, shown.figure),
            (desk.copy_same_findings, finding, other, shown.figure),
            (desk.confirm_examined, finding),
        )[kind % 6]
        desk.attempt(do, *given)

    def content(self) -> object:
        """Copies get ids that nobody can foretell: they are known by their order."""
        shown = self.desk.open()
        copies = [each.id for each in shown.findings if not each.id.startswith("mark-")]
        named = {name: f"copy-{number}" for number, name in enumerate(copies)}
        findings = [
            each.changed(
                id=named.get(each.id, each.id),
                copied_from=named.get(each.copied_from or "", each.copied_from),
            )
            for each in shown.findings
        ]
        return {each.id: each for each in findings}, shown.figure


class ReturningPage(AssessPage):
    """Somebody who was here before; what was found then is answered beside the body."""

    def __init__(self) -> None:
        OnePage.__init__(self)
        details = PersonDetails(name="Ada Beispiel")
        self.person = add_person(details=details, request_id="add", ports=self.ports)
        before = self.start("before", datetime(2026, 3, 1, tzinfo=UTC))
        earlier = AssessDesk(self.workspace, before.id)
        earlier.open()
        for number in range(3):
            place = a_point(cell=40_000 + number)
            earlier.record(a_finding(f"earlier-{number}", place=place, pain_on_pressure={"nrs": 6}))
        finish_assessment(assessment_id=before.id, by="Kim", expected_version=4, ports=self.ports)
        self.desk = AssessDesk(self.workspace, self.start("start").id)
        self.desk.open()

    def start(self, request_id: str, at: datetime | None = None) -> Assessment:
        return start_assessment(
            request_id=request_id,
            body_version=body().version,
            ports=self.ports,
            person_id=self.person.id,
            examined_at=at,
        )

    def beside(self, kind: int, a: int, at: str | None = None) -> str | None:
        beside = last_time.at_hand(self.desk, self.desk.open())
        assert beside is not None
        earlier = beside.last.findings[kind % 3]
        if kind % 6 < 3:
            kept = last_time.answer(self.desk, earlier, None, tuple(Course)[kind % 5])
            return None if kept is None else earlier.finding.id
        findings = self.desk.open().findings
        mine = next((each for each in findings if each.id == at), None)
        if at is None and findings:
            mine = findings[a % len(findings)]
        if mine is None or mine.continues:
            return None
        kept = last_time.part(self.desk, mine, earlier)
        return None if kept is None else mine.id

    def at_once(self, kind: int, a: int) -> None:
        """Copies are made on the other page; here they could not be told from what is answered."""

    def content(self) -> object:
        """A finding added for one of last time goes by that one's id; its own is made by chance."""
        found: dict[str, object] = {}
        for each in self.desk.open().findings:
            said = each.continues
            plain = each.changed(id="any", continues=None)
            found[said.finding_id if said else each.id] = plain, said and said.course
        return found


class MarkPage(OnePage):
    def __init__(self) -> None:
        super().__init__()
        started = start_drawing(request_id="start", body_version=body().version, ports=self.ports)
        self.desk = MarkDesk(self.workspace, started.id)
        self.desk.open()

    def log(self) -> OperationLog:
        self.desk.open()
        return mark_chart.operations(self.desk, on_figure(self.desk.open().figure))

    def take(self, message: object) -> None:
        self.desk.attempt(lambda: self.log().take(message))  # type: ignore[arg-type, return-value]

    def data(self) -> dict[str, Any]:
        drawing = self.desk.open()
        figure = on_figure(drawing.figure)
        return mark_chart.canvas_data(self.desk, drawing, figure, self.log()).to_json()

    def act(self, window: Window, kind: int, a: int, b: int) -> None:
        place = list(points()[b % len(points())])
        known = [subject["id"] for subject in window.data["subjects"]]
        known += [op["mark"] for op in window.live if op.get("begun") == op["seq"]]
        match kind % 7:
            case 0 | 1:
                shape: dict[str, Any] = {"kind": "brush", "radius": 13, "points": [place]}
                if a % 4 == 0:
                    shape = {"kind": "erase", "radius": 24, "points": [place]}
                window.stroke(f"stroke-{window.seq:03}", view="front", **shape)
            case 2:
                window.do("select")
            case 3 if known:
                window.do("select", id=known[a % len(known)])
            case 4 if known and a % 3 == 0:
                window.do("remove", id=known[a % len(known)])
            case 5:
                end = points()[a % len(points())]
                to = {"to_view": "front", "to_x": end[0], "to_y": end[1]}
                x, y = place
                window.do("arrow", id=f"arrow-{window.seq:03}", view="front", x=x, y=y, **to)
            case 6:
                window.step("redo" if a % 3 == 0 else "undo")

    def beside(self, kind: int, a: int, at: str | None = None) -> str | None:
        marks = self.desk.open().marks
        if not marks and at is None:
            return None
        mark = at or marks[a % len(marks)].id
        if kind % 3 == 0:
            kept = self.desk.attempt(self.desk.remove, mark)
        elif kind % 3 == 1:
            kept = self.desk.attempt(self.desk.describe, mark, intensity=PainIntensity(nrs=7))
        else:
            kept = self.desk.attempt(self.desk.take, None)
        return None if kept is None else mark

    def at_once(self, kind: int, a: int) -> None:
        """Regions chosen from the list, another figure, a pain moved to the other side."""
        desk = self.desk
        shown = desk.attempt(desk.open) or desk.open()  # what was done on the body comes first
        marks = [mark.id for mark in shown.marks]
        if kind % 4 == 0:
            desk.attempt(desk.show_figure, _FIGURES[a % len(_FIGURES)])
        elif kind % 4 == 1 and marks:
            desk.attempt(desk.to_other_side, marks[a % len(marks)], on_figure(shown.figure))
        else:
            mark = marks[a % len(marks)] if marks and kind % 4 == 2 else f"list-{kind:02}-{a:02}"
            regions = tuple(sorted(body().regions)[a::60][: a % 4])
            desk.attempt(desk.choose, mark, regions, (), on_figure(shown.figure))

    def content(self) -> object:
        drawing = self.desk.open()
        arrows = {each.id: each for each in drawing.arrows}
        return {each.id: each for each in drawing.marks}, arrows, drawing.figure
