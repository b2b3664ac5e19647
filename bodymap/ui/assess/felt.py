"""The referral that this person felt beside the typical one, in words."""

import streamlit as st

from bodymap.analysis.looking_up.felt_referral import felt_referral
from bodymap.atlas import typical_referral
from bodymap.errors import BodyError, UnknownEntry
from bodymap.records import TriggerPointFinding
from bodymap.ui.assess.desk import Desk
from bodymap.ui.wording import plain
from bodymap.wording.pain import places_in_words


def draw(desk: Desk, finding: TriggerPointFinding, figure: str) -> None:
    """Say how far they agree; draws nothing where none was drawn, or none is typical."""
    drawing = finding.referral.drawing
    if drawing is None or finding.trigger_point is None:
        return
    body = desk.body(figure)
    try:
        point = desk.workspace.atlas().trigger_points[finding.trigger_point]
        typical = typical_referral(point, finding.laterality, body)
        compared = felt_referral(drawing.area(body), typical, finding.laterality)
    except (UnknownEntry, BodyError):  # "elsewhere in this muscle", or not of this body
        return
    if compared is None:
        return
    told = list(compared.text)
    if compared.elsewhere_told:
        told.append(f"Also felt: {places_in_words(compared.elsewhere_told)}.")
    st.write(plain(" ".join(told)))
    st.caption("The typical pattern lies under what was drawn. People differ; theirs counts here.")
