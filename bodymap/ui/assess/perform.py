"""Carries out what was done on the body: each operation once, in order, as a service call.

An operation is acknowledged when it is on disk, or when it can never be carried out. If the records
cannot be written just now it stays with the browser, which shows it and sends it again.
"""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from bodymap.body import Body, Stroke
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
    Vocabulary,
    receive,
)
from bodymap.canvas.log import Refusal
from bodymap.errors import BesideTheBody, BodymapError, NothingToDrawFor, StoreError
from bodymap.records import (
    Assessment,
    Drawing,
    DrawnStroke,
    PainIntensity,
    PointPlace,
    Referral,
    ReferralFelt,
    SignValue,
    TriggerPointFinding,
    ViewStrokes,
)
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.state import Tone
from bodymap.ui.problems import in_words

_SIGN_KEYS: Final = {
    "p": SignValue.PRESENT,
    "a": SignValue.ABSENT,
    "n": SignValue.NOT_EXAMINED,
}
_MOST_REFUSALS: Final = 20


class Performer:
    """Takes messages of the canvas for one assessment in one browser window."""

    def __init__(self, desk: Desk, figure: str) -> None:
        self._desk = desk
        self._body: Body = desk.body(figure)
        self._log: dict[str, Any] = st.session_state.setdefault(
            f"log:{desk.assessment_id}", {"acknowledged": {}, "refusals": {}}
        )

    @property
    def acknowledged(self) -> Mapping[str, int]:
        """Highest operation number done with, by browser window."""
        acknowledged: dict[str, int] = self._log["acknowledged"]
        return acknowledged

    @property
    def refusals(self) -> Mapping[str, list[Refusal]]:
        """The last refusals, by browser window."""
        refusals: dict[str, list[Refusal]] = self._log["refusals"]
        return refusals

    def take(self, message: object) -> None:
        """Carry out what a message brings that is new."""
        received = receive(message, self.acknowledged, Vocabulary.of(self._body))
        if received.client_id is None:
            return
        client_id = received.client_id
        self._desk.known_as(client_id)
        for refusal in received.refusals:
            self._refuse(client_id, refusal)
        for operation in received.operations:
            try:
                self._perform(operation, f"{client_id}:{operation.number}")
            except StoreError as error:
                self._desk.say(in_words(error), Tone.PROBLEM)
                return
            except BodymapError as error:
                self._refuse(client_id, Refusal(operation.number, in_words(error)))
            self._log["acknowledged"][client_id] = operation.number
        self._log["acknowledged"][client_id] = received.last

    def _refuse(self, client_id: str, refusal: Refusal) -> None:
        kept = self._log["refusals"].setdefault(client_id, [])
        kept.append(refusal)
        del kept[:-_MOST_REFUSALS]

    def _perform(self, operation: Operation, request_id: str) -> None:
        desk = self._desk
        match operation:
            case AddPoint():
                desk.record(self._finding(operation))
            case MoveMark():
                place, laterality = self._place(operation)
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

    def _place(self, at: AddPoint | MoveMark) -> tuple[PointPlace, str]:
        """The place of a point, with the cell and region it falls on.

        Raises:
            BesideTheBody: there is no body at that point.
        """
        hit = self._body.hit(at.view, at.x, at.y)
        if hit is None or hit.region is None:
            raise BesideTheBody(at.view, at.x, at.y)
        place = PointPlace(
            view=at.view,
            figure=self._body.figure,
            body_version=self._body.version,
            x=at.x,
            y=at.y,
            cell=hit.cell,
            region=hit.region,
        )
        return place, hit.laterality

    def _finding(self, at: AddPoint) -> TriggerPointFinding:
        place, laterality = self._place(at)
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
        drawing = _with_stroke(kept, operation.view, operation.stroke, self._body)
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


def _with_stroke(kept: Drawing | None, view: str, stroke: Stroke, body: Body) -> Drawing:
    layers = {layer.view: layer.strokes for layer in kept.views} if kept else {}
    layers[view] = (*layers.get(view, ()), DrawnStroke.of(stroke))
    return Drawing.checked(
        {
            "figure": body.figure,
            "body_version": body.version,
            "views": tuple(ViewStrokes(view=v, strokes=s) for v, s in layers.items()),
        }
    )
