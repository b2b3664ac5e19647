"""Pains on the skin can be seen at every strength, in light and dark (3:1, WCAG 1.4.11)."""

import re
import sys
from typing import Final

import pytest

from bodymap import files
from bodymap.body.pain_colours import RATED, UNRATED

LEAST: Final = 3.0
SHEET: Final = files.package("canvas", "frontend", "canvas.css").read_text("utf-8")
Colour = tuple[float, float, float]


def named(pattern: str) -> str:
    (found,) = set(re.findall(pattern, SHEET))
    return str(found)


def colour(hexadecimal: str) -> Colour:
    red, green, blue = (int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def over(above: Colour, below: Colour, opacity: float) -> Colour:
    red, green, blue = (
        opacity * one + (1 - opacity) * other for one, other in zip(above, below, strict=True)
    )
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    def light(shown: Colour) -> float:
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shown
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


SKIN: Final = colour(named(r"--skin: (#\w{6});"))
RIM: Final = colour(named(r"\.rim \{[^}]*stroke: (#\w{6});"))
OPACITY: Final = float(named(r"\.strokes:has\(> \.numbered\) \{ opacity: ([\d.]+); \}"))
BADGE: Final = colour(named(r"--mark: (#\w{6});"))


def test_black_on_white_is_21_to_1() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast(colour("#767676"), (1, 1, 1)) == pytest.approx(4.54, abs=0.01)


def test_a_pain_of_every_strength_has_an_edge_that_is_seen_on_the_skin(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The skin has one colour in light and dark, so one table serves both."""
    shown = {str(nrs): each for nrs, each in enumerate(RATED)} | {"not said": UNRATED}
    rim = contrast(over(RIM, SKIN, OPACITY), SKIN)
    fills = {
        name: contrast(over(colour(each), SKIN, OPACITY), SKIN) for name, each in shown.items()
    }
    with capsys.disabled():
        sys.stdout.write("\nstrength  colour on skin  rim on skin\n")
        for name, fill in fills.items():
            sys.stdout.write(f"{name:>8}  {fill:14.2f}  {rim:11.2f}\n")

    assert all(max(fill, rim) >= LEAST for fill in fills.values())
    assert SHEET.count("--skin:") == 1


def test_the_number_of_a_pain_is_read_on_its_badge_and_seen_on_the_skin() -> None:
    assert contrast((1, 1, 1), BADGE) >= 4.5
    assert contrast(BADGE, SKIN) >= LEAST
    assert contrast(BADGE, over(colour(RATED[0]), SKIN, OPACITY)) >= LEAST
