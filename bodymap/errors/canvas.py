"""An operation from the browser is refused."""

from bodymap.errors.base import BodymapError, quoted


class CanvasError(BodymapError):
    """An operation from the browser that is refused."""


class OperationRefused(CanvasError):
    """An operation from the browser that cannot be carried out as it is.

    Attributes:
        field: Which part of it.
        value: What it held.
        allowed: What it may hold.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        self.field, self.value, self.allowed = field, value, allowed
        super().__init__(
            f"This mark was not taken: {field} is {quoted(value)}, but only {allowed} will do. "
            "Nothing else was changed; set it again."
        )


class BesideTheBody(CanvasError):
    """A mark was set where the view shows no body.

    Attributes:
        view: The view.
        x: View units to the right.
        y: View units down.
    """

    def __init__(self, view: str, x: float, y: float) -> None:
        self.view, self.x, self.y = view, x, y
        super().__init__(
            f"There is no body at {x:g}, {y:g} of the view {view!r}; only a place on the body can "
            "be marked. Nothing was changed; set the mark on the body."
        )


class OnlyZonesDrawn(CanvasError):
    """Something else than a zone was to be changed while zones are drawn."""

    def __init__(self) -> None:
        super().__init__(
            "This was not done: only the zones are drawn here, the trigger point stays where it "
            "is. Choose a tool above the body and draw."
        )


class NoSuchQuestion(CanvasError):
    """A key answered a question that is not asked.

    Attributes:
        question: Its name.
    """

    def __init__(self, question: str) -> None:
        self.question = question
        super().__init__(
            f"This was not answered: {quoted(question)} is not asked here. Choose the answer "
            "beside the body."
        )


class NothingToDrawFor(CanvasError):
    """Something was drawn while no finding waits for a drawing."""

    def __init__(self) -> None:
        super().__init__(
            "This was not drawn: no finding is at hand whose referral is to be drawn. Choose a "
            'finding and "draw it" under "Referral felt", then draw again.'
        )
