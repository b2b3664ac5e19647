"""What Bodymap is and is not, where its figure and facts come from, and where records lie."""

from typing import Final

import streamlit as st

from bodymap import files
from bodymap.ui.wording import NOTICE, plain
from bodymap.ui.workspace import Workspace

TITLE: Final = "About"
PATH: Final = "about"

_BODY = """
The figure is a model body, derived from the MakeHuman base mesh (CC0 1.0). Areas and distances are
those of the model; distances are scaled to a person only where a height is recorded.
"""
_DATA = """
Everything stays on this machine. No page asks an outside host for anything, and no account is
needed. Sample people are made up, labelled as such, and go with one click.
"""


def show(workspace: Workspace) -> None:
    """Show the page."""
    atlas = workspace.atlas()
    st.title("About Bodymap")
    st.info(NOTICE)
    st.header("The body")
    st.write(_BODY)
    st.header("Your records")
    st.write(_DATA)
    st.write("They lie in this folder:")
    st.write(plain(str(files.data_folder())))
    st.header("Sources")
    st.write(
        f"{len(atlas.muscles)} muscles with {len(atlas.trigger_points)} typical trigger point "
        f"sites, from these {len(atlas.sources)} works. Facts carry over, sentences and drawings "
        "do not."
    )
    with st.expander("All sources"):
        for source in atlas.sources.values():
            st.write("- " + plain(source.title))
