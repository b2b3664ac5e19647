"""Something a person asked for cannot be done."""

from bodymap.errors.base import BodymapError, quoted


class ServiceError(BodymapError):
    """A request that cannot be carried out."""


class UnknownPerson(ServiceError):
    """No person with this id can be opened.

    Attributes:
        person_id: The id asked for.
        deleted: Whether the person was deleted and can still be restored.
    """

    def __init__(self, person_id: str, *, deleted: bool = False) -> None:
        self.person_id, self.deleted = person_id, deleted
        super().__init__(_unknown("person", person_id, deleted=deleted))


class UnknownAssessment(ServiceError):
    """No assessment with this id can be opened.

    Attributes:
        assessment_id: The id asked for.
        deleted: Whether it, or its person, was deleted and can still be restored.
    """

    def __init__(self, assessment_id: str, *, deleted: bool = False) -> None:
        self.assessment_id, self.deleted = assessment_id, deleted
        super().__init__(_unknown("assessment", assessment_id, deleted=deleted))


class UnknownDrawing(ServiceError):
    """No drawing with this id can be opened.

    Attributes:
        drawing_id: The id asked for.
        deleted: Whether it, or its person, was deleted and can still be restored.
    """

    def __init__(self, drawing_id: str, *, deleted: bool = False) -> None:
        self.drawing_id, self.deleted = drawing_id, deleted
        super().__init__(_unknown("drawing", drawing_id, deleted=deleted))


class UnknownMark(ServiceError):
    """The drawing has no mark or arrow with this id.

    Attributes:
        drawing_id: The drawing looked in.
        mark_id: The id asked for.
    """

    def __init__(self, drawing_id: str, mark_id: str) -> None:
        self.drawing_id, self.mark_id = drawing_id, mark_id
        super().__init__(
            f"Drawing {quoted(drawing_id)} has no mark {quoted(mark_id)}. "
            "It may have been removed in another window: look at the current drawing."
        )


class NothingMarked(ServiceError):
    """A mark that covers nothing of the body.

    Attributes:
        mark_id: The mark.
    """

    def __init__(self, mark_id: str) -> None:
        self.mark_id = mark_id
        super().__init__(
            f"Mark {quoted(mark_id)} lies beside the body and covers nothing of it. "
            "Draw on the figure, or choose the place from the list."
        )


class UnknownFinding(ServiceError):
    """The assessment has no finding with this id.

    Attributes:
        assessment_id: The assessment looked in.
        finding_id: The id asked for.
    """

    def __init__(self, assessment_id: str, finding_id: str) -> None:
        self.assessment_id, self.finding_id = assessment_id, finding_id
        super().__init__(
            f"Assessment {quoted(assessment_id)} has no finding {quoted(finding_id)}. "
            "It may have been removed in another window: look at the current list."
        )


class UnknownTreatment(ServiceError):
    """The assessment has no treatment with this id.

    Attributes:
        assessment_id: The assessment looked in.
        treatment_id: The id asked for.
    """

    def __init__(self, assessment_id: str, treatment_id: str) -> None:
        self.assessment_id, self.treatment_id = assessment_id, treatment_id
        super().__init__(
            f"Assessment {quoted(assessment_id)} has no treatment {quoted(treatment_id)}. "
            "It may have been removed in another window: look at the current list."
        )


class EditClash(ServiceError):
    """Somebody else changed the record since it was shown; nothing was overwritten.

    Attributes:
        expected_version: Version that the change started from.
        current_version: Version that is kept.
        yours: The record as it would have become.
        theirs: The record as it is kept.
    """

    def __init__(
        self, *, expected_version: int, current_version: int, yours: object, theirs: object
    ) -> None:
        self.expected_version, self.current_version = expected_version, current_version
        self.yours, self.theirs = yours, theirs
        super().__init__(
            f"This was changed in another window: the change started from version "
            f"{expected_version}, version {current_version} is kept. Nothing was overwritten; "
            "look at both and make the change again."
        )


class UndoBlocked(ServiceError):
    """A step cannot be taken back because what it made was changed elsewhere since.

    Attributes:
        what: Id of what the step did, such as `set_finding`.
        item_id: The finding, mark or arrow concerned; None for fields of the record itself.
    """

    def __init__(self, what: str, *, item_id: str | None) -> None:
        self.what, self.item_id = what, item_id
        super().__init__(
            "This step cannot be taken back or repeated, because what it changed was changed in "
            "another window since. Change it by hand."
        )


