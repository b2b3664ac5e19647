"""What Undo and Redo would take back or repeat, in words."""

from typing import Final

from bodymap.services.assessing.changes import AssessmentStep
from bodymap.services.drawing.changes import DrawingStep
from bodymap.wording import Words

WORDS: Final[dict[str, str]] = {
    AssessmentStep.SET_FINDING: "Set a mark",
    AssessmentStep.CHANGE_FINDING: "Change a finding",
    AssessmentStep.MOVE_FINDING: "Move a mark",
    AssessmentStep.REMOVE_FINDING: "Remove a finding",
    AssessmentStep.COPY_TO_OTHER_SIDE: "Copy to the other side",
    AssessmentStep.MOVE_TO_OTHER_SIDE: "Move to the other side",
    AssessmentStep.COPY_TO_MUSCLE: "Copy to another muscle",
    AssessmentStep.COPY_FOUND: "Copy the same findings",
    AssessmentStep.CONFIRM_EXAMINED: "Examined here",
    AssessmentStep.ANSWER_LAST_TIME: "Compare with last time",
    AssessmentStep.MATCH_FINDING: "Match with last time",
    AssessmentStep.PART_FINDING: "Part from last time",
    AssessmentStep.RECORD_TREATMENT: "Record a treatment",
    AssessmentStep.CHANGE_TREATMENT: "Change a treatment",
    AssessmentStep.REMOVE_TREATMENT: "Remove a treatment",
    AssessmentStep.ANSWER_TREATMENT: "Answer about a treatment",
    AssessmentStep.RECORD_MEASURE: "Answer of an outcome measure",
    AssessmentStep.REMOVE_MEASURE: "Remove an outcome measure",
    AssessmentStep.EDIT_DETAILS: "Edit the assessment",
}


def drawing_step_in_words(step: str | None, words: Words) -> str | None:
    """What a step of a drawing did, for the buttons; None if there is none."""
    if step is None:
        return None
    known = DrawingStep(step).name.lower() if step in set(DrawingStep) else ""
    return words(f"undo-drawing.{known}") if known else words("undo-last")


def step_in_words(step: str | None) -> str | None:
    """What a step did, for the buttons; None if there is none."""
    return None if step is None else WORDS.get(step, "The last change")
