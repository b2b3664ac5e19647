"""Pictures for notebooks, drawn by `bodymap.exchange.small_picture`.

The drawing stands above everything that can be drawn, so it is opened by name and only when a
notebook asks; nothing else of the program takes this way.
"""

from importlib import import_module
from typing import Any, Final

_DRAWN_BY: Final = "bodymap.exchange.small_picture"


def picture(area: Any) -> str | None:
    """Small SVG picture of an area on its figure; None if the figure has no main views."""
    svg: str | None = import_module(_DRAWN_BY).picture(area)
    return svg


def layered_picture(*given: Any) -> str | None:
    """Small SVG picture of layers of pain and arrows; None if the figure has no main views."""
    svg: str | None = import_module(_DRAWN_BY).layered_picture(*given)
    return svg
