"""When a link has expired, and that it stays so whatever the clock says later."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from bodymap.errors import StoreError
from bodymap.records import HandOver
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import written


def has_expired(link: HandOver, now: datetime) -> bool:
    """Whether a link is past its time; one from the future is too: the clock was set back."""
    return link.expires_at is None or not link.made_at <= now < link.expires_at


def keep_expired(links: Iterable[HandOver], *, ports: Ports) -> None:
    """Let links that were seen to have expired never open again. Writes, where that can be done.

    Their end is brought forward to when they were made: then no time of any clock lies between.
    """
    seen = [link.id for link in links if link.expires_at not in {None, link.made_at}]
    if not seen:
        return

    def work(unit: UnitOfWork) -> None:
        for link_id in seen:
            link = unit.hand_overs.get(link_id)
            if link is not None and link.expires_at not in {None, link.made_at}:
                over = link.changed(expires_at=link.made_at, version=link.version + 1)
                unit.hand_overs.save(over, before=link)

    with suppress(StoreError):  # it is refused now all the same
        written(ports, work)
