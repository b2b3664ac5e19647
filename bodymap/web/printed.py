"""The read-only routes of sheets to print.

`/handout/<figure>/<trigger point>/<laterality>` answers the handout on a muscle, and
`/blank/<figure>/<part>` a blank figure; `?paper=letter` lays them out for that paper, and
`?layer=muscles` shows where the muscle lies. What is in the address is public; nothing of a
person's can be asked for.
"""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Laterality
from bodymap.errors import BodymapError
from bodymap.exchange import Paper, Part, blank_page, handout

_CHECKED = {"cache-control": "no-cache"}


def printed_routes(
    atlas: Callable[[], Atlas], figure: Callable[[str], Body], layer: Callable[[], MuscleLayer]
) -> list[Route]:
    """Routes that lay a sheet out when it is asked for."""

    def a_handout(request: Request) -> str:
        asked = request.path_params
        point = atlas().trigger_points[asked["trigger_point"]]
        laterality = _side(asked["laterality"])
        shown = layer() if request.query_params.get("layer") else None
        body = figure(asked["figure"])
        return handout(point, laterality, atlas(), body, _paper(request), layer=shown)

    def a_blank(request: Request) -> str:
        asked = request.path_params
        return blank_page(figure(asked["figure"]), Part(asked["part"]), _paper(request))

    def served(make: Callable[[Request], str]) -> Callable[..., object]:
        async def serve(request: Request) -> Response:
            try:
                content = await run_in_threadpool(make, request)
            except (BodymapError, ValueError) as error:
                return PlainTextResponse(f"There is no such sheet. {error}", status_code=404)
            return HTMLResponse(content, headers=_CHECKED)

        return serve

    return [
        Route("/handout/{figure}/{trigger_point}/{laterality}", served(a_handout), methods=["GET"]),
        Route("/blank/{figure}/{part}", served(a_blank), methods=["GET"]),
    ]


def _side(name: str) -> Laterality:
    side = Laterality(name.upper())
    if not side.sign:
        raise ValueError(f"The side can be left or right, not {name}.")
    return side


def _paper(request: Request) -> Paper:
    return Paper(request.query_params.get("paper", Paper.A4))
