"""Carries out what was done on the body: each operation as a service call."""

from dataclasses import replace
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
from bodymap.errors import NoSuchQuestion, ReferralContradicted, StoreError
from bodymap.records import PainIntensity, Place, Sign, SignValue, TriggerPointFinding
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.state import Tone
from bodymap.ui.operation_log import OperationLog, full_step_name
from bodymap.ui.pointing import place_name, pointed_at
from bodymap.ui.problems import in_words

_SIGN_KEYS: Final = {
    "p": SignValue.PRESENT,
    "a": SignValue.ABSENT,
    "n": SignValue.NOT_EXAMINED,
}
_KEY_OF_SIGN: Final = {value: key for key, value in _SIGN_KEYS.items()}
_SIGNS: Final = {sign.field: sign for sign in states.SIGNS}
ASKED: Final = tuple(_SIGNS)
"""Names of the signs, in the order in which the keys P, A and N answer them."""


def said(finding: TriggerPointFinding) -> str:
    """The answers so far as keys: a letter for each sign, then the pain on pressure."""
    pain = finding.pain_on_pressure
    signs = "".join(_KEY_OF_SIGN[finding.signs[sign]] for sign in states.SIGNS)
    return signs + ("" if pain is None else str(pain.nrs))


class Performer:
    """Takes messages of the canvas for one assessment in one browser window."""

    def __init__(self, desk: Desk, figure: str) -> None:
        self._desk = desk
        self.log = OperationLog(
            desk.log,
            desk.body(figure),
            self._perform,
            figures=desk.body,
            known_as=desk.known_as,
            remember_refused=desk.remember_refused,
        )

    def take(self, message: object) -> None:
        """Carry out what a message brings that is new, or say why it cannot be kept now."""
        try:
            self.log.take(message)
        except StoreError as error:
            self._desk.say(in_words(error), Tone.PROBLEM)

    def _perform(self, operation: Operation, request_id: str) -> None:
        desk = self._desk
        match operation:
            case AddPoint():
                desk.record(self._finding(operation), request_id)
            case MoveMark():
                self._move(operation, request_id)
            case RemoveMark():
                desk.remove_any(operation.mark_id, request_id)
            case SelectMark():
                desk.select(operation.mark_id)
            case AddStroke():
                desk.draw_referral(operation, request_id)
            case PressKey(question=None):
                self._rate(operation, request_id)
            case PressKey():
                self._answer(operation, request_id)
            case Undo():
                desk.step_back(request_id, full_step_name(operation.step, request_id))
            case Redo():
                desk.step_again(request_id, full_step_name(operation.step, request_id))

    def _finding(self, at: AddPoint) -> TriggerPointFinding:
        place, laterality = pointed_at(at, self._desk.body(at.figure))
        return TriggerPointFinding.checked(
            {"id": at.mark_id, "place": place, "laterality": laterality}
        )

    def _move(self, to: MoveMark, request_id: str) -> None:
        """Move a finding away from where it was seen, or not at all."""
        body = self._desk.body(to.figure)
        place, laterality = pointed_at(to, body)

        def was(kept: Place) -> bool:
            if isinstance(to.was, tuple):
                view, x, y = to.was
                seen, _ = pointed_at(replace(to, view=view, x=x, y=y), body)
                return kept == seen
            return to.was in (None, place_name(kept))

        self._desk.move_from(to.mark_id, place, laterality, was, request_id)

    def _rate(self, operation: PressKey, request_id: str) -> None:
        """A number rates the pain on pressure."""

        def pain(key: str | None) -> PainIntensity | None:
            return None if key is None else PainIntensity(nrs=int(key))

        self._desk.answer(
            operation.mark_id,
            request_id,
            changes={"pain_on_pressure": pain(operation.key)},
            was={"pain_on_pressure": pain(operation.was)},
        )

    def _answer(self, operation: PressKey, request_id: str) -> None:
        """P, A and N answer a sign."""
        sign = _SIGNS.get(operation.question or "")
        if sign is None:
            raise NoSuchQuestion(operation.question or "")
        value, was = _SIGN_KEYS[operation.key], _SIGN_KEYS[operation.was or "n"]
        try:
            self._desk.answer(
                operation.mark_id,
                request_id,
                changes={"signs": {sign.field: value}},
                was={"signs": {sign.field: was}},
            )
        except ReferralContradicted:
            if self._desk.state.selected != operation.mark_id:
                raise  # there is nothing in sight to ask about
            # Sent again, it is not carried out when the question has been answered.
            self._desk.remember_refused(request_id)
            self._desk.ask_about_referral(value)
        else:
            self._answered(operation.mark_id, sign)

    def _answered(self, finding_id: str, sign: Sign) -> None:
        """Show the next sign, if the finding is still selected."""
        if self._desk.state.selected == finding_id:
            self._desk.put(states.answered(self._desk.state, sign))
