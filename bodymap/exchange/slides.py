"""Slides of patterns for PowerPoint and LibreOffice: picture, words as text, sources, own notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from bodymap.atlas import Atlas, TriggerPoint
from bodymap.atlas.citing import NOTICE
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Laterality
from bodymap.exchange import fonts, words
from bodymap.exchange.drawing import Drawing
from bodymap.exchange.lesson import Part, Shows, parts_of, sources_of
from bodymap.exchange.panels import Lines, Shown
from bodymap.exchange.pattern_picture import description, legend, row, shown_of, sided
from bodymap.exchange.png import to_png

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.autoshape import Shape as Box
    from pptx.text.text import _Paragraph

KIND: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
WIDE_IN, HIGH_IN = 13.333, 7.5
_PICTURE: Final = (0.4, 0.45, 7.7)
"""Left, top and width, in inches."""
_TITLE: Final = (8.35, 0.4, 4.6, 1.3)
_WORDS: Final = (8.35, 1.75, 4.6, 4.5)
_SMALL: Final = (0.4, 6.35, 12.5, 0.95)
"""Left, top, width and height, in inches."""
_UNITS: Final = (1100.0, 800.0)
_SCALE: Final = 1.25
_POINTS_PER_INCH: Final = 72.0
_READABLE: Final = 12
"""Least size of the words beside the picture, in points; what finds no room is in the notes."""
_SIZES: Final = (28, 24, 20, 18, 16, 14, 13, 12, 11, 10, 9)
_LEADING: Final = 1.22
_BETWEEN: Final = 0.45
"""Room above a heading, by the size of its letters."""
_INK, _MUTED, _ACCENT = "1E2B2A", "57625F", "0B5750"


@dataclass(frozen=True)
class SlidesOf:
    """What slides are made of.

    Attributes:
        points: Trigger points, in order.
        laterality: Side of the muscles, the patient's.
        steps: Whether each step is a slide of its own, instead of each trigger point.
        layer: Where muscles lie, if they are to be shown.
        notes: Own notes by id of a trigger point.
        lines: What was drawn on top by id of a trigger point, as in `panels.Shown`.
    """

    points: Sequence[TriggerPoint]
    laterality: Laterality
    steps: bool = False
    layer: MuscleLayer | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Lines] = field(default_factory=dict)


def to_slides(asked: SlidesOf, title: str, atlas: Atlas, body: Body) -> bytes:
    """A presentation of 16 by 9, as a PPTX file.

    Args:
        asked: What is on the slides.
        title: Of the whole, in the properties of the file.
        atlas: What is said, and who says it.
        body: Figure to draw on.
    """
    from pptx import Presentation as New  # noqa: PLC0415 - imported when slides are asked for
    from pptx.util import Inches  # noqa: PLC0415

    made = New()
    made.slide_width, made.slide_height = Inches(WIDE_IN), Inches(HIGH_IN)
    made.core_properties.title = title
    made.core_properties.author = "Bodymap"
    for point in asked.points:
        pattern = _Pattern(point, asked, atlas, body)
        for parts in _slides_of(parts_of(point, atlas), steps=asked.steps):
            pattern.add(made, parts)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _slides_of(parts: tuple[Part, ...], *, steps: bool) -> Iterator[tuple[Part, ...]]:
    """What has been revealed on each slide."""
    if not steps:
        yield parts
        return
    for number in range(1, len(parts) + 1):
        yield parts[:number]


@dataclass(frozen=True)
class _Pattern:
    """The slides of one trigger point."""

    point: TriggerPoint
    asked: SlidesOf
    atlas: Atlas
    body: Body

    def add(self, made: "Presentation", parts: tuple[Part, ...]) -> None:
        from pptx.util import Inches  # noqa: PLC0415

        point = self.point
        slide = made.slides.add_slide(made.slide_layouts[1])  # title and text
        muscle = self.atlas.muscle_of(point.id)
        heading = f"{muscle.name}, {words.side(sided(point, self.asked.laterality))}"
        title = [(heading, _INK, True), (point.name, _MUTED, False)]
        _write(slide.shapes.title, _TITLE, title, most=28)
        drawing = self._picture({part.shows for part in parts})
        left, top, width = map(Inches, _PICTURE)
        png = BytesIO(to_png(drawing, _SCALE))
        picture = slide.shapes.add_picture(png, left, top, width)
        picture.name = "Picture of the pattern"
        described = picture._element.nvPicPr.cNvPr  # noqa: SLF001 - the library has no name for it
        described.set("descr", f"{heading}. {drawing.description}")
        text = _with_room(_told(parts, steps=self.asked.steps))
        words_of_it = slide.placeholders[1]
        if text:
            _write(words_of_it, _WORDS, text, most=20)
        else:
            words_of_it._element.getparent().remove(words_of_it._element)  # noqa: SLF001
        small = slide.shapes.add_textbox(0, 0, 0, 0)
        small.name = "Sources"
        sources = sources_of(point, self.atlas)
        _write(small, _SMALL, [(sources, _MUTED, False), (NOTICE, _MUTED, False)], most=11)
        slide.notes_slide.notes_text_frame.text = self._notes(parts, sources)

    def _notes(self, parts: tuple[Part, ...], sources: str) -> str:
        own = self.asked.notes.get(self.point.id, "")
        said = "\n".join(f"{name}: {text}" for part in parts for name, text in part.lines)
        return "\n\n".join(text for text in (own, said, sources, NOTICE) if text)

    def _picture(self, shows: set[Shows]) -> Drawing:
        point, asked, nothing = self.point, self.asked, self.body.cells([])
        side = sided(point, asked.laterality)
        whole, views = shown_of(point, side, self.atlas, self.body, asked.layer)
        shown = Shown(
            essential=whole.essential if Shows.ESSENTIAL in shows else nothing,
            spillover=whole.spillover if Shows.SPILLOVER in shows else nothing,
            places=whole.places if Shows.PLACE in shows else (),
            muscle=whole.muscle if Shows.PLACE in shows else None,
            lines=asked.lines.get(point.id, ()),
        )
        wide, high = _UNITS
        items = row(
            self.body,
            views,
            shown,
            whose="patient's",
            y=34,
            tall=high - 110,
            width=wide,
            about=whole,
        )
        if shown.places:
            items += legend(
                high - 14,
                essential=words.ESSENTIAL if shown.essential else "",
                spillover=words.SPILLOVER if shown.spillover else "",
                muscle=words.MUSCLE if shown.muscle else "",
            )
        seen = Shows.ESSENTIAL in shows or Shows.FACTS in shows
        said = description(point, self.atlas) if seen else "Body chart."
        return Drawing(wide, high, point.name, said, tuple(items))


def _told(parts: tuple[Part, ...], *, steps: bool) -> list[tuple[str, str]]:
    """What is read on a slide: all of it, or, step by step, what stands on the screen then."""
    told = parts
    if steps and parts[-1].shows is Shows.FACTS:
        told = parts[-1:]
    return [line for part in told for line in part.lines]


def _with_room(told: Sequence[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    """Headings and texts, without the last ones where all would be too small to be read."""
    _, _, wide, high = _WORDS
    for count in range(len(told), 0, -1):
        text = [
            each
            for name, said in told[:count]
            for each in ((name, _ACCENT, True), (said, _INK, False))
        ]
        if _fitting([said for said, _, _ in text], wide, high, _SIZES[0]) >= _READABLE:
            return text
    return []


def _write(
    box: "Box",
    place: tuple[float, float, float, float],
    texts: Sequence[tuple[str, str, bool]],
    *,
    most: int,
) -> None:
    """Put texts into a box, a paragraph each, in the largest size in which they fit."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415
    from pptx.enum.text import MSO_ANCHOR  # noqa: PLC0415
    from pptx.util import Inches, Pt  # noqa: PLC0415

    box.left, box.top, box.width, box.height = map(Inches, place)
    size = _fitting([text for text, _, _ in texts], place[2], place[3], most)
    frame = box.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    for number, (text, colour, bold) in enumerate(texts):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(0 if number == 0 or not bold else size * _BETWEEN)
        _without_bullet(paragraph)
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def _without_bullet(paragraph: "_Paragraph") -> None:
    """Text at the margin; the library has no words for it."""
    from pptx.oxml.ns import qn  # noqa: PLC0415

    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(properties.makeelement(qn("a:buNone"), {}))


def _fitting(texts: Sequence[str], wide_in: float, high_in: float, most: int) -> int:
    """The largest size of letters, in points, in which texts fit into a box with its margins."""
    wide_in, high_in = wide_in - 0.25, high_in - 0.15
    for size in _SIZES:
        if size > most:
            continue
        lines = sum(len(fonts.wrapped(text, size, wide_in * _POINTS_PER_INCH)) for text in texts)
        high = size * (lines * _LEADING + len(texts) * _BETWEEN / 2)
        if high <= high_in * _POINTS_PER_INCH:
            return size
    return _SIZES[-1]
