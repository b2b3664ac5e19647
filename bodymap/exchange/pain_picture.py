"""The picture of a pain drawing: each view that holds a mark, with numbers, words, strengths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from bodymap.body import Body, SurfaceArea, View
from bodymap.body.pain_colours import RATED, UNRATED, pain_colour
from bodymap.exchange import fonts, panels
from bodymap.exchange.drawing import Anchor, Drawing, Group, Item, Shape, Text, rectangle
from bodymap.exchange.panels import Frame
from bodymap.exchange.picture_arrows import Ends, arrows_in
from bodymap.exchange.svg import to_svg
from bodymap.wording import Words, words_in

WIDTH: Final = 760.0
"""Units."""
_MARGIN, _GAP, _ROW_GAP, _TALL, _SMALL = 30.0, 26.0, 66.0, 560.0, 250.0
_MARK_OPACITY: Final = 0.82
_TAG: Final = 10.0
"""Half the side of the tag that carries a number."""
_WORTH: Final = 0.1
"""Part of a pain that a view must show to be worth a picture of its own, or a number in it."""
_MAIN: Final = ("front", "back")


@dataclass(frozen=True)
class Pain:
    """One pain of a drawing.

    Attributes:
        area: Where it is.
        nrs: Its strength 0-10; None if it was not said.
        views: Ids of the views it was drawn in.
        words: Lines about it, beside its number.
    """

    area: SurfaceArea
    nrs: int | None = None
    views: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def pain_picture(
    body: Body,
    pains: Sequence[Pain],
    *,
    arrows: Sequence[Ends] = (),
    heading: Sequence[str] = (),
    whose: str = "your",
    relief: float = 0.0,
    say: Words | None = None,
) -> Drawing:
    """The picture of a pain drawing.

    Args:
        body: The figure.
        pains: Its pains; numbered in this order where there are several.
        arrows: Cells in which each arrow begins and ends.
        heading: Lines above the pictures, the first one large; none for a picture beside text.
        whose: Stands before left and right: "your" or "patient's".
        relief: Strength of the shading, 0 to 1; without it an SVG is small.
        say: Words of the language; English if not given.
    """
    say = say or words_in()
    items: list[Item] = []
    y = _MARGIN
    for number, text in enumerate(heading):
        size = 26 if not number else 17
        y += size + 8
        items.append(Text(_MARGIN, y, text, size, panels.INK, bold=not number))
    views = _views(body, pains, arrows)
    for row, tall in _rows(views):
        y += 34
        items += _row(body, row, tall, pains, arrows, y=y, whose=whose, relief=relief, say=say)
        y += tall + _ROW_GAP - 34
    if heading:
        items += _words(pains, y, say)
        y += 26 * sum(len(lines) for _, lines in _paragraphs(pains, say)) + 12 * len(pains)
    if any(pain.nrs is not None for pain in pains):
        items += _strengths(y, say, unrated=any(pain.nrs is None for pain in pains))
        y += 60
    return Drawing(WIDTH, y, _title(pains, arrows, say), "", tuple(items))


def _title(pains: Sequence[Pain], arrows: Sequence[Ends], say: Words) -> str:
    told = ", ".join(
        say("pain-picture-unrated") if pain.nrs is None else say("pain-strength", nrs=pain.nrs)
        for pain in pains
    )
    strengths = told or say("pain-picture-none")
    if arrows:
        return say("pain-picture-title-arrows", strengths=strengths, arrows=len(arrows))
    return say("pain-picture-title", strengths=strengths)


def of_layers(
    body: Body, layers: Sequence[tuple[SurfaceArea, int | None]], arrows: Sequence[Ends] = ()
) -> str:
    """SVG of layers of pain, each with its strength 0-10 or None, and of arrows."""
    pains = [Pain(area, nrs) for area, nrs in layers]
    return to_svg(pain_picture(body, pains, arrows=arrows, whose="patient's"))


def of_area(area: SurfaceArea) -> str:
    """SVG of an area on the figure that measures it."""
    figure = area.body
    body = figure if isinstance(figure, Body) else Body.load(figure.figure)
    drawing = pain_picture(body, [Pain(area)], whose="patient's")
    share, side = f"{100 * area.share:.1f}", str(area.laterality or "")
    title = words_in()("pain-area", share=share, side=side)
    return to_svg(replace(drawing, title=title))


def _views(body: Body, pains: Sequence[Pain], arrows: Sequence[Ends]) -> list[View]:
    """Views in which something was drawn, and those that show what these do not."""
    wanted = {view_id for pain in pains for view_id in pain.views}
    chosen = {view_id: view for view_id, view in body.views.items() if view_id in wanted}
    areas = [pain.area for pain in pains] + [body.cells([cell]) for ends in arrows for cell in ends]
    for area in areas:
        left = area
        for view in chosen.values():
            left -= _seen(body, view, left)
        while len(left) > _WORTH * len(area):
            seen = {view_id: _seen(body, view, left) for view_id, view in body.views.items()}
            best = max(seen, key=lambda view_id: (len(seen[view_id]), view_id in _MAIN))
            if not seen[best]:
                break
            chosen[best] = body.view(best)
            left -= seen[best]
    return [view for view_id, view in body.views.items() if view_id in chosen] or [
        next(iter(body.views.values()))
    ]


def _seen(body: Body, view: View, area: SurfaceArea) -> SurfaceArea:
    """The cells of an area that a view shows, or beside whose place they hang."""
    hanging = [cell for cell in area.cells.tolist() if body.project(cell, view.id) is not None]
    return body.cells(hanging)


def _rows(views: Sequence[View]) -> Iterator[tuple[list[View], float]]:
    """Views beside each other, whole bodies first, with the height of each row."""
    room = WIDTH - 2 * _MARGIN
    for group, tall in (
        ([view for view in views if view.group == "main"], _TALL),
        ([view for view in views if view.group != "main"], _SMALL),
    ):
        row: list[View] = []
        for view in group:
            if row and _wide([*row, view], tall) > room:
                yield row, tall
                row = []
            row.append(view)
        if row:
            yield row, tall


def _wide(row: Sequence[View], tall: float) -> float:
    return sum(tall * view.width / view.height for view in row) + _GAP * (len(row) - 1)


def _row(
    body: Body,
    row: Sequence[View],
    tall: float,
    pains: Sequence[Pain],
    arrows: Sequence[Ends],
    *,
    y: float,
    whose: str,
    relief: float,
    say: Words,
) -> list[Item]:
    items: list[Item] = []
    x = (WIDTH - _wide(row, tall)) / 2
    ids = [view.id for view in row]
    for view in row:
        frame = Frame(x, y, tall, panels.whole(view), whose, relief=relief, say=say)
        unit = view.height / tall
        signs = [*_numbers(view, pains, unit), *arrows_in(body, view.id, ids, arrows, unit)]
        items.append(panels.panel(body, view, frame, under=_marks(body, view, pains), over=signs))
        x += frame.width + _GAP
    return items


def _marks(body: Body, view: View, pains: Sequence[Pain]) -> tuple[Shape, ...]:
    """The pains in a view, the strongest on top."""
    weakest_first = sorted(pains, key=lambda pain: -1 if pain.nrs is None else pain.nrs)
    shapes = (
        Shape(
            body.trace(pain.area, view.id),
            fill=pain_colour(pain.nrs),
            opacity=_MARK_OPACITY,
            stroke=panels.INK,
            stroke_opacity=0.55,
            stroke_width=1.5,
            name="pain",
        )
        for pain in weakest_first
    )
    return tuple(shape for shape in shapes if shape.d)


def _numbers(view: View, pains: Sequence[Pain], unit: float) -> Iterator[Group]:
    """The number of each pain on its place in a view; none where there is only one pain."""
    for number, pain in enumerate(pains if pains[1:] else (), start=1):
        shown = np.isin(view.cells, pain.area.cells)
        rows, columns = np.nonzero(shown)
        part = np.unique(view.cells[shown]).size / max(len(pain.area), 1)
        if rows.size and (part >= _WORTH or view.id in pain.views):
            # At its corner, where it does not hide the place.
            at = int((columns - rows).argmax())
            off = 0.8 * _TAG * unit
            yield _tag(number, float(columns[at]) + off, float(rows[at]) - off, unit)


def _tag(number: int, x: float, y: float, unit: float) -> Group:
    box = rectangle(-_TAG, -_TAG, 2 * _TAG, 2 * _TAG)
    shape = Shape(box, fill=panels.HALO, stroke=panels.CROSS, stroke_width=1.5)
    text = Text(0, 5.5, str(number), 15, panels.CROSS, bold=True, anchor=Anchor.MIDDLE)
    return Group((shape, text), x=x, y=y, scale=unit, name="number")


def _paragraphs(pains: Sequence[Pain], say: Words) -> Iterator[tuple[str, list[str]]]:
    for number, pain in enumerate(pains, start=1):
        lines = [
            line
            for words in pain.words
            for line in fonts.wrapped(words, 17, WIDTH - 2 * _MARGIN - 80)
        ]
        yield (say("mark-pain", number=number) if len(pains) > 1 else say("pain-one")), lines


def _words(pains: Sequence[Pain], y: float, say: Words) -> list[Item]:
    items: list[Item] = []
    for name, lines in _paragraphs(pains, say):
        items.append(Text(_MARGIN, y + 20, name, 17, panels.INK, bold=True))
        for line in lines:
            items.append(Text(_MARGIN + 80, y + 20, line, 17, panels.INK))
            y += 26
        y += 12
    return items


def _strengths(y: float, say: Words, *, unrated: bool) -> list[Item]:
    """The colours of strength 0 to 10, and of a pain whose strength was not said."""
    items: list[Item] = [Text(_MARGIN, y + 20, say("pain-strength-scale"), 15, panels.MUTED)]
    side, x = 34.0, _MARGIN + 80
    for nrs, colour in enumerate(RATED):
        box = rectangle(x + side * nrs, y, side, 22)
        items.append(Shape(box, fill=colour, stroke=panels.RIM, name="strength"))
        middle = x + side * (nrs + 0.5)
        items.append(Text(middle, y + 40, str(nrs), 14, panels.MUTED, anchor=Anchor.MIDDLE))
    if unrated:
        x += side * len(RATED) + 20
        items.append(Shape(rectangle(x, y, side, 22), fill=UNRATED, stroke=panels.RIM))
        items.append(Text(x + side + 8, y + 17, say("pain-strength-not-said"), 14, panels.MUTED))
    return items
