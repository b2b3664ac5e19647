"""What a window does to its pain drawing: one service call each, and a word about how it went.

The drawing is read from the store each time it is shown, so it survives reload and restart. The
window only knows which pain is at hand and what was last said.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

from bodymap.analysis.mirrored import mirrored_mark
from bodymap.body import Body
from bodymap.canvas import AddArrow, AddStroke
from bodymap.errors import BodymapError
from bodymap.records import (
    DrawnBy,
    InsidePlace,
    PainArrow,
    PainDrawing,
    PainMark,
    SeverityAnswers,
)
from bodymap.services.drawing import marks
from bodymap.services.drawing.drawings import finish_drawing, open_drawing
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.drawing.time_spent import seconds_in_use
from bodymap.services.kernel.editing import Editing, remember_refused, was_done
from bodymap.services.kernel.ports import Ports
from bodymap.services.kernel.undo import redo, undo
from bodymap.ui.language import words
from bodymap.ui.mark import stopwatch
from bodymap.ui.operation_log import settle
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace

_STATE: Final = "mark_state"


@dataclass
class Window:
    """Where one browser window is in one drawing.

    Attributes:
        client_id: The window; its steps are the ones it can undo.
        at_hand: Id of the pain that is selected; None for one that the next stroke begins. It is
            only shown: a stroke names the pain that it belongs to.
        problem: Why the last thing could not be done; None if it could.
    """

    client_id: str
    at_hand: str | None = None
    problem: str | None = None
    looked: bool = field(default=False)


@dataclass(frozen=True)
class Desk:
    """One drawing in one browser window."""

    workspace: Workspace
    drawing_id: str

    @property
    def ports(self) -> Ports:
        """Store, clock and ids."""
        return self.workspace.ports

    @property
    def window(self) -> Window:
        """Where the window is; kept for this session."""
        key = f"{_STATE}:{self.drawing_id}"
        if key not in st.session_state:
            st.session_state[key] = Window(self.ports.ids.new())
        window: Window = st.session_state[key]
        return window

    def open(self) -> PainDrawing:
        """Read the drawing to show it; the last pain is at hand when it is first looked at.

        Raises:
            UnknownDrawing: there is none, or it is deleted.
            StoreError: it cannot be read.
        """
        drawing = open_drawing(drawing_id=self.drawing_id, ports=self.ports)
        if not self.window.looked:
            self.window.looked = True
            last = drawing.marks[-1] if drawing.marks else None
            self.window.at_hand = last.id if last and _can_go_on(last, drawing) else None
        return drawing

    def body(self, drawing: PainDrawing) -> Body:
        """The figure that is drawn on."""
        return self.workspace.body(drawing.figure)

    def known_as(self, client_id: str) -> None:
        """Take the browser window's own id, which outlives a reload: its undo goes on."""
        self.window.client_id = client_id

    def take(
        self, mark_id: str | None, request_id: str | None = None, *, seen_on: str | None = None
    ) -> PainDrawing:
        """Select a pain, with the figure it was begun on; or None to begin another.

        A pain that was selected while another figure was shown, `seen_on`, does not bring its own
        figure back: that other one was chosen since.
        """
        drawing = self.open()
        mark = drawing.mark(mark_id or "")
        if mark is None or mark.drawing is None or _can_go_on(mark, drawing):
            self.window.at_hand = mark_id
            return drawing
        if seen_on not in {None, drawing.figure}:
            return drawing
        self.window.at_hand = mark_id
        return self._show(mark.drawing.figure, request_id)

    def attempt(
        self, do: Callable[..., PainDrawing], *given: Any, **named: Any
    ) -> PainDrawing | None:
        """Carry out a verb for a widget; None, and a notice why, if it was refused.

        What was done on the body before comes first.
        """
        self.window.problem = None
        try:
            settle(self.drawing_id)
            return do(*given, **named)
        except BodymapError as error:
            self.window.problem = in_words(error, words())
            return None

    # ---- verbs; each raises what its service raises

    def editing(self, request_id: str | None = None) -> Editing:
        """This window at its drawing, whatever version it was shown."""
        return Editing(
            draft_id=self.drawing_id,
            client_id=self.window.client_id,
            ports=self.ports,
            request_id=request_id,
        )

    def remember_refused(self, request_id: str) -> None:
        """Note for good that an operation was refused."""
        remember_refused(self.editing(request_id))

    def draw(self, done: AddStroke, *, request_id: str) -> PainDrawing:
        """Draw into the pain that the stroke belongs to, or begin it."""
        mark_id = done.mark_id or done.stroke_id
        drawn = marks.draw(
            self.editing(request_id),
            mark_id=mark_id,
            view=done.view,
            strokes=done.strokes,
            body=self.workspace.body(done.figure),
            begins=self._may_begin(done, request_id),
        )
        self.window.at_hand = mark_id
        return drawn

    def _may_begin(self, done: AddStroke, request_id: str) -> bool:
        """Whether a pain that is not there is still to be begun, and not one that is gone.

        The operation that begins it may be on its way or have been refused; or the person took the
        pain back themselves and went on drawing.
        """
        client_id, _, _ = request_id.rpartition(":")

        def carried_out(number: int) -> bool:
            return was_done(self.editing(f"{client_id}:{number}"))

        if done.mark_id is None or done.begun == done.number:
            return True
        if done.begun is not None and not carried_out(done.begun):
            return True
        return done.undone is not None and carried_out(done.undone)

    def choose(
        self, mark_id: str, regions: tuple[str, ...], inside: tuple[InsidePlace, ...], body: Body
    ) -> PainDrawing:
        """Say which whole regions and places inside belong to a pain; of nothing, remove it."""
        self.window.at_hand = mark_id
        if not regions and not inside and not drawn_by_hand(self.open().mark(mark_id)):
            return self.remove(mark_id)
        return marks.fill_regions(
            self.editing(), mark_id=mark_id, regions=regions, inside=inside, body=body
        )

    def describe(self, mark_id: str, **answers: Any) -> PainDrawing:
        """Say what a pain is like."""
        return marks.describe_mark(self.editing(), mark_id=mark_id, answers=answers)

    def remove(self, mark_id: str, request_id: str | None = None) -> PainDrawing:
        """Remove a pain; the last one is selected then."""
        removed = marks.remove_mark(self.editing(request_id), mark_id=mark_id)
        if self.window.at_hand == mark_id:
            self.window.at_hand = removed.marks[-1].id if removed.marks else None
        return removed

    def remove_any(self, item_id: str, request_id: str) -> PainDrawing:
        """Remove an arrow or a pain, whichever has this id."""
        if any(arrow.id == item_id for arrow in self.open().arrows):
            return self.remove_arrow(item_id, request_id=request_id)
        return self.remove(item_id, request_id)

    def to_other_side(self, mark_id: str, body: Body) -> PainDrawing:
        """Move a pain to the other side of the body, where left and right were mixed up."""
        mark = self.open().mark(mark_id)
        if mark is None:
            return self.open()
        return marks.put_mark(self.editing(), mark=mirrored_mark(mark, body), body=body)

    def add_arrow(self, done: AddArrow, *, request_id: str) -> PainDrawing:
        """Show that the pain moves, as drawn on the body."""
        body = self.workspace.body(done.figure)
        arrow = PainArrow(
            id=done.arrow_id,
            figure=body.figure,
            body_version=body.version,
            view=done.view,
            x=done.x,
            y=done.y,
            to_view=done.to_view,
            to_x=done.to_x,
            to_y=done.to_y,
        )
        return self.set_arrow(arrow, body, request_id=request_id)

    def set_arrow(
        self, arrow: PainArrow, body: Body, *, request_id: str | None = None
    ) -> PainDrawing:
        """Show that the pain moves from one place to another."""
        return marks.set_arrow(self.editing(request_id), arrow=arrow, body=body)

    def remove_arrow(self, arrow_id: str, *, request_id: str | None = None) -> PainDrawing:
        """Remove an arrow."""
        return marks.remove_arrow(self.editing(request_id), arrow_id=arrow_id)

    def answer(self, answers: Mapping[str, bool]) -> PainDrawing:
        """Answer the questions for safety: whether each applies, by its id."""
        return marks.edit_drawing(self.editing(), changes={"red_flags": dict(answers)})

    def say_severity(self, **answers: Any) -> PainDrawing:
        """Answer part of the symptom severity scale; what was answered so far stays."""
        given = self.open().severity or SeverityAnswers()
        said = SeverityAnswers.checked({**dict(given), **answers})
        kept = None if said == SeverityAnswers() else said
        return marks.edit_drawing(self.editing(), changes={"severity": kept})

    def say_no_pain(self, *, no_pain: bool) -> PainDrawing:
        """Say that nothing hurts, or take that back."""
        return marks.say_no_pain(self.editing(), no_pain=no_pain)

    def begin_without_pain(self) -> PainDrawing:
        """Say that nothing hurts; what the drawing took over from an earlier one goes."""
        begun = self.open()
        for mark in begun.marks:
            self.remove(mark.id)
        for arrow in begun.arrows:
            self.remove_arrow(arrow.id)
        return self.say_no_pain(no_pain=True)

    def show_figure(self, figure: str) -> PainDrawing:
        """Go on with another pain on another figure; the pains so far keep their own."""
        shown = self._show(figure)
        at_hand = shown.mark(self.window.at_hand or "")
        if at_hand and not _can_go_on(at_hand, shown):
            self.window.at_hand = None
        return shown

    def _show(self, figure: str, request_id: str | None = None) -> PainDrawing:
        return marks.edit_drawing(self.editing(request_id), changes={"figure": figure})

    def drawn_by(self, hand: DrawnBy) -> PainDrawing:
        """Say whose hand it is."""
        return marks.edit_drawing(self.editing(), changes={"drawn_by": hand})

    def step_back(self, request_id: str, named: str) -> PainDrawing:
        """Take back this window's last step, if it is the one named."""
        return undo(DRAWINGS, self.editing(request_id), named=named)

    def step_again(self, request_id: str, named: str) -> PainDrawing:
        """Repeat the step that was taken back last, if it is the one named."""
        return redo(DRAWINGS, self.editing(request_id), named=named)

    def finish(self, drawing: PainDrawing) -> PainDrawing:
        """Close the drawing; how long it was worked on is kept as a sign of its quality."""
        told = stopwatch.told(drawing.id)
        return finish_drawing(
            drawing_id=drawing.id,
            expected_version=drawing.version,
            body=self.body(drawing),
            ports=self.ports,
            seconds=seconds_in_use(told, drawing, now=self.ports.clock.now()),
        )


def drawn_by_hand(mark: PainMark | None) -> bool:
    """Whether a pain holds strokes that the list cannot show."""
    views = mark.drawing.views if mark and mark.drawing else ()
    return any(stroke.region is None for view in views for stroke in view.strokes)


def _can_go_on(mark: PainMark, drawing: PainDrawing) -> bool:
    """Whether strokes can be added on the figure shown: places in a view are those of a figure."""
    return mark.drawing is None or mark.drawing.figure == drawing.figure
