"""What a window does to its assessment: one service call each, and a word about how it went.

The state of the window lies in Streamlit's session; the assessment is read from the store each
time it is shown, so it survives reload, crash and restart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from bodymap.body import Body
from bodymap.errors import BodymapError, InvalidRecord
from bodymap.records import (
    Assessment,
    Person,
    Place,
    PressurePainThreshold,
    PressureUnit,
    TriggerPointFinding,
)
from bodymap.services import findings, history
from bodymap.services.assessments import open_assessment
from bodymap.services.people import open_person
from bodymap.ui.assess import state as states
from bodymap.ui.assess.state import AssessState, Notice, Tone
from bodymap.ui.problems import in_words
from bodymap.ui.workspace import Workspace

_STATE: Final = "assess_state"


@dataclass(frozen=True)
class Desk:
    """One assessment in one browser window."""

    workspace: Workspace
    assessment_id: str

    @property
    def state(self) -> AssessState:
        """Where the window is."""
        state: AssessState = st.session_state[self._key]
        return state

    def put(self, state: AssessState) -> None:
        """Keep where the window is."""
        st.session_state[self._key] = state

    @property
    def _key(self) -> str:
        return f"{_STATE}:{self.assessment_id}"

    def open(self) -> Assessment:
        """Read the assessment to show it.

        Raises:
            UnknownAssessment: there is none, or it is deleted.
            StoreError: it cannot be read.
        """
        assessment = open_assessment(assessment_id=self.assessment_id, ports=self.workspace.ports)
        if self._key not in st.session_state:
            self.put(states.opened(assessment, self.workspace.ports.ids.new()))
        self.put(states.looked_at(self.state, assessment))
        return assessment

    def person(self, assessment: Assessment) -> Person | None:
        """Whose assessment it is; None while it waits under its code."""
        if assessment.person_id is None:
            return None
        return open_person(person_id=assessment.person_id, ports=self.workspace.ports)

    def body(self, figure: str) -> Body:
        """The figure of this assessment."""
        return self.workspace.body(figure)

    def attempt(self, change: Callable[[AssessState], Assessment]) -> Assessment | None:
        """Carry out a change that returns the assessment as it is then.

        Returns None, and says why, if it was refused; nothing is lost then.
        """
        try:
            assessment = change(self.state)
        except BodymapError as error:
            self.say(in_words(error), Tone.PROBLEM)
            return None
        self.put(states.kept(self.state, assessment, self.workspace.ports.clock.now()))
        return assessment

    def say(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Say one sentence to the person at the screen."""
        self.put(states.said(self.state, Notice(text, tone)))

    def select(self, finding_id: str | None) -> None:
        """Take a finding to hand."""
        self.put(states.select(self.state, finding_id))

    def record(self, finding: TriggerPointFinding) -> Assessment | None:
        """Add a finding and take it to hand."""
        kept = self.attempt(
            lambda state: findings.record_finding(
                assessment_id=self.assessment_id,
                finding=finding,
                client_id=state.client_id,
                ports=self.workspace.ports,
            )
        )
        if kept is not None:
            self.select(finding.id)
        return kept

    def revise(self, finding_id: str, **changes: Any) -> Assessment | None:
        """Change fields of a finding; a mapping changes single fields of what is there."""
        return self.attempt(
            lambda state: findings.revise_finding(
                assessment_id=self.assessment_id,
                finding_id=finding_id,
                changes=changes,
                client_id=state.client_id,
                expected_version=state.version,
                ports=self.workspace.ports,
            )
        )

    def move(self, finding_id: str, place: Place, laterality: str) -> Assessment | None:
        """Move a finding to another place."""
        return self.attempt(
            lambda state: findings.move_finding(
                assessment_id=self.assessment_id,
                finding_id=finding_id,
                place=place,
                laterality=laterality,
                client_id=state.client_id,
                expected_version=state.version,
                ports=self.workspace.ports,
            )
        )

    def remove(self, finding_id: str) -> Assessment | None:
        """Remove a finding; undo brings it back."""
        return self.attempt(
            lambda state: findings.remove_finding(
                assessment_id=self.assessment_id,
                finding_id=finding_id,
                client_id=state.client_id,
                expected_version=state.version,
                ports=self.workspace.ports,
            )
        )

    def step_back(self, request_id: str | None = None) -> Assessment | None:
        """Take back this window's last step."""
        return self.attempt(
            lambda state: history.undo(
                assessment_id=self.assessment_id,
                client_id=state.client_id,
                ports=self.workspace.ports,
                request_id=request_id,
            )
        )

    def step_again(self, request_id: str | None = None) -> Assessment | None:
        """Repeat the step that was taken back last."""
        return self.attempt(
            lambda state: history.redo(
                assessment_id=self.assessment_id,
                client_id=state.client_id,
                ports=self.workspace.ports,
                request_id=request_id,
            )
        )

    def edit(self, **changes: Any) -> Assessment | None:
        """Change what is written about the assessment as a whole."""
        return self.attempt(
            lambda state: findings.edit_assessment(
                assessment_id=self.assessment_id,
                changes=changes,
                client_id=state.client_id,
                expected_version=state.version,
                ports=self.workspace.ports,
            )
        )

    def copy_to_other_side(self, finding_id: str) -> Assessment | None:
        """Add the same finding at the mirrored place and take it to hand."""
        new_id = self.workspace.ports.ids.new()

        def copy(state: AssessState) -> Assessment:
            figure = open_assessment(
                assessment_id=self.assessment_id, ports=self.workspace.ports
            ).figure
            return findings.copy_finding_to_other_side(
                assessment_id=self.assessment_id,
                finding_id=finding_id,
                new_id=new_id,
                body=self.body(figure),
                client_id=state.client_id,
                ports=self.workspace.ports,
            )

        return self._copied(copy, new_id)

    def copy_to_muscle(self, finding_id: str, muscle: str, trigger_point: str) -> Assessment | None:
        """Add the same finding for another muscle and take it to hand."""
        new_id = self.workspace.ports.ids.new()

        def copy(state: AssessState) -> Assessment:
            return findings.copy_finding_to_next_muscle(
                assessment_id=self.assessment_id,
                finding_id=finding_id,
                new_id=new_id,
                muscle=muscle,
                trigger_point=trigger_point,
                client_id=state.client_id,
                ports=self.workspace.ports,
            )

        return self._copied(copy, new_id)

    def _copied(self, copy: Callable[[AssessState], Assessment], new_id: str) -> Assessment | None:
        kept = self.attempt(copy)
        if kept is not None:
            self.select(new_id)
        return kept

    def attempt_threshold(
        self, finding_id: str, value: float, unit: PressureUnit, probe_area_cm2: float
    ) -> Assessment | None:
        """Record a pressure pain threshold as it was read."""
        try:
            threshold = PressurePainThreshold.entered(value, unit, probe_area_cm2=probe_area_cm2)
        except InvalidRecord as error:
            self.say(in_words(error), Tone.PROBLEM)
            return None
        return self.revise(finding_id, pressure_pain_threshold=threshold)
