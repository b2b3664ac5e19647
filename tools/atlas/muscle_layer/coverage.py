"""How much of the surface the superficial muscles cover, and how much of it twice."""

import numpy as np

from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Body


def covered(layer: MuscleLayer, body: Body) -> tuple[float, float]:
    """Share of the right half of the surface with a superficial muscle, and with several."""
    times = np.zeros(body.cell_count, np.intp)
    for piece in layer.pieces:
        if piece.depth is Depth.SUPERFICIAL:
            times[piece.patch.inside] += 1
    right = body.cell_table.sign < 0
    whole = body.area_cm2[right].sum()
    once, twice = (body.area_cm2[right & (times > least)].sum() / whole for least in (0, 1))
    return float(once), float(twice)


def told(layer: MuscleLayer, body: Body) -> str:
    """The same as a sentence."""
    once, twice = covered(layer, body)
    return f"superficial muscles cover {once:.1%} of the surface, {twice:.1%} more than once"
