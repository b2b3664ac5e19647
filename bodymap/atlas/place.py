"""A place on the surface as data: from one landmark towards another, so much of the way."""

from typing import Annotated

from pydantic import Field

from bodymap.atlas.base import Entry, Slug

Centimetres = Annotated[float, Field(allow_inf_nan=False, ge=-60, le=60)]


class Place(Entry):
    """Where a trigger point is drawn, measured from landmarks so that it moves with the figure."""

    from_: Slug = Field(alias="from")
    to: Slug | None = None
    fraction: float | None = None
    inside: bool = False
