"""Shapes of muscles as data: lines along their fibres, in landmarks, limbs and heights.

A piece of muscle is what lies between its lines: the first and the last are its two borders, those
between say where the fibres run. Everything is said for the patient's right half; the left is its
mirror.
"""

from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import Discriminator, Field, Tag

from bodymap.atlas.base import Certainty, Citations, Entry, Slug, Text
from bodymap.atlas.place import Place

Share = Annotated[float, Field(allow_inf_nan=False, ge=-1, le=2)]
Degrees = Annotated[float, Field(allow_inf_nan=False, ge=-180, le=360)]

_FORMS: Final = (
    "a point is a landmark, [landmark, degrees], [landmark, landmark, share], [limb, share, "
    "degrees], [landmark, landmark, share, degrees] or a place such as {{from: landmark, ...}}"
)


def _form(value: Any) -> str | None:
    """Which of the forms of a point a value is meant to have; None for none of them."""
    if isinstance(value, str):
        return "landmark"
    if isinstance(value, list | tuple):
        names = sum(isinstance(item, str) for item in value)
        return {(2, 1): "height", (3, 2): "between", (3, 1): "limb", (4, 2): "heights"}.get(
            (len(value), names)
        )
    return "place" if isinstance(value, dict | Place) else None


Point = Annotated[
    Annotated[Slug, Tag("landmark")]
    | Annotated[tuple[Slug, Degrees], Tag("height")]
    | Annotated[tuple[Slug, Slug, Share], Tag("between")]
    | Annotated[tuple[Slug, Share, Degrees], Tag("limb")]
    | Annotated[tuple[Slug, Slug, Share, Degrees], Tag("heights")]
    | Annotated[Place, Tag("place")],
    Discriminator(_form, custom_error_type="point", custom_error_message=_FORMS),
]
"""A point of a line.

A landmark; a height (of a landmark) and degrees round the trunk, neck or head; two landmarks and
the share of the way; a limb, the share of its length and degrees round it; a height between two
landmarks and degrees; or a place as trigger points have it. Degrees: 0 front, 90 outer side, 180
back, -90 inner side.
"""

Line = Annotated[tuple[Point, ...], Field(min_length=2)]


class Depth(StrEnum):
    """How near the skin a piece of muscle lies."""

    SUPERFICIAL = "superficial"
    DEEP = "deep"
    SHEET = "sheet"


class ShapePart(Entry):
    """One piece of a muscle, such as a head.

    Attributes:
        depth: A superficial piece is drawn filled, a deep one as a dashed outline, a sheet (thin,
            just under the skin, over other muscles) as a dotted outline.
        over: Where superficial pieces overlap, the one with the higher number is seen.
        lines: Along the fibres, each from origin to insertion, from one border to the other.
    """

    depth: Depth
    over: Annotated[int, Field(ge=-9, le=9)] = 0
    lines: Annotated[tuple[Line, ...], Field(min_length=2)]


class MuscleShape(Entry):
    """What is drawn of a muscle.

    Attributes:
        muscle: Its id.
        parts: On the skin, one piece after another.
        charts: Base ids of regions of the pelvic-floor charts that show it.
        note: What a reader must know.
    """

    muscle: Slug
    parts: tuple[ShapePart, ...] = ()
    charts: tuple[Slug, ...] = ()
    note: Text | None = None


class NotDrawn(Entry):
    """A muscle that is left out, and why."""

    muscle: Slug
    reason: Text


class MuscleShapesFile(Entry):
    """`muscle_shapes.yaml`.

    Attributes:
        statement: What the drawing is, in words for the reader.
        sources: What the attachments were taken from; holds for all shapes.
        certainty: Of all shapes.
    """

    schema_version: Literal[1]
    statement: Text
    sources: Citations
    certainty: Certainty
    shapes: tuple[MuscleShape, ...]
    not_drawn: tuple[NotDrawn, ...] = ()
