"""What a visitor may do here: everything, one drawing, or read what is public."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final

from bodymap.records import HandOver, HandOverWay
from bodymap.services.authority.digests import token_digest
from bodymap.services.authority.expiry import has_expired, keep_expired
from bodymap.services.kernel.ports import Ports, UnitOfWork

_TOKEN: Final = re.compile(r"[A-Za-z0-9_\-]{43}")


class Scope(Enum):
    """How far a visitor may go."""

    WHOLE = auto()
    ONE_DRAWING = auto()
    PUBLIC = auto()


class Refusal(Enum):
    """Why a link opens nothing."""

    EXPIRED = auto()
    USED = auto()
    WITHDRAWN = auto()
    ALTERED = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True)
class Visit:
    """Who asks, as far as the server knows it.

    Attributes:
        token: What the link carries; None without a link.
        on_this_device: The browser proved that it belongs to this desk (`this_desk`); never enough
            behind a link.
        finished_here: Ids of drawings that this very visit finished; they can still be looked at.
        is_elsewhere: The link was opened in another browser before.
        finished_before: Ids of drawings that this browser finished; their code can be read again.
    """

    token: str | None = None
    on_this_device: bool = False
    finished_here: frozenset[str] = frozenset()
    is_elsewhere: bool = False
    finished_before: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Access:
    """What the visit may do now.

    Attributes:
        scope: How far.
        drawing_id: The one drawing, where the scope is one drawing.
        way: How it was handed over.
        until: When a link expires.
        refused: Why a link opens nothing.
        code: Under which a finished drawing waits for its person, for the browser that made it.
    """

    scope: Scope
    drawing_id: str | None = None
    way: HandOverWay | None = None
    until: datetime | None = None
    refused: Refusal | None = None
    code: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is kept back."""
        return self.scope is Scope.WHOLE


WHOLE: Final = Access(Scope.WHOLE)
"""Of whoever works with this installation."""


def access_of(visit: Visit, ports: Ports) -> Access:
    """What a visit may do at this moment. Writes that a link has expired, once that is seen.

    Raises:
        StoreError: it cannot be found out; then nothing may be done.
    """
    with ports.store.reading() as unit:
        access = access_within(unit, visit, ports.clock.now())
        expired = access.refused is Refusal.EXPIRED
        link = unit.hand_overs.by_digest(token_digest(visit.token or "")) if expired else None
    if link is not None:
        keep_expired([link], ports=ports)
    return access


def access_within(unit: UnitOfWork, visit: Visit, now: datetime) -> Access:
    """As `access_of`, within a transaction, so that nothing changes between look and deed."""
    if visit.on_this_device:
        held = unit.hand_overs.of_device()
        if held is not None:  # whatever else the address says
            return Access(Scope.ONE_DRAWING, held.drawing_id, held.way)
        if visit.token is None:
            return WHOLE
    if visit.token is None:
        return Access(Scope.PUBLIC)
    link = None
    if _TOKEN.fullmatch(visit.token):
        link = unit.hand_overs.by_digest(token_digest(visit.token))
    if link is None or link.way is not HandOverWay.LINK:
        return Access(Scope.PUBLIC, refused=Refusal.ALTERED)
    refused = _refusal(unit, link, visit, now)
    if refused is not None:
        code = _waits_under(unit, link, visit) if refused is Refusal.USED else None
        return Access(Scope.PUBLIC, refused=refused, code=code)
    return Access(Scope.ONE_DRAWING, link.drawing_id, link.way, link.expires_at)


def _waits_under(unit: UnitOfWork, link: HandOver, visit: Visit) -> str | None:
    """The code of a drawing that this browser finished, until the code was used."""
    drawing = unit.drawings.get(link.drawing_id)
    if drawing is None or drawing.person_id or drawing.id not in visit.finished_before:
        return None
    return drawing.code


def _refusal(unit: UnitOfWork, link: HandOver, visit: Visit, now: datetime) -> Refusal | None:
    drawing = unit.drawings.get(link.drawing_id)
    if link.ended_at is not None or drawing is None:
        return Refusal.WITHDRAWN
    if drawing.editions > link.editions:
        return None if drawing.id in visit.finished_here else Refusal.USED
    if has_expired(link, now):
        return Refusal.EXPIRED
    return Refusal.ELSEWHERE if visit.is_elsewhere else None
