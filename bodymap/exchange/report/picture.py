"""Where it hurts and what was found, on the views that show it: a picture without letters.

Pain is a surface, darker the stronger; a finding is an X with its number, drawn as lines, so that
nothing in the picture is read aloud out of its place.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bodymap.analysis.comparing.extent import strength
from bodymap.body import Body, SurfaceArea
from bodymap.body.pain_colours import pain_colour
from bodymap.exchange.drawing import Drawing, Group, Item, Shape
from bodymap.exchange.panels import CROSS, HALO, RIM, SKIN, cross_shapes
from bodymap.exchange.svg import to_svg
from bodymap.records import TriggerPointFinding

_ALWAYS: Final = ("front", "back")
_MOST_VIEWS: Final = 6
_TALL, _GAP = 1000.0, 60.0
_OPACITY: Final = 0.85
_RIM_WIDTH, _AREA_RIM = 1.6, "#5b1a12"
_HALF_CROSS: Final = 11.0
# Digits as lines on a grid of 2 by 4, joined by a pen that does not lift.
_DIGITS: Final = {
    "0": "M0 0L2 0L2 4L0 4Z",
    "1": "M0 1L1 0L1 4",
    "2": "M0 0L2 0L2 2L0 2L0 4L2 4",
    "3": "M0 0L2 0L2 4L0 4M0 2L2 2",
    "4": "M0 0L0 2L2 2M2 0L2 4",
    "5": "M2 0L0 0L0 2L2 2L2 4L0 4",
    "6": "M2 0L0 0L0 4L2 4L2 2L0 2",
    "7": "M0 0L2 0L1 4",
    "8": "M0 0L2 0L2 4L0 4ZM0 2L2 2",
    "9": "M2 2L0 2L0 0L2 0L2 4L0 4",
}
_UNIT: Final = 4.2


def picture(
    body: Body,
    layers: Sequence[tuple[SurfaceArea, int | None]],
    findings: Sequence[TriggerPointFinding],
    views: Sequence[str] = (),
) -> str:
    """SVG of pain and findings side by side on the front, the back and other views.

    Args:
        body: The figure; an area of another one is shown on it.
        layers: Areas of pain, each with 0-10 or None where it was not rated.
        findings: Numbered from 1 in this order.
        views: Further views on which something was drawn.
    """
    wanted = dict.fromkeys((*_ALWAYS, *views, *(each.place.view for each in findings)))
    shown = [body.views[view] for view in wanted if view in body.views][:_MOST_VIEWS]
    parts = strength((area.on(body), nrs) for area, nrs in layers).by_intensity
    weakest_first = sorted(parts.items(), key=lambda part: -1 if part[0] is None else part[0])
    items: list[Item] = []
    left = 0.0
    for view in shown:
        scale = _TALL / view.height
        inner: tuple[Item, ...] = (
            Shape(body.outline(view.id), fill=SKIN, stroke=RIM, stroke_width=_RIM_WIDTH / scale),
            *_areas(body, view.id, weakest_first, scale),
            *_crosses(body, view.id, findings, scale),
        )
        items.append(Group(inner, x=left, scale=scale))
        left += view.width * scale + _GAP
    return to_svg(Drawing(left - _GAP, _TALL, "", "", tuple(items), paper=None))


def _areas(
    body: Body, view: str, parts: Sequence[tuple[int | None, SurfaceArea]], scale: float
) -> Iterator[Shape]:
    for nrs, area in parts:
        d = body.trace(area, view)
        if d:
            yield Shape(
                d,
                fill=pain_colour(nrs),
                opacity=_OPACITY,
                stroke=_AREA_RIM,
                stroke_width=1.0 / scale,
            )


def _crosses(
    body: Body, view: str, findings: Sequence[TriggerPointFinding], scale: float
) -> Iterator[Group]:
    for number, finding in enumerate(findings, start=1):
        at = body.project(finding.place.cell, view)
        if at is not None:
            shapes: tuple[Item, ...] = (*cross_shapes(_HALF_CROSS), *_number(number))
            yield Group(shapes, x=at[0], y=at[1], scale=1 / scale)


def _number(number: int) -> tuple[Group, ...]:
    """A number right of a cross, in units of the cross, dark on a light rim."""
    groups = []
    for place, digit in enumerate(str(number)):
        d = _DIGITS[digit]
        shapes = (
            Shape(d, stroke=HALO, stroke_width=1.7),
            Shape(d, stroke=CROSS, stroke_width=0.75),
        )
        x = 1.5 * _HALF_CROSS + place * 3.2 * _UNIT
        groups.append(Group(shapes, x=x, y=-2 * _UNIT, scale=_UNIT))
    return tuple(groups)
