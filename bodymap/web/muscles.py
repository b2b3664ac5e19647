"""The read-only route that serves where muscles lie.

`/muscles/<body version>/<figure>/<view>.json` answers `{"muscles": [{"id", "name", "side", "depth",
"shape", "fibres"}, ...]}` in the order in which they are drawn, as paths in view units. Nothing of
a person's is in the address. A view is traced when it is first asked for (about a second for a
whole body) and then kept. `/muscles/<body version>/<figure>/<muscle>/<laterality>` answers one
muscle in all views, as `{"muscle": {view: path}}`.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer, chart_regions
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Body, Laterality, View
from bodymap.body.patches import draw
from bodymap.errors import BodymapError

_KEPT = "public, max-age=86400"
_MOST_KEPT = 96
_SIDES = (Laterality.RIGHT, Laterality.LEFT)


def muscle_route(
    atlas: Callable[[], Atlas], figure: Callable[[str], Body], layer: Callable[[], MuscleLayer]
) -> Route:
    """Route that traces the muscles of a view when they are first asked for and keeps them."""

    @lru_cache(maxsize=_MOST_KEPT)
    def muscles(figure_id: str, view_id: str, *, compressed: bool) -> bytes:
        if compressed:
            return gzip.compress(muscles(figure_id, view_id, compressed=False), mtime=0)
        body = figure(figure_id)
        shown = list(shapes(layer(), atlas(), body, body.view(view_id)))
        return json.dumps({"muscles": shown}, separators=(",", ":")).encode()

    async def serve(request: Request) -> Response:
        asked = request.path_params
        takes_gzip = "gzip" in request.headers.get("accept-encoding", "")
        try:
            body = await run_in_threadpool(figure, "neutral")
            if asked["version"] != body.version:
                return PlainTextResponse("Another version of the body.", status_code=404)
            data = await run_in_threadpool(
                muscles, asked["figure"], asked["view"], compressed=takes_gzip
            )
        except BodymapError as error:
            return JSONResponse({"problem": str(error)}, status_code=404)
        headers = {"cache-control": _KEPT, "vary": "accept-encoding"}
        if takes_gzip:
            headers["content-encoding"] = "gzip"
        return Response(data, media_type="application/json", headers=headers)

    return Route("/muscles/{version}/{figure}/{view}.json", serve, methods=["GET"])


def one_muscle_route(
    atlas: Callable[[], Atlas], figure: Callable[[str], Body], layer: Callable[[], MuscleLayer]
) -> Route:
    """Route that traces one muscle when it is first asked for and keeps it."""

    @lru_cache(maxsize=_MOST_KEPT)
    def traced(version: str, figure_id: str, muscle: str, laterality: str) -> bytes:
        body = figure(figure_id)
        if version != body.version:
            raise ValueError("Another version of the body.")
        known = atlas().muscles[muscle].id
        area = layer().area(known, Laterality(laterality), body)
        return json.dumps({"muscle": body.traces(area)}, separators=(",", ":")).encode()

    async def serve(request: Request) -> Response:
        names = ("version", "figure", "muscle", "laterality")
        try:
            data = await run_in_threadpool(traced, *map(request.path_params.__getitem__, names))
        except (BodymapError, ValueError) as error:
            return JSONResponse({"problem": str(error)}, status_code=404)
        return Response(data, media_type="application/json", headers={"cache-control": _KEPT})

    path = "/muscles/{version}/{figure}/{muscle}/{laterality}"
    return Route(path, serve, methods=["GET"])


def shapes(layer: MuscleLayer, atlas: Atlas, body: Body, view: View) -> Iterator[dict[str, str]]:
    """What a view shows of every muscle, in the order in which they are drawn.

    Raises:
        AtlasOfOtherBody: The layer does not belong to this body.
    """
    layer.checked(body)
    for piece in layer.pieces:
        for side in _SIDES:
            drawn = draw(view, piece.on(side, body), piece.fibres)
            if drawn.outline:
                yield {
                    **_named(piece.muscle, atlas, side, piece.depth),
                    "shape": drawn.outline,
                    "fibres": drawn.fibres,
                }
    for muscle, base in layer.charts:
        for region in dict.fromkeys(chart_regions([base], side, body)[0] for side in _SIDES):
            shape = body.trace(body.fill([region]), view.id)
            if shape:
                side = body.region(region).laterality
                named = _named(muscle, atlas, side, Depth.SUPERFICIAL)
                yield {**named, "shape": shape, "fibres": ""}


def _named(muscle: str, atlas: Atlas, side: Laterality, depth: Depth) -> dict[str, str]:
    return {
        "id": muscle,
        "name": atlas.muscles[muscle].name,
        "side": side.value.lower(),
        "depth": depth.value,
    }
