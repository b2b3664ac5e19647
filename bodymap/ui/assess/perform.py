"""Carries out what was done on the body: each operation as a service call."""

from typing import Final

from bodymap.canvas import (
    AddPoint,
    AddStroke,
    MoveMark,
    Operation,
    PressKey,
    Redo,
    RemoveMark,
    SelectMark,
    Undo,
)
from bodymap.errors import NothingToDrawFor, StoreError
from bodymap.records import (
    Assessment,
    PainIntensity,
    Referral,
    ReferralFelt,
    SignValue,
    TriggerPointFinding,
)
from bodymap.records.places import with_strokes
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.state import Tone
from bodymap.ui.operation_log import Heard
from bodymap.ui.pointing import pointed_at
from bodymap.ui.problems import in_words

_SIGN_KEYS: Final = {
    "p": SignValue.PRESENT,
    "a": SignValue.ABSENT,
    "n": SignValue.NOT_EXAMINED,
}


class Performer:
    """Takes messages of the canvas for one assessment in one browser window."""

    def __init__(self, desk: Desk, figure: str) -> None:
        self._desk = desk
        self._body = desk.body(figure)
        self.heard = Heard(desk.log, self._body, self._perform, desk.known_as)

    def take(self, message: object) -> None:
        """Carry out what a message brings that is new, or say why it cannot be kept now."""
        try:
            self.heard.take(message)
        except StoreError as error:
            self._desk.say(in_words(error), Tone.PROBLEM)

    def _perform(self, operation: Operation, request_id: str) -> None:
        desk = self._desk
        match operation:
            case AddPoint():
                desk.record(self._finding(operation))
            case MoveMark():
                place, laterality = pointed_at(operation, self._body)
                desk.move(operation.mark_id, place, laterality, request_id)
            case RemoveMark():
                desk.remove(operation.mark_id, request_id)
            case SelectMark():
                desk.select(operation.mark_id)
            case AddStroke():
                self._draw(operation, request_id)
            case PressKey():
                self._answer(operation, request_id)
            case Undo():
                desk.step_back(request_id)
            case Redo():
                desk.step_again(request_id)

    def _finding(self, at: AddPoint) -> TriggerPointFinding:
        place, laterality = pointed_at(at, self._body)
        return TriggerPointFinding.checked(
            {"id": at.mark_id, "place": place, "laterality": laterality}
        )

    def _at_hand(self) -> tuple[Assessment, TriggerPointFinding | None]:
        assessment = self._desk.open()
        return assessment, assessment.finding(self._desk.state.selected or "")

    def _draw(self, operation: AddStroke, request_id: str) -> None:
        """Add a stroke to the referral felt of the finding at hand."""
        _, finding = self._at_hand()
        if finding is None or finding.referral.felt is not ReferralFelt.OTHER:
            raise NothingToDrawFor
        kept = finding.referral.drawing
        drawing = with_strokes(kept, operation.view, operation.strokes, self._body)
        referral = Referral(felt=ReferralFelt.OTHER, drawing=drawing)
        self._desk.change(finding.id, request_id, referral=referral)

    def _answer(self, operation: PressKey, request_id: str) -> None:
        """A number rates the pain; P, A and N answer the sign that comes next."""
        if operation.key in _SIGN_KEYS:
            sign = states.SIGNS[self._desk.state.next_sign]
            value = _SIGN_KEYS[operation.key]
            self._desk.change(operation.mark_id, request_id, signs={sign.field: value})
            self._desk.put(states.answered(self._desk.state, sign))
        else:
            pain = PainIntensity(nrs=int(operation.key))
            self._desk.change(operation.mark_id, request_id, pain_on_pressure=pain)
