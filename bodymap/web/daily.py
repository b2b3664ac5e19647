"""What the server does once a day while it runs, however long that is."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import Final

from bodymap.errors import StoreError

_LOG: Final = logging.getLogger("bodymap")
LOOK_EVERY_S: Final = 600.0
"""Looked at the clock, not slept until tomorrow: a machine may sleep, and its clock be set."""


class Daily:
    """Runs something as each day begins, the first time at once.

    Args:
        run: What to do; tried again the next time where the store cannot do it.
        now: What time it is.
    """

    def __init__(
        self, run: Callable[[], object], now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._run, self._now = run, now
        self._done_on: date | None = None

    def look(self) -> bool:
        """Run it if it has not been done today; whether it was done now."""
        day = self._now().date()
        if day == self._done_on:
            return False
        try:
            self._run()
        except StoreError as error:  # a disk that can only be read keeps what is on it
            _LOG.warning("Tidying up has to wait: %s", error)
            return False
        self._done_on = day
        return True

    async def keep_looking(
        self, wait: Callable[[float], Awaitable[object]] = asyncio.sleep
    ) -> None:
        """Look again and again, in a thread of its own, until it is cancelled."""
        while True:
            await asyncio.to_thread(self.look)
            await wait(LOOK_EVERY_S)
