"""Practise and the pattern editor, as `pages` has Assess and Mark."""

from typing import Any

from bodymap.atlas import Extent
from bodymap.atlas.editing.redrawing import Step
from bodymap.records.practice import Exercise
from bodymap.services.practising import practice as practising
from bodymap.services.practising.practice import Books
from bodymap.ui.operation_log import OperationLog, settle
from bodymap.ui.practise.board import Taker, log_name
from bodymap.ui.practise.desk import Desk as PractiseDesk
from bodymap.ui.redraw.work import Work
from tests.analysis.practice.test_rounds import LEARNER_ID, a_learner, a_round
from tests.shipped import atlas, body, layer
from tests.ui.accidents.browser import Window
from tests.ui.accidents.pages import POINT, OnePage, points


class PractisePage(OnePage):
    exercise = Exercise.DRAW

    def __init__(self) -> None:
        super().__init__()
        round_ = a_round(exercise=self.exercise)
        self.shelf.add(a_learner(round=round_))
        self.going = round_

    def taker(self) -> Taker:
        learners = self.shelf.all()
        desk = PractiseDesk(self.workspace, learners, learners[0])
        return Taker(desk, self.going, body())

    def log(self) -> OperationLog:
        return self.taker().log

    def take(self, message: object) -> None:
        self.taker().take(message)

    def data(self) -> dict[str, Any]:
        round_ = self.shelf.kept[LEARNER_ID].round
        assert round_ is not None
        marks = [{"id": "your-answer"}] if round_.point else []
        return {
            "log": log_name(self.going),
            "figure": "neutral",
            "ack": dict(self.log().acknowledged),
            "undoSteps": list(dict.fromkeys(reversed(round_.made_by)))[:8],
            "redoSteps": [],
            "subjects": None,
            "selected": None,
            "marks": marks,
        }

    def act(self, window: Window, kind: int, a: int, b: int) -> None:
        x, y = points()[b % len(points())]
        if kind % 3 == 2:
            window.step("undo")
        elif self.exercise is Exercise.DRAW:
            window.stroke(
                f"stroke-{window.seq:03}", view="front", kind="brush", radius=9, points=[[x, y]]
            )
        elif a % 3 == 0:
            window.do("remove", id="your-answer")
        else:
            window.do("add", id=f"mark-{window.seq:04}", view="front", x=x, y=y)

    def beside(self, kind: int, _a: int, at: str | None = None) -> str | None:
        round_ = self.shelf.kept[LEARNER_ID].round
        ready = self.exercise is Exercise.DRAW or (round_ and round_.point)
        if kind % 3 or not (ready or at):
            return None
        desk = PractiseDesk(self.workspace, self.shelf.all(), self.shelf.all()[0])
        answer = (
            practising.answer_drawing if self.exercise is Exercise.DRAW else practising.answer_place
        )

        def work() -> None:
            settle(log_name(self.going))
            books = Books(atlas(), body(), None, layer())  # type: ignore[arg-type] - not asked here
            answer(at=desk.at(self.going), books=books, practice=self.workspace.practice)

        return "answer" if desk.attempt(work) else None

    def content(self) -> object:
        round_ = self.shelf.kept[LEARNER_ID].round
        assert round_ is not None
        return round_.point, round_.drawing, [answer.score for answer in round_.answers]


class PlacePage(PractisePage):
    exercise = Exercise.PLACE


class RedrawPage(OnePage):
    def __init__(self) -> None:
        super().__init__()
        point = atlas().trigger_points[POINT]
        self.work = Work(atlas().muscle_of(POINT), point, body(), self.ports)

    def log(self) -> OperationLog:
        return self.work.operations(Extent.ESSENTIAL)

    def take(self, message: object) -> None:
        self.work.take(message)

    def data(self) -> dict[str, Any]:
        now = self.work.now()
        return {
            "log": self.work.log(Extent.ESSENTIAL),
            "figure": "neutral",
            "ack": dict(self.log().acknowledged),
            "undoSteps": [step.id for step in now.steps[:-9:-1]],
            "redoSteps": [step.id for step in now.undone[:-9:-1]],
            "subjects": None,
            "selected": None,
            "marks": [],
        }

    def act(self, window: Window, kind: int, a: int, b: int) -> None:
        place = list(points()[b % len(points())])
        if kind % 3:
            window.stroke(
                f"stroke-{window.seq:03}", view="front", kind="brush", radius=9, points=[place]
            )
        else:
            window.step("redo" if a % 3 == 0 else "undo")

    def beside(self, kind: int, _a: int, _at: str | None = None) -> str | None:
        step = Step(id=f"anew-{kind}", extent=Extent.SPILLOVER, anew=True)
        self.work.begin_anew(step)
        return None if self.work.problem else "zone"

    def content(self) -> object:
        now = self.work.now()
        return [now.strokes(extent) for extent in Extent]
