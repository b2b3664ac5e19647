"""What Bodymap is and is not, where its figure and facts come from, and where records lie."""

from collections import Counter
from typing import Final

import streamlit as st

from bodymap import files
from bodymap.atlas import Atlas, FactKind, FactPage
from bodymap.atlas.sources import Access
from bodymap.ui import links, statements
from bodymap.ui.session import Workspace
from bodymap.ui.wording import NOTICE, plain

TITLE: Final = "About"
PATH: Final = "about"

BODY: Final = """
The figure is a model, made from the MakeHuman mesh. Anyone may use that mesh (CC0 1.0). Sizes and
distances are those of the model. If you give your height, we fit distances to it.
"""
DATA: Final = """
All that you write down stays on this machine. No page asks the internet for anything. You need no
account. Sample people are made up, and one click takes them away.
"""
KNOWLEDGE: Final = """
We wrote down what these works say in our own words. We copied no text and no drawing. Each thing
we say names its source and how well the sources agree.
"""
GAPS: Final = """
Some things we could not find. Where a page says too little, we note it and show nothing.
"""


def show(workspace: Workspace) -> None:
    """Show the page."""
    atlas = workspace.atlas()
    st.title("About Bodymap")
    st.info(NOTICE)
    st.header("The body")
    st.write(BODY)
    st.header("Your records")
    st.write(DATA)
    if workspace.access.is_whole:
        st.write("They lie in this folder:")
        st.write(plain(str(files.data_folder())))
    st.header("Sources")
    st.write(KNOWLEDGE)
    st.write(
        f"{len(atlas.muscles)} muscles with {len(atlas.trigger_points)} typical trigger points, "
        f"{len(atlas.treatments)} treatments and {len(atlas.topics)} topics, from "
        f"{len(atlas.sources)} works."
    )
    st.write(how_read(atlas))
    links.way("learn", "Learn how all this is known")
    _clinic_pages(atlas)
    _all_sources(atlas)


def how_read(atlas: Atlas) -> str:
    """How much of the works was read, in words."""
    read = Counter(source.access for source in atlas.sources.values())
    return (
        f"Of these works we read {read[Access.READ_IN_FULL]} in full, "
        f"{read[Access.ABSTRACT_OR_EXCERPT]} as an abstract or an excerpt, and "
        f"{read[Access.PARTLY_CHECKED]} in parts. {read[Access.GENERAL_KNOWLEDGE]} we did not "
        "open: there we rely on what is generally known of them, and say so."
    )


def _clinic_pages(atlas: Atlas) -> None:
    told = atlas.facts_at(FactPage.ABOUT)
    with st.container(border=True, key="card-clinics"):
        st.markdown("## About the clinic pages")
        statements.facts(atlas, [fact for fact in told if fact.kind is not FactKind.PAGE_GAP])
    with st.container(border=True, key="card-gaps"):
        st.markdown("## Gaps")
        st.write(GAPS)
        statements.facts(atlas, [fact for fact in told if fact.kind is FactKind.PAGE_GAP])


def _all_sources(atlas: Atlas) -> None:
    with st.expander("All sources"):
        for kind, words in statements.KINDS.items():
            of_kind = [source for source in atlas.sources.values() if source.kind is kind]
            if of_kind:
                st.markdown(f"**{words[:1].upper()}{words[1:]}** ({len(of_kind)})")
                lines = (
                    f"- {plain(s.authors)}{f', {s.year}' if s.year else ''}: {plain(s.title)}"
                    for s in of_kind
                )
                st.markdown("\n".join(lines))
