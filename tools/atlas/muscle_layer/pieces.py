"""All pieces of all muscles, on the cells of the neutral figure."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from bodymap.atlas.muscle_layer import MuscleLayer, MusclePiece
from bodymap.atlas.muscle_shapes import Depth, MuscleShape, MuscleShapesFile, ShapePart
from bodymap.body import Body
from tools.atlas.muscle_layer.anchors import Anchors
from tools.atlas.muscle_layer.patch import patch

ARM: Final = frozenset({"arm", "hand"})
LEG: Final = frozenset({"leg", "foot"})
TRUNK: Final = frozenset({"trunk", "hip"})
FIBRES_CM: Final = 0.9
"""About how far apart fibres are drawn."""
_ORDER: Final = (Depth.SUPERFICIAL, Depth.DEEP, Depth.SHEET)


def layer_of(file: MuscleShapesFile, body: Body) -> MuscleLayer:
    """The whole layer, on the cells of the neutral figure.

    Raises:
        UnknownLandmark: A point names a landmark that there is not.
    """
    found = pieces(file.shapes, body)
    return MuscleLayer(
        pieces=tuple(sorted(found, key=lambda p: (_ORDER.index(p.depth), p.over))),
        charts=tuple((shape.muscle, base) for shape in file.shapes for base in shape.charts),
        statement=file.statement,
        sources=file.sources,
        certainty=file.certainty,
        body_version=body.version,
    )


def pieces(shapes: Iterable[MuscleShape], body: Body) -> list[MusclePiece]:
    """Every piece on the skin, in the order of the file."""
    anchors = Anchors(body)
    return [piece(shape.muscle, part, anchors) for shape in shapes for part in shape.parts]


def piece(muscle: str, part: ShapePart, anchors: Anchors) -> MusclePiece:
    """One piece of a muscle."""
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
    made, width_cm = patch(lines, some, skin)
    return MusclePiece(muscle, part.depth, part.over, max(1, round(width_cm / FIBRES_CM)), made)
