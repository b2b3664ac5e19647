"""Before a round: who practises, and what."""

from collections import Counter
from typing import Final

import streamlit as st

from bodymap.analysis.practice import Wanted, askable
from bodymap.records.practice import Difficulty, Exercise
from bodymap.services.practising import practice as services
from bodymap.ui.fields import opened
from bodymap.ui.practise import words
from bodymap.ui.practise.desk import Desk, become, nobody

_LENGTHS: Final = (5, 10, 20)
_NAME: Final = "practise-name"
_WHO: Final = "practise-who"


def learner(desk: Desk) -> None:
    """Who practises: choose, add, rename, remove."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="practise-learner"):
        if desk.learners:
            _choose(desk)
        adding = opened("Add a name", key="practise-add")
        if adding is not None:
            with adding:
                _add(desk)
        if desk.learner is not None:
            changing = opened("Rename or remove", key="practise-change", quiet=True)
            if changing is not None:
                with changing:
                    _change(desk)


def _choose(desk: Desk) -> None:
    names = {each.id: each.name for each in desk.learners}
    # The same name twice is told apart by the end of its id.
    often = Counter(names.values())
    shown = {
        i: plain_name if often[plain_name] == 1 else f"{plain_name} ({i[-4:]})"
        for i, plain_name in names.items()
    }

    def chosen() -> None:
        become(st.session_state[key])

    key = f"{_WHO}-{desk.learner.id if desk.learner else 'nobody'}"
    st.selectbox(
        "Who is practising",
        list(names),
        index=list(names).index(desk.learner.id) if desk.learner else None,
        format_func=shown.__getitem__,
        key=key,
        on_change=chosen,
        placeholder="Choose a name",
        width=260,
    )


def _add(desk: Desk) -> None:
    st.write("A name is all that is kept, and only on this machine.")
    st.text_input("Name", key=_NAME, max_chars=200)

    def add() -> None:
        def work() -> None:
            made = services.add_learner(
                name=st.session_state[_NAME], practice=desk.workspace.practice
            )
            become(made.id)

        if desk.attempt(work):
            st.session_state[_NAME] = ""

    st.button("Add", key="practise-add-now", on_click=add)


def _change(desk: Desk) -> None:
    learner_ = desk.learner
    if learner_ is None:
        return
    practice = desk.workspace.practice
    key = f"practise-rename-{learner_.id}"
    st.text_input("Name", value=learner_.name, key=key, max_chars=200)

    def rename() -> None:
        name = st.session_state[key]
        desk.attempt(
            lambda: services.rename_learner(learner_id=learner_.id, name=name, practice=practice)
        )

    def remove() -> None:
        if desk.attempt(lambda: practice.shelf.remove(learner_.id)):
            nobody()

    st.button("Rename", key="practise-rename-now", on_click=rename)
    sure = st.checkbox(
        f"Remove all {len(learner_.answers)} answers and the name, for good",
        key="practise-remove-sure",
    )
    st.button("Remove", key="practise-remove-now", on_click=remove, disabled=not sure)


def choose(desk: Desk) -> None:
    """What a round asks, and the button that starts it."""
    books = desk.books
    exercise = st.radio(
        "Exercise",
        list(words.EXERCISES),
        format_func=words.EXERCISES.__getitem__,
        captions=[words.TASKS[each] for each in words.EXERCISES],
        key="practise-exercise",
    )
    groups = {g.id: g.plain_label for g in books.atlas.groups.values() if g.parent is None}
    group = st.selectbox(
        "Part of the body",
        list(groups),
        index=None,
        format_func=groups.__getitem__,
        placeholder="Whole body",
        key="practise-group",
    )
    difficulty = st.segmented_control(
        "Difficulty",
        list(words.DIFFICULTIES),
        format_func=words.DIFFICULTIES.__getitem__,
        default=Difficulty.COMMON,
        key="practise-difficulty",
        required=True,
    )
    count = st.segmented_control(
        "Questions", _LENGTHS, default=10, key="practise-count", required=True
    )
    wanted = Wanted(exercise or Exercise.RECOGNISE, difficulty or Difficulty.COMMON, group, count)
    there = len(askable(books.atlas, books.body, books.alike, wanted))
    st.button(
        "Start",
        key="practise-start",
        type="primary",
        on_click=_start_as_chosen,
        args=(desk,),
        disabled=there == 0,
        width="stretch",
    )
    st.caption(_how_many(there, wanted.count))


def _start_as_chosen(desk: Desk) -> None:
    """Start what the fields say now: a quick click comes before the page has heard of them."""
    chosen = st.session_state
    desk.start(
        Wanted(
            chosen["practise-exercise"],
            chosen["practise-difficulty"],
            chosen["practise-group"],
            chosen["practise-count"],
        )
    )


def _how_many(there: int, count: int) -> str:
    if there == 0:
        return "There is nothing to ask here. Choose another part of the body or difficulty."
    points = f"{there} trigger point{'' if there == 1 else 's'}"
    rest = f", {min(there, count)} in this round" if there > count else ""
    more = "; what you miss and what is less common comes up more often" if there > count else ""
    return f"{points} to ask about{rest}{more}."


def first_visit(desk: Desk) -> None:
    """An empty page that starts in one click."""
    st.markdown("## Learn where trigger points refer")
    st.write(
        "Look at a pattern and say which muscle it is, point at where a trigger point lies, or "
        "draw where it is felt. After every answer you see what is typical, with its source. "
        "What you do is kept on this machine, under a name you choose, and nowhere else."
    )
    st.button(
        "Start with ten patterns",
        key="practise-first",
        type="primary",
        on_click=desk.start,
        args=(Wanted(Exercise.RECOGNISE, Difficulty.COMMON),),
    )
