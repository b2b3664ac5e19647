"""A small picture of an area, for notebooks."""

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bodymap.body.area import SurfaceArea
    from bodymap.body.body import Body

_VIEWS: Final = ("front", "back")
_HEIGHT_PX: Final = 320
_SKIN, _LINE, _MARK = "#efe6d8", "#8a7f70", "#0f766e"


def picture(body: "Body", area: "SurfaceArea") -> str | None:
    """SVG of an area on the front and back of a figure; None if it has neither view."""
    views = [body.views[view_id] for view_id in _VIEWS if view_id in body.views]
    if not views:
        return None
    parts, left = [], 0
    for view in views:
        parts.append(
            f'<g transform="translate({left} 0)">'
            f'<path d="{escape(body.outline(view.id))}" fill="{_SKIN}" stroke="{_LINE}"/>'
            f'<path d="{body.trace(area, view.id)}" fill="{_MARK}" fill-opacity="0.75"/></g>'
        )
        left += view.width
    height = max(view.height for view in views)
    title = f"{100 * area.share:.1f} % of the body surface, {area.laterality or 'nothing'}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left} {height}" '
        f'height="{_HEIGHT_PX}" role="img"><title>{title}</title>{"".join(parts)}</svg>'
    )
