"""Handing one drawing to the person whose pain it shows, and taking it back.

By a link that opens this drawing and nothing else, once and for a while; or by giving this device
away, which then shows nothing else until the PIN chosen at the time is entered.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from bodymap.errors import (
    InvalidRecord,
    NotOpen,
    Problem,
    TooManyTries,
    UnknownHandOver,
    WrongPin,
)
from bodymap.records import DrawingSummary, HandOver, HandOverWay, PainDrawing
from bodymap.services.authority.digests import is_pin, pin_digest, token_digest
from bodymap.services.authority.expiry import has_expired, keep_expired
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import is_id_or_none, kept_drawing, written

USUAL_MINUTES: Final = 60
"""How long a link holds unless said otherwise."""
MINUTES: Final = range(5, 24 * 60 + 1)
"""How long a link may hold: from a few minutes to a day."""
PIN_LENGTHS: Final = range(4, 13)
"""How many digits a PIN may have."""
FREE_TRIES: Final = 3
"""Wrong PINs before each further one has to wait."""
_FIRST_WAIT_S: Final = 5
_LONGEST_WAIT_S: Final = 300
_PIN: Final = re.compile(r"[0-9]+")
_LISTED_FOR: Final = timedelta(days=1)


class Standing(Enum):
    """How a hand-over stands."""

    NOT_BEGUN = auto()
    BEING_DRAWN = auto()
    FINISHED = auto()
    EXPIRED = auto()
    ENDED = auto()


@dataclass(frozen=True)
class NewLink:
    """A link that was just made.

    Attributes:
        hand_over: What is kept of it.
        token: What its address carries; it can be had now and never again.
    """

    hand_over: HandOver
    token: str


@dataclass(frozen=True)
class HandedOver:
    """A link with its drawing as they are now."""

    hand_over: HandOver
    drawing: DrawingSummary
    standing: Standing


def hand_over_by_link(*, drawing_id: str, ports: Ports, minutes: int = USUAL_MINUTES) -> NewLink:
    """Make a link to one open drawing; an earlier link to it ends. Writes.

    Args:
        drawing_id: The drawing.
        ports: Store, clock and ids.
        minutes: How long the link holds: 5 to 1440.

    Raises:
        InvalidRecord: too short or too long.
        NotOpen: it is finished.
        UnknownDrawing: there is none.
    """
    if minutes not in MINUTES:
        raise _refused("minutes", f"{MINUTES[0]} to {MINUTES[-1]} are allowed", str(minutes))
    token = ports.ids.token()

    def work(unit: UnitOfWork) -> HandOver:
        until = ports.clock.now() + timedelta(minutes=minutes)
        link = _begun(unit, ports, drawing_id, HandOverWay.LINK, token_digest(token))
        return _kept(unit, link.changed(expires_at=until))

    return NewLink(written(ports, work), token)


def hand_over_this_device(*, drawing_id: str, pin: str, ports: Ports) -> HandOver:
    """Give this device away for one open drawing, until the PIN takes it back. Writes.

    Args:
        drawing_id: The drawing.
        pin: 4 to 12 digits, chosen by whoever gives the device away.
        ports: Store, clock and ids.

    Raises:
        InvalidRecord: the PIN cannot be one.
        NotOpen: the drawing is finished.
        UnknownDrawing: there is none.
    """
    refuse_impossible_pin(pin)
    digest = pin_digest(pin, ports.ids.token())

    def work(unit: UnitOfWork) -> HandOver:
        return _kept(unit, _begun(unit, ports, drawing_id, HandOverWay.THIS_DEVICE, digest))

    return written(ports, work)


def take_back(*, pin: str, ports: Ports) -> None:
    """Take this device back. Writes; once taken back, again changes nothing.

    The first three wrong PINs can be mended at once; after each further one there is a wait, from
    5 seconds to 5 minutes, in which no PIN is looked at.

    Raises:
        WrongPin: it is another one.
        TooManyTries: the wait is not over.
    """
    with ports.store.reading() as looked:
        seen = looked.hand_overs.of_device()
    # A PIN takes its time to be looked at, and nobody else should have to wait for that.
    is_right = seen is not None and _is_the_pin(pin, seen)

    def work(unit: UnitOfWork) -> int | None:
        held = unit.hand_overs.of_device()
        if held is None:
            return None
        now = ports.clock.now()
        waiting = _seconds_left(held, now)
        if waiting:
            raise TooManyTries(waiting)
        if is_right if held.digest == (seen and seen.digest) else _is_the_pin(pin, held):
            _end(unit, held, now)
            return None
        wrong = held.changed(
            failed_tries=held.failed_tries + 1, last_try_at=now, version=held.version + 1
        )
        unit.hand_overs.save(wrong, before=held)
        return _seconds_left(wrong, now)

    wait = written(ports, work)
    if wait is not None:
        raise WrongPin(wait)


def _is_the_pin(pin: str, held: HandOver) -> bool:
    """Whether this is the PIN; what none can be is not even looked at."""
    return is_possible_pin(pin) and is_pin(pin, held.digest)


def refuse_impossible_pin(pin: str) -> None:
    """Check a PIN before something is handed over under it.

    Raises:
        InvalidRecord: the PIN cannot be one.
    """
    if not is_possible_pin(pin):
        allowed = f"{PIN_LENGTHS[0]} to {PIN_LENGTHS[-1]} digits are allowed"
        raise _refused("PIN", allowed, f"of {len(pin)} signs")


def is_possible_pin(pin: str) -> bool:
    """Whether a text is 4 to 12 digits of 0 to 9, and nothing beside them."""
    return len(pin) in PIN_LENGTHS and _PIN.fullmatch(pin) is not None


def release_device(*, ports: Ports) -> bool:
    """Take this device back without its PIN. Writes; whether it was handed over.

    For whoever can start programs on this machine, where the PIN was forgotten.
    """

    def work(unit: UnitOfWork) -> bool:
        held = unit.hand_overs.of_device()
        if held is not None:
            _end(unit, held, ports.clock.now())
        return held is not None

    return written(ports, work)


def withdraw_link(*, hand_over_id: str, ports: Ports) -> HandOver:
    """End a link before its time. Writes; what was drawn stays; again changes nothing.

    Raises:
        UnknownHandOver: there is none.
    """

    def work(unit: UnitOfWork) -> HandOver:
        found = unit.hand_overs.get(hand_over_id) if is_id_or_none(hand_over_id) else None
        if found is None or found.way is not HandOverWay.LINK:
            raise UnknownHandOver(hand_over_id)
        return found if found.ended_at else _end(unit, found, ports.clock.now())

    return written(ports, work)


def list_links(*, ports: Ports) -> tuple[HandedOver, ...]:
    """Links of the last day that were not withdrawn, last made first, with how they stand.

    Writes that a link has expired, once that is seen.
    """
    now = ports.clock.now()
    with ports.store.reading() as unit:
        links = [
            each
            for each in unit.hand_overs.not_ended()
            if each.way is HandOverWay.LINK and each.made_at > now - _LISTED_FOR
        ]
        lines = {line.id: line for line in unit.drawings.lines([each.drawing_id for each in links])}
    keep_expired((link for link in links if has_expired(link, now)), ports=ports)
    return tuple(
        HandedOver(link, drawing, standing_of(link, drawing, now))
        for link in links
        if (drawing := lines.get(link.drawing_id)) is not None
    )


def standing_of(
    hand_over: HandOver, drawing: PainDrawing | DrawingSummary, now: datetime
) -> Standing:
    """How a hand-over stands at a time, given its drawing."""
    if drawing.editions > hand_over.editions:
        return Standing.FINISHED
    if hand_over.ended_at is not None:
        return Standing.ENDED
    if hand_over.way is HandOverWay.LINK and has_expired(hand_over, now):
        return Standing.EXPIRED
    return Standing.BEING_DRAWN if drawing.actions else Standing.NOT_BEGUN


def _begun(
    unit: UnitOfWork, ports: Ports, drawing_id: str, way: HandOverWay, digest: str
) -> HandOver:
    """A hand-over of an open drawing, still to be kept."""
    drawing = kept_drawing(unit, drawing_id)
    if not drawing.is_open:
        raise NotOpen(drawing_id, drawing.status, kind="drawing")
    return HandOver(
        id=ports.ids.new(),
        drawing_id=drawing_id,
        way=way,
        digest=digest,
        made_at=ports.clock.now(),
        editions=drawing.editions,
    )


def _kept(unit: UnitOfWork, hand_over: HandOver) -> HandOver:
    """Keep it, and end the one it takes the place of."""
    this_device = hand_over.way is HandOverWay.THIS_DEVICE
    for earlier in unit.hand_overs.not_ended():
        same_drawing = earlier.drawing_id == hand_over.drawing_id
        if earlier.way is hand_over.way and (this_device or same_drawing):
            _end(unit, earlier, hand_over.made_at)
    unit.hand_overs.add(hand_over)
    return hand_over


def _end(unit: UnitOfWork, hand_over: HandOver, now: datetime) -> HandOver:
    ended = hand_over.changed(ended_at=now, version=hand_over.version + 1)
    unit.hand_overs.save(ended, before=hand_over)
    return ended


def _seconds_left(held: HandOver, now: datetime) -> int:
    """Seconds until the next PIN is looked at."""
    beyond = held.failed_tries - FREE_TRIES
    if beyond < 0 or held.last_try_at is None:
        return 0
    wait = min(_FIRST_WAIT_S * 2 ** min(beyond, 10), _LONGEST_WAIT_S)
    # A clock that was set back must not make the wait longer.
    passed = max((now - held.last_try_at).total_seconds(), 0)
    return max(0, -int((passed - wait) // 1))


def _refused(field: str, allowed: str, value: str) -> InvalidRecord:
    return InvalidRecord("hand-over", problems=(Problem(field=field, reason=allowed, value=value),))
