"""The font of pictures."""

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from bodymap import files
from bodymap.exchange import fonts


def test_the_font_is_the_one_its_page_describes() -> None:
    told = files.assets("fonts", "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `([^`]+)` \|.*`([0-9a-f]{64})` \|$", told, re.MULTILINE)

    assert [
        (name, hashlib.sha256(files.assets("fonts", name).read_bytes()).hexdigest())
        for name, _ in rows
    ] == rows
    assert len(rows) == len(list(files.assets("fonts").iterdir())) - 3  # two licences and the page


@pytest.mark.parametrize("letter", "äéñçøłşčØÅß·°²")
def test_letters_of_european_names_are_in_it(letter: str) -> None:
    made = fonts.font(40)

    assert bytes(made.getmask(letter)) != bytes(made.getmask("\uffff"))


def test_bold_is_wider_and_size_counts_evenly() -> None:
    plain = fonts.width("Infraspinatus", 20)

    assert fonts.width("Infraspinatus", 20, bold=True) > plain
    assert fonts.width("Infraspinatus", 40) == pytest.approx(2 * plain)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=12), max_size=30))
def test_wrapping_keeps_every_word_in_order_and_no_line_too_wide(words: list[str]) -> None:
    lines = fonts.wrapped("  ".join(words), 16, 150)

    assert " ".join(lines).split() == words
    assert all(fonts.width(line, 16) <= 150 for line in lines if " " in line)


def test_without_the_file_pillows_own_font_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_FILE", ("fonts", "nothing.woff2"))
    fonts.font.cache_clear()
    try:
        assert isinstance(fonts.font(12), ImageFont.FreeTypeFont | ImageFont.ImageFont)
        assert fonts.font(12).getlength("a") > 0
    finally:
        fonts.font.cache_clear()
