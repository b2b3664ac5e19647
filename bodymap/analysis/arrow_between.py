"""An arrow between two places chosen by name, as the canvas would make it by keyboard."""

from typing import Final

from bodymap.body import Body
from bodymap.errors import NothingMarked
from bodymap.records import PainArrow

_MAIN: Final = "main"
Sight = dict[str, int]
"""Pixels that show a region, by view."""
_SEEN_WELL: Final = 0.5
"""Part of the best sight of a place that is enough to show it in a view with the other place."""


def arrow_between(*, arrow_id: str, start: str, end: str, body: Body) -> PainArrow:
    """An arrow from the middle of one region to the middle of another.

    Both ends are put into one view if one shows both well, else each into the view that shows it
    best; the points are those at which the keyboard stands on a region of the canvas.

    Args:
        arrow_id: New, unique within the drawing.
        start: Region id.
        end: Region id.
        body: The figure that is drawn on.

    Raises:
        UnknownRegion: The body has no such region.
        NothingMarked: No view shows one of them by name.
    """
    seen = [_sight(body.region(region).id, body) for region in (start, end)]
    if not all(seen):
        raise NothingMarked(arrow_id)
    views = _in_one_view(*seen) or tuple(max(sight, key=sight.__getitem__) for sight in seen)
    (x, y), (to_x, to_y) = (
        body.middles(view)[region] for region, view in zip((start, end), views, strict=True)
    )
    return PainArrow(
        id=arrow_id,
        figure=body.figure,
        body_version=body.version,
        view=views[0],
        x=x,
        y=y,
        to_view=views[1],
        to_x=to_x,
        to_y=to_y,
    )


def _in_one_view(start: Sight, end: Sight) -> tuple[str, str] | None:
    """The view that shows both best, if it shows each of them well."""

    def well(view: str) -> float:
        return min(sight[view] / max(sight.values()) for sight in (start, end))

    best = max(sorted(start.keys() & end.keys()), key=well, default=None)
    return None if best is None or well(best) < _SEEN_WELL else (best, best)


def _sight(region: str, body: Body) -> Sight:
    """How large each view shows a region: the main views, or the others if none of them does."""
    cells = body.fill([region]).cells
    for main in (True, False):
        sight = {
            view.id: int(view.pixels[cells].sum())
            for view in body.views.values()
            if (view.group == _MAIN) is main and _names(region, view.id, body)
        }
        if sight:
            return sight
    return {}


def _names(region: str, view: str, body: Body) -> bool:
    """Whether the name of a region stands on the region itself; of a sliver it may not."""
    middle = body.middles(view).get(region)
    hit = None if middle is None else body.hit(view, *middle)
    return hit is not None and hit.region == region
