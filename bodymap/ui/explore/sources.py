"""Who says something and how well they agree, one tap away from what is said."""

from collections.abc import Iterable

import streamlit as st

from bodymap.atlas import Atlas, Certainty
from bodymap.atlas.citing import agreement, citation
from bodymap.ui.fields import opened
from bodymap.ui.wording import plain


def behind(
    atlas: Atlas,
    sources: Iterable[str],
    certainty: Certainty,
    *,
    key: str,
    what: str,
    note: str = "",
) -> None:
    """A button that opens the sources of one statement and how well they agree.

    Args:
        atlas: Where the sources stand.
        sources: Their ids.
        certainty: Of the statement.
        key: Of the button, one per statement on the page.
        what: What the statement is about, for the button's name.
        note: What else to know of the sources.
    """
    pane = opened(f"Source: {what}", key=f"source-{key}", quiet=True)
    if pane is None:
        return
    with pane:
        named = [atlas.sources[source_id] for source_id in dict.fromkeys(sources)]
        st.write(agreement(named, certainty))
        for source in named:
            kind = source.kind.value.replace("_", " ")
            st.caption(plain(f"{citation(source)} ({kind})"))
        if note:
            st.caption(plain(note))
