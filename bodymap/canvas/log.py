"""The operation log between a browser window and the server.

A browser window numbers its operations from 1 and sends everything that is not acknowledged yet,
again and again, until it is. So nothing is lost when messages are merged or a rerun is slow, and
nothing is done twice. Pure: nothing here keeps state.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bodymap.canvas.operations import Figures, Operation
from bodymap.canvas.parsing import parse
from bodymap.errors import OperationRefused

MOST_OPERATIONS: Final = 1_000
"""Most operations taken from one message; the browser sends the rest again."""
MOST_NUMBER: Final = 2**53 - 1
"""Highest number that a browser counts exactly."""
_CLIENT: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")

#: Highest operation number that is done with, by browser window.
Acknowledged = Mapping[str, int]


@dataclass(frozen=True)
class Refusal:
    """An operation that cannot be carried out, and why, in words for a person."""

    number: int
    message: str


@dataclass(frozen=True)
class Received:
    """What a message brought that is new.

    Attributes:
        client_id: The browser window; None if the message is not one of this log.
        operations: To be carried out in this order, each once; each is then acknowledged.
        refusals: Operations that can never be carried out; acknowledged with the others.
        last: Highest number in this message; what was there before, if it brought nothing.
    """

    client_id: str | None
    operations: tuple[Operation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    last: int = 0


def receive(log: str, message: object, acknowledged: Acknowledged, known: Figures) -> Received:
    """Read a message from the browser; never raises, whatever it holds.

    Args:
        log: Name of the log. What was done for another one is not for this: a page may have gone
            on to the next question before a late message arrives.
        message: `{"log": name, "cid": window, "ops": [{"seq": number, "op": ...}, ...]}`.
        acknowledged: Highest number done with, by window.
        known: Views and regions that operations may name, by figure.
    """
    if not isinstance(message, Mapping) or message.get("log") != log:
        return Received(None)
    client_id = message.get("cid")
    if not isinstance(client_id, str) or not _CLIENT.fullmatch(client_id):
        return Received(None)
    last = acknowledged.get(client_id, 0)
    operations: list[Operation] = []
    refusals: list[Refusal] = []
    for number, raw in _in_order(message.get("ops"), last):
        last = number
        try:
            operations.append(parse(raw, number, known))
        except OperationRefused as error:
            refusals.append(Refusal(number, str(error)))
    return Received(client_id, tuple(operations), tuple(refusals), last)


def _in_order(raw: object, after: int) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """New numbered operations by rising number, each number once."""
    if not isinstance(raw, list):
        return
    numbered: dict[int, Mapping[str, Any]] = {}
    for each in raw[:MOST_OPERATIONS]:
        number = each.get("seq") if isinstance(each, Mapping) else None
        if type(number) is int and after < number <= MOST_NUMBER:
            numbered.setdefault(number, each)
    yield from sorted(numbered.items())
