"""What the drawn pelvic-floor charts hand over to be numbered and written with the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.figure.partition.names import RegionName
from tools.figure.produce import Drawn

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Schematics:
    """Charts that are drawn, not projected from the mesh. Their cells have no area and no place.

    Attributes:
        regions: rows that follow those of the partition in `regions.json`.
        region: (k,) position in `regions` of every chart cell; a structure that both charts show
            shares its cells.
        mirror: (k,) chart cell at the mirror image, 0 to k - 1.
        views: the charts; their `cells` hold chart cells 0 to k - 1 and 65535 outside.
    """

    regions: Sequence[RegionName]
    region: Ints
    mirror: Ints
    views: Sequence[Drawn]
