"""The server's end of a body's operation log: carrying out what is new in it, once and in order.

An operation is acknowledged when it is carried out, or when it never can be. If the records cannot
be written just now it stays with the browser, which shows it and sends it again. What stands in
this session only saves work: an operation carries its whole meaning, so a session that knows
nothing yet does the same with it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import streamlit as st

from bodymap.body import Body
from bodymap.canvas import Operation, Vocabulary, receive
from bodymap.canvas.log import Refusal
from bodymap.errors import BodymapError, StoreError
from bodymap.ui.problems import in_words
from bodymap.wording import Words

_MOST_REFUSALS: Final = 20

Perform = Callable[[Operation, str], None]
"""Carries out one operation, given its request id, by which a second time is recognised."""


class OperationLog:
    """One log in one session."""

    def __init__(
        self,
        name: str,
        body: Body,
        perform: Perform,
        *,
        figures: Callable[[str], Body] | None = None,
        known_as: Callable[[str], object] | None = None,
        remember_refused: Callable[[str], object] | None = None,
        say: Words | None = None,
    ) -> None:
        """Take part in a log.

        Args:
            name: As the canvas has it.
            body: The figure that is shown.
            perform: May raise BodymapError: the operation is then refused, and said why.
            figures: Opens another figure that operations may be about; None if there is one only.
            known_as: Given the browser window's id before anything of it is performed.
            remember_refused: Notes for good that the request of this id was refused.
            say: Words of the language that refusals are said in; English if not given.
        """
        self._say = say
        self.name, self._body, self._figures = name, body, figures
        self._perform, self._known_as = perform, known_as
        self._remember_refused = remember_refused
        self._kept: dict[str, Any] = st.session_state.setdefault(
            _key(name), {"acknowledged": {}, "refusals": {}}
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

    def sent_by(self, element: str) -> None:
        """Say which element of the page sends the messages, for `settle`."""

        def take_sent() -> None:
            self.take((st.session_state.get(element) or {}).get("ops"))

        self._kept["take_sent"] = take_sent

    def take(self, message: object) -> None:
        """Carry out what a message brings that is new.

        Raises:
            StoreError: the records cannot be written now; this operation and those after it are
                not acknowledged.
        """
        received = receive(self.name, message, self.acknowledged, self._known)
        client_id = received.client_id
        if client_id is None:
            return
        if self._known_as is not None:
            self._known_as(client_id)
        new: list[Operation | Refusal] = [*received.operations, *received.refusals]
        for each in sorted(new, key=lambda each: each.number):
            if isinstance(each, Refusal):
                self._refuse(client_id, each)
            else:
                self._carry_out(client_id, each)
            self._kept["acknowledged"][client_id] = each.number

    def _known(self, figure: str) -> Vocabulary | None:
        if figure == self._body.figure:
            return Vocabulary.of(self._body)
        if self._figures is None or figure not in self._body.manifest.figures:
            return None
        return Vocabulary.of(self._figures(figure))

    def _carry_out(self, client_id: str, operation: Operation) -> None:
        request_id = f"{client_id}:{operation.number}"
        try:
            self._perform(operation, request_id)
        except StoreError:
            raise
        except BodymapError as error:
            self._note(request_id)
            self._refuse(client_id, Refusal(operation.number, in_words(error, self._say)))

    def _note(self, request_id: str) -> None:
        """Remember the refusal; where nothing may be written, nothing was and will be."""
        if self._remember_refused is None:
            return
        try:
            self._remember_refused(request_id)
        except StoreError:
            raise
        except BodymapError:
            return

    def _refuse(self, client_id: str, refusal: Refusal) -> None:
        kept = self._kept["refusals"].setdefault(client_id, [])
        kept.append(refusal)
        del kept[:-_MOST_REFUSALS]


def settle(name: str) -> None:
    """Carry out what the browser has sent and could not be kept so far, before anything else is.

    Raises:
        StoreError: it still cannot be kept.
    """
    take_sent = st.session_state.get(_key(name), {}).get("take_sent")
    if take_sent is not None:
        take_sent()


def step_names(names: Iterable[str], client_id: str) -> tuple[str, ...]:
    """Names of steps as the canvas has them: a window's own operations by their number alone."""
    return tuple(name.removeprefix(f"{client_id}:") for name in names)


def full_step_name(step: str, request_id: str) -> str:
    """Name of a step as it is kept, from the request that means it."""
    client_id, _, _ = request_id.rpartition(":")
    return f"{client_id}:{step}" if step.isdecimal() else step


def _key(name: str) -> str:
    return f"log:{name}"
