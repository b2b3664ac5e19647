"""The cells of all referral zones and trigger points, for muscles on the patient's right.

The other side is the mirror of this one, so it is not stored.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from bodymap.body import Figure, Laterality, SurfaceArea
from bodymap.body.area import of_cells
from bodymap.errors import AtlasOfOtherBody

Cells = NDArray[np.uint16]
KINDS: Final = ("essential", "spillover", "local")
"""Kinds of cells that are kept for each trigger point; `local` is round its mark."""


@dataclass(slots=True)
class BodyInUse:
    """The body that areas are made on; the neutral figure is opened when first needed."""

    body: Figure | None = None

    def get(self) -> Figure:
        """The body, opened if it was not yet (reads `assets/body/`)."""
        if self.body is None:
            self.body = Figure.load()
        return self.body


@dataclass(frozen=True, eq=False, slots=True)
class ZoneTable:
    """Cells of every pattern, one after another, with where each begins.

    Attributes:
        trigger_points: Ids, in the order of the rows.
        starts: Per kind, `(n + 1,)`: row i spans `cells[starts[i]:starts[i + 1]]`.
        cells: Per kind, cell numbers, ascending within a row.
        place_cells: `(n,)`: the cell of each trigger point.
        body_version: Version of the figure the cells belong to.
    """

    trigger_points: tuple[str, ...]
    starts: dict[str, NDArray[np.uint32]]
    cells: dict[str, Cells]
    place_cells: Cells
    body_version: str
    in_use: BodyInUse = field(default_factory=BodyInUse)

    @classmethod
    def read(cls, path: Path, in_use: BodyInUse) -> Self:
        """Read the compiled array file; raises `OSError` or `KeyError` where it is damaged."""
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            return cls(
                trigger_points=tuple(file["trigger_points"].tolist()),
                starts={name: file[f"{name}_starts"] for name in KINDS},
                cells={name: file[f"{name}_cells"] for name in KINDS},
                place_cells=file["place_cells"],
                body_version=str(file["body_version"]),
                in_use=in_use,
            )

    def checked(self, body: Figure | None) -> Figure:
        """The body asked for, or the one in use.

        Raises:
            AtlasOfOtherBody: Its cells are numbered differently.
        """
        body = body or self.in_use.get()
        if body.version != self.body_version:
            raise AtlasOfOtherBody(atlas_version=self.body_version, body_version=body.version)
        return body


@dataclass(frozen=True, slots=True)
class PatternZones:
    """The row of one trigger point in the table."""

    table: ZoneTable = field(compare=False, repr=False)
    row: int

    def cells(self, kind: str) -> Cells:
        """Cell numbers of one of `KINDS`, right side, ascending; a view, not a copy."""
        start, end = self.table.starts[kind][self.row : self.row + 2]
        return self.table.cells[kind][start:end]

    def area(self, kind: str, laterality: Laterality, body: Figure | None) -> SurfaceArea:
        """Area of one kind for a muscle of that side; both sides for BILATERAL and MIDLINE."""
        body = self.table.checked(body)
        right = of_cells(body, self.cells(kind))
        if laterality is Laterality.RIGHT:
            return right
        left = right.mirrored()
        if laterality is Laterality.LEFT:
            return left
        both = right | left
        return both - self.area("essential", laterality, body) if kind == "spillover" else both
