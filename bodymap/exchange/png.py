"""A drawing as PNG, painted by Pillow from the very paths that the SVG has.

Pillow is needed anyway and takes its font from us, so a picture is the same on every machine;
programs that turn SVG into pixels bring a renderer or system libraries of their own and still
look for fonts.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from bodymap.exchange.drawing import Anchor, Bitmap, Drawing, Group, Item, Shape, Text, rectangle
from bodymap.exchange.fonts import font
from bodymap.exchange.outlines import Line, dashed, polygons
from bodymap.exchange.svg import DOT_AT, DOT_RADIUS, DOTS_EVERY, DOTS_TURNED

SCALE: Final = 2.0
"""Pixels per unit of a drawing."""
_FINER: Final = 3
"""Masks are drawn so many times larger, and made smaller, so that edges are smooth."""
_ANCHORS: Final = {Anchor.START: "ls", Anchor.MIDDLE: "ms", Anchor.END: "rs"}

Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom."""


def to_png(drawing: Drawing, scale: float = SCALE) -> bytes:
    """PNG of a drawing.

    Args:
        drawing: What to paint.
        scale: Pixels per unit.

    Returns:
        The file; `round(width * scale)` by `round(height * scale)` pixels.
    """
    size = (round(drawing.width * scale), round(drawing.height * scale))
    paper = Image.new("RGB", size, drawing.paper or "#ffffff")
    _Painter(paper).paint(drawing.items, _Where(scale=scale))
    out = BytesIO()
    paper.save(out, "PNG", optimize=False, dpi=(96 * scale, 96 * scale))
    return out.getvalue()


@dataclass(frozen=True)
class _Where:
    """How units become pixels, and what may be painted on."""

    scale: float
    x: float = 0.0
    y: float = 0.0
    clip: Image.Image | None = None

    def pixels(self, line: Line) -> Line:
        return np.asarray(line * self.scale + (self.x, self.y))


class _Painter:
    def __init__(self, paper: Image.Image) -> None:
        self._paper = paper

    def paint(self, items: tuple[Item, ...], where: _Where) -> None:
        for item in items:
            match item:
                case Text():
                    self._text(item, where)
                case Shape():
                    self._shape(item, where)
                case Bitmap():
                    self._bitmap(item, where)
                case Group():
                    self._group(item, where)

    def _text(self, text: Text, where: _Where) -> None:
        x, y = where.pixels(np.array((text.x, text.y)))
        made = font(text.size * where.scale, bold=text.bold)
        pen = ImageDraw.Draw(self._paper)
        pen.text((x, y), text.text, fill=text.colour, font=made, anchor=_ANCHORS[text.anchor])

    def _shape(self, shape: Shape, where: _Where) -> None:
        lines = [where.pixels(each) for each in polygons(shape.d)]
        if shape.fill:
            box = self._within(lines, 1)
            mask = _filled(lines, box)
            if shape.dotted:
                mask = ImageChops.multiply(mask, _filled(_dots(lines, where), box, whole=True))
            self._ink(mask, box, shape.fill, shape.opacity, where)
        if shape.stroke:
            width = shape.stroke_width * where.scale
            box = self._within(lines, width)
            if shape.dashes:
                on, off = (length * where.scale for length in shape.dashes)
                lines = [piece for each in lines for piece in dashed(each, on, off)]
            self._ink(_stroked(lines, box, width), box, shape.stroke, shape.stroke_opacity, where)

    def _ink(
        self, mask: Image.Image, box: Pixels, colour: str, opacity: float, where: _Where
    ) -> None:
        if where.clip is not None:
            mask = ImageChops.multiply(mask, where.clip.crop(box))
        self._paper.paste(colour, box, _fainter(mask, opacity))

    def _bitmap(self, bitmap: Bitmap, where: _Where) -> None:
        right_most, lowest = bitmap.x + bitmap.width, bitmap.y + bitmap.height
        corners = np.array([[bitmap.x, bitmap.y], [right_most, lowest]])
        (left, top), (right, bottom) = np.rint(where.pixels(corners)).astype(int).tolist()
        picture = Image.open(BytesIO(bitmap.png)).convert("RGBA")
        picture = picture.resize((right - left, bottom - top), Image.Resampling.LANCZOS)
        box = self._on_paper((left, top, right, bottom))
        picture = picture.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
        mask = _fainter(picture.getchannel("A"), bitmap.opacity)
        if where.clip is not None:
            mask = ImageChops.multiply(mask, where.clip.crop(box))
        self._paper.paste(picture, box, mask)

    def _group(self, group: Group, where: _Where) -> None:
        if group.within:
            where = self._clipped(where, rectangle(*group.within))
        x, y = where.pixels(np.array((group.x, group.y)))
        where = _Where(where.scale * group.scale, x, y, where.clip)
        if group.inside:
            where = self._clipped(where, group.inside)
        self.paint(group.items, where)

    def _clipped(self, where: _Where, d: str) -> _Where:
        lines = [where.pixels(each) for each in polygons(d)]
        box = self._within(lines, 1)
        clip = Image.new("L", self._paper.size, 0)
        clip.paste(_filled(lines, box), box)
        if where.clip is not None:
            clip = ImageChops.multiply(clip, where.clip)
        return _Where(where.scale, where.x, where.y, clip)

    def _within(self, lines: list[Line], margin: float) -> Pixels:
        every = np.concatenate(lines)
        low, high = np.floor(every.min(0) - margin), np.ceil(every.max(0) + margin)
        return self._on_paper((int(low[0]), int(low[1]), int(high[0]) + 1, int(high[1]) + 1))

    def _on_paper(self, box: Pixels) -> Pixels:
        width, height = self._paper.size
        left, top = min(max(box[0], 0), width - 1), min(max(box[1], 0), height - 1)
        return left, top, max(min(box[2], width), left + 1), max(min(box[3], height), top + 1)


