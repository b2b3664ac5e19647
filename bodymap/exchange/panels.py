"""One view of a figure as part of a drawing: body, zones, relief, crosses and cues."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bodymap.body import Body, SurfaceArea, View
from bodymap.body.showing import Box
from bodymap.exchange.drawing import Anchor, Bitmap, Group, Item, Shape, Text
from bodymap.wording import Words
from bodymap.wording.views import cues, view_name

SKIN, RIM, ZONE, ZONE_RIM = "#f3ece5", "#b9aca2", "#b6213b", "#8c1730"
MUSCLE, MUSCLE_RIM, MUSCLE_OPACITY = "#0f766e", "#0b5750", 0.28
CROSS, HALO, INK, MUTED = "#16201f", "#ffffff", "#1e2b2a", "#57625f"
ESSENTIAL_OPACITY: Final = 0.62
PEN: Final = "#1749c9"
_HALF_CROSS: Final = 8.0
_BELOW_THE_HANDS: Final = 0.62
"""Part of a whole figure's height at which there is room beside it."""
_CAPTION, _CUE = 17.0, 15.0

Lines = Sequence[tuple[str, Sequence[tuple[float, float]]]]


@dataclass(frozen=True)
class Shown:
    """What is drawn on the views.

    Attributes:
        essential: Solid.
        spillover: Dotted.
        places: Cells that get a cross.
        muscle: Where the muscle lies, under the zones; None for nothing.
        lines: What somebody drew on top: id of the view and points in view units.
    """

    essential: SurfaceArea
    spillover: SurfaceArea
    places: tuple[int, ...]
    muscle: SurfaceArea | None = None
    lines: Lines = ()


@dataclass(frozen=True)
class Frame:
    """Where a view stands in a drawing, in units of the drawing.

    Attributes:
        x: Of its left edge.
        y: Of its upper edge.
        height: Of the picture; its name stands above, the cues below.
        box: Piece of the view that is shown, in view units.
        whose: Stands before left and right in cues and caption.
        skin: Colour of the body.
        relief: Strength of the shading, 0 to 1.
        say: Words of the language; English if not given.
    """

    x: float
    y: float
    height: float
    box: Box
    whose: str
    skin: str = SKIN
    relief: float = 1.0
    say: Words | None = None

    @property
    def width(self) -> float:
        """Units of the drawing."""
        return self.height * self.box.width / self.box.height


def whole(view: View) -> Box:
    """All of a view."""
    return Box(0, 0, view.width, view.height)


def panel(
    body: Body,
    view: View,
    frame: Frame,
    shown: Shown | None = None,
    *,
    under: Sequence[Item] = (),
    over: Sequence[Item] = (),
) -> Group:
    """A view with what is drawn on it.

    Args:
        body: The figure.
        view: One of its views.
        frame: Where it stands.
        shown: What is drawn; nothing for a blank figure.
        under: Further parts within the body's outline, in view units, beneath its shading.
        over: Further parts on top of all, in view units.
    """
    scale = frame.height / frame.box.height
    within = Box(frame.x, frame.y, frame.width, frame.height)
    figure = Group(
        items=(*_figure(body, view, frame, shown, under), *over),
        x=frame.x - frame.box.x * scale,
        y=frame.y - frame.box.y * scale,
        scale=scale,
        name="figure",
    )
    return Group(items=(Group((figure,), within=within), *_words(view, frame)), name="panel")


def _figure(
    body: Body, view: View, frame: Frame, shown: Shown | None, under: Sequence[Item]
) -> tuple[Item, ...]:
    scale = frame.height / frame.box.height
    outline = body.outline(view.id)
    items: list[Item] = [
        Shape(outline, fill=frame.skin, stroke=RIM, stroke_width=1.2 / scale, name="body")
    ]
    zones = (*under, *(_zones(body, view, shown, scale) if shown is not None else ()))
    items += [Group(zones, inside=outline, name="zones")] if zones else []
    if view.relief is not None and frame.relief:
        shading = relief(body, view.relief)
        items.append(Bitmap(shading, 0, 0, view.width, view.height, opacity=frame.relief))
    if shown is not None:
        places = [body.project(cell, view.id) for cell in shown.places]
        items += [_cross(*place, scale) for place in places if place is not None]
        drawn = [points for of_view, points in shown.lines if of_view == view.id]
        items += [shape for points in drawn for shape in _line(points, scale)]
    return tuple(items)


def _zones(body: Body, view: View, shown: Shown, scale: float) -> tuple[Shape, ...]:
    spillover = Shape(
        body.trace(shown.spillover, view.id),
        fill=ZONE,
        dotted=True,
        stroke=ZONE,
        stroke_opacity=0.55,
        stroke_width=0.9 / scale,
        dashes=(2 / scale, 3 / scale),
        name="spillover",
    )
    essential = Shape(
        body.trace(shown.essential, view.id),
        fill=ZONE,
        opacity=ESSENTIAL_OPACITY,
        stroke=ZONE_RIM,
        stroke_opacity=0.75,
        stroke_width=1 / scale,
        name="essential",
    )
    muscle = Shape(
        body.trace(shown.muscle, view.id) if shown.muscle else "",
        fill=MUSCLE,
        opacity=MUSCLE_OPACITY,
        stroke=MUSCLE_RIM,
        stroke_width=1.6 / scale,
        name="muscle",
    )
    return tuple(zone for zone in (muscle, spillover, essential) if zone.d)


def _line(points: Sequence[tuple[float, float]], scale: float) -> tuple[Shape, Shape]:
    """A line of the pen, on a light rim; a single point is a dot."""
    d = "M" + "L".join(f"{x:g} {y:g}" for x, y in (*points, points[-1]))
    return (
        Shape(d, stroke=HALO, stroke_width=7 / scale, name="rim-of-line"),
        Shape(d, stroke=PEN, stroke_width=3.6 / scale, name="line"),
    )


def _cross(x: float, y: float, scale: float) -> Group:
    """The X of a trigger point; it has its size whatever the view's scale."""
    return Group(cross_shapes(_HALF_CROSS), x=x, y=y, scale=1 / scale, name="place")


def cross_shapes(half: float) -> tuple[Shape, Shape]:
    """An X about the origin, dark on a light rim."""
    d = f"M{-half:g} {-half:g}L{half:g} {half:g}M{half:g} {-half:g}L{-half:g} {half:g}"
    return (
        Shape(d, stroke=HALO, stroke_width=0.94 * half),
        Shape(d, stroke=CROSS, stroke_width=0.45 * half),
    )


def _words(view: View, frame: Frame) -> list[Text]:
    yours = frame.whose == "your"
    name = view_name(view.id, frame.say, yours=yours)
    middle, right = frame.x + frame.width / 2, frame.x + frame.width
    found = [Text(middle, frame.y - 9, name, _CAPTION, INK, anchor=Anchor.MIDDLE)]
    at_left, at_right = cues(view.id, frame.say, yours=yours)
    if at_left:
        below = frame.y + frame.height + 20
        if view.group == "main" and frame.box == whole(view):
            below = frame.y + _BELOW_THE_HANDS * frame.height
        found.append(Text(frame.x, below, at_left, _CUE, MUTED, bold=True))
        found.append(Text(right, below, at_right, _CUE, MUTED, bold=True, anchor=Anchor.END))
    return found


@lru_cache(maxsize=64)
def relief(body: Body, name: str) -> bytes:
    """The shading picture of a view, a PNG file."""
    return body.manifest.path(name).read_bytes()
