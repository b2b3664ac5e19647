"""Composition root: the one place where the parts of Bodymap are put together.

`SCRIPT` is what every browser session runs; `parts` are what the server has beside it: routes
(`bodymap.routes`), the headers every answer carries, and what happens at start.
"""

import asyncio
import contextlib
import functools
import logging
import os
import threading
import webbrowser
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from bodymap import files
from bodymap.services.authority.this_desk import ThisDesk
from bodymap.start import OPEN_AT
from bodymap.ui import style
from bodymap.ui.explore import look as explore_look
from bodymap.ui.practise import look as practise_look
from bodymap.web.asked import names_of
from bodymap.web.compressed import Compressed
from bodymap.web.daily import Daily
from bodymap.web.first_page import FirstPage
from bodymap.web.first_picture import first_picture
from bodymap.web.gate import Gate
from bodymap.web.guest import GuestCookie
from bodymap.web.headers import ONE_SERVER, SecurityHeaders
from bodymap.web.later import later
from bodymap.web.outbound import stay_local
from bodymap.web.page_fonts import FOLDER as FONTS
from bodymap.web.page_fonts import SHEET, PageFonts
from bodymap.web.slow import cut_slow_requests

_LOG: Final = logging.getLogger("bodymap")

_SHEETS: Final = (style.SHEET, explore_look.SHEET, practise_look.SHEET)
"""All that our pages look like; in the page from its first moment on."""

LED_TO_START: Final = ("start",)
"""What stands under the bare address; Streamlit knows no page by this name."""

SCRIPT: Final = files.package("script.py")
FOLDERS: Final = (
    "figure",
    "referral",
    "pattern",
    "muscles",
    "search",
    "handout",
    "blank",
)
"""First parts of the paths that the server serves itself, beside its fonts."""

_OPEN: Final = (*FOLDERS, FONTS)


def parts() -> dict[str, Any]:
    """What `st.App` is given beside the script.

    Silences Streamlit's address look-ups, and lets connections be closed that never finish asking.
    """
    stay_local()
    cut_slow_requests()
    return {
        "lifespan": _lifespan,
        "routes": later(FOLDERS, _routes),
        "middleware": [
            Middleware(SecurityHeaders),
            Middleware(Gate, folders=_OPEN, led_to_start=LED_TO_START, names=_names, desk=_desk),
            Middleware(GuestCookie),
            Middleware(
                PageFonts,
                ours=files.assets("fonts"),
                streamlits=Path(st.__file__).parent / "static" / "static" / "media",
            ),
            Middleware(Compressed),
            Middleware(
                FirstPage,
                head="".join((ONE_SERVER, SHEET, *_SHEETS)),
                meanwhile=first_picture(files.assets("brand", "first-picture.webp")),
                beside=FOLDERS,
            ),
        ],
        "on_script_error": _unexpected,
    }


@functools.cache
def _names() -> frozenset[str]:
    """Names under which this server was told that it is reached."""
    return names_of(map(st.get_option, ("browser.serverAddress", "server.address")))


def _desk() -> ThisDesk:
    return ThisDesk(files.data_folder())


def _unexpected(error: Exception) -> bool:
    """Say in our own words that something broke; the whole story goes to the server's log."""
    _LOG.error("A page failed", exc_info=error)
    st.error(
        "Something in this page failed, and it was noted in the server's log. What was saved is "
        "safe. Reload the page to go on."
    )
    return True


@contextlib.asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[None]:
    # The server answers while the heavy parts are opened, so that the first page finds them ready.
    opening = threading.Thread(target=_open_books, name="open body and atlas", daemon=True)
    asyncio.get_running_loop().call_soon(opening.start)
    door = os.environ.pop(OPEN_AT, None)
    if door is not None:
        threading.Thread(target=webbrowser.open, args=(door,), daemon=True).start()
    tidying = asyncio.create_task(Daily(_tidy).keep_looking())
    try:
        yield
    finally:
        tidying.cancel()


def _tidy() -> None:
    # As below.
    from bodymap.maintenance import tidy_records  # noqa: PLC0415

    tidy_records()


def _routes() -> list[Route]:
    # Imported with the first request: NumPy, SQLAlchemy and the values of the atlas take as long
    # to import as Streamlit itself, and until then nobody gets an answer.
    from bodymap.routes import routes  # noqa: PLC0415

    return routes()


def _open_books() -> None:
    # As above.
    from bodymap.routes import open_books  # noqa: PLC0415

    open_books()
