"""The kinds of draftable record that travel."""

from typing import Any, Final

from bodymap.records.origin import Kind
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.drawing.kind import DRAWINGS
from bodymap.services.kernel.kinds import DraftKind

DRAFT_KINDS: Final[dict[Kind, DraftKind[Any, Any]]] = {
    "assessment": ASSESSMENTS,
    "drawing": DRAWINGS,
}
"""By name, in the order in which they refer to each other."""
