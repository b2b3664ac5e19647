"""The Export and import page: records as archives, out and in; on this device only."""

from typing import Final

import streamlit as st

from bodymap.errors import BodymapError
from bodymap.ui import links
from bodymap.ui.exchange import coming, keeping, leaving
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain

TITLE: Final = "Export and import"
PATH: Final = links.EXCHANGE


def show(workspace: Workspace) -> None:
    """Show the page; the address may name a person whose records leave."""
    st.title(TITLE)
    with st.container(key="grid-exchange"):
        with st.container(border=True, key="card-export"):
            try:
                leaving.draw(workspace, st.query_params.get(links.PERSON))
            except BodymapError as error:
                st.error(plain(in_words(error)))
        with st.container(border=True, key="card-import"):
            coming.draw(workspace)
        if workspace.vault is not None:
            with st.container(border=True, key="card-backup"):
                keeping.draw(workspace)
    st.caption(
        "Files larger than a page takes are made and read in a terminal: `bodymap export`, "
        "`import`, `backup` and `restore`."
    )
