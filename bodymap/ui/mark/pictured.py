"""The picture of a pain drawing on screen, and the one that a person keeps."""

from collections.abc import Sequence
from typing import Final

from bodymap.analysis.read_back import read_back
from bodymap.body import Body, SurfaceArea
from bodymap.exchange import to_png, to_svg
from bodymap.exchange.pain_picture import Pain, pain_picture
from bodymap.records import PainDrawing
from bodymap.ui.practice_clock import in_practice
from bodymap.wording import Words, words_in
from bodymap.wording.pain import answers_in_words, sides_in_words

Layers = Sequence[tuple[SurfaceArea, int | None]]

_PIXELS: Final = 1.5
"""Pixels of the kept picture for a unit: about 1,140 across, which a telephone shows sharply."""


def on_screen(
    drawing: PainDrawing,
    body: Body,
    layers: Layers,
    *,
    whose: str = "your",
    words: Words | None = None,
) -> str:
    """SVG of a drawing, to stand beside its words.

    Args:
        drawing: The drawing.
        body: Its figure.
        layers: Area and strength of each of its pains.
        whose: Stands before left and right: "your" or "patient's".
        words: Of the language; English if not given.
    """
    say = words or words_in()
    pains = _pains(drawing, body, layers, say)
    arrows = drawing.arrow_cells(body)
    return to_svg(pain_picture(body, pains, arrows=arrows, whose=whose, say=say))


def to_keep(drawing: PainDrawing, body: Body, layers: Layers, words: Words) -> bytes:
    """PNG of a drawing with its words, day and strengths; the code where it waits under one."""
    when = in_practice(drawing.finished_at or drawing.drawn_at)
    moment = words("pain-picture-when", day=words.day(when.date()), time=words.time(when))
    heading = [words("pain-picture"), moment]
    if drawing.person_id is None:
        heading.append(words("pain-picture-code", code=drawing.code))
    picture = pain_picture(
        body,
        _pains(drawing, body, layers, words),
        arrows=drawing.arrow_cells(body),
        heading=heading,
        relief=1.0,
        say=words,
    )
    return to_png(picture, _PIXELS)


def _pains(drawing: PainDrawing, body: Body, layers: Layers, words: Words) -> tuple[Pain, ...]:
    pains = []
    for mark, (area, nrs) in zip(drawing.marks, layers, strict=True):
        places = sides_in_words(read_back(area).places, words)
        said = answers_in_words(mark, words)
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
                    *(words("pain-of-side", side=side, places=labels) for side, labels in places),
                    *([said] if said else []),
                ),
            )
        )
    return tuple(pains)
