"""Opens what the pages work with, once per process: records, body and atlas."""

from functools import cache

import streamlit as st

from bodymap import files
from bodymap.analysis.search_index import SearchIndex
from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body
from bodymap.services.kernel.ids import SystemIds
from bodymap.services.kernel.ports import Ports, SystemClock
from bodymap.services.practising.pattern_names import PatternNames
from bodymap.services.practising.practice import Practice
from bodymap.store import LearnerFiles, open_store
from bodymap.store.vault import FileVault
from bodymap.ui.session import Workspace


@cache
def figure(figure_id: str) -> Body:
    """A figure of the body; the figures share what they have in common.

    Raises:
        BodyError: there is no such figure, or its files are missing or damaged.
    """
    neutral = "neutral"
    return Body.load() if figure_id == neutral else figure(neutral).as_figure(figure_id)


@cache
def atlas() -> Atlas:
    """The atlas, on the neutral figure.

    Raises:
        AtlasError: the compiled atlas is missing or damaged.
    """
    return Atlas.load(body=figure("neutral"))


@cache
def muscle_layer() -> MuscleLayer:
    """Where muscles lie; opened when it is first needed.

    Raises:
        AtlasError: the compiled layer is missing or damaged.
    """
    return MuscleLayer.load()


@cache
def search_index() -> SearchIndex:
    """The index over all that can be looked up.

    Raises:
        AtlasError: the compiled atlas is missing or damaged.
    """
    return SearchIndex.of(atlas(), figure("neutral"))


@cache
def pattern_names() -> PatternNames:
    """Names of patterns that give nothing away, for this run of the program."""
    return PatternNames()


@st.cache_resource(show_spinner="Opening Bodymap")
def workspace() -> Workspace:
    """The workspace of this process; tables are brought up to date when it is first opened.

    Raises:
        StoreError: the records cannot be opened.
        BodyError: the figure's files are missing or damaged.
        AtlasError: the compiled atlas is missing or damaged.
    """
    store = open_store(files.data_folder())
    figure("neutral")
    atlas()
    ports = Ports(store=store, clock=SystemClock(), ids=SystemIds())
    learners = LearnerFiles(files.data_folder())
    return Workspace(
        ports=ports,
        body=figure,
        atlas=atlas,
        search=search_index,
        practice=Practice(shelf=learners, clock=ports.clock, ids=ports.ids),
        pattern_names=pattern_names(),
        muscle_layer=muscle_layer,
        vault=FileVault(files.data_folder()),
    )
