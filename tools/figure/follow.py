"""Which visible cell a cell follows that no view of a group shows."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from tools.figure.cells import Cells
from tools.figure.picture import BACKGROUND

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
_LEADS = 0.10
"""A region leads its own hidden cells if this share of its area shows; a mere edge does not."""
_WHOLE = 0.50
"""A close-up stands for a whole region if this share of its area shows in it."""


def seen_in_all(pictures: Sequence[Sequence[npt.NDArray[np.uint16]]], count: int) -> Mask:
    """Cells that every figure shows in some view of a group, (count,).

    Args:
        pictures: per figure, the cell pictures of the group.
        count: number of cells.
    """
    out = np.ones(count, np.bool_)
    for views in pictures:
        seen = np.zeros(count, np.bool_)
        for picture in views:
            seen[picture[picture != BACKGROUND]] = True
        out &= seen
    return out


def follows(seen: Mask, cells: Cells, *, everything: bool) -> npt.NDArray[np.uint16]:
    """The cell each cell follows in one group of views.

    Args:
        seen: (n,) cells the group shows.
        cells: all of them.
        everything: true for the main views, where every cell follows some cell of its own side;
            false for close-ups, where cells of regions that are not shown follow none.

    Returns:
        (n,) cell numbers; visible cells follow themselves; 65535 follows none.
    """
    area = next(iter(cells.area_cm2.values()))
    count = int(cells.region.max()) + 1
    whole = np.bincount(cells.region, area, count)
    shown = np.bincount(cells.region[seen], area[seen], count) / np.maximum(whole, 1e-9)
    out = np.full(len(seen), BACKGROUND, np.int64)
    out[seen] = np.nonzero(seen)[0]
    place = next(iter(cells.xyz_cm.values()))
    # side by side: in a midline region no cell follows one across the mid-plane
    for side in (cells.laterality < 0, cells.laterality > 0):
        for region in range(count):
            if shown[region] >= (_LEADS if everything else _WHOLE):
                here = side & (cells.region == region)
                _follow(out, np.nonzero(here & ~seen)[0], np.nonzero(here & seen)[0], place)
        if everything:
            rest = np.nonzero(side & (out == BACKGROUND))[0]
            _follow(out, rest, np.nonzero(side & seen)[0], place)
    return out.astype(np.uint16)


def _follow(out: Ints, hidden: Ints, leaders: Ints, place: npt.NDArray[np.float64]) -> None:
    if len(hidden) and len(leaders):
        _, index = cKDTree(place[leaders]).query(place[hidden])
        out[hidden] = leaders[index]