class NothingToUndo(ServiceError):
    """This window has no step left to take back, or to repeat.

    Attributes:
        direction: "undo" or "redo".
    """

    def __init__(self, direction: str) -> None:
        self.direction = direction
        super().__init__(
            f"There is nothing to {direction} in this window. Only its own steps of the open draft "
            "can be taken back or repeated."
        )


class StepPassed(ServiceError):
    """Another step than the one that was meant would have been taken back or repeated.

    Attributes:
        direction: "undo" or "redo".
    """

    def __init__(self, direction: str) -> None:
        self.direction = direction
        super().__init__(
            f"The {direction} was not carried out: something else was done since, and that would "
            "have been changed. Look at it as it is now and do it again if it still holds."
        )


class WasRefused(ServiceError):
    """A request that was refused before came again."""

    def __init__(self) -> None:
        super().__init__(
            "Something you did just before could not be kept, and is left out. "
            "Look at it as it is now and do it again if it still holds."
        )


class ChangedSince(ServiceError):
    """What was to be overwritten says something else than when the change was made.

    Attributes:
        field: What was to be changed.
    """

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(
            f"Not changed: {field.replace('_', ' ')} was changed in the meantime, and nothing was "
            "overwritten. Look at it as it is now and do it again if it still holds."
        )


class NotOpen(ServiceError):
    """A finished assessment or drawing was to be changed.

    Attributes:
        record_id: Its id.
        status: Its status.
        kind: Such as "assessment" or "drawing".
    """

    def __init__(self, record_id: str, status: str, *, kind: str) -> None:
        self.record_id, self.status, self.kind = record_id, status, kind
        super().__init__(
            f"{kind.capitalize()} {quoted(record_id)} is {status.lower()} and cannot be "
            "changed. Amend it: the earlier edition stays readable."
        )


class StillOpen(ServiceError):
    """An assessment or drawing that is still a draft was to be amended.

    Attributes:
        record_id: Its id.
        kind: Such as "assessment" or "drawing".
    """

    def __init__(self, record_id: str, *, kind: str) -> None:
        self.record_id, self.kind = record_id, kind
        super().__init__(
            f"{kind.capitalize()} {quoted(record_id)} is still open and needs no amending. "
            "Go on with it."
        )


class AlreadyAttached(ServiceError):
    """An assessment or drawing belongs to another person already.

    Attributes:
        record_id: Its id.
        person_id: The person it belongs to.
        kind: Such as "assessment" or "drawing".
    """

    def __init__(self, record_id: str, person_id: str, *, kind: str) -> None:
        self.record_id, self.person_id, self.kind = record_id, person_id, kind
        super().__init__(
            f"{kind.capitalize()} {quoted(record_id)} belongs to person {quoted(person_id)} "
            f"already. Only one that waits under its code can be given to a person."
        )


class NotTheSamePerson(ServiceError):
    """A drawing was to be attached to an assessment of somebody else.

    Attributes:
        drawing_id: The drawing.
        assessment_id: The assessment.
    """

    def __init__(self, drawing_id: str, assessment_id: str) -> None:
        self.drawing_id, self.assessment_id = drawing_id, assessment_id
        super().__init__(
            f"Drawing {quoted(drawing_id)} and assessment {quoted(assessment_id)} belong to "
            "different people. Attach it to an assessment of the same person."
        )


class EmptyPain(ServiceError):
    """A drawing was to be finished with a pain of which nothing is left.

    Attributes:
        number: Which pain of the drawing, from 1.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(
            f"Pain {number} is empty: all of it was rubbed out. Draw it again, or leave it out."
        )


class NotOnePerson(ServiceError):
    """Two people who cannot be merged, or between whom nothing can be moved.

    Attributes:
        from_id: The one.
        to_id: The other.
        why: What stands against it.
    """

    def __init__(self, from_id: str, to_id: str, *, why: str) -> None:
        self.from_id, self.to_id, self.why = from_id, to_id, why
        super().__init__(
            f"This cannot go from person {quoted(from_id)} to person {quoted(to_id)}: {why}. "
            "Choose another person."
        )


class NotMerged(ServiceError):
    """Two people who were to be parted and are not merged any more.

    Attributes:
        transfer_id: The merge that was to be undone.
    """

    def __init__(self, transfer_id: str) -> None:
        self.transfer_id = transfer_id
        super().__init__(
            f"There is no merge {quoted(transfer_id)} that could be undone. Look at the current "
            "history of the person."
        )


class TooManyFindings(ServiceError):
    """An assessment has as many findings as it can hold.

    Attributes:
        most: How many it can hold.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(
            f"This assessment has {most} findings, the most it can hold. "
            "Remove one, or finish it and start another."
        )


