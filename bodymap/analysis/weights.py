"""What each cell counts for where drawings and patterns are compared.

Skin counts by its area. A place inside the body, and a region of a pelvic-floor chart, have no
area: each counts as much as a region of median size, else pain there would weigh nothing.
"""

from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from bodymap.body import Figure

Weights = npt.NDArray[np.float64]
_KNOWN: "WeakKeyDictionary[Figure, Weights]" = WeakKeyDictionary()


def median_region_cm2(body: Figure) -> float:
    """Median surface of the regions of a figure that have one, cm2."""
    cm2 = _region_cm2(body)
    return float(np.median(cm2[cm2 > 0]))


def cell_weights(body: Figure) -> Weights:
    """Weight of every cell of a figure; made once per figure.

    Returns:
        Shape (cell_count,), read-only, cm2 of the model body: the area of skin; for a place inside
        the median region; for a cell of a chart its even part of the median region.
    """
    if body not in _KNOWN:
        _KNOWN[body] = _weights(body)
    return _KNOWN[body]


def _region_cm2(body: Figure) -> Weights:
    table = body.cell_table
    sums = np.bincount(table.region, weights=body.area_cm2, minlength=table.region_count + 1)
    return np.asarray(sums[:-1], np.float64)


def _weights(body: Figure) -> Weights:
    table, median = body.cell_table, median_region_cm2(body)
    weights = np.array(body.area_cm2, np.float64)
    weights[table.inside] = median
    on_chart = ~table.inside
    on_chart[: table.mesh_count] = False
    counted = np.bincount(table.region[on_chart], minlength=table.region_count + 1)
    weights[on_chart] = median / counted[table.region[on_chart]]
    weights.flags.writeable = False
    return weights
