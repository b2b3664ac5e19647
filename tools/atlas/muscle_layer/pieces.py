"""All pieces of all muscles, on the cells of the neutral figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from bodymap.atlas.muscle_shapes import Depth, MuscleShape, ShapePart
from bodymap.body import Body
from bodymap.body.patches import Patch
from tools.atlas.muscle_layer.anchors import Anchors
from tools.atlas.muscle_layer.patch import patch

ARM: Final = frozenset({"arm", "hand"})
LEG: Final = frozenset({"leg", "foot"})
TRUNK: Final = frozenset({"trunk", "hip"})


@dataclass(frozen=True, eq=False)
class Piece:
    """One piece of a muscle on the patient's right.

    Attributes:
        muscle: Id of the muscle.
        depth: How near the skin.
        over: Rank among superficial pieces.
        patch: Its cells, and those round it.
    """

    muscle: str
    depth: Depth
    over: int
    patch: Patch


def pieces(shapes: Iterable[MuscleShape], body: Body) -> list[Piece]:
    """Every piece on the skin, in the order of the file.

    Raises:
        UnknownLandmark: A point names a landmark that there is not.
    """
    anchors = Anchors(body)
    return [
        Piece(shape.muscle, part.depth, part.over, _patch(part, anchors))
        for shape in shapes
        for part in shape.parts
    ]


def _patch(part: ShapePart, anchors: Anchors) -> Patch:
    lines = [np.stack([anchors.find(point) for point in line]) for line in part.lines]
    skin = anchors.skin
    _, near = skin.tree.query(np.concatenate(lines))
    parts = frozenset(skin.part[near].tolist())
    left_out = frozenset[str]()
    if not parts & ARM:
        left_out |= ARM
    if not parts & LEG:
        left_out |= LEG
    if not parts & (TRUNK | {"shoulder", "neck"}):
        left_out |= TRUNK
    some = skin.only(frozenset(skin.part.tolist()) - left_out) if left_out else skin
    return patch(lines, some, skin)
