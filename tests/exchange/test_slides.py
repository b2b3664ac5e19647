"""Slides to take away, opened again as PowerPoint would."""

from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches

from bodymap.atlas import Atlas, TriggerPoint
from bodymap.atlas.citing import NOTICE
from bodymap.body import Body, Laterality
from bodymap.exchange import SlidesOf, fonts, to_slides
from bodymap.exchange.lesson import parts_of, sources_of
from bodymap.exchange.panels import PEN
from tests import shipped

UPPER, NO_PAIN = "infraspinatus_upper", "pectoralis_major_arrhythmia"
LINE = [("back", [(200.0, 200.0), (230.0, 260.0)])]


def opened(asked: SlidesOf, atlas: Atlas, body: Body) -> Any:
    return Presentation(BytesIO(to_slides(asked, "A lecture", atlas, body)))


def picture_of(slide: Any) -> Any:
    (found,) = [each for each in slide.shapes if each.shape_type is MSO_SHAPE_TYPE.PICTURE]
    return found


def colours_of(slide: Any) -> dict[tuple[int, ...], int]:
    picture = Image.open(BytesIO(picture_of(slide).image.blob)).convert("RGB")
    return {colour: count for count, colour in picture.getcolors(picture.width * picture.height)}


@pytest.fixture(scope="module")
def both(atlas: Atlas, body: Body) -> Any:
    """A muscle on the left with a note and a line, and a pattern that is not pain."""
    points = [atlas.trigger_points[UPPER], atlas.trigger_points[NO_PAIN]]
    asked = SlidesOf(
        points, Laterality.LEFT, notes={UPPER: "Ask who has felt this."}, lines={UPPER: LINE}
    )
    return opened(asked, atlas, body)


def test_there_is_a_wide_slide_for_each_trigger_point_with_its_title(both: Any) -> None:
    assert (both.slide_width, both.slide_height) == (Inches(13.333), Inches(7.5))
    assert both.core_properties.title == "A lecture"
    assert [slide.shapes.title.text_frame.text.split("\n")[0] for slide in both.slides] == [
        "Infraspinatus, left",
        "Pectoralis major, right",  # it is there only
    ]


def test_what_is_said_stands_on_the_slide_as_text_and_all_of_it_in_its_notes(
    both: Any, atlas: Atlas
) -> None:
    for slide, name in zip(both.slides, (UPPER, NO_PAIN), strict=True):
        point = atlas.trigger_points[name]
        said = [text for part in parts_of(point, atlas) for line in part.lines for text in line]

        on_it = slide.placeholders[1].text_frame.text.split("\n")
        assert on_it == said[: len(on_it)]
        assert all(text in slide.notes_slide.notes_text_frame.text for text in said)
        (small,) = [shape for shape in slide.shapes if shape.name == "Sources"]
        assert small.text_frame.text == f"{sources_of(point, atlas)}\n{NOTICE}"


def test_own_notes_come_first_in_the_notes_and_the_words_follow(both: Any, atlas: Atlas) -> None:
    first, second = (slide.notes_slide.notes_text_frame.text for slide in both.slides)

    assert first.startswith("Ask who has felt this.\n\nTrigger point: On the back, 2.5 cm below")
    assert first.endswith(NOTICE)
    assert second.startswith("Trigger point: ")
    assert sources_of(atlas.trigger_points[NO_PAIN], atlas) in second


def test_a_picture_is_described_for_those_who_do_not_see_it(both: Any, atlas: Atlas) -> None:
    first, second = (picture_of(slide)._element.nvPicPr.cNvPr.get("descr") for slide in both.slides)

    place = atlas.trigger_points[UPPER].surface_place
    assert first.startswith(f"Infraspinatus, left. Trigger point {place}. Essential: front of the")
    assert "Not pain: " in second


def test_what_was_drawn_with_the_pen_is_in_the_picture_of_its_slide_only(both: Any) -> None:
    ink = tuple(bytes.fromhex(PEN[1:]))
    first, second = (colours_of(slide) for slide in both.slides)

    assert first[ink] > 200
    assert ink not in second


def test_everything_lies_within_the_slide_and_no_text_on_the_picture(both: Any) -> None:
    for slide in both.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= both.slide_width
            assert shape.top + shape.height <= both.slide_height
        picture = picture_of(slide)
        for shape in (slide.shapes.title, slide.placeholders[1]):
            assert shape.left >= picture.left + picture.width
        upright = sorted([slide.shapes.title, slide.placeholders[1]], key=lambda box: box.top)
        assert all(a.top + a.height <= b.top for a, b in pairwise(upright))


@pytest.fixture(scope="module")
def longest(atlas: Atlas, body: Body) -> Any:
    """The three trigger points of which most is said."""

    def said(point: TriggerPoint) -> int:
        lines = [text for part in parts_of(point, atlas) for line in part.lines for text in line]
        return len("".join(lines)) + len(sources_of(point, atlas))

    points = sorted(atlas.trigger_points.values(), key=said)[-3:]
    return opened(SlidesOf(points, Laterality.RIGHT), atlas, body)


def test_the_longest_texts_fit_into_their_boxes_in_letters_that_can_be_read(longest: Any) -> None:
    for slide in longest.slides:
        for shape, least in ((slide.shapes.title, 14), (slide.placeholders[1], 12)):
            runs = [run for each in shape.text_frame.paragraphs for run in each.runs]
            (size,) = {run.font.size.pt for run in runs}
            wide, high = (length / 12700 for length in (shape.width, shape.height))
            lines = sum(len(fonts.wrapped(run.text, size, wide - 14.4)) for run in runs)
            assert size >= least
            assert lines * size * 1.2 <= high - 7.2
            assert {run.font.name for run in runs} == {None}  # the theme's own: nothing to embed


def test_step_by_step_each_slide_shows_more(atlas: Atlas, body: Body) -> None:
    point = atlas.trigger_points[UPPER]
    asked = SlidesOf([point], Laterality.RIGHT, steps=True, layer=shipped.layer())
    slides = opened(asked, atlas, body).slides
    parts = parts_of(point, atlas)
    words = [
        slide.placeholders[1].text_frame.text if len(slide.placeholders) > 1 else ""
        for slide in slides
    ]

    assert len(slides) == len(parts) == 5
    assert words[0] == ""
    assert all(later.startswith(earlier) for earlier, later in pairwise(words[:4]))
    assert words[4].startswith("In plain words")
    drawn = [len(set(colours_of(slide))) for slide in slides]
    assert drawn[0] < drawn[1] < drawn[2]
    described = [picture_of(slide)._element.nvPicPr.cNvPr.get("descr") for slide in slides]
    assert "Essential: " not in described[1]
    assert "Essential: " in described[2]
