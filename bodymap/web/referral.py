"""The read-only route that serves typical referral zones as paths.

`/referral/<body version>/<figure>/<trigger point>/<laterality>` answers
`{"essential": {view: path}, "spillover": {view: path}}` in view units. What the literature says is
public and fixed within a body version, so an answer may be kept for ever; nothing of a person's is
in the address but what a reader of the atlas could ask for.
"""

import json
from collections.abc import Callable
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bodymap.atlas import Atlas, typical_referral
from bodymap.body import Body, Laterality
from bodymap.errors import BodymapError

_KEPT = "public, max-age=86400"
_MOST_KEPT = 512


def referral_route(atlas: Callable[[], Atlas], figure: Callable[[str], Body]) -> Route:
    """Route that traces zones when they are first asked for and keeps them."""

    @lru_cache(maxsize=_MOST_KEPT)
    def zones(figure_id: str, trigger_point: str, laterality: str) -> bytes:
        body = figure(figure_id)
        point = atlas().trigger_points[trigger_point]
        referral = typical_referral(point, Laterality(laterality), body)
        shapes = {
            "essential": body.traces(referral.essential),
            "spillover": body.traces(referral.spillover),
        }
        return json.dumps(shapes, separators=(",", ":")).encode()

    async def serve(request: Request) -> Response:
        asked = request.path_params
        try:
            if asked["version"] != figure("neutral").version:
                return PlainTextResponse("Another version of the body.", status_code=404)
            data = await run_in_threadpool(
                zones, asked["figure"], asked["trigger_point"], asked["laterality"]
            )
        except (BodymapError, ValueError) as error:
            return JSONResponse({"problem": str(error)}, status_code=404)
        headers = {"cache-control": _KEPT}
        return Response(data, media_type="application/json", headers=headers)

    path = "/referral/{version}/{figure}/{trigger_point}/{laterality}"
    return Route(path, serve, methods=["GET"])
