"""A link as a picture that a telephone reads."""

import re

import segno

from bodymap.exchange import qr_code

LINK = "http://192.168.1.5:8501/mark?hand_over=cHa1_6LpXmC962_IcVk-rmHlSME4TpjcQucQIsazn5Q"


def test_dark_squares_stand_where_the_code_says_with_a_margin_of_four() -> None:
    matrix = segno.make(LINK, error="m", micro=False).matrix
    dark = {
        (x + 4, y + 4) for y, row in enumerate(matrix) for x, module in enumerate(row) if module
    }

    picture = qr_code(LINK)

    drawn = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", picture)}
    assert drawn == dark
    assert f'viewBox="0 0 {len(matrix) + 8} {len(matrix) + 8}"' in picture


def test_it_is_dark_on_white_in_every_theme() -> None:
    picture = qr_code(LINK)

    assert 'fill="#fff"' in picture
    assert picture.endswith('fill="#000"/></svg>')
