"""Begin a finding from a trigger point that could explain the pain."""

from typing import Final

from bodymap.analysis.typical_place import typical_place
from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.errors import NoTypicalPlace
from bodymap.records import Assessment, Signs, TriggerPointFinding
from bodymap.services.assessing.assessments import open_assessment
from bodymap.services.assessing.findings import record_finding
from bodymap.services.kernel.editing import Editing

NOT_EXAMINED: Final = Signs()


def begin_finding(
    editing: Editing,
    *,
    trigger_point: str,
    laterality: Laterality,
    new_id: str,
    atlas: Atlas,
    body: Body,
    signs: Signs = NOT_EXAMINED,
) -> tuple[Assessment, str]:
    """A finding for a trigger point, at its typical place, with no sign examined unless given.

    Where the assessment has one for the same trigger point and side, nothing is written.

    Args:
        editing: The assessment; undo takes back the finding.
        trigger_point: Its id.
        laterality: Side of the muscle, LEFT or RIGHT.
        new_id: Id of the finding, if it is new.
        atlas: Where the trigger point lies.
        body: Figure of the assessment.
        signs: What was found.

    Returns:
        The assessment as it is then, and the id of the finding.

    Raises:
        UnknownEntry: the atlas has no such trigger point.
        NoTypicalPlace: no view of the figure shows where it lies.
        UnknownAssessment, NotOpen, TooManyFindings: as for every finding.
    """
    kept = open_assessment(assessment_id=editing.draft_id, ports=editing.ports)
    for finding in kept.findings:
        if (finding.trigger_point, finding.laterality) == (trigger_point, laterality):
            return kept, finding.id
    muscle = atlas.muscle_of(trigger_point)
    place = typical_place(trigger_point, laterality, atlas, body)
    if place is None:
        raise NoTypicalPlace(trigger_point, body.figure)
    finding = TriggerPointFinding.checked(
        {
            "id": new_id,
            "place": place,
            "laterality": laterality,
            "muscle": muscle.id,
            "trigger_point": trigger_point,
            "signs": signs,
        }
    )
    return record_finding(editing, finding=finding), new_id
