"""Pictures for notebooks, drawn by `bodymap.exchange.pain_picture`.

The drawing stands above everything that can be drawn, so it is opened by name and only when a
notebook asks; nothing else of the program takes this way.
"""

from importlib import import_module
from typing import Any, Final

_DRAWN_BY: Final = "bodymap.exchange.pain_picture"


def picture(area: Any) -> str:
    """SVG picture of an area on its figure."""
    svg: str = import_module(_DRAWN_BY).of_area(area)
    return svg


def layered_picture(*given: Any) -> str:
    """SVG picture of layers of pain and arrows."""
    svg: str = import_module(_DRAWN_BY).of_layers(*given)
    return svg
