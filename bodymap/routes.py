"""What the server gives beside the pages, with all that it is made from.

Body, atlas and records are imported with this module, which takes about as long as starting a
server does; `bodymap.app` therefore asks for it only when the server answers already.
"""

import contextlib
import gc

from starlette.routing import Route

from bodymap import files
from bodymap.composition import atlas, figure, muscle_layer, pattern_names, search_index
from bodymap.errors import BodymapError
from bodymap.services.authority.this_desk import ThisDesk
from bodymap.web.figure import figure_route
from bodymap.web.muscles import muscle_route, one_muscle_route
from bodymap.web.printed import printed_routes
from bodymap.web.referral import pattern_route, referral_route, traced_zones
from bodymap.web.search import search_route


def routes() -> list[Route]:
    """The figure, referral zones, the search index and sheets to print."""
    zones = traced_zones(atlas, figure)
    return [
        figure_route(files.assets("body")),
        referral_route(zones, figure),
        pattern_route(zones, pattern_names().meaning),
        muscle_route(atlas, figure, muscle_layer),
        one_muscle_route(atlas, figure, muscle_layer),
        search_route(search_index, lambda: ThisDesk(files.data_folder())),
        *printed_routes(atlas, figure, muscle_layer),
    ]


def open_books() -> None:
    """Open body and atlas; a failure is shown by the first page that needs them."""
    with contextlib.suppress(BodymapError):
        figure("neutral")
        search_index()
    # They stay in memory for good; kept out of the collector, reruns are cheaper.
    gc.collect()
    gc.freeze()
