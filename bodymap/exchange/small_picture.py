"""A small picture of an area or of layers of pain, on the front and back of a figure."""

from collections.abc import Sequence
from html import escape
from typing import Final

from bodymap.body import Figure, SurfaceArea, View
from bodymap.body.pain_colours import pain_colour
from bodymap.body.trace import traced
from bodymap.exchange.picture_arrows import arrows_in

_VIEWS: Final = ("front", "back")
_HEIGHT_PX: Final = 320
_TEXT: Final = 34
_MARGIN: Final = 24
_SKIN, _LINE, _MARK = "#efe6d8", "#8a7f70", "#0f766e"


def picture(area: SurfaceArea) -> str | None:
    """SVG of an area on the figure that measures it; None if that has neither view."""
    title = f"{100 * area.share:.1f} % of the body surface, {area.laterality or 'nothing'}"
    return _svg(area.body, [(area, _MARK)], title)


def layered_picture(
    figure: Figure,
    layers: Sequence[tuple[SurfaceArea, int | None]],
    arrows: Sequence[tuple[int, int]] = (),
) -> str | None:
    """SVG of layers of pain, darker the stronger (0-10, None is grey); None as `picture`.

    Args:
        figure: The figure.
        layers: Areas, each with its pain.
        arrows: Cells in which each begins and ends, numbered in this order. One whose ends no view
            shows together is two numbered dots.

    Raises:
        UnknownCell: An arrow begins or ends in none of this body.
    """
    weakest_first = sorted(layers, key=lambda layer: -1 if layer[1] is None else layer[1])
    painted = [(area, pain_colour(nrs)) for area, nrs in weakest_first]
    told = ", ".join("not rated" if nrs is None else f"{nrs} of 10" for _, nrs in layers)
    moves = f"; arrows: {len(arrows)}" if arrows else ""
    return _svg(figure, painted, f"Pain: {told or 'none'}{moves}", arrows)


def _sides(view: View) -> str:
    """Whose side is which, in the upper corners: the patient's right is left in the front view."""
    corners = ("right", "left") if view.id == "front" else ("left", "right")
    places = ((_MARGIN, "start"), (view.width - _MARGIN, "end"))
    return "".join(
        f'<text x="{x}" y="{_TEXT}" font-size="{_TEXT}" font-family="sans-serif" fill="{_LINE}" '
        f'text-anchor="{anchor}">{side}</text>'
        for side, (x, anchor) in zip(corners, places, strict=True)
    )


def _svg(
    figure: Figure,
    painted: Sequence[tuple[SurfaceArea, str]],
    title: str,
    arrows: Sequence[tuple[int, int]] = (),
) -> str | None:
    views = [figure.views[view_id] for view_id in _VIEWS if view_id in figure.views]
    if not views:
        return None
    parts, left = [], 0
    for view in views:
        marks = "".join(
            f'<path d="{traced(figure, area, view.id)}" fill="{colour}" fill-opacity="0.8"/>'
            for area, colour in painted
        )
        parts.append(
            f'<g transform="translate({left} 0)">'
            f'<path d="{escape(figure.outline(view.id))}" fill="{_SKIN}" stroke="{_LINE}"/>'
            f"{marks}{arrows_in(figure, view.id, _VIEWS, arrows)}{_sides(view)}</g>"
        )
        left += view.width
    height = max(view.height for view in views)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left} {height}" '
        f'height="{_HEIGHT_PX}" role="img"><title>{title}</title>{"".join(parts)}</svg>'
    )
