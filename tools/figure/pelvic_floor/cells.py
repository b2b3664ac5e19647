"""Cells of the charts: six-sided patches within a region and a side, shared where charts agree."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from scipy import ndimage as ndi

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
PATCH = 11.5
"""Distance between the middles of neighbouring patches, view units."""
_LEAST = 36
"""Smaller patches are joined to a neighbour of their piece, square units."""
NO_CELL = 0xFFFF


def halves(labels: Mapping[str, Ints]) -> tuple[dict[str, Ints], Ints]:
    """Cut the half pictures of all charts into cells.

    Args:
        labels: chart to label picture of one half, one pixel per unit, -1 outside.

    Returns:
        Chart to cell numbers of its half (-1 outside), and the label of every cell. Pixels on
        which the same charts show the same label form one piece; a piece is cut once, so that a
        structure that charts share has the same cells in all of them.
    """
    charts = list(labels)
    stack = np.stack([labels[c] for c in charts])
    out = {c: np.full(stack.shape[1:], -1, np.int64) for c in charts}
    label_of: list[int] = []
    for label in np.unique(stack[stack >= 0]):
        shown = stack == label
        which = (shown * (1 << np.arange(len(charts)))[:, None, None]).sum(axis=0)
        for combination in np.unique(which[which > 0]):
            patches = _patches(which == combination)
            here = patches >= 0
            for k, chart in enumerate(charts):
                if combination >> k & 1:
                    out[chart][here] = patches[here] + len(label_of)
            label_of += [int(label)] * (int(patches.max()) + 1)
    return out, np.array(label_of)


def _patches(piece: Mask) -> Ints:
    """Patch numbers 0 to n - 1 within a piece, -1 outside; in reading order."""
    y, x = np.nonzero(piece)
    row = PATCH * np.sqrt(3) / 2
    # nearest of the two candidate rows of a triangular lattice: its cells are hexagons
    best = np.full(len(y), np.inf)
    where = np.zeros(len(y), np.int64)
    for step in (0, 1):
        j = np.floor((y + 0.5) / row).astype(np.int64) + step
        shift = (j % 2) * PATCH / 2
        i = np.round((x + 0.5 - PATCH / 2 - shift) / PATCH).astype(np.int64)
        away = (x + 0.5 - PATCH / 2 - shift - i * PATCH) ** 2 + (y + 0.5 - j * row) ** 2
        nearer = away < best
        best[nearer] = away[nearer]
        where[nearer] = (j * 1000 + i + 5)[nearer]
    raw = np.full(piece.shape, -1, np.int64)
    raw[y, x] = where
    return _ranked(_joined(raw, piece))


def _joined(raw: Ints, piece: Mask) -> Ints:
    """Pixels of too small patches go to the nearest patch that is large enough."""
    ids, counts = np.unique(raw[piece], return_counts=True)
    large = ids[counts >= _LEAST]
    if len(large) == 0:
        return np.where(piece, 0, -1)
    keep = piece & np.isin(raw, large)
    rows, columns = ndi.distance_transform_edt(~keep, return_distances=False, return_indices=True)
    return np.where(piece, raw[rows, columns], -1)


def _ranked(raw: Ints) -> Ints:
    out = np.full(raw.shape, -1, np.int64)
    inside = raw >= 0
    out[inside] = np.unique(raw[inside], return_inverse=True)[1]
    return out


def whole(half: Ints, cells: int) -> npt.NDArray[np.uint16]:
    """Both halves: the patient's left is the given one; the right one has numbers from `cells`."""
    right = np.where(half >= 0, half + cells, NO_CELL)[:, ::-1]
    left = np.where(half >= 0, half, NO_CELL)
    return np.concatenate([right, left], axis=1).astype(np.uint16)
