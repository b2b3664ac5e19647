"""How large, how wide and how long a drawn zone is, measured along the skin.

A width is that of the largest disc that finds room, so a strip stays narrow however it bends and
whatever it crosses.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from bodymap.body import Figure, SurfaceArea
from bodymap.body.area import of_cells
from bodymap.body.walking import NO_CELL, neighbours

SLIVER_CM2: Final = 0.5
"""A piece smaller than this is a pixel that a stroke left at an edge."""

Numbers = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Piece:
    """A connected part of an area on the skin.

    Attributes:
        area: Its cells.
        from_edge_cm: How far each of them lies from the nearest skin outside.
    """

    area: SurfaceArea
    from_edge_cm: npt.NDArray[np.float64]

    def width_cm(self, inside: SurfaceArea) -> float:
        """Diameter of the largest disc whose middle lies inside another area; 0 for none."""
        here = self.from_edge_cm[inside.mask[np.asarray(self.area.cells, np.intp)]]
        return float(2 * here.max()) if here.size else 0.0


@lru_cache(maxsize=1024)  # a folder is checked again after each change; most areas stay
def pieces(area: SurfaceArea) -> tuple[Piece, ...]:
    """Connected parts of an area, the largest first; slivers and places without skin left out."""
    body = area.body
    beside = _beside(body)
    cells = np.asarray(area.cells, np.intp)
    left = set(cells[cells < len(beside)].tolist())
    found = []
    while left:
        piece = rim = {left.pop()}
        while rim:
            rim = {there for here in rim for there in beside[here].tolist()} & left
            piece = piece | rim
            left -= rim
        part = of_cells(body, sorted(piece))
        if part.cm2 >= SLIVER_CM2:
            found.append(Piece(part, _from_edge_cm(part)))
    return tuple(sorted(found, key=lambda one: -one.area.cm2))


def _from_edge_cm(part: SurfaceArea) -> npt.NDArray[np.float64]:
    body = part.body
    cells = np.asarray(part.cells, np.intp)
    beside = _beside(body)[cells]
    ring = np.unique(beside[beside != NO_CELL])
    ring = ring[~part.mask[ring]]
    if ring.size == 0:
        return np.full(cells.size, np.sqrt(part.cm2) / 2)
    places, edge = body.xyz_cm[cells].astype(np.float64), body.xyz_cm[ring].astype(np.float64)
    away = np.array([np.sqrt(((edge - place) ** 2).sum(axis=1).min()) for place in places])
    side = np.sqrt(body.area_cm2[cells])
    return np.asarray(np.maximum(away - side / 2, side / 2), np.float64)


@lru_cache(maxsize=8)
def _beside(body: Figure) -> Numbers:
    return neighbours(body.mesh.faces)
