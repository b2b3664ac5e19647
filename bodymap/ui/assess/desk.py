"""What a window does to its assessment: one service call each, and a word about how it went.

The state of the window lies in Streamlit's session; the assessment is read from the store each
time it is shown, so it survives reload, crash and restart. The verbs raise what the services raise;
`attempt` turns that into a notice, for widgets.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import streamlit as st

from bodymap.body import Body, Laterality
from bodymap.canvas import AddStroke
from bodymap.errors import BodymapError, NotOpen
from bodymap.records import Assessment, Person, Place, SignValue, Status, TriggerPointFinding
from bodymap.services.assessing import findings
from bodymap.services.assessing.assessments import list_editions, open_assessment
from bodymap.services.assessing.dating import date_assessment
from bodymap.services.assessing.examining import begin_finding
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.editing import Editing, remember_refused
from bodymap.services.kernel.ports import Ports
from bodymap.services.kernel.undo import redo, undo
from bodymap.services.people.persons import open_person
from bodymap.ui.assess import state as states
from bodymap.ui.assess.state import AssessState, Notice, Tone
from bodymap.ui.operation_log import settle
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace

_STATE: Final = "assess_state"


@dataclass(frozen=True)
class Desk:
    """One assessment in one browser window.

    Attributes:
        workspace: What the session works with.
        assessment_id: The assessment.
        edition: Number of an earlier edition to read instead; None for the assessment itself.
    """

    workspace: Workspace
    assessment_id: str
    edition: int | None = None

    @property
    def ports(self) -> Ports:
        """Store, clock and ids."""
        return self.workspace.ports

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
        return f"{_STATE}:{self.log}"

    @property
    def log(self) -> str:
        """Name of the operation log: what was done on the record never reaches an edition of it."""
        return self.assessment_id + (f":edition-{self.edition}" if self.edition else "")

    def open(self) -> Assessment:
        """Read the assessment to show it.

        Raises:
            UnknownAssessment: there is none, or it is deleted.
            StoreError: it cannot be read.
        """
        assessment = self._read()
        if self._key not in st.session_state:
            self.put(states.opened(assessment, self.ports.ids.new()))
        self.put(states.looked_at(self.state, assessment))
        return assessment

    def _read(self) -> Assessment:
        if self.edition is None:
            return open_assessment(assessment_id=self.assessment_id, ports=self.ports)
        editions = list_editions(assessment_id=self.assessment_id, ports=self.ports)
        return editions[self.edition - 1].record

    def person(self, assessment: Assessment) -> Person | None:
        """Whose assessment it is; None while it waits under its code."""
        if assessment.person_id is None:
            return None
        return open_person(person_id=assessment.person_id, ports=self.ports)

    def body(self, figure: str) -> Body:
        """The figure of this assessment."""
        return self.workspace.body(figure)

    def known_as(self, client_id: str) -> None:
        """Take the browser window's own id, which outlives a reload: its undo goes on."""
        if self.state.client_id != client_id:
            self.put(replace(self.state, client_id=client_id))

    def say(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Say one sentence to the person at the screen."""
        self.put(states.said(self.state, Notice(text, tone)))

    def attempt(
        self, do: Callable[..., Assessment], *given: Any, **named: Any
    ) -> Assessment | None:
        """Carry out a verb for a widget; None, and a notice why, if it was refused.

        Nothing is lost then. What was done on the body before comes first.
        """
        try:
            settle(self.log)
            return do(*given, **named)
        except BodymapError as error:
            self.say(in_words(error), Tone.PROBLEM)
            return None

    def revise(self, finding_id: str, **changes: Any) -> Assessment | None:
        """Change fields of a finding, as `change`, with a notice if it was refused."""
        return self.attempt(self.change, finding_id, **changes)

    def kept(self, assessment: Assessment) -> Assessment:
        """Note that this window's change is on disk."""
        self.put(states.kept(self.state, assessment, self.ports.clock.now()))
        return assessment

    def keeping(self, service: Callable[..., Assessment]) -> Callable[..., Assessment]:
        """The service, followed by a note that this window's change is on disk."""
        return lambda **given: self.kept(service(**given))

    def select(self, finding_id: str | None) -> None:
        """Select a finding, or none."""
        self.put(states.select(self.state, finding_id))

    # ---- verbs; each raises what its service raises

    def editing(self, request_id: str | None = None) -> Editing:
        """This window at its assessment, whatever version it was shown.

        Raises:
            NotOpen: it reads an earlier edition, which nothing changes.
        """
        if self.edition is not None:
            raise NotOpen(self.assessment_id, Status.FINISHED, kind="assessment")
        return Editing(self.assessment_id, self.state.client_id, self.ports, request_id=request_id)

    def _changing(self, request_id: str | None = None) -> Editing:
        return replace(self.editing(request_id), expected_version=self.state.version)

    def remember_refused(self, request_id: str) -> None:
        """Note for good that an operation was refused."""
        remember_refused(self.editing(request_id))

    def record(self, finding: TriggerPointFinding, request_id: str | None = None) -> Assessment:
        """Add a finding and select it."""
        kept = self.kept(findings.record_finding(self.editing(request_id), finding=finding))
        self.select(finding.id)
        return kept

    def change(self, finding_id: str, request_id: str | None = None, **changes: Any) -> Assessment:
        """Change fields of a finding; a mapping changes single fields of what is there."""
        editing = self._changing(request_id)
        return self.kept(findings.revise_finding(editing, finding_id=finding_id, changes=changes))

    def answer(
        self,
        finding_id: str,
        request_id: str,
        *,
        changes: Mapping[str, Any],
        was: Mapping[str, Any],
    ) -> Assessment:
        """Change fields of a finding that still say what they said when they were answered."""
        editing = self.editing(request_id)
        return self.kept(
            findings.revise_finding(editing, finding_id=finding_id, changes=changes, was=was)
        )

    def draw_referral(self, done: AddStroke, request_id: str) -> Assessment:
        """Draw more of the referral felt of the finding that the stroke belongs to."""
        return self.kept(
            findings.draw_referral(
                self.editing(request_id),
                finding_id=done.mark_id or "",
                view=done.view,
                strokes=done.strokes,
                body=self.body(done.figure),
            )
        )

    def move_from(
        self,
        finding_id: str,
        place: Place,
        laterality: str,
        was: Callable[[Place], bool],
        request_id: str | None = None,
    ) -> Assessment:
        """Move a finding that still lies where it was seen."""
        editing = self.editing(request_id)
        return self.kept(
            findings.move_finding(
                editing, finding_id=finding_id, place=place, laterality=laterality, was=was
            )
        )

    def move(
        self, finding_id: str, place: Place, laterality: str, request_id: str | None = None
    ) -> Assessment:
        """Move a finding to another place."""
        return self.kept(
            findings.move_finding(
                self._changing(request_id),
                finding_id=finding_id,
                place=place,
                laterality=laterality,
            )
        )

    def remove(self, finding_id: str) -> Assessment:
        """Remove a finding as it was shown; undo brings it back."""
        return self.kept(findings.remove_finding(self._changing(), finding_id=finding_id))

    def remove_any(self, finding_id: str, request_id: str) -> Assessment:
        """Remove a finding, whatever it says by now; undo brings it back."""
        editing = self.editing(request_id)
        return self.kept(findings.remove_finding(editing, finding_id=finding_id, any_version=True))

    def copy_to_other_side(self, finding_id: str, figure: str) -> Assessment:
        """Add the same finding at the mirrored place and take it to hand."""
        new_id = self.ports.ids.new()
        body = self.body(figure)
        kept = self.kept(
            findings.copy_finding_to_other_side(
                self.editing(), finding_id=finding_id, new_id=new_id, body=body
            )
        )
        self.select(new_id)
        return kept

    def copy_to_muscle(self, finding_id: str, muscle: str, trigger_point: str) -> Assessment:
        """Add the same finding for another muscle and take it to hand."""
        new_id = self.ports.ids.new()
        kept = self.kept(
            findings.copy_finding_to_next_muscle(
                self.editing(),
                finding_id=finding_id,
                new_id=new_id,
                muscle=muscle,
                trigger_point=trigger_point,
            )
        )
        self.select(new_id)
        return kept

    def examine(self, trigger_point: str, laterality: Laterality, figure: str) -> Assessment:
        """Begin a finding for a trigger point at its typical place, or take the one there is."""
        kept, finding_id = begin_finding(
            self.editing(),
            trigger_point=trigger_point,
            laterality=laterality,
            new_id=self.ports.ids.new(),
            atlas=self.workspace.atlas(),
            body=self.body(figure),
        )
        self.select(finding_id)
        return self.kept(kept)

    def step_back(self, request_id: str, named: str) -> Assessment:
        """Take back this window's last step, if it is the one named."""
        return self.kept(undo(ASSESSMENTS, self.editing(request_id), named=named))

    def step_again(self, request_id: str, named: str) -> Assessment:
        """Repeat the step that was taken back last, if it is the one named."""
        return self.kept(redo(ASSESSMENTS, self.editing(request_id), named=named))

    def date(self, day: date) -> Assessment:
        """Change the day on which the examination took place."""
        return self.kept(date_assessment(self._changing(), day=day))

    def edit(self, **changes: Any) -> Assessment:
        """Change what is written about the assessment as a whole."""
        return self.kept(findings.edit_assessment(self._changing(), changes=changes))

    # ---- copies, the other side, referral

    def move_to_other_side(self, finding_id: str, figure: str) -> Assessment:
        """Put right a finding that was recorded on the wrong side."""
        editing, body = self._changing(), self.body(figure)
        return self.kept(
            findings.move_finding_to_other_side(editing, finding_id=finding_id, body=body)
        )

    def copy_same_findings(self, finding_id: str, source_id: str, figure: str) -> Assessment:
        """Say of a finding what was found at another one, marked as copied."""
        return self.kept(
            findings.copy_same_findings(
                self._changing(),
                finding_id=finding_id,
                source_id=source_id,
                body=self.body(figure),
            )
        )

    def confirm_examined(self, finding_id: str) -> Assessment:
        """Say that a place with copied findings was examined."""
        return self.kept(findings.confirm_finding_examined(self._changing(), finding_id=finding_id))

    def ask_about_referral(self, wanted: SignValue | None) -> None:
        """Ask how a sign goes with the referral felt; with None nothing more."""
        self.put(states.ask_about_referral(self.state, wanted))

    def draw_referral_of(self, finding_id: str | None) -> None:
        """Draw the referral of a finding, so that no click makes another; None ends it."""
        self.put(states.draw_referral_of(self.state, finding_id))