def _fainter(mask: Image.Image, opacity: float) -> Image.Image:
    return mask.point([round(value * opacity) for value in range(256)]) if opacity < 1 else mask


def _filled(lines: list[Line], box: Pixels, *, whole: bool = False) -> Image.Image:
    """Smooth mask of closed lines over a box; `whole` joins them, else what two share is a hole."""
    size = ((box[2] - box[0]) * _FINER, (box[3] - box[1]) * _FINER)
    mask = Image.new("1", size)
    for each in lines:
        points = [tuple(point) for point in ((each - box[:2]) * _FINER).tolist()]
        if whole or len(lines) == 1:
            ImageDraw.Draw(mask).polygon(points, fill=1)
        else:
            one = Image.new("1", size)
            ImageDraw.Draw(one).polygon(points, fill=1)
            mask = ImageChops.logical_xor(mask, one)
    return mask.convert("L").reduce(_FINER)


def _stroked(lines: list[Line], box: Pixels, width: float) -> Image.Image:
    size = ((box[2] - box[0]) * _FINER, (box[3] - box[1]) * _FINER)
    mask = Image.new("L", size)
    pen = ImageDraw.Draw(mask)
    thick = max(1, round(width * _FINER))
    for each in lines:
        points = [tuple(point) for point in ((each - box[:2]) * _FINER).tolist()]
        pen.line(points, fill=255, width=thick, joint="curve")
        for x, y in (points[0], points[-1]):  # round ends
            r = thick / 2
            pen.ellipse((x - r, y - r, x + r, y + r), fill=255)
    return mask.reduce(_FINER)


_CIRCLE: Final = np.stack([f(np.linspace(0, 2 * np.pi, 17)) for f in (np.cos, np.sin)], axis=1)


def _dots(lines: list[Line], where: _Where) -> list[Line]:
    """Circles of the dot pattern over some lines, as the SVG pattern has them; in pixels."""
    turn = np.radians(DOTS_TURNED)
    turned = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    corners = (np.concatenate(lines) - (where.x, where.y)) / where.scale @ turned.T
    low = np.floor(corners.min(0) / DOTS_EVERY).astype(int)
    high = np.ceil(corners.max(0) / DOTS_EVERY).astype(int)
    across, down = np.meshgrid(np.arange(low[0], high[0] + 1), np.arange(low[1], high[1] + 1))
    middles = np.stack([across.ravel(), down.ravel()], axis=1) * DOTS_EVERY + DOT_AT
    return [where.pixels((each + _CIRCLE * DOT_RADIUS) @ turned) for each in middles]
