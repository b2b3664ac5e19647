"""The small fonts of pages hold every letter and icon that pages ask for, and are served."""

import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from starlette.applications import Starlette
from starlette.middleware import Middleware

from bodymap import files
from bodymap.web.page_fonts import (
    ICONS,
    LETTERS,
    SHEET,
    STREAMLITS,
    TEXT,
    WHOLE,
    PageFonts,
)
from tests.app.test_first_page import answer
from tools import page_fonts as made

FONTS = files.assets("fonts")


def test_every_icon_that_is_named_in_our_code_or_in_streamlits_is_there() -> None:
    there = made.ligatures(TTFont(FONTS / ICONS)).keys()

    assert made.named_icons() - there == frozenset()
    assert {"lock", "warning", "keyboard_arrow_down", "close"} <= there


def test_every_letter_that_the_page_says_is_there_is_there_or_nowhere() -> None:
    told = {number for numbers in LETTERS for number in numbers}
    whole = set(TTFont(made.source(STREAMLITS[TEXT])).getBestCmap())

    assert set(TTFont(FONTS / TEXT).getBestCmap()) == told & whole
    assert {ord(letter) for letter in "aZ0äßçñłőşžÅØ→±≥"} <= told & whole


MEDIA = made.STREAMLIT / "media"
APP = Starlette(middleware=[Middleware(PageFonts, ours=FONTS, streamlits=MEDIA)])


@pytest.mark.parametrize("name", [TEXT, ICONS])
def test_a_small_font_is_served_where_streamlits_pages_look_for_the_large_one(name: str) -> None:
    (streamlits,) = MEDIA.glob(f"{STREAMLITS[name]}*")

    headers, body = answer(f"/static/media/{streamlits.name}", app=APP, host="here")

    assert body == (FONTS / name).read_bytes()
    assert headers["content-type"] == "font/woff2"
    assert len(body) < streamlits.stat().st_size / 5


def test_the_whole_font_is_served_where_the_sheet_says() -> None:
    (address,) = re.findall(r'url\("([^"]+)"\)', SHEET)

    _, body = answer(address, app=APP, host="here")

    assert body == (FONTS / WHOLE).read_bytes() == made.source(STREAMLITS[TEXT]).read_bytes()


def test_what_streamlit_no_longer_has_is_left_to_it(tmp_path: Path) -> None:
    app = Starlette(middleware=[Middleware(PageFonts, ours=FONTS, streamlits=tmp_path)])
    (streamlits,) = MEDIA.glob(f"{STREAMLITS[TEXT]}*")

    _, body = answer(f"/static/media/{streamlits.name}", app=app, host="here")

    assert body == b"Not Found"


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), [(TEXT, made.letters), (ICONS, made.icons)])
def test_the_fonts_are_those_that_are_made_from_streamlits(name: str, make: object) -> None:
    assert callable(make)
    font = make()
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)

    assert (
        TTFont(FONTS / name).getGlyphOrder() == TTFont(io.BytesIO(out.getvalue())).getGlyphOrder()
    )
