"""The criterion for pain in many places, as published: what it says and what was not answered."""

import streamlit as st

from bodymap.analysis.coding.acr_2016 import acr_2016
from bodymap.analysis.coding.codings import Coded
from bodymap.records import PainDrawing, SeverityAnswers
from bodymap.ui.session import Workspace
from bodymap.ui.statements import cited
from bodymap.ui.wording import plain


def draw(workspace: Workspace, drawing: PainDrawing, wpi: Coded) -> None:
    """Show it where its questions were answered, or where answers could decide it."""
    atlas = workspace.atlas()
    answers = drawing.severity or SeverityAnswers()
    result = acr_2016(wpi, answers, atlas)
    if drawing.severity is None and result.met is not None:
        return
    st.markdown("## Pain in many places: a criterion, not a diagnosis")
    st.write(plain(result.text))
    if result.missing:
        st.write(plain(f"Not answered: {'; '.join(result.missing)}."))
    st.caption(plain(result.caution))
    rule = atlas.acr_2016
    cited(atlas, rule.sources, rule.certainty, rule.kind)