class FindingTreated(ServiceError):
    """A step would leave a treatment without the finding that it was done at.

    Attributes:
        finding_id: The finding.
        treatment_id: The treatment.
    """

    def __init__(self, finding_id: str, treatment_id: str) -> None:
        self.finding_id = finding_id
        self.treatment_id = treatment_id
        super().__init__(
            "Not done: a treatment of this visit was done at this finding. Remove the treatment "
            "first; undo brings it back."
        )


class NoOtherSide(ServiceError):
    """A finding has no place on the other side of the body.

    Attributes:
        finding_id: The finding.
        laterality: Where it lies.
    """

    def __init__(self, finding_id: str, laterality: str) -> None:
        self.finding_id, self.laterality = finding_id, laterality
        super().__init__(
            f"Finding {quoted(finding_id)} is {laterality.lower()}; only a finding on the left or "
            "the right has another side. Mark the other place by hand."
        )


class ReferralContradicted(ServiceError):
    """Referred sensation would say something else than the referral felt.

    Attributes:
        finding_id: The finding.
        felt: Where it was felt, by what is recorded.
        referred_sensation: What the sign would say.
    """

    def __init__(self, finding_id: str, *, felt: str, referred_sensation: str) -> None:
        self.finding_id, self.felt, self.referred_sensation = finding_id, felt, referred_sensation
        super().__init__(
            f"Referred sensation of finding {quoted(finding_id)} cannot be {referred_sensation} "
            f"while the referral felt is {felt}. Change where it was felt; the sign follows."
        )


class NoTypicalPlace(ServiceError):
    """No view of a figure shows where a trigger point typically lies.

    Attributes:
        trigger_point: Its id.
        figure: The figure.
    """

    def __init__(self, trigger_point: str, figure: str) -> None:
        self.trigger_point, self.figure = trigger_point, figure
        super().__init__(
            f"The {figure} figure does not show where {quoted(trigger_point)} typically lies. "
            "Mark the place by hand and choose the muscle."
        )


class NotAllowed(ServiceError):
    """Something asked for by a visitor who may not have it.

    Attributes:
        asked: What was asked for, in a word or two.
    """

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(
            f"This is not open here ({asked}). Here somebody can draw where it hurts, and read. "
            "Ask your therapist for anything else."
        )


class ImportMoved(ServiceError):
    """An import would do something else than was shown, as the records here changed since."""

    def __init__(self) -> None:
        super().__init__(
            "The records here changed since this import was shown, so nothing was imported. Look "
            "at what it would do now, then import it."
        )


class UnknownHandOver(ServiceError):
    """No link with this id can be found.

    Attributes:
        hand_over_id: The id asked for.
    """

    def __init__(self, hand_over_id: str) -> None:
        self.hand_over_id = hand_over_id
        super().__init__(
            f"There is no link {quoted(hand_over_id)} any more. Look at the current list."
        )


class WrongPin(ServiceError):
    """Another PIN than the one chosen when this device was handed over.

    Attributes:
        wait_seconds: How long the next PIN has to wait; 0 if it can be entered at once.
    """

    def __init__(self, wait_seconds: int) -> None:
        self.wait_seconds = wait_seconds
        after = f" after {wait_seconds} seconds" if wait_seconds else ""
        super().__init__(f"This is not the PIN. Check it and enter it again{after}.")


class TooManyTries(ServiceError):
    """A PIN that was not looked at, because too many wrong ones came before it.

    Attributes:
        wait_seconds: How long it is still to wait.
    """

    def __init__(self, wait_seconds: int) -> None:
        self.wait_seconds = wait_seconds
        super().__init__(
            f"Too many wrong PINs were entered. Wait {wait_seconds} seconds, then go on."
        )


def _unknown(kind: str, record_id: str, *, deleted: bool) -> str:
    if deleted:
        return f"This {kind} ({quoted(record_id)}) was deleted. Restore it to open it again."
    return f"There is no {kind} {quoted(record_id)}. Choose one from the list."
