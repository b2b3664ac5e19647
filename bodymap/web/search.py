"""The read-only route that serves the search index: `/search/<version of the index>`.

The index is public: it says what the atlas can be asked for. Its version is made from its content,
so an answer may be kept for ever. Visitors from elsewhere are not offered the search.
"""

import gzip
from collections.abc import Callable
from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bodymap.analysis.search_index import SearchIndex
from bodymap.services.authority.this_desk import ThisDesk
from bodymap.web.headers import KEPT_FOR_EVER


def search_route(index: Callable[[], SearchIndex], desk: Callable[[], ThisDesk]) -> Route:
    """Route that serves the index, compressed to those who take it; another version answers 404."""

    @cache
    def compressed() -> bytes:
        return gzip.compress(index().content, mtime=0)

    async def serve(request: Request) -> Response:
        if not desk().is_proven(request.cookies):
            return PlainTextResponse("The search is not open here.", status_code=403)
        made = await run_in_threadpool(index)
        if request.path_params["version"] != made.version:
            return PlainTextResponse("Another version of the search.", status_code=404)
        headers = {"cache-control": KEPT_FOR_EVER, "vary": "accept-encoding"}
        data = made.content
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
            data = compressed()
        return Response(data, media_type="application/json", headers=headers)

    return Route("/search/{version}", serve, methods=["GET"])
