"""Server of a page with nothing but the clickable body; started with `streamlit run`.

It has the routes that the body reads from and the headers that every page of the app has.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bodymap import files
from bodymap.body import Body
from bodymap.web.figure import figure_route
from bodymap.web.headers import SecurityHeaders

ZONES = {
    "essential": ["shoulder_front.right", "shoulder_side.right", "upper_arm_front.right"],
    "spillover": ["forearm_front.right", "forearm_thumb_side.right", "upper_arm_back.right"],
}
VIEWS = ("front", "back", "left", "right")


async def zones(_request: Request) -> JSONResponse:
    body = Body.load()
    traced = {
        extent: {view: body.trace(body.fill(regions), view) for view in VIEWS}
        for extent, regions in ZONES.items()
    }
    return JSONResponse(traced)


app = st.App(
    str(Path(__file__).with_name("harness_page.py")),
    routes=[figure_route(files.assets("body")), Route("/zones", zones)],
    middleware=[Middleware(SecurityHeaders)],
)
