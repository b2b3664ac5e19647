"""What a person does on the body, as typed operations; `parsing` reads them from untrusted JSON.

Coordinates are view units: x to the right, y down, in the picture of the named view.
"""

from collections.abc import Mapping
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


@dataclass(frozen=True)
class Operation:
    """One thing done. `number` counts a browser window's operations from 1."""

    number: int


@dataclass(frozen=True)
class AddPoint(Operation):
    """Set a mark; its id was made in the browser."""

    mark_id: str
    view: str
    x: float
    y: float


@dataclass(frozen=True)
class AddStroke(Operation):
    """Draw in a view.

    Attributes:
        strokes: One; or the parts of one that a pen drew broader and finer as it was pressed. They
            are one step.
    """

    stroke_id: str
    view: str
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True)
class AddArrow(Operation):
    """Show that something moves from one point to another, which may lie in another view."""

    arrow_id: str
    view: str
    x: float
    y: float
    to_view: str
    to_x: float
    to_y: float


@dataclass(frozen=True)
class MoveMark(Operation):
    """Move a mark to another point."""

    mark_id: str
    view: str
    x: float
    y: float


@dataclass(frozen=True)
class RemoveMark(Operation):
    """Remove a mark, or an arrow by its id."""

    mark_id: str


@dataclass(frozen=True)
class SelectMark(Operation):
    """Take a mark to hand, or none."""

    mark_id: str | None


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
    """A key pressed while a mark is at hand: 0 to 10, p, a or n."""

    mark_id: str
    key: str


@dataclass(frozen=True)
class Undo(Operation):
    """Take the last step back."""


@dataclass(frozen=True)
class Redo(Operation):
    """Repeat the step that was taken back last."""
