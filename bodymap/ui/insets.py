"""The parts of the body that have pictures of their own, behind a button each."""

from typing import Final

from bodymap.body import Figure
from bodymap.canvas import Inset
from bodymap.wording import Words, words_in

MAIN_VIEWS: Final = ("front", "back", "left", "right")
"""The views of the whole body, the large ones first."""
_INSETS: Final = {"head": "head_", "hands": "hand_", "feet": "foot_"}


def insets(body: Figure, words: Words | None = None) -> tuple[Inset, ...]:
    """Head, hands and feet; the pelvic-floor chart only when asked for."""
    say = words or words_in()
    sexed = body.figure in {"female", "male"}
    prefix = f"pelvic_floor_{body.figure}" if sexed else "pelvic_floor_"
    shown = any(view.startswith(prefix) for view in body.views)
    pelvic = Inset(say("inset-pelvic"), prefix, ask=say("inset-pelvic-ask"), id="pelvic_floor")
    named = (Inset(say(f"inset-{id_}"), prefix, id=id_) for id_, prefix in _INSETS.items())
    return (*named, *((pelvic,) if shown else ()))
