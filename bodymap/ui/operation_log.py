"""What the server has heard of a body's operation log, and carrying out what is new in it.

An operation is acknowledged when it is carried out, or when it never can be. If the records cannot
be written just now it stays with the browser, which shows it and sends it again.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from bodymap.body import Body
from bodymap.canvas import Operation, Vocabulary, receive
from bodymap.canvas.log import Refusal
from bodymap.errors import BodymapError, StoreError
from bodymap.ui.problems import in_words

_MOST_REFUSALS: Final = 20

Perform = Callable[[Operation, str], None]
"""Carries out one operation, given its request id, by which a second time is recognised."""


class Heard:
    """One log in one session. Every operation is performed once, in order."""

    def __init__(
        self,
        log: str,
        body: Body,
        perform: Perform,
        known_as: Callable[[str], object] | None = None,
    ) -> None:
        """Hear a log.

        Args:
            log: Its name, as the canvas is told it.
            body: The figure it is about.
            perform: May raise BodymapError: the operation is then refused, and said why.
            known_as: Told the browser window's id before anything of it is performed.
        """
        self._body = body
        self._perform = perform
        self._known_as = known_as
        self._kept: dict[str, Any] = st.session_state.setdefault(
            f"log:{log}", {"acknowledged": {}, "refusals": {}}
        )

    @property
    def acknowledged(self) -> Mapping[str, int]:
        """Highest operation number done with, by browser window."""
        acknowledged: dict[str, int] = self._kept["acknowledged"]
        return acknowledged

    @property
    def refusals(self) -> Mapping[str, list[Refusal]]:
        """The last refusals, by browser window."""
        refusals: dict[str, list[Refusal]] = self._kept["refusals"]
        return refusals

    def take(self, message: object) -> None:
        """Carry out what a message brings that is new.

        Raises:
            StoreError: the records cannot be written now; this operation and those after it are
                not acknowledged.
        """
        received = receive(message, self.acknowledged, Vocabulary.of(self._body))
        client_id = received.client_id
        if client_id is None:
            return
        if self._known_as is not None:
            self._known_as(client_id)
        for refusal in received.refusals:
            self._refuse(client_id, refusal)
        for operation in received.operations:
            try:
                self._perform(operation, f"{client_id}:{operation.number}")
            except StoreError:
                raise
            except BodymapError as error:
                self._refuse(client_id, Refusal(operation.number, in_words(error)))
            self._kept["acknowledged"][client_id] = operation.number
        self._kept["acknowledged"][client_id] = received.last

    def _refuse(self, client_id: str, refusal: Refusal) -> None:
        kept = self._kept["refusals"].setdefault(client_id, [])
        kept.append(refusal)
        del kept[:-_MOST_REFUSALS]
