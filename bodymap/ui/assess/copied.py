"""What was copied and nobody has examined yet; and the one tap that copies on purpose."""

import streamlit as st

from bodymap.records import Assessment, TriggerPointFinding
from bodymap.services.assessing.copies import same_findings_source
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.naming import in_assessment
from bodymap.ui.fields import pressed, widget_key
from bodymap.ui.wording import plain


def draw(desk: Desk, assessment: Assessment, finding: TriggerPointFinding) -> None:
    """Say that what is shown is a copy, or offer one; nothing where neither holds."""
    atlas = desk.workspace.atlas()
    if finding.is_carried:
        st.warning("As last time. Nobody has confirmed it today, so it does not count yet.")
        _confirm(desk, assessment, finding, "Confirmed today")
        return
    if finding.copied_from is not None:
        source = assessment.finding(finding.copied_from)
        of = in_assessment(atlas, assessment, source) if source else "a finding that is gone"
        st.warning(plain(f"Copied from {of}. Nobody has examined this place yet."))
        _confirm(desk, assessment, finding, "Examined here")
        return
    source = same_findings_source(assessment, finding) if assessment.is_open else None
    if source is not None:
        st.button(
            plain(f"Same findings as {in_assessment(atlas, assessment, source)}"),
            on_click=pressed(desk.attempt),
            args=(desk.copy_same_findings, finding.id, source.id, assessment.figure),
            help="Copies signs, measures, referral and note, marked as copied until examined here.",
            key=widget_key(finding.id, "same-findings"),
        )


def _confirm(desk: Desk, assessment: Assessment, finding: TriggerPointFinding, label: str) -> None:
    if assessment.is_open:
        st.button(
            label,
            on_click=pressed(desk.attempt),
            args=(desk.confirm_examined, finding.id),
            help="This place was examined and is as it says.",
            key=widget_key(finding.id, "examined-here"),
        )
