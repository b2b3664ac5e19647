"""The Learn page: one topic in plain words, or all of them to choose from."""

from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.atlas.catalogue import nearest_name
from bodymap.ui import links
from bodymap.ui.learn import topic_page
from bodymap.ui.session import Workspace
from bodymap.ui.top import top
from bodymap.ui.wording import NOTICE, plain

TITLE: Final = "Learn"
PATH: Final = "learn"
TOPIC: Final = links.TOPIC
_MOST_LETTERS: Final = 60


def show(workspace: Workspace) -> None:
    """Show the page; the address names a topic."""
    atlas = workspace.atlas()
    links.back_to_assessment()
    asked = st.query_params.get(TOPIC)
    if asked is not None and asked in atlas.topics:
        topic_page.draw(atlas, workspace.body("neutral"), atlas.topics[asked])
    else:
        st.title("Learn")
        if asked is not None:
            _not_there(atlas, asked)
        _all(atlas)
    st.caption(NOTICE)
    top.of(asked)


def _not_there(atlas: Atlas, asked: str) -> None:
    name = plain(asked[:_MOST_LETTERS])
    st.warning(f"There is no topic called {name} here. Choose one from the list.")
    nearest = nearest_name(asked, atlas.topics)
    if nearest is not None:
        title = plain(atlas.topics[nearest].title)
        links.here(f"Did you mean: {title}", key="nearest", topic=nearest)


def _all(atlas: Atlas) -> None:
    st.write(
        "Short pages in plain words. Below each text, one tap shows who says so and how sure it is."
    )
    with st.container(key="grid-learn"):
        for topic in atlas.topics.values():
            with st.container(border=True, key=f"card-topic-{topic.id}"):
                st.markdown(f"## {topic.place} · {plain(topic.title)}")
                st.write(plain(topic.summary.text))
                links.here(f"Read: {plain(topic.title)}", key=topic.id, topic=topic.id)
        with st.container(border=True, key="card-topic-treatments"):
            st.markdown("## What can be done")
            st.write("Each treatment on its own page, and all of them side by side.")
            links.way("treatments", "Read about treatments")
        with st.container(border=True, key="card-topic-sources"):
            st.markdown("## Where all this comes from")
            st.write(f"All {len(atlas.sources)} works we used, and what we could not find.")
            links.way("about", "See all sources")
