"""Opens what the pages work with, once per process: records, body and atlas."""

import os
from functools import cache

import streamlit as st

from bodymap import files
from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.services.ids import SystemIds
from bodymap.services.ports import Ports, SystemClock
from bodymap.store import open_store
from bodymap.ui.workspace import Workspace


@cache
def _body(figure: str) -> Body:
    return Body.load() if figure == "neutral" else _body("neutral").as_figure(figure)


@cache
def _atlas() -> Atlas:
    return Atlas.load(body=_body("neutral"))


@st.cache_resource(show_spinner="Opening Bodymap")
def workspace() -> Workspace:
    """The workspace of this process; tables are brought up to date when it is first opened.

    Raises:
        StoreError: the records cannot be opened.
        BodyError: the figure's files are missing or damaged.
        AtlasError: the compiled atlas is missing or damaged.
    """
    url = os.environ.get("BODYMAP_DATABASE_URL")
    store = open_store(folder=files.data_folder(), url=url)
    opened = Workspace(
        ports=Ports(store=store, clock=SystemClock(), ids=SystemIds()), body=_body, atlas=_atlas
    )
    opened.body("neutral")
    opened.atlas()
    return opened
