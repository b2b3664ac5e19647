"""The font of pictures, and how wide a text is in it."""

from functools import lru_cache
from typing import Final

from PIL import ImageFont

from bodymap import files

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

_FILE: Final = ("fonts", "SourceSans3VF-Upright.ttf.woff2")
_REGULAR, _BOLD = 400, 700
_MEASURED: Final = 100
"""Size at which texts are measured; widths grow with the size."""
_OTHER_FONT: Final = 1.1
"""An SVG may be shown in another font, which may be so much wider."""


@lru_cache(maxsize=64)
def font(size: float, *, bold: bool = False) -> Font:
    """The font at a size in pixels.

    Pillow's own stands in, without accents, where its FreeType cannot read the file.
    """
    try:
        made = ImageFont.truetype(str(files.assets(*_FILE)), size)
        made.set_variation_by_axes([_BOLD if bold else _REGULAR])
    except OSError:
        return ImageFont.load_default(size)
    return made


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text may become, in the unit of `size`."""
    return font(_MEASURED, bold=bold).getlength(text) * size / _MEASURED * _OTHER_FONT


def wrapped(text: str, size: float, most: float, *, bold: bool = False) -> list[str]:
    """A text in lines no wider than `most`, broken at blanks; a longer word keeps its line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
