"""What leaves Bodymap: pictures, printed sheets and slides."""

from bodymap.exchange.blank_figure import PARTS, Part, blank_figure, blank_page
from bodymap.exchange.drawing import Drawing
from bodymap.exchange.handout import handout
from bodymap.exchange.pattern_picture import pattern_picture
from bodymap.exchange.png import to_png
from bodymap.exchange.qr_code import qr_code
from bodymap.exchange.sheet import Paper
from bodymap.exchange.slides import SlidesOf, to_slides
from bodymap.exchange.svg import to_svg
from bodymap.exchange.writing import write_picture

__all__ = [
    "PARTS",
    "Drawing",
    "Paper",
    "Part",
    "SlidesOf",
    "blank_figure",
    "blank_page",
    "handout",
    "pattern_picture",
    "qr_code",
    "to_png",
    "to_slides",
    "to_svg",
    "write_picture",
]
