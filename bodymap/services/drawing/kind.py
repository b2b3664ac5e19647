"""Pain drawings as a kind of draftable record."""

from typing import Final

from pydantic import TypeAdapter

from bodymap.errors import UnknownDrawing
from bodymap.records import PainDrawing
from bodymap.services.drawing.changes import (
    DrawingChange,
    MarkChange,
    PainDetailsChange,
    apply,
)
from bodymap.services.kernel.kinds import DraftKind

DRAWINGS: Final[DraftKind[PainDrawing, MarkChange | PainDetailsChange]] = DraftKind(
    name="drawing",
    records=lambda unit: unit.drawings,
    unknown=UnknownDrawing,
    changes=TypeAdapter(DrawingChange),
    apply=apply,
    stays=("person_id", "assessment_id"),
)
