"""The figure, its views and cells."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from bodymap.errors.base import BodymapError, quoted

_NAMES_LISTED: Final = 12


class BodyError(BodymapError):
    """Something asked of the figure that it does not have."""


class BodyFilesMissing(BodyError):
    """The folder of the figure's files lacks one that is needed.

    Attributes:
        path: The file that was looked for.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            f"The body file {path} is missing. The figure's files are shipped together: "
            "install the package again or restore the folder."
        )


class BodyFilesDamaged(BodyError):
    """A file of the figure is there but is not what was shipped.

    Attributes:
        path: The file.
        problem: What is wrong with it.
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(
            f"The body file {path} is damaged: {problem}. The figure's files are shipped together: "
            "install the package again or restore the folder."
        )


class UnknownBodyFile(BodyError):
    """A file name that the manifest of the figure does not list.

    Attributes:
        name: The name asked for.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"The figure has no file {quoted(name)}. "
            "Only names listed in its manifest are given out."
        )


class _UnknownName(BodyError):
    """A name that is not in a list; the sentence offers the nearest one.

    Attributes:
        name: The name asked for.
        known: The names there are.
        nearest: The known name most like it, or None.
    """

    kind = "name"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        self.nearest = next(iter(get_close_matches(name[:100], self.known, n=1)), None)
        if self.nearest is not None:
            hint = f"Did you mean {self.nearest!r}?"
        elif len(self.known) <= _NAMES_LISTED:
            hint = f"There are: {', '.join(self.known) or 'none'}."
        else:
            hint = f"There are {len(self.known)}, such as {', '.join(self.known[:3])}."
        super().__init__(f"The body has no {self.kind} {quoted(name)}. {hint}")


class UnknownFigure(_UnknownName):
    """A figure that is not shipped."""

    kind = "figure"


class UnknownView(_UnknownName):
    """A view that this figure does not have."""

    kind = "view"


class UnknownRegion(_UnknownName):
    """A region identifier that the partition of the body does not define."""

    kind = "region"


class UnknownSite(_UnknownName):
    """A site identifier that the body does not define."""

    kind = "site"


class UnknownLandmark(_UnknownName):
    """A landmark identifier that the body does not define."""

    kind = "landmark"


class UnknownCell(BodyError):
    """A cell number outside the numbering of the body.

    Attributes:
        cell: The number asked for.
        cell_count: How many cells there are; numbers run from 0 to one less.
    """

    def __init__(self, cell: object, cell_count: int) -> None:
        self.cell, self.cell_count = cell, cell_count
        super().__init__(
            f"The body has no cell {quoted(cell)}. Cells are whole numbers "
            f"from 0 to {cell_count - 1}; numbers of another body version need its mapping."
        )


class BadStroke(BodyError):
    """A stroke that cannot be painted.

    Attributes:
        field: The part of the stroke that is wrong.
        value: What it was.
        allowed: What it may be.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        self.field, self.value, self.allowed = field, value, allowed
        super().__init__(
            f"A stroke cannot have {field} {quoted(value)}. Allowed: {allowed}. Draw it again."
        )


class BadPoint(BodyError):
    """A place that is not given by finite numbers.

    Attributes:
        value: What was given.
        expected: What a place is here.
    """

    def __init__(self, value: object, expected: str) -> None:
        self.value, self.expected = value, expected
        super().__init__(
            f"{quoted(value)} is not a place. Expected {expected}, all finite numbers."
        )


class OtherBody(BodyError):
    """Two areas of different body versions were put together.

    Attributes:
        left: Body version of the one.
        right: Body version of the other.
    """

    def __init__(self, left: str, right: str) -> None:
        self.left, self.right = left, right
        super().__init__(
            f"An area of body version {left!r} cannot be combined with one of version {right!r}: "
            "their cell numbers differ. Bring the older one to the newer version first."
        )


class AreaUnreadable(BodyError):
    """Bytes that are not a stored area of this body.

    Attributes:
        problem: What is wrong with them.
    """

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(
            f"The stored area cannot be read: {problem}. "
            "Paint it again from its strokes, which are kept beside it."
        )
