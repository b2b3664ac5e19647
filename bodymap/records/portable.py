"""Records as they travel: whole, with everything they said before."""

from dataclasses import dataclass
from typing import Final, Generic

from bodymap.records.assessment import Assessment
from bodymap.records.draftable import Draftable, DraftT
from bodymap.records.origin import Kind
from bodymap.records.pain_drawing import PainDrawing
from bodymap.records.person import Person


@dataclass(frozen=True)
class Whole(Generic[DraftT]):
    """A draftable record with all its editions.

    Attributes:
        record: As it is now.
        editions: What it said each time it was finished, first finished first.
    """

    record: DraftT
    editions: tuple[DraftT, ...] = ()


Portable = Person | Whole[Assessment] | Whole[PainDrawing]
"""What an export holds and an import takes, people before what belongs to them."""

DRAFTS: Final[dict[Kind, type[Draftable]]] = {"assessment": Assessment, "drawing": PainDrawing}
"""Class of each kind of draftable record, in the order in which they refer to each other."""


def kind_of(portable: Portable) -> Kind:
    """Kind of a record."""
    if isinstance(portable, Person):
        return "person"
    return next(kind for kind, made in DRAFTS.items() if isinstance(portable.record, made))


def id_of(portable: Portable) -> str:
    """Id of a record."""
    return portable.id if isinstance(portable, Person) else portable.record.id


def points_in(portable: Portable) -> int:
    """Number of points of all strokes of a record and its editions, which is most of its size."""
    if isinstance(portable, Person):
        return 0
    return sum(_points(record) for record in (portable.record, *portable.editions))


def _points(record: Assessment | PainDrawing) -> int:
    if isinstance(record, PainDrawing):
        return sum(mark.point_count for mark in record.marks)
    drawn = (finding.referral.drawing for finding in record.findings)
    return sum(drawing.point_count for drawing in drawn if drawing)
