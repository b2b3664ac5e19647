"""Does a drawn stroke run over the edge of a part of the body onto what lies behind it?

In a side view the arm lies before the chest: a line drawn a little beyond the arm marks an island
on the ribs, which nobody sees until the body is turned. Within one stroke two pixels side by side
then show places far from each other, of two different groups of the body.
"""

from functools import lru_cache
from typing import Final

import numpy as np

from bodymap.atlas.referral import DrawnStroke
from bodymap.body import Body
from bodymap.body.raster import Box, box_around
from bodymap.body.views import BACKGROUND

GAP_CM: Final = 1.0
"""Cells farther apart than their own sizes and this do not touch."""

MOST_PIXELS: Final = 10
"""A line of view units; so much of an edge is crossed by any line that follows it closely."""


@lru_cache(maxsize=2048)  # a folder is checked again after each change; most strokes stay
def gap_crossed(stroke: DrawnStroke, body: Body) -> tuple[str, str] | None:
    """Regions on the two sides of a gap that a stroke crosses.

    Args:
        stroke: A brush or an outline with points, on a view that the body has.
        body: Any figure; the stroke's own is used.

    Returns:
        Ids of the two regions that meet most often, or None if the stroke keeps to one part.
    """
    on = body.as_figure(stroke.figure)
    view = on.view(stroke.view)
    marked = np.zeros(BACKGROUND + 1, bool)
    marked[on.paint(stroke.view, [stroke.stroke()]).cells] = True
    frame = Box(0, 0, view.width, view.height)
    cells = view.cells[box_around(np.array(stroke.points), stroke.radius + 1, frame).slices]
    pairs = np.concatenate(
        [
            np.stack([one.ravel(), other.ravel()])
            for one, other in ((cells[:, 1:], cells[:, :-1]), (cells[1:], cells[:-1]))
        ],
        axis=1,
    ).astype(np.intp)
    pairs = pairs[:, (pairs[0] != pairs[1]) & marked[pairs].all(axis=0)]
    width = np.sqrt(on.area_cm2)[pairs].sum(axis=0)
    away = np.linalg.norm(on.xyz_cm[pairs[0]] - on.xyz_cm[pairs[1]], axis=1)
    numbers = np.sort(on.cell_table.region[pairs[:, away - width > GAP_CM]], axis=0)
    regions = {region.number: region for region in on.regions.values()}
    met: dict[tuple[str, str], int] = {}
    for low, high in numbers.T.tolist():
        one, other = regions.get(low), regions.get(high)
        if one and other and one.group != other.group:
            met[one.id, other.id] = met.get((one.id, other.id), 0) + 1
    return max(met, key=met.__getitem__) if sum(met.values()) > MOST_PIXELS else None
