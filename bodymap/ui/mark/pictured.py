"""The picture of a pain drawing on screen, and the one that a person keeps."""

from collections.abc import Sequence
from typing import Final

from bodymap.analysis.read_back import read_back
from bodymap.body import Body, SurfaceArea
from bodymap.exchange import to_png, to_svg
from bodymap.exchange.pain_picture import Pain, pain_picture
from bodymap.exchange.pain_words import answers_in_words, sides_in_words
from bodymap.records import PainDrawing
from bodymap.ui.wording import a_day, a_time

Layers = Sequence[tuple[SurfaceArea, int | None]]

ALT: Final = "The drawing. The words below it say the same."
_PIXELS: Final = 1.5
"""Pixels of the kept picture for a unit: about 1,140 across, which a telephone shows sharply."""


def on_screen(drawing: PainDrawing, body: Body, layers: Layers, *, whose: str = "your") -> str:
    """SVG of a drawing, to stand beside its words.

    Args:
        drawing: The drawing.
        body: Its figure.
        layers: Area and strength of each of its pains.
        whose: Stands before left and right: "your" or "patient's".
    """
    arrows = drawing.arrow_cells(body)
    return to_svg(pain_picture(body, _pains(drawing, body, layers), arrows=arrows, whose=whose))


def to_keep(drawing: PainDrawing, body: Body, layers: Layers) -> bytes:
    """PNG of a drawing with its words, day and strengths; the code where it waits under one."""
    when = drawing.finished_at or drawing.drawn_at
    heading = ["Where it hurts", f"{a_day(when)}, {a_time(when)}"]
    if drawing.person_id is None:
        heading.append(f"Code {drawing.code}")
    picture = pain_picture(
        body,
        _pains(drawing, body, layers),
        arrows=drawing.arrow_cells(body),
        heading=heading,
        relief=1.0,
    )
    return to_png(picture, _PIXELS)


def _pains(drawing: PainDrawing, body: Body, layers: Layers) -> tuple[Pain, ...]:
    pains = []
    for mark, (area, nrs) in zip(drawing.marks, layers, strict=True):
        places = sides_in_words(read_back(area).places)
        said = answers_in_words(mark)
        drawn = mark.drawing
        own = drawn is not None and drawn.figure == body.figure
        pains.append(
            Pain(
                area=area,
                nrs=nrs,
                views=tuple(view.view for view in drawn.views if view.strokes)
                if drawn and own
                else (),
                words=(
                    *(f"{side}: {labels}" for side, labels in places),
                    *([said] if said else []),
                ),
            )
        )
    return tuple(pains)
