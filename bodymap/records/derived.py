"""What follows from a finished record and is kept beside it, so that it can be searched."""

from typing import NamedTuple

from bodymap.body import Laterality
from bodymap.records.signs import State


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
    """What a question finds: a region in which a mark or a finding lies, or a treatment.

    Attributes:
        item_id: The mark, finding or treatment.
        region: Its id; empty for a treatment.
        laterality: The patient's side.
        intensity: 0-10; None if not stated.
        muscle: Id of the muscle of a finding.
        state: Of a finding that meets the criteria and was examined at that visit.
        treatment: Id of the treatment in the atlas.
        reaction: Whether anything unwanted was seen or told.
    """

    item_id: str
    region: str
    laterality: Laterality
    intensity: int | None
    muscle: str | None = None
    state: State | None = None
    treatment: str | None = None
    reaction: bool = False


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
