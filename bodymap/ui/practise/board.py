"""The body of a question: a pattern to recognise, a place to point at, an area to draw."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bodymap.analysis.practice.scoring import pattern_of
from bodymap.body import Body, SurfaceArea
from bodymap.canvas import (
    AddPoint,
    AddStroke,
    CanvasData,
    Mark,
    MarkTone,
    MoveMark,
    Operation,
    RemoveMark,
    StrokeLayer,
    Texts,
    Tool,
    Undo,
    Zone,
    body_canvas,
)
from bodymap.errors import QuestionPassed
from bodymap.records import Drawing, DrawnStroke, ViewStrokes
from bodymap.records.practice import Exercise, Question, Round
from bodymap.services.kernel.undo import MOST_COMING
from bodymap.services.practising import practice as services
from bodymap.ui.explore import figure
from bodymap.ui.insets import MAIN_VIEWS, insets
from bodymap.ui.operation_log import OperationLog, full_step_name
from bodymap.ui.pointing import pointed_at
from bodymap.ui.practise.desk import FIGURE, Desk

_KEY: Final = "practise-canvas"
_BRUSHES: Final = (6, 12, 24)
_NEARLY_ALL: Final = 0.85
_ANSWER: Final = "your-answer"
_TRUTH: Final = "the-truth"
_TOOLS: Final = {
    Exercise.RECOGNISE: (Tool.MOVE,),
    Exercise.PLACE: (Tool.POINT, Tool.MOVE),
    Exercise.DRAW: (Tool.BRUSH, Tool.ERASE, Tool.REGION, Tool.MOVE),
}
_TEXTS: Final = {
    Exercise.RECOGNISE: Texts(
        list_title="Trigger point",
        list_empty="Look at the pattern from all sides, then choose a muscle.",
        mark_sign="trigger point",
    ),
    Exercise.PLACE: Texts(
        list_title="Places",
        list_empty="Click the place on the body. Another click moves it.",
        mark="Your answer",
        mark_sign="place",
        enter="Enter sets your answer at the cross-hair",
    ),
    Exercise.DRAW: Texts(
        list_title="Drawing",
        list_empty="Draw with the brush, or fill whole regions.",
        enter="Enter draws or fills at the cross-hair with the tool chosen",
    ),
}


def draw(desk: Desk, going: Round, question: Question) -> None:
    """Show the body of the question at hand; once it is answered, with the truth on it."""
    body = desk.workspace.body(FIGURE)
    taker = Taker(desk, going, body)
    taker.log.sent_by(_KEY)
    body_canvas(board_data(desk, going, question, taker), key=_KEY, on_operations=taker.take)


def board_data(desk: Desk, going: Round, question: Question, taker: "Taker") -> CanvasData:
    """Everything the body shows."""
    books = desk.books
    answered = going.answer is not None
    is_recognise = going.exercise is Exercise.RECOGNISE
    pattern = pattern_of(books.atlas, books.body, question)
    return CanvasData(
        log=log_name(going),
        figure=FIGURE,
        figure_url=f"figure/{books.body.version}/",
        views=MAIN_VIEWS,
        view=view_for(pattern.essential | pattern.spillover) if is_recognise else None,
        insets=insets(books.body),
        tools=_TOOLS[going.exercise],
        brushes=_BRUSHES,
        editable=not answered and not is_recognise,
        marks=_marks(desk, going, question),
        zones=_zones(desk, going, question),
        drawn=layers(going.drawing),
        undo="the last stroke" if going.drawing and not answered else None,
        undo_steps=tuple(dict.fromkeys(reversed(going.made_by)))[:MOST_COMING],
        acknowledged=taker.log.acknowledged,
        refusals=taker.log.refusals,
        texts=_TEXTS[going.exercise],
    )


def log_name(going: Round) -> str:
    """Each question has a log of its own, so that nothing late falls into the next one."""
    return f"practise-{going.id[-12:]}-{going.position}"


def view_for(pattern: SurfaceArea) -> str | None:
    """What to look at first: the close-up that shows nearly all of a pattern, or the best side."""
    body, skin = pattern.body, pattern.cells[pattern.body.area_cm2[pattern.cells] > 0]
    if not skin.size:
        return "pelvic_floor" if pattern.schematic_cells else None
    for inset in insets(body):
        pixels = sum(body.view(v).pixels[skin] for v in body.views if v.startswith(inset.prefix))
        if body.area_cm2[skin[pixels > 0]].sum() >= _NEARLY_ALL * body.area_cm2[skin].sum():
            return inset.id
    return max(MAIN_VIEWS, key=pattern.share_of_view)


def _zones(desk: Desk, going: Round, question: Question) -> tuple[Zone, ...]:
    """The pattern: under a name that says nothing while it is to be recognised."""
    title = "typical pattern; people differ"
    if going.exercise is Exercise.RECOGNISE:
        name = desk.workspace.pattern_names.name(question.trigger_point, question.laterality)
        return (Zone(url=f"pattern/{FIGURE}/{name}", title=title),)
    if going.answer is None:
        return ()
    atlas, body = desk.workspace.atlas(), desk.workspace.body(FIGURE)
    return (figure.zone(atlas.trigger_points[question.trigger_point], question.laterality, body),)


def _marks(desk: Desk, going: Round, question: Question) -> tuple[Mark, ...]:
    books, marks = desk.books, []
    if going.point is not None:
        point = going.point
        also = _shown(books.body, point.cell)
        also.pop(point.view, None)
        marks.append(
            Mark(
                id=_ANSWER,
                number=1,
                view=point.view,
                x=point.x,
                y=point.y,
                label="Your answer",
                tone=MarkTone.LATENT,
                also=also,
            )
        )
    if going.answer is not None:
        marks.extend(_truth(books, question, number=len(marks) + 1))
    return tuple(marks)


def _truth(books: services.Books, question: Question, number: int) -> list[Mark]:
    """The trigger point where it typically lies."""
    muscle = books.atlas.muscle_of(question.trigger_point)
    there = figure.marks(muscle, question.laterality, books.atlas, books.body)
    return [
        replace(each, id=_TRUTH, number=number, note="typical place", tone=MarkTone.ACTIVE)
        for each in there
        if each.id == question.trigger_point
    ]


def _shown(body: Body, cell: int) -> dict[str, tuple[float, float]]:
    """Where a cell shows, by view, the main views first."""
    places = {view: body.project(cell, view) for view in (*MAIN_VIEWS, *body.views)}
    return {view: (float(at[0]), float(at[1])) for view, at in places.items() if at is not None}


def layers(drawing: Drawing | None) -> tuple[StrokeLayer, ...]:
    """What was drawn so far, as the canvas shows it."""
    views = drawing.views if drawing else ()
    return tuple(StrokeLayer(v.view, tuple(s.on_body() for s in v.strokes)) for v in views)


class Taker:
    """Takes what is done on the body of one question."""

    def __init__(self, desk: Desk, going: Round, body: Body) -> None:
        self._desk, self._going, self._body = desk, going, body
        self.log = OperationLog(
            log_name(going), body, self._perform, remember_refused=self._pass_over
        )

    def take(self, message: object) -> None:
        """Keep what a message brings that is new; what cannot be kept stays with the browser."""
        self._desk.attempt(lambda: self._take(message))

    def _take(self, message: object) -> None:
        if isinstance(message, Mapping) and message.get("log") != self.log.name:
            raise QuestionPassed
        self.log.take(message)

    def _perform(self, operation: Operation, request_id: str) -> None:
        if self._going.exercise is Exercise.PLACE:
            self._place(operation, request_id)
        elif self._going.exercise is Exercise.DRAW:
            self._sketch(operation, request_id)

    def _place(self, operation: Operation, request_id: str) -> None:
        practice, at = self._desk.workspace.practice, self._desk.at(self._going)
        done = _done(request_id)
        match operation:
            case AddPoint() | MoveMark():
                point, _ = pointed_at(operation, self._body)
                services.keep_point(at=at, point=point, done=done, practice=practice)
            case RemoveMark():
                services.take_point_away(at=at, done=done, practice=practice)
            case Undo(step=step):
                named = full_step_name(step, request_id)
                services.take_point_away(at=at, done=done, practice=practice, named=named)

    def _sketch(self, operation: Operation, request_id: str) -> None:
        practice, at = self._desk.workspace.practice, self._desk.at(self._going)
        done = _done(request_id)
        match operation:
            case AddStroke():
                services.keep_drawing(
                    at=at,
                    change=lambda sketch: with_strokes(sketch, operation, done.name, self._body),
                    done=done,
                    practice=practice,
                )
            case Undo(step=step):
                named = full_step_name(step, request_id)
                services.take_stroke_back(at=at, named=named, done=done, practice=practice)

    def _pass_over(self, request_id: str) -> None:
        at = self._desk.at(self._going)
        services.pass_over(at=at, done=_done(request_id), practice=self._desk.workspace.practice)


def _done(request_id: str) -> services.Done:
    window, _, number = request_id.rpartition(":")
    return services.Done(window, int(number))


def with_strokes(
    sketch: services.Sketch, operation: AddStroke, name: str, body: Body
) -> services.Sketch:
    """A drawing with what was drawn last; strokes that follow in the same view stand together.

    Raises:
        InvalidRecord: it holds as many strokes as it can.
    """
    drawing, made_by = sketch
    strokes = tuple(map(DrawnStroke.of, operation.strokes))
    views = drawing.views if drawing else ()
    if views and views[-1].view == operation.view:
        last = ViewStrokes.checked(
            {"view": operation.view, "strokes": (*views[-1].strokes, *strokes)}
        )
        views = (*views[:-1], last)
    else:
        views = (*views, ViewStrokes(view=operation.view, strokes=strokes))
    drawn = Drawing.checked({"figure": body.figure, "body_version": body.version, "views": views})
    return drawn, (*made_by, *[name] * len(strokes))
