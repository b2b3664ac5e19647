"""Assessments as a kind of draftable record."""

from typing import Final

from pydantic import TypeAdapter

from bodymap.errors import UnknownAssessment
from bodymap.records import Assessment
from bodymap.services.assessing.changes import AnyChange, AssessmentChange, apply
from bodymap.services.kernel.kinds import DraftKind

ASSESSMENTS: Final[DraftKind[Assessment, AnyChange]] = DraftKind(
    name="assessment",
    records=lambda unit: unit.assessments,
    unknown=UnknownAssessment,
    changes=TypeAdapter(AssessmentChange),
    apply=apply,
    needs_name=True,
)
