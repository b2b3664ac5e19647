"""What was pointed at on a body, as a place that is kept."""

import zlib

from bodymap.body import Body, Laterality
from bodymap.canvas import AddPoint, MoveMark
from bodymap.errors import BesideTheBody
from bodymap.records import Place, PointPlace


def place_name(place: Place) -> str:
    """A short name for a place as it is now; another place has another one."""
    return f"{zlib.crc32(place.model_dump_json().encode()):08x}"


def pointed_at(at: AddPoint | MoveMark, body: Body) -> tuple[PointPlace, Laterality]:
    """The place of a point, with the cell and region it falls on, and its side.

    Raises:
        BesideTheBody: there is no body at that point.
    """
    hit = body.hit(at.view, at.x, at.y)
    if hit is None or hit.region is None:
        raise BesideTheBody(at.view, at.x, at.y)
    place = PointPlace(
        view=at.view,
        figure=body.figure,
        body_version=body.version,
        x=at.x,
        y=at.y,
        cell=hit.cell,
        region=hit.region,
    )
    return place, hit.laterality
