"""The parts of the body that have pictures of their own, behind a button each."""

from typing import Final

from bodymap.body import Figure
from bodymap.canvas import Inset

MAIN_VIEWS: Final = ("front", "back", "left", "right")
"""The views of the whole body, the large ones first."""
_INSETS: Final = (
    Inset("Head", "head_", id="head"),
    Inset("Hands", "hand_", id="hands"),
    Inset("Feet", "foot_", id="feet"),
)
_PELVIC: Final = "Show a drawing of the pelvic floor and the area between the legs?"


def insets(body: Figure) -> tuple[Inset, ...]:
    """Head, hands and feet; the pelvic-floor chart only when asked for."""
    sexed = body.figure in {"female", "male"}
    prefix = f"pelvic_floor_{body.figure}" if sexed else "pelvic_floor_"
    shown = any(view.startswith(prefix) for view in body.views)
    chart = (Inset("Pelvic floor", prefix, ask=_PELVIC, id="pelvic_floor"),) if shown else ()
    return (*_INSETS, *chart)
