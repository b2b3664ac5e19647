"""From strokes on one view to cells of the body.

A cell counts when at least half of its pixels in that view are covered. The cell under a point of
the brush always counts, so that no touch is lost; likewise the cell under a point of the eraser
always goes. An outline too small to reach half of any cell counts those under its points. Then the
cells that no view of the group shows go with the visible cell they follow.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt

from bodymap.body.area import SurfaceArea, from_mask
from bodymap.body.cells import Cells
from bodymap.body.figure import Figure
from bodymap.body.raster import Box, Mask, Points, box_around, brushed, enclosed
from bodymap.body.strokes import DEFAULT_RADIUS, Stroke, StrokeKind, as_strokes
from bodymap.body.views import BACKGROUND, View

_CELLS = BACKGROUND + 1


def painted(
    figure: Figure,
    view_id: str,
    strokes: Iterable[Stroke | Iterable[Sequence[float]]],
    radius: float = DEFAULT_RADIUS,
) -> SurfaceArea:
    """Area that strokes on a view of a figure cover.

    Args:
        figure: The figure.
        view_id: Where they were drawn.
        strokes: In the order drawn: strokes, or plain lists of points, which are brushed.
        radius: Of the brush for plain lists of points, in view units.

    Raises:
        UnknownView: This figure has no such view.
        UnknownRegion: A stroke names a region that there is not.
        BadStroke: Points are not finite numbers, or the radius is out of range.
    """
    drawn = as_strokes(strokes, radius)
    numbers = {s.region: figure.region(s.region).number for s in drawn if s.region is not None}
    return from_mask(figure, paint(figure.view(view_id), drawn, figure.cell_table, numbers))


def paint(
    view: View, strokes: Sequence[Stroke], cells: Cells, region_number: Mapping[str, int]
) -> Mask:
    """Cells that strokes on a view mark.

    Args:
        view: Where they were drawn.
        strokes: In the order drawn.
        cells: What is known of the cells.
        region_number: Number of every region that a REGION stroke names.

    Returns:
        Shape (cells.count,).
    """
    sheet = _Sheet(view, strokes)
    whole = np.zeros(cells.count, bool)
    for kind, group in groupby(strokes, key=lambda stroke: stroke.kind):
        drawn = list(group)
        if kind is StrokeKind.BRUSH:
            sheet.brush(drawn, covers=True)
        elif kind is StrokeKind.ERASE:
            sheet.brush(drawn, covers=False)
        elif kind is StrokeKind.OUTLINE:
            for stroke in drawn:
                sheet.outline(stroke)
        else:
            for stroke in drawn:
                whole[cells.of_region(region_number[stroke.region or ""])] = True
            sheet.cover_cells(whole)
    visible = sheet.cells()
    follows = cells.follows.get(view.group)
    if follows is None:
        follows = np.full(cells.count, BACKGROUND, np.uint16)
    # Parts of a region that this view does not show at all are out of the eraser's reach.
    shown = view.pixels > 0
    whole &= ~shown[follows]
    whole |= visible[follows]
    # Whatever a cell follows elsewhere, where this view shows it its own pixels decide.
    return np.where(shown[: cells.count], visible[: cells.count], whole)


class _Sheet:
    """The pixels of a view that strokes have covered so far, and the points they went through."""

    def __init__(self, view: View, strokes: Sequence[Stroke]) -> None:
        self._view = view
        self._frame = Box(0, 0, view.width, view.height)
        self._box = _reach(strokes, self._frame)
        self._covered = np.zeros(self._box.shape, bool)
        self._map = view.cells[self._box.slices]
        self._points: list[Points] = []
        self._adds: list[bool] = []

    def brush(self, strokes: list[Stroke], *, covers: bool) -> None:
        """Cover, or uncover, what discs moved along the points cover."""
        tracks = [np.array(stroke.points) for stroke in strokes]
        start = np.concatenate([track[:-1] if len(track) > 1 else track for track in tracks])
        end = np.concatenate([track[1:] if len(track) > 1 else track for track in tracks])
        radius = np.repeat(
            [stroke.radius for stroke in strokes], [max(len(track) - 1, 1) for track in tracks]
        )
        box = box_around(np.concatenate(tracks), float(radius.max()), self._box)
        part = self._covered[self._inside(box)]
        mask = brushed(start, end, radius, box)
        np.copyto(part, covers, where=mask)
        for track in tracks:
            self._remember(track, adds=covers)

    def outline(self, stroke: Stroke) -> None:
        """Cover what a closed line encloses."""
        points = np.array(stroke.points)
        box = box_around(points, 0, self._box)
        mask = enclosed(points, box)
        self._covered[self._inside(box)] |= mask
        if not self._half(self._view.cells[box.slices][mask]).any():
            self._remember(points, adds=True)

    def cover_cells(self, chosen: Mask) -> None:
        """Cover all pixels of some cells."""
        table = np.zeros(_CELLS, bool)
        table[: chosen.size] = chosen
        self._covered |= table[self._map]

    def cells(self) -> Mask:
        """Cells marked in this view, shape (65536,); False for the background."""
        marked = self._half(self._map[self._covered])
        if self._points:
            # Of several points on one cell the last one decides, as NumPy assigns in order.
            columns, rows = np.concatenate(self._points).astype(np.intp).T
            adds = np.repeat(self._adds, [len(track) for track in self._points])
            stands = self._covered[rows - self._box.y0, columns - self._box.x0] == adds
            marked[self._map[rows - self._box.y0, columns - self._box.x0][stands]] = adds[stands]
        marked[BACKGROUND] = False
        return marked

    def _half(self, pixels: npt.NDArray[np.uint16]) -> Mask:
        counts = np.bincount(pixels, minlength=_CELLS)
        return (counts > 0) & (2 * counts >= self._view.pixels)

    def _inside(self, box: Box) -> tuple[slice, slice]:
        rows, columns = box.slices
        return (
            slice(rows.start - self._box.y0, rows.stop - self._box.y0),
            slice(columns.start - self._box.x0, columns.stop - self._box.x0),
        )

    def _on_sheet(self, points: Points) -> Points:
        x, y = np.floor(points).T
        box = self._box
        within: Mask = (x >= box.x0) & (x < box.x1) & (y >= box.y0) & (y < box.y1)
        return points[within]

    def _remember(self, points: Points, *, adds: bool) -> None:
        points = self._on_sheet(points)
        columns, rows = points.astype(np.intp).T
        # A disc smaller than a pixel may cover no centre, yet its touch counts.
        self._covered[rows - self._box.y0, columns - self._box.x0] = adds
        self._points.append(points)
        self._adds.append(adds)


def _reach(strokes: Sequence[Stroke], frame: Box) -> Box:
    """Box of all that strokes touch: the whole picture where a region is among them."""
    if any(stroke.kind is StrokeKind.REGION for stroke in strokes):
        return frame
    if not strokes:
        return Box(0, 0, 0, 0)
    # Erasers too: their points count also where they uncover no pixel.
    boxes = [
        box_around(
            np.array(stroke.points),
            1.0 if stroke.kind is StrokeKind.OUTLINE else stroke.radius + 1,
            frame,
        )
        for stroke in strokes
    ]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))
