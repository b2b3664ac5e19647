"""One topic: its parts as cards, what clinics say on it, hard words, and where to go on."""

from collections.abc import Iterator

import streamlit as st

from bodymap.atlas import Atlas, LearnTopic, TopicPart
from bodymap.body import Body
from bodymap.ui import links, statements
from bodymap.ui.learn import drawings
from bodymap.ui.wording import plain

_SAFETY_FIRST = ("self_care", "aftercare")


def draw(atlas: Atlas, body: Body, topic: LearnTopic) -> None:
    """Draw the page of a topic."""
    links.here("All topics", key="back")
    st.title(plain(topic.title))
    if topic.id in _SAFETY_FIRST:
        with st.container(key="caution-learn"):
            st.warning("Some pain is not from muscles. Read first when to get help.")
            links.here(plain(atlas.topics["seek_help"].title), key="first", topic="seek_help")
    text, beside = st.columns([0.68, 0.32], gap="medium")
    with text:
        with st.container(border=True, key="card-summary"):
            statements.stated(atlas, [topic.summary], as_list=False)
        for number, part in enumerate(topic.parts):
            with st.container(border=True, key=f"card-part-{number}"):
                _part(atlas, body, part)
        _clinics(atlas, topic)
    with beside:
        statements.words_explained(atlas, texts(topic))
        _onwards(atlas, topic)


def texts(topic: LearnTopic) -> Iterator[str]:
    """All of a topic that is written for a reader, without the facts of clinic pages."""
    yield topic.title
    yield topic.summary.text
    for part in topic.parts:
        yield part.heading
        for statement in part.statements:
            yield statement.text


def _part(atlas: Atlas, body: Body, part: TopicPart) -> None:
    st.markdown(f"## {plain(part.heading)}")
    statements.stated(atlas, part.statements)
    if part.drawing is not None:
        drawings.draw(part.drawing, atlas, body)


def _clinics(atlas: Atlas, topic: LearnTopic) -> None:
    told = [fact for page in topic.facts_of for fact in atlas.facts_at(page)]
    if told:
        with st.container(border=True, key="card-clinics"):
            st.markdown("## What clinics say")
            st.caption(
                "From their own pages, in our words. A clinic may sell the treatment it describes."
            )
            statements.facts(atlas, told)


def _onwards(atlas: Atlas, topic: LearnTopic) -> None:
    order = list(atlas.topics.values())
    following = order[order.index(topic) + 1 :][:1]
    others = [atlas.topics[each] for each in topic.see if atlas.topics[each] not in following]
    with st.container(border=True, key="card-onwards"):
        st.markdown("## Read on")
        for each in (*following, *others):
            links.here(plain(each.title), key=each.id, topic=each.id)
        links.way("treatments", "What can be done")
