"""The Practise page: recognise patterns, place trigger points, draw referrals."""

from typing import Final

import streamlit as st

from bodymap.errors import StoreError
from bodymap.records.practice import Round
from bodymap.ui.practise import look, question, standing, start
from bodymap.ui.practise.desk import Desk, say_what_failed
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import NOTICE, plain

TITLE: Final = "Practise"
PATH: Final = "practise"


def show(workspace: Workspace) -> None:
    """Show the page; the address says who practises, the disk how far it has come."""
    look.apply()
    try:
        desk = Desk.open(workspace)
    except StoreError as error:
        st.error(plain(in_words(error)))
        return
    say_what_failed()
    _say_unreadable(workspace)
    going = desk.learner.round if desk.learner else None
    if going is not None and not _still_in_the_atlas(desk, going):
        going = None
    if going is not None and going.question is not None:
        question.draw(desk, going, going.question)
    elif going is not None and desk.learner is not None:
        standing.round_done(desk, desk.learner, going)
    else:
        _between_rounds(desk)
    st.caption(NOTICE)


def _between_rounds(desk: Desk) -> None:
    st.markdown("# Practise")
    if desk.asked_for is not None:
        st.warning("This learner is not on this machine. Choose a name, or start anew.")
    start.learner(desk)
    told, chosen = st.columns([0.58, 0.42], gap="small")
    with told, st.container(border=True, key="card-practise-standing"):
        if desk.learner is None:
            start.first_visit(desk)
        else:
            standing.progress(desk, desk.learner)
            standing.export(desk, desk.learner)
    with chosen, st.container(border=True, key="card-practise-choose"):
        st.markdown("## A round")
        start.choose(desk)


def _say_unreadable(workspace: Workspace) -> None:
    for bad in workspace.practice.shelf.unreadable():
        where = plain(f"{bad.file} in {bad.folder}")
        what = plain(bad.reason)
        if bad.set_aside:
            st.warning(
                f"The progress of one learner could not be read: {what}. The file was set aside "
                f"as {where}; nothing in it was deleted. Start anew here, or put a good copy back."
            )
        else:
            st.warning(
                f"The progress of one learner cannot be read: {what}. The file {where} was left "
                "as it is. The other learners are not touched by it."
            )


def _still_in_the_atlas(desk: Desk, going: Round) -> bool:
    """Whether all that a round asks about still exists; if not, it is left and that is said."""
    atlas = desk.workspace.atlas()
    known = all(
        asked.trigger_point in atlas.trigger_points
        and all(muscle in atlas.muscles for muscle in asked.choices)
        for asked in going.questions
    )
    if not known:
        desk.leave(going)
        st.warning(
            "The round under way asks about something that this version no longer has. It was "
            "closed; your answers are kept. Start another one."
        )
    return known
