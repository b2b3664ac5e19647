"""Which cells lie side by side, and into how many separate areas a drawing falls.

Two cells are neighbours where any view shows them beside each other and they are near in space, so
that an arm before the trunk is not joined to it. What no view shows hangs on the cell it follows.

These are not the neighbours across the sides of a cell, on which a path along the skin goes
(`bodymap.body.walking`): a drawing is made on a picture, and one patch there must count as one area
though the skin beneath it folds away (between lips, lids, toes), while a sixth of the cells that
share a side have no pixel beside each other. Charts, which have no mesh, are joined by their
picture too. `bodymap.body.cutting` needs neither: it asks for corners and faces.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from bodymap.analysis.weights import cell_weights
from bodymap.analysis.whereabouts import TOUCHING
from bodymap.body import Figure, SurfaceArea, View
from bodymap.body.area import of_cells
from bodymap.body.views import BACKGROUND
from bodymap.body.words import FINGERS

if TYPE_CHECKING:
    from bodymap.body.cells import Cells

NEAR_CM: Final = 0.5
"""Cells farther apart than their own sizes and this are no neighbours, however near a view shows
them."""

FOLLOWING_CM: Final = 3.0
"""As `NEAR_CM`, for a hidden cell and the one it follows."""

PAIRED_LIMBS: Final = frozenset({"arm", "hand", "leg", "foot"})
"""Groups whose two sides never touch, even where a view shows them close together."""

_CELLS: Final = BACKGROUND + 1

Edges = npt.NDArray[np.intp]
Labels = npt.NDArray[np.intp]
_KNOWN: "WeakKeyDictionary[Cells, Edges]" = WeakKeyDictionary()


def neighbours(body: Figure) -> Edges:
    """Pairs of neighbouring cells, shape (2, n); made once for all figures (about 0.2 s)."""
    if body.cell_table not in _KNOWN:
        # the same for every figure, so that the number of areas does not depend on it
        first = body.as_figure(body.manifest.figures[0])
        _KNOWN[body.cell_table] = np.ascontiguousarray(_edges(first).T)
    return _KNOWN[body.cell_table]


def separate_areas(area: SurfaceArea) -> tuple[SurfaceArea, ...]:
    """The pieces that an area falls into, the largest number of cells first.

    Pieces with one cell or less between them count as one. A place inside the body is a piece of
    its own.
    """
    body = area.body
    first, second = neighbours(body)
    mask, wide = area.mask, area.mask
    # one ring more, so that a gap of one cell does not part two strokes
    touched = mask[first] | mask[second]
    wide[first[touched]] = True
    wide[second[touched]] = True
    within = wide[first] & wide[second]
    labels = _labels(first[within], second[within], body.cell_count)[area.cells]
    pieces = [of_cells(body, area.cells[labels == label]) for label in np.unique(labels)]
    # linings, such as those of the mouth, have no surface and are no areas of pain by themselves
    weights = cell_weights(body)
    pieces = [piece for piece in pieces if weights[piece.cells].any()] or pieces[:1]
    return tuple(sorted(pieces, key=lambda piece: (-len(piece), int(piece.cells[0]))))


def _labels(one: Labels, other: Labels, count: int) -> Labels:
    """The least cell that each cell is joined to, by passing the lesser one on."""
    labels = np.arange(count)
    while True:
        first, second = labels[one], labels[other]
        unlike = first != second
        if not unlike.any():
            return labels
        high, low = np.maximum(first, second)[unlike], np.minimum(first, second)[unlike]
        np.minimum.at(labels, high, low)
        while not np.array_equal(labels, labels[labels]):
            labels = labels[labels]


def _edges(body: Figure) -> Edges:
    codes = np.unique(np.concatenate([_beside(view) for view in body.views.values()]))
    pairs = np.stack(np.divmod(codes, _CELLS), axis=1).astype(np.intp)
    pairs = pairs[_may_touch(body, pairs, NEAR_CM)]
    following = np.concatenate(list(_following(body)))
    following = following[_may_touch(body, following, FOLLOWING_CM)]
    edges = np.concatenate([pairs, following])
    return np.concatenate([edges, *_lone(body, edges)]).astype(np.intp)


def _lone(body: Figure, edges: Edges) -> Iterator[Edges]:
    """Cells of the skin that no picture joins to their region, each with the nearest one of it."""
    table = body.cell_table
    within = edges[table.region[edges[:, 0]] == table.region[edges[:, 1]]]
    joined = np.bincount(within.ravel(), minlength=body.cell_count) > 0
    for cell in np.flatnonzero(~joined[: table.mesh_count]):
        others = table.of_region(int(table.region[cell]))
        others = others[joined[others]]
        if others.size:
            away = np.linalg.norm(body.xyz_cm[others] - body.xyz_cm[cell], axis=1)
            yield np.array([[cell, others[away.argmin()]]], np.intp)


def _beside(view: View) -> npt.NDArray[np.uint32]:
    """Pairs that a view shows beside each other, each as one number: low, then high cell."""
    cells = view.cells.astype(np.uint32)
    codes = []
    for one, other in ((cells[:, 1:], cells[:, :-1]), (cells[1:], cells[:-1])):
        unlike = (one != other) & (one < BACKGROUND) & (other < BACKGROUND)
        low, high = np.minimum(one, other)[unlike], np.maximum(one, other)[unlike]
        codes.append(low * np.uint32(_CELLS) + high)
    return np.concatenate(codes)


def _following(body: Figure) -> Iterator[Edges]:
    everyone = np.arange(body.cell_count)
    for follows in body.cell_table.follows.values():
        hidden = (follows < BACKGROUND) & (follows != everyone)
        yield np.stack([everyone[hidden], follows[hidden].astype(np.intp)], axis=1)


def _may_touch(body: Figure, pairs: Edges, within_cm: float) -> npt.NDArray[np.bool_]:
    table = body.cell_table
    first, second = pairs.T
    away = np.linalg.norm(body.xyz_cm[first] - body.xyz_cm[second], axis=1)
    width = np.sqrt(body.area_cm2)
    away -= width[first] + width[second]
    skin = (first < table.mesh_count) & (second < table.mesh_count)
    chart = (first >= table.mesh_count) & (second >= table.mesh_count)
    allowed = _allowed(body)[table.region[first], table.region[second]]
    return np.asarray(((away <= within_cm) & skin & allowed) | chart, np.bool_)


def _allowed(body: Figure) -> npt.NDArray[np.bool_]:
    """Which regions can touch, shape (regions + 1, regions + 1); the last is for cells in none."""
    regions = list(body.regions.values())
    allowed = np.zeros((len(regions) + 1, len(regions) + 1), np.bool_)
    for one in regions:
        for other in regions:
            groups = {one.group, other.group}
            apart = groups <= PAIRED_LIMBS and one.laterality is not other.laterality
            fingers = one.base in FINGERS and other.base in FINGERS and one.base != other.base
            near = len(groups) == 1 or groups in TOUCHING
            allowed[one.number, other.number] = near and not apart and not fingers
    return allowed
