"""Label pictures made fit for drawing: no edge slivers, no crumbs."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from scipy import ndimage as ndi

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
SHARE_SHOWN = 0.16
"""A region is offered in a view if at least this share of its largest visible area shows there."""
_BROAD = 18.0
"""It is also offered if a disc of this radius (picture pixels) fits into what shows of it."""


def _filled(labels: Ints, keep: Mask) -> Ints:
    """Labels in which pixels not kept take the label of the nearest kept one."""
    rows, columns = ndi.distance_transform_edt(~keep, return_distances=False, return_indices=True)
    lost = (labels >= 0) & ~keep
    out = labels.copy()
    out[lost] = labels[rows[lost], columns[lost]]
    return out


def prune(
    pictures: Mapping[str, Ints], areas: Mapping[str, float], banned: Mapping[str, Mask], count: int
) -> dict[str, Ints]:
    """Leave out regions that only show as an edge sliver in a view.

    Args:
        pictures: view id to label picture.
        areas: view id to area of one pixel, in a unit common to the views.
        banned: view id to (count,) regions never offered there (the far side in profile).
        count: number of regions.

    Returns:
        View id to label picture in which those pixels belong to the nearest region offered.
    """
    shown = {
        v: np.bincount(labels[labels >= 0], minlength=count) * areas[v]
        for v, labels in pictures.items()
    }
    largest = np.max(
        [np.where(banned[v], 0, s) if v in banned else s for v, s in shown.items()], axis=0
    )
    out = {}
    for v, labels in pictures.items():
        bad = shown[v] < SHARE_SHOWN * largest
        for k in np.nonzero(bad & (shown[v] > 0))[0]:
            bad[k] = not _holds_disc(labels == k)
        if v in banned:
            bad |= banned[v]
        out[v] = _filled(labels, (labels >= 0) & ~bad[np.maximum(labels, 0)])
    return out


def _holds_disc(mask: Mask) -> bool:
    rows, columns = np.nonzero(mask)
    box = mask[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    return float(ndi.distance_transform_edt(np.pad(box, 1)).max()) > _BROAD


def without_crumbs(labels: Ints, radius: float, small_radius: float, small: Mask) -> Ints:
    """Drop slivers and specks by opening with reconstruction.

    Args:
        labels: label picture, -1 outside.
        radius: pixels; a region stays where it is twice as wide as this.
        small_radius: the same for small regions.
        small: (regions,) which are small.
    """
    keep = np.zeros(labels.shape, np.bool_)
    for label in np.unique(labels[labels >= 0]):
        r = small_radius if small[label] else radius
        pad = int(3 * radius) + 4
        whole = labels == label
        rows, columns = np.nonzero(whole)
        box = (
            slice(max(rows.min() - pad, 0), rows.max() + pad),
            slice(max(columns.min() - pad, 0), columns.max() + pad),
        )
        mask = whole[box]
        core = ndi.distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1] > r
        if not core.any():
            # too thin to open: keep its largest piece rather than lose the region
            core = mask
        kept = mask & (ndi.distance_transform_edt(~core) <= r * 1.6)
        piece, _ = ndi.label(kept)
        size = np.bincount(piece.ravel())
        size[0] = 0
        enough = size >= max(0.12 * size.max(), 6 * r * r)
        enough[size.argmax()] = True
        enough[0] = False
        keep[box] |= enough[piece]
    return _filled(labels, keep)
