"""A pattern being redrawn: where it is kept, what the file says, and what is done on the body."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bodymap import files
from bodymap.atlas import Extent, Muscle, TriggerPoint
from bodymap.atlas.drawn_yaml import read_drawn, save_drawn
from bodymap.atlas.redrawing import Redrawing, Step, drawn_stroke
from bodymap.body import Body
from bodymap.canvas import AddStroke, Operation, Redo, SelectMark, Undo, Vocabulary, receive
from bodymap.canvas.log import Refusal
from bodymap.errors import BodymapError, StoreError
from bodymap.services.ports import Ports
from bodymap.services.redrawings import forget_redrawing, get_redrawing, keep_redrawing
from bodymap.ui.problems import in_words

_NOT_HERE: Final = "Only the zones are drawn here; the trigger point stays where it is."


@dataclass
class Work:
    """One trigger point at work.

    Attributes:
        muscle: Whose it is.
        point: The trigger point.
        body: The neutral figure.
        ports: Where the drawing is kept until it is saved.
        refusals: The last refusals, by browser window.
        problem: What could not be kept, in words; empty if all was.
    """

    muscle: Muscle
    point: TriggerPoint
    body: Body
    ports: Ports
    refusals: dict[str, list[Refusal]]
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

    def take(self, message: object, extent: Extent) -> None:
        """Carry out what a message of the body brings that is new, on one of the two zones."""
        try:
            now = self.now()
        except BodymapError as error:
            self.problem = in_words(error)
            return
        received = receive(message, now.acknowledged, Vocabulary.of(self.body))
        if received.client_id is None:
            return
        refused = list(received.refusals)
        for operation in received.operations:
            if isinstance(operation, AddStroke | Undo | Redo):
                now = _done(now, operation, extent)
            elif not isinstance(operation, SelectMark):
                refused.append(Refusal(operation.number, _NOT_HERE))
        self.refusals[received.client_id] = refused
        self.keep(now.heard(received.client_id, received.last))

    def keep(self, redrawing: Redrawing) -> None:
        """Keep the drawing; what could not be kept is told, and the browser sends it again."""
        try:
            keep_redrawing(redrawing=redrawing, ports=self.ports)
            self.problem = ""
        except StoreError as error:
            self.problem = in_words(error)

    def give_up(self) -> None:
        """Go back to what the file says."""
        try:
            forget_redrawing(point=self.point.id, ports=self.ports)
        except StoreError as error:
            self.problem = in_words(error)

    def save(self) -> None:
        """Write the drawing into its file; then nothing is kept beside it.

        Raises:
            PatternNotSaved: It could not be written; the drawing is still kept.
        """
        now = self.now()
        drawn = now.zones(self.body.version)
        save_drawn(self.path, self.point.id, drawn, instead_of=now.start)
        self.give_up()


def _done(now: Redrawing, operation: Operation, extent: Extent) -> Redrawing:
    match operation:
        case AddStroke(stroke_id=stroke_id, view=view, stroke=stroke):
            drawn = drawn_stroke(view, stroke)
            return now.did(Step(id=stroke_id, extent=extent, strokes=(drawn,)))
        case Undo():
            return now.undo()
        case Redo():
            return now.redo()
    return now
