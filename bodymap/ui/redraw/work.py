"""A pattern being redrawn: where it is kept, what the file says, and what is done on the body."""

from dataclasses import dataclass
from pathlib import Path

from bodymap import files
from bodymap.atlas import Extent, Muscle, TriggerPoint
from bodymap.atlas.editing.drawn_yaml import read_drawn, save_drawn
from bodymap.atlas.editing.redrawing import Redrawing, Step, drawn_stroke
from bodymap.body import Body
from bodymap.canvas import AddStroke, Operation, Redo, SelectMark, Undo
from bodymap.errors import OnlyZonesDrawn, StepPassed, StoreError
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.redrawings import get_redrawing, keep_redrawing
from bodymap.ui.operation_log import OperationLog, full_step_name, settle
from bodymap.ui.problems import in_words


@dataclass
class Work:
    """One trigger point at work.

    Attributes:
        muscle: Whose it is.
        point: The trigger point.
        body: The neutral figure.
        ports: Where the drawing is kept until it is saved.
        problem: What could not be kept, in words; empty if all was.
    """

    muscle: Muscle
    point: TriggerPoint
    body: Body
    ports: Ports
    problem: str = ""

    @property
    def path(self) -> Path:
        """The file that the pattern is written in."""
        return files.assets("atlas", "muscles", f"{self.muscle.id}.yaml")

    def now(self) -> Redrawing:
        """The drawing as it is kept, or as the file has it if nothing was begun.

        Raises:
            PatternNotSaved: The file cannot be read.
            StoreError: What is kept cannot be read.
        """
        kept = get_redrawing(point=self.point.id, ports=self.ports)
        if kept is not None and kept.is_changed:
            return kept
        start = read_drawn(self.path, self.point.id)
        if kept is not None and kept.start == start:
            return kept  # all of it undone, and still to be done again
        heard = kept.acknowledged if kept else {}
        return Redrawing(point=self.point.id, start=start, acknowledged=heard)

    def log(self, extent: Extent) -> str:
        """Name of the log of what is drawn for one of the two zones."""
        return f"draw-{self.point.id}-{extent.value}"

    def operations(self, extent: Extent) -> OperationLog:
        """The log of what is drawn for that zone."""

        def perform(operation: Operation, request_id: str) -> None:
            self._perform(operation, request_id, extent)

        return OperationLog(
            self.log(extent), self.body, perform, remember_refused=self._remember_refused
        )

    def take(self, message: object) -> None:
        """Carry out what a message of the body brings that is new, or say why it cannot be kept.

        It names the zone that it was drawn for, which may not be the one shown now.
        """
        try:
            for extent in Extent:
                self.operations(extent).take(message)
            self.problem = ""
        except StoreError as error:
            self.problem = in_words(error)

    def _perform(self, operation: Operation, request_id: str, extent: Extent) -> None:
        """Do it once, also if the session that did it has forgotten that it did."""
        window, _, _ = request_id.rpartition(":")
        now = self.now()
        if isinstance(operation, SelectMark) or operation.number <= now.acknowledged.get(window, 0):
            return
        done = _done(now, operation, request_id, extent).heard(window, operation.number)
        keep_redrawing(redrawing=done, ports=self.ports)

    def _remember_refused(self, request_id: str) -> None:
        window, _, number = request_id.rpartition(":")
        keep_redrawing(redrawing=self.now().heard(window, int(number)), ports=self.ports)

    def begin_anew(self, step: Step) -> None:
        """Empty a zone or fill it from its sites; what could not be kept is told."""
        try:
            for extent in Extent:
                settle(self.log(extent))
            keep_redrawing(redrawing=self.now().did(step), ports=self.ports)
            self.problem = ""
        except StoreError as error:
            self.problem = in_words(error)

    def give_up(self) -> None:
        """Go back to what the file says; what browsers still have of it stays done."""
        try:
            start = read_drawn(self.path, self.point.id)
            heard = self.now().acknowledged
            anew = Redrawing(point=self.point.id, start=start, acknowledged=heard)
            keep_redrawing(redrawing=anew, ports=self.ports)
            self.problem = ""
        except StoreError as error:
            self.problem = in_words(error)

    def save(self) -> None:
        """Write the drawing into its file; then nothing is kept beside it.

        Raises:
            PatternNotSaved: It could not be written; the drawing is still kept.
        StoreError: What was drawn last is not kept yet.
        """
        for extent in Extent:
            settle(self.log(extent))
        now = self.now()
        drawn = now.zones(self.body.version)
        save_drawn(self.path, self.point.id, drawn, instead_of=now.start)
        self.give_up()


def _done(now: Redrawing, operation: Operation, request_id: str, extent: Extent) -> Redrawing:
    """After the operation.

    Raises:
        StepPassed: another step would be taken back or repeated than the one that is meant.
        OnlyZonesDrawn: it has no business here.
    """
    match operation:
        case AddStroke(view=view, strokes=strokes):
            drawn = tuple(drawn_stroke(view, stroke) for stroke in strokes)
            return now.did(Step(id=request_id, extent=extent, strokes=drawn))
        case Undo(step=step):
            _must_be_next(now.steps, full_step_name(step, request_id), "undo")
            return now.undo()
        case Redo(step=step):
            _must_be_next(now.undone, full_step_name(step, request_id), "redo")
            return now.redo()
    raise OnlyZonesDrawn


def _must_be_next(steps: tuple[Step, ...], name: str, direction: str) -> None:
    if not steps or steps[-1].id != name:
        raise StepPassed(direction)
