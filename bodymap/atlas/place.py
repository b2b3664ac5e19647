"""A place on the surface as data: from one landmark towards another, so much of the way.

Measured from landmarks, it moves with the figure. Everything is said for one half of the body; the
other half is its mirror.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from bodymap.atlas.base import Entry, Slug

Centimetres = Annotated[float, Field(allow_inf_nan=False, gt=0, le=40)]
Share = Annotated[float, Field(allow_inf_nan=False, ge=0, le=1)]


class Facing(StrEnum):
    """From where one looks at the place; `inner` looks from the midline."""

    FRONT = "front"
    BACK = "back"
    OUTER = "outer"
    INNER = "inner"
    ABOVE = "above"
    BELOW = "below"


class BodyPart(StrEnum):
    """Part of the body whose skin is meant, where another lies close by."""

    HEAD = "head"
    NECK = "neck"
    SHOULDER = "shoulder"
    TRUNK = "trunk"
    HIP = "hip"
    ARM = "arm"
    HAND = "hand"
    LEG = "leg"
    FOOT = "foot"


class ChartPlace(Entry):
    """A place on the pelvic-floor charts.

    Attributes:
        region: Base id of a region of the charts; of a pair, the patient's right one is meant.
        at: Share of the box round the region on its chart, from its left and from its top; the
            nearest cell of the region counts.
    """

    region: Slug
    at: tuple[Share, Share] = (0.5, 0.5)


class Place(Entry):
    """Where a trigger point is drawn.

    Attributes:
        from_: Id of the landmark to start at; `from` in the file.
        to: Id of the landmark to go towards, in a straight line.
        fraction: Part of that way; 0.5 is halfway. Half the way when neither is given.
        along_cm: Centimetres of that way, instead of a fraction.
        offset_cm: Centimetres to go on from there, by direction: a key of
            `bodymap.atlas.placing.DIRECTIONS`, such as `outward`, away from the midline.
        facing: Side from which the skin is met; the nearest skin when left out.
        part: Part of the body whose skin is meant; any when left out.
        inside: Whether the site itself lies within the body and only its mark on the skin.
        chart: Where it is on the pelvic-floor charts, which then stand in for the skin.
    """

    model_config = ConfigDict(serialize_by_alias=True)

    from_: Slug = Field(alias="from")
    to: Slug | None = None
    fraction: Annotated[float, Field(allow_inf_nan=False, ge=-1, le=2)] | None = None
    along_cm: Centimetres | None = None
    offset_cm: Mapping[Slug, Centimetres] = Field(default_factory=dict)
    facing: Facing | None = None
    part: BodyPart | None = None
    inside: bool = False
    chart: ChartPlace | None = None
