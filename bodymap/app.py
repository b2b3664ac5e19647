"""Composition root: the one place where the parts of Bodymap are put together.

`SCRIPT` is what every browser session runs; `parts` are what the server has beside it: the routes
of the figure, of referral zones, of the search index and of sheets to print, the headers every
answer carries, and what happens at start.
"""

import contextlib
import gc
import logging
import threading
from collections.abc import AsyncIterator
from typing import Any, Final

import streamlit as st
from starlette.middleware import Middleware

from bodymap import files
from bodymap.errors import BodymapError
from bodymap.ui import style
from bodymap.ui.explore import look as explore_look
from bodymap.ui.practise import look as practise_look
from bodymap.web.figure import figure_route
from bodymap.web.first_style import FirstStyle
from bodymap.web.headers import SecurityHeaders
from bodymap.web.muscles import muscle_route
from bodymap.web.outbound import stay_local
from bodymap.web.printed import printed_routes
from bodymap.web.referral import pattern_route, referral_route, traced_zones
from bodymap.web.search import search_route
from bodymap.workspace import atlas, figure, muscle_layer, pattern_names, search_index

_LOG: Final = logging.getLogger("bodymap")

_SHEETS: Final = (style.SHEET, explore_look.SHEET, practise_look.SHEET)
"""All that our pages look like; in the page from its first moment on."""

SCRIPT: Final = files.package("script.py")


def parts() -> dict[str, Any]:
    """What `st.App` is given beside the script. Silences Streamlit's address look-ups."""
    stay_local()
    zones = traced_zones(atlas, figure)
    return {
        "lifespan": _lifespan,
        "routes": [
            figure_route(files.assets("body")),
            referral_route(zones, figure),
            pattern_route(zones, pattern_names().meaning),
            muscle_route(atlas, figure, muscle_layer),
            search_route(search_index),
            *printed_routes(atlas, figure, muscle_layer),
        ],
        "middleware": [
            Middleware(SecurityHeaders),
            Middleware(FirstStyle, sheet="".join(_SHEETS)),
        ],
        "on_script_error": _unexpected,
    }


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
    opening.start()
    yield


def _open_books() -> None:
    """Open body and atlas; a failure is shown by the first page that needs them."""
    with contextlib.suppress(BodymapError):
        figure("neutral")
        search_index()
    # They stay in memory for good; kept out of the collector, reruns are cheaper.
    gc.collect()
    gc.freeze()
