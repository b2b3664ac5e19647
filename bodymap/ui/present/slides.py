"""From the atlas to slides: one for each trigger point."""

from functools import lru_cache
from typing import Final

from bodymap.atlas import Atlas, TriggerPoint
from bodymap.atlas.citing import NOTICE
from bodymap.body import Body, Laterality, View
from bodymap.body.showing import facing
from bodymap.canvas import Reveal, Slide, SlideShow, SlideView, Step
from bodymap.exchange import words
from bodymap.exchange.lesson import parts_of, sources_of
from bodymap.exchange.pattern_picture import piece_of, shown_of, sided
from bodymap.ui.present.address import Presented

_RATIO: Final = {1: 1.2, 2: 0.65, 3: 0.45}
"""Width of a piece by its height, by the number of views."""
_LEAST_TALL: Final = 430
"""View units of a main view that are shown at least."""


def slide_show_of(presented: Presented, atlas: Atlas, body: Body) -> SlideShow:
    """Everything the browser needs to present.

    Args:
        presented: What, and where to begin; it names at least one muscle.
        atlas: What is said.
        body: Figure to draw on.
    """
    points = [p.id for name in presented.muscles for p in atlas.muscles[name].trigger_points]
    return SlideShow(
        title=presented.title,
        figure=body.figure,
        figure_url=f"figure/{body.version}/",
        slides=tuple(_slide(point, presented.laterality, atlas, body) for point in points),
        notice=NOTICE,
        at=presented.at,
        step=presented.step,
        quiz=presented.quiz,
        light=presented.light,
        muscle=presented.muscle,
        running=not presented.taking,
    )


@lru_cache(maxsize=1024)
def _slide(point_id: str, laterality: Laterality, atlas: Atlas, body: Body) -> Slide:
    point = atlas.trigger_points[point_id]
    side, muscle = sided(point, laterality), atlas.muscle_of(point.id)
    of_side = f"{body.version}/{body.figure}/{{}}/{side.value}"
    return Slide(
        id=point.id,
        name=muscle.name,
        about=f"{point.name}, {words.side(side)}",
        views=_views(point, side, atlas, body),
        zones=f"referral/{of_side.format(point.id)}",
        muscle=f"muscles/{of_side.format(muscle.id)}",
        steps=tuple(Step(Reveal(part.shows.value), part.lines) for part in parts_of(point, atlas)),
        sources=sources_of(point, atlas),
    )


def _views(
    point: TriggerPoint, side: Laterality, atlas: Atlas, body: Body
) -> tuple[SlideView, ...]:
    shown, views = shown_of(point, side, atlas, body)
    views = _with_the_cross_in_front(views, shown.places[0], body)
    ratio = _RATIO[len(views)]
    return tuple(
        SlideView(
            id=view.id,
            box=piece_of(body, view, shown, ratio, _LEAST_TALL),
            place=body.project(shown.places[0], view.id),
        )
        for view in views
    )


def _with_the_cross_in_front(views: tuple[View, ...], cell: int, body: Body) -> tuple[View, ...]:
    """The most telling view first, the one that looks at the cross second: two fit a telephone."""
    first, *others = views
    best = facing(body, views, cell)
    return (first, *sorted(others, key=lambda view: view is not best))
