"""Where an arrow begins and ends: the part of the body, its side, and the place in it."""

from dataclasses import dataclass

from bodymap.body import Body, Laterality
from bodymap.body.phrases import area_name
from bodymap.records import PainArrow


@dataclass(frozen=True, slots=True)
class ArrowEnd:
    """One end of an arrow.

    Attributes:
        part: The part of the body, broadly, such as "upper back"; None beside the body.
        laterality: The patient's side, or MIDLINE; None beside the body.
        place: Everyday name of the place in it; None beside the body.
    """

    part: str | None = None
    laterality: Laterality | None = None
    place: str | None = None


def arrow_ends(arrow: PainArrow, body: Body) -> tuple[ArrowEnd, ArrowEnd]:
    """Where an arrow begins, and where it ends.

    Raises:
        BodyError: It names a figure or view that the body does not have.
    """
    start, end = arrow.cells(body)
    return _end(start, body), _end(end, body)


def _end(cell: int | None, body: Body) -> ArrowEnd:
    region_id = None if cell is None else body.region_of(cell)
    if cell is None or region_id is None:
        return ArrowEnd()
    region = body.region(region_id)
    return ArrowEnd(area_name(region), body.laterality_of(cell), region.plain_label)
