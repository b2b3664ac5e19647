"""A drawing as SVG: one text that needs nothing beside it."""

from base64 import b64encode
from html import escape
from itertools import count
from typing import Final

from bodymap.exchange.drawing import Bitmap, Drawing, Group, Item, Shape, Text

FONT: Final = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
DOTS_EVERY, DOT_AT, DOT_RADIUS, DOTS_TURNED = 9.0, 3.0, 2.3, 30.0
"""The dots of spillover: side of their pattern, place in it, size, and turn in degrees."""


def to_svg(drawing: Drawing) -> str:
    """SVG text of a drawing.

    Pictures are inside it, fonts are asked for by name only and nothing is fetched. All text is
    escaped.
    """
    writer = _Writer()
    body = "".join(map(writer.item, drawing.items))
    ground = ""
    if drawing.paper:
        size = f'width="{drawing.width:g}" height="{drawing.height:g}"'
        ground = f'<rect {size} fill="{drawing.paper}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" '
        f'width="{drawing.width:g}" height="{drawing.height:g}" font-family="{FONT}">'
        f"<title>{escape(drawing.title)}</title><desc>{escape(drawing.description)}</desc>"
        f"<defs>{''.join(writer.defs)}</defs>{ground}{body}</svg>"
    )


class _Writer:
    """Writes items and collects what they refer to by id."""

    def __init__(self) -> None:
        self.defs: list[str] = []
        self._numbers = count(1)
        self._dots: dict[str, str] = {}

    def item(self, item: Item) -> str:
        match item:
            case Text():
                return _text(item)
            case Shape():
                return self._shape(item)
            case Bitmap():
                return _bitmap(item)
            case Group():
                return self._group(item)

    def _shape(self, shape: Shape) -> str:
        fill = shape.fill or "none"
        if shape.dotted and shape.fill:
            fill = f"url(#{self._dots_of(shape.fill)})"
        parts = [f'fill="{fill}" fill-rule="evenodd"']
        if shape.opacity < 1:
            parts.append(f'fill-opacity="{shape.opacity:g}"')
        if shape.stroke:
            parts.append(f'stroke="{shape.stroke}" stroke-width="{shape.stroke_width:.3g}"')
            parts.append('stroke-linecap="round" stroke-linejoin="round"')
            if shape.stroke_opacity < 1:
                parts.append(f'stroke-opacity="{shape.stroke_opacity:g}"')
            if shape.dashes:
                parts.append(f'stroke-dasharray="{shape.dashes[0]:.3g} {shape.dashes[1]:.3g}"')
        return f'<path{_class(shape.name)} d="{escape(shape.d)}" {" ".join(parts)}/>'

    def _group(self, group: Group) -> str:
        inner = "".join(map(self.item, group.items))
        if group.inside:
            inner = f'<g clip-path="url(#{self._clip(group.inside)})">{inner}</g>'
        move = f"translate({group.x:.4g} {group.y:.4g}) scale({group.scale:.6g})"
        if (group.x, group.y, group.scale) == (0, 0, 1):
            move = ""
        inner = f'<g transform="{move}">{inner}</g>' if move else inner
        if group.within:
            x, y, width, height = group.within
            rect = f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}Z"
            inner = f'<g clip-path="url(#{self._clip(rect)})">{inner}</g>'
        return f"<g{_class(group.name)}>{inner}</g>" if group.name else inner

    def _clip(self, d: str) -> str:
        name = f"clip-{next(self._numbers)}"
        self.defs.append(f'<clipPath id="{name}"><path d="{escape(d)}"/></clipPath>')
        return name

    def _dots_of(self, colour: str) -> str:
        if colour not in self._dots:
            self._dots[colour] = name = f"dots-{next(self._numbers)}"
            self.defs.append(
                f'<pattern id="{name}" width="{DOTS_EVERY:g}" height="{DOTS_EVERY:g}" '
                f'patternUnits="userSpaceOnUse" patternTransform="rotate({DOTS_TURNED:g})">'
                f'<circle cx="{DOT_AT:g}" cy="{DOT_AT:g}" r="{DOT_RADIUS:g}" fill="{colour}"/>'
                "</pattern>"
            )
        return self._dots[colour]


def _text(text: Text) -> str:
    weight = ' font-weight="700"' if text.bold else ""
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    return (
        f'<text x="{text.x:g}" y="{text.y:g}" font-size="{text.size:g}" fill="{text.colour}"'
        f"{weight}{anchor}>{escape(text.text)}</text>"
    )


def _bitmap(bitmap: Bitmap) -> str:
    data = b64encode(bitmap.png).decode()
    faint = f'opacity="{bitmap.opacity:g}" ' if bitmap.opacity < 1 else ""
    return (
        f'<image x="{bitmap.x:g}" y="{bitmap.y:g}" width="{bitmap.width:g}" '
        f'height="{bitmap.height:g}" preserveAspectRatio="none" {faint}'
        f'href="data:image/png;base64,{data}"/>'
    )


def _class(name: str) -> str:
    return f' class="{escape(name)}"' if name else ""
