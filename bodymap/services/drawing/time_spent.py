"""Time spent on a drawing: what a browser counted, bounded by what can be true."""

import math
from datetime import datetime

from bodymap.records import PainDrawing
from bodymap.records.pain_drawing import LONGEST_SECONDS


def seconds_in_use(told: object, drawing: PainDrawing, *, now: datetime) -> float | None:
    """Seconds that the drawing was worked on; None if nothing that can be true was told.

    Args:
        told: What the browser counted, in seconds; untrusted.
        drawing: Begun at `drawn_at`; nobody works on it for longer than it exists.
        now: Aware.
    """
    if isinstance(told, bool) or not isinstance(told, int | float) or not math.isfinite(told):
        return None
    if told < 0:
        return None
    exists = max((now - drawing.drawn_at).total_seconds(), 0.0)
    return round(min(float(told), exists, LONGEST_SECONDS), 1)
