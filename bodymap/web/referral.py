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


Zones = Callable[[str, str, str], bytes]
"""The answer for a figure, a trigger point and a side, as JSON; raises `BodymapError`."""


def traced_zones(atlas: Callable[[], Atlas], figure: Callable[[str], Body]) -> Zones:
    """Traces zones when they are first asked for and keeps them."""

    @lru_cache(maxsize=_MOST_KEPT)
    def zones(figure_id: str, trigger_point: str, laterality: str) -> bytes:
        body = figure(figure_id)
        point = atlas().trigger_points[trigger_point]
        referral = typical_referral(point, Laterality(laterality), body).painted
        shapes = {
            "essential": body.traces(referral.essential),
            "spillover": body.traces(referral.spillover),
        }
        return json.dumps(shapes, separators=(",", ":")).encode()

    return zones


def referral_route(zones: Zones, figure: Callable[[str], Body]) -> Route:
    """Route that serves zones by the name of their trigger point."""

    async def serve(request: Request) -> Response:
        asked = request.path_params
        body = await run_in_threadpool(figure, "neutral")
        if asked["version"] != body.version:
            return PlainTextResponse("Another version of the body.", status_code=404)
        return await _answer(
            zones, asked["figure"], asked["trigger_point"], asked["laterality"], kept=_KEPT
        )

    path = "/referral/{version}/{figure}/{trigger_point}/{laterality}"
    return Route(path, serve, methods=["GET"])


def pattern_route(zones: Zones, meaning: Callable[[str], tuple[str, Laterality] | None]) -> Route:
    """Route that serves the same zones by names that do not say whose they are.

    `/pattern/<figure>/<name>`, for a pattern that is still to be recognised. The names hold as long
    as the program runs, so answers are not kept.

    Args:
        zones: Traces them.
        meaning: Trigger point and side that a name stands for, or None.
    """

    async def serve(request: Request) -> Response:
        meant = meaning(request.path_params["name"])
        if meant is None:
            return PlainTextResponse("No such pattern. Reload the page.", status_code=404)
        point, laterality = meant
        figure = request.path_params["figure"]
        return await _answer(zones, figure, point, laterality.value, kept="no-store")

    return Route("/pattern/{figure}/{name}", serve, methods=["GET"])


async def _answer(
    zones: Zones, figure: str, trigger_point: str, laterality: str, *, kept: str
) -> Response:
    try:
        data = await run_in_threadpool(zones, figure, trigger_point, laterality)
    except (BodymapError, ValueError) as error:
        return JSONResponse({"problem": str(error)}, status_code=404)
    return Response(data, media_type="application/json", headers={"cache-control": kept})
