"""Who practises in this window, and the way of every step through the services.

The address names the learner by an opaque id; everything else is on disk, so that a reload, Back
and another window go on at the same question.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from bodymap.analysis.practice import Likeness, Wanted
from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.errors import BodymapError
from bodymap.records.practice import Learner, Round
from bodymap.services.practising import practice as services
from bodymap.services.practising.practice import AtHand, Books
from bodymap.ui.problems import in_words
from bodymap.ui.session import Workspace
from bodymap.ui.wording import plain

FIGURE: Final = "neutral"
LEARNER: Final = "learner"
SOMEONE_ELSE: Final = "new"
"""In the address in place of an id: nobody yet, whoever was here last."""
_HERE: Final = "practise-here"
_NOTICE: Final = "practise-notice"


@st.cache_resource(show_spinner="Comparing the patterns")
def _likeness(_atlas: Atlas, _body: Body) -> Likeness:
    return Likeness.of(_atlas, _body)


@dataclass(frozen=True)
class Desk:
    """What the parts of the page work with.

    Attributes:
        workspace: Where things are kept, and the books.
        learners: Those on this machine, last used first.
        learner: The one in this window; None before the first round, and until one of several
            is chosen.
        asked_for: Id in the address that is nobody's, or None.
    """

    workspace: Workspace
    learners: tuple[Learner, ...]
    learner: Learner | None
    asked_for: str | None = None

    @classmethod
    def open(cls, workspace: Workspace) -> "Desk":
        """Read who practises here.

        Raises:
            StoreError: the learners cannot be read.
        """
        learners = workspace.practice.shelf.all()
        # Back from another page may come without the address; the window knows who was here.
        named = st.query_params.get(LEARNER) or st.session_state.get(_HERE)
        st.session_state[_HERE] = named
        if named is None:
            # In a class nobody should go on with another one's round.
            return cls(workspace, learners, learners[0] if len(learners) == 1 else None)
        if named == SOMEONE_ELSE:
            return cls(workspace, learners, None)
        found = next((each for each in learners if each.id == named), None)
        return cls(workspace, learners, found, None if found else named)

    @property
    def books(self) -> Books:
        """What questions are made from."""
        atlas, body = self.workspace.atlas(), self.workspace.body(FIGURE)
        return Books(atlas, body, _likeness(atlas, body), self.workspace.muscle_layer())

    def at(self, round_: Round) -> AtHand:
        """The question at hand of this window's learner."""
        return AtHand(self.learner.id if self.learner else "", round_.id, round_.position)

    def start(self, wanted: Wanted) -> None:
        """Start a round; whoever has no name yet gets one that can be changed."""

        def work() -> None:
            practice = self.workspace.practice
            learner = self.learner or services.add_learner(
                name=services.NAMELESS, practice=practice
            )
            services.start_round(
                learner_id=learner.id, wanted=wanted, books=self.books, practice=practice
            )
            become(learner.id)

        self.attempt(work)

    def leave(self, going: Round) -> None:
        """Leave a round, done or not; its answers stay."""
        learner, practice = self.learner, self.workspace.practice
        if learner is not None:
            self.attempt(
                lambda: services.leave_round(
                    learner_id=learner.id, round_id=going.id, practice=practice
                )
            )

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something; if it cannot be done the page says why. Whether it was done."""
        try:
            work()
        except BodymapError as error:
            st.session_state[_NOTICE] = in_words(error)
            return False
        return True


def become(learner_id: str) -> None:
    """Practise as this learner from now on."""
    st.session_state[_HERE] = learner_id
    st.query_params.from_dict({LEARNER: learner_id})


def nobody() -> None:
    """Practise as nobody yet; after a learner was removed."""
    st.session_state.pop(_HERE, None)
    st.query_params.clear()


def say_what_failed() -> None:
    """Show once what could not be done."""
    notice = st.session_state.pop(_NOTICE, None)
    if notice:
        st.error(plain(notice))
