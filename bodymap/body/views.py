"""Views: pictures of the body in which every pixel says which cell it shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body.manifest import Manifest, ViewEntry
from bodymap.errors import BadPoint

BACKGROUND: Final = 65535
"""Cell number of a pixel that shows no cell."""

CellMap = npt.NDArray[np.uint16]


@dataclass(frozen=True, eq=False)
class View:
    """One view of one figure. Its cell map is read when it is first needed.

    View units: x to the right, y down, origin at the top left corner of the picture; one pixel of
    the cell map per unit, so pixel (row j, column i) covers i <= x < i + 1, j <= y < j + 1.

    Attributes:
        id: View id, such as `front` or `hand_palm.left`.
        group: `main`, `head`, `hand`, `foot` or `pelvic_floor`.
        figure: Figure it shows, or None if one drawing serves all figures.
        width: View units.
        height: View units.
        relief: Name of its shading picture, or None.
        paths: Name of the file with its outlines, or None.
        mirror_of: Id of the view whose mirror picture it is, or None.
    """

    id: str
    group: str
    figure: str | None
    width: int
    height: int
    relief: str | None
    paths: str | None
    mirror_of: str | None
    _read: Callable[[], CellMap] = field(repr=False)

    @cached_property
    def cells(self) -> CellMap:
        """Cell map, shape (height, width), read-only; `BACKGROUND` where there is no cell.

        Raises:
            BodyFilesMissing: Its file is not there.
            BodyFilesDamaged: Its file is not what was shipped.
        """
        cells = self._read()
        cells.flags.writeable = False
        return cells

    @cached_property
    def pixels(self) -> npt.NDArray[np.int64]:
        """How many pixels show each cell, shape (65536,), read-only; 0 for the background."""
        pixels = np.bincount(self.cells.ravel(), minlength=BACKGROUND + 1)
        pixels[BACKGROUND] = 0
        pixels.flags.writeable = False
        return pixels

    @cached_property
    def _by_cell(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """Pixels that show a cell, numbered along the rows: by cell, and where each cell begins."""
        flat = self.cells.ravel()
        shown = np.flatnonzero(flat != BACKGROUND).astype(np.int32)
        first = np.concatenate([[0], np.cumsum(self.pixels)])
        return shown[np.argsort(flat[shown], kind="stable")], first

    @cached_property
    def boxes(self) -> npt.NDArray[np.int32]:
        """Where each cell is seen, shape (65536, 4), read-only.

        First row, last row, first column, last column; the first is after the last where no pixel
        shows the cell.
        """
        rows, columns = np.nonzero(self.cells != BACKGROUND)
        cells = self.cells[rows, columns]
        boxes = np.empty((BACKGROUND + 1, 4), np.int32)
        boxes[:] = (self.height, -1, self.width, -1)
        for place, along in ((0, rows), (2, columns)):
            np.minimum.at(boxes[:, place], cells, along.astype(np.int32))
            np.maximum.at(boxes[:, place + 1], cells, along.astype(np.int32))
        boxes.flags.writeable = False
        return boxes

    @cached_property
    def cell_side(self) -> float:
        """Side of a typical cell in view units: of the one that the median pixel shows."""
        per_pixel = self.pixels[self.cells[self.cells != BACKGROUND]]
        return float(np.sqrt(np.median(per_pixel))) if per_pixel.size else 1.0

    def cell_at(self, x: float, y: float) -> int | None:
        """Cell shown at a point, or None on the background or outside the picture.

        Raises:
            BadPoint: A coordinate is not a finite number.
        """
        try:
            column, row = int(x // 1), int(y // 1)
        except (TypeError, ValueError, OverflowError):
            raise BadPoint((x, y), "x and y in view units") from None
        if not (0 <= column < self.width and 0 <= row < self.height):
            return None
        cell = self.cells.item(row, column)
        return None if cell == BACKGROUND else cell

    def point_of(self, cell: int) -> tuple[float, float] | None:
        """Centre of the pixel of a cell that is nearest to the middle of all its pixels.

        Returns:
            View units, always on the cell; None if no pixel shows it.
        """
        if not self.pixels[cell]:
            return None
        pixels, first = self._by_cell
        rows, columns = np.divmod(pixels[first[cell] : first[cell + 1]], self.width)
        off = (rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2
        best = int(off.argmin())
        return (float(columns[best]) + 0.5, float(rows[best]) + 0.5)


def open_views(
    manifest: Manifest, figure: str, opened: Mapping[str, View] = MappingProxyType({})
) -> Mapping[str, View]:
    """Views of a figure by id: its own, and those drawn once for all figures.

    Args:
        manifest: Which views there are.
        figure: Figure id.
        opened: Views opened before; those drawn once for all are taken from here.
    """
    return MappingProxyType(
        {
            entry.id: opened[entry.id]
            if entry.figure is None and entry.id in opened
            else open_view(entry, manifest)
            for entry in manifest.views
            if entry.figure in {None, figure}
        }
    )


def open_view(entry: ViewEntry, manifest: Manifest) -> View:
    """A view whose cell map will be read from the files of a manifest."""

    def read() -> CellMap:
        raw = manifest.read_compressed(entry.cells, 2 * entry.height * entry.width)
        stored = np.frombuffer(raw, dtype="<u2").reshape(entry.height, entry.width)
        return stored.astype(np.uint16)

    return View(
        id=entry.id,
        group=entry.group,
        figure=entry.figure,
        width=entry.width,
        height=entry.height,
        relief=entry.relief,
        paths=entry.paths,
        mirror_of=entry.mirror_of,
        _read=read,
    )
