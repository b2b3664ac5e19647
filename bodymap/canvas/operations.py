"""What a person does on the body, as typed operations; `parsing` reads them from untrusted JSON.

Coordinates are view units: x to the right, y down, in the picture of the named view of the named
figure. An operation carries its whole meaning: whenever it arrives, it says what it is about and
what was seen when it was done.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bodymap.body import Body, Stroke


@dataclass(frozen=True)
class Vocabulary:
    """What an operation may name: views with their sizes in view units, and regions."""

    views: Mapping[str, tuple[float, float]]
    regions: AbstractSet[str]

    @classmethod
    def of(cls, body: Body) -> "Vocabulary":
        """The views and regions of a figure."""
        views = {view.id: (view.width, view.height) for view in body.views.values()}
        return cls(views=views, regions=frozenset(body.regions))


Figures = Callable[[str], "Vocabulary | None"]
"""What an operation may name on a figure; None for a figure that there is not."""


@dataclass(frozen=True)
class Operation:
    """One thing done. `number` counts a browser window's operations from 1."""

    number: int


@dataclass(frozen=True)
class AddPoint(Operation):
    """Set a mark; its id was made in the browser."""

    mark_id: str
    figure: str
    view: str
    x: float
    y: float


@dataclass(frozen=True)
class AddStroke(Operation):
    """Draw in a view.

    Attributes:
        strokes: One; or the parts of one that a pen drew broader and finer as it was pressed. They
            are one step.
        mark_id: The mark it belongs to; None where everything belongs to one drawing.
        begun: Number of the operation that begins the mark with an id made in the browser, this or
            an earlier one; None for a mark that was there.
        undone: Number of an operation before this one that may have taken the mark back; None
            where there is none on its way.
    """

    stroke_id: str
    figure: str
    view: str
    strokes: tuple[Stroke, ...]
    mark_id: str | None = None
    begun: int | None = None
    undone: int | None = None


@dataclass(frozen=True)
class AddArrow(Operation):
    """Show that something moves from one point to another, which may lie in another view."""

    arrow_id: str
    figure: str
    view: str
    x: float
    y: float
    to_view: str
    to_x: float
    to_y: float


@dataclass(frozen=True)
class MoveMark(Operation):
    """Move a mark to another point.

    Attributes:
        was: Where it was seen to be: the `place` of `canvas.Mark`, or the view and point that
            another operation on its way puts it to. None where it does not matter.
    """

    mark_id: str
    figure: str
    view: str
    x: float
    y: float
    was: str | tuple[str, float, float] | None = None


@dataclass(frozen=True)
class RemoveMark(Operation):
    """Remove a mark, or an arrow by its id."""

    mark_id: str


@dataclass(frozen=True)
class SelectMark(Operation):
    """Select a mark, or none; `figure` is what was shown then, None if that was not said."""

    mark_id: str | None
    figure: str | None = None


@dataclass(frozen=True)
class PickRegion(Operation):
    """Ask about a region."""

    region: str


@dataclass(frozen=True)
class LookAt(Operation):
    """Look at a view, or at an inset by its id; None for the whole body.

    Told only where the page's address names views. Which names there are is the page's business.
    """

    view: str | None


@dataclass(frozen=True)
class PressKey(Operation):
    """Answer a question about a mark by a key.

    Attributes:
        key: 0 to 10, p, a or n.
        question: Which of `CanvasData.asked` p, a or n answers; None for a number.
        was: The key that says what was the answer until then; None for no answer.
    """

    mark_id: str
    key: str
    question: str | None = None
    was: str | None = None


@dataclass(frozen=True)
class Undo(Operation):
    """Take the last step back.

    Attributes:
        step: Its name in `CanvasData.undo_steps`, or the number of an operation on its way.
    """

    step: str


@dataclass(frozen=True)
class Redo(Operation):
    """Repeat the step that was taken back last; named as for `Undo`."""

    step: str
