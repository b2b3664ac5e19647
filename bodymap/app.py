"""Composition root: the one place where the parts of Bodymap are put together.

`app` is the ASGI application: the pages, the route that serves the figure and the headers every
answer carries. `workspace` gives the pages the services' ports; it is made once per process.
"""

import contextlib
import gc
from collections.abc import AsyncIterator

import streamlit as st
from starlette.middleware import Middleware

from bodymap import files
from bodymap.web.figure import figure_route
from bodymap.web.headers import SecurityHeaders
from bodymap.web.outbound import stay_local

stay_local()


@contextlib.asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[None]:
    # Everything heavy is imported by now; keeping it out of the collector makes reruns about ten
    # times cheaper, because Streamlit collects all generations after each of them.
    gc.collect()
    gc.freeze()
    yield


app = st.App(
    files.package("script.py"),
    lifespan=_lifespan,
    routes=[figure_route(files.assets("body"))],
    middleware=[Middleware(SecurityHeaders)],
)
