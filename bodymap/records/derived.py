"""What follows from a finished record and is kept beside it, so that it can be searched."""

from typing import NamedTuple

from bodymap.body import Laterality


class MarkCells(NamedTuple):
    """The cells of one mark of a drawing.

    Attributes:
        mark_id: The mark.
        cells: Packed, as `SurfaceArea.to_bytes` gives them.
        intensity: 0-10; None if not stated.
    """

    mark_id: str
    cells: bytes
    intensity: int | None


class MarkedRegion(NamedTuple):
    """A region in which a mark or a finding lies.

    Attributes:
        item_id: The mark or finding.
        region: Its id.
        laterality: The patient's side.
        intensity: 0-10; None if not stated.
    """

    item_id: str
    region: str
    laterality: Laterality
    intensity: int | None


class Derived(NamedTuple):
    """What follows from the last edition of a record.

    Attributes:
        body_version: Version of the body's cells and regions.
        cells: Of each mark, in the order of the marks.
        regions: Of all marks or findings.
    """

    body_version: str
    cells: tuple[MarkCells, ...] = ()
    regions: tuple[MarkedRegion, ...] = ()
