"""A measure over time with the band of its own error, as Plotly draws it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

_LINE: Final = "#0f766e"
_BAND: Final = "rgba(138, 127, 112, 0.22)"


def trend_chart(
    title: str,
    days: Sequence[datetime],
    values: Sequence[float | None],
    *,
    band: tuple[float, float] | None,
    top: float | None = None,
) -> dict[str, Any]:
    """Data and layout for `st.plotly_chart`; the axis begins at zero.

    Args:
        title: What is shown, with its unit.
        days: When it was measured.
        values: What was measured; None leaves a gap.
        band: From where to where a value may lie by the error alone.
        top: Largest value of the scale; None where it has none.
    """
    measured = [value for value in values if value is not None]
    highest = top if top is not None else 1.1 * max([*measured, band[1] if band else 0.0, 1.0])
    shapes = [_band(band, highest)] if band else []
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [day.isoformat() for day in days],
        "y": list(values),
        "connectgaps": False,
        "line": {"color": _LINE, "width": 2},
        "marker": {"color": _LINE, "size": 9},
        "hovertemplate": "%{x|%d %b %Y}: %{y:.3g}<extra></extra>",
    }
    layout = {
        "title": {"text": title, "font": {"size": 14}},
        "height": 230,
        "margin": {"l": 45, "r": 10, "t": 38, "b": 30},
        "showlegend": False,
        "dragmode": False,
        "xaxis": {"type": "date"},
        "yaxis": {"range": [0, highest], "fixedrange": True},
        "shapes": shapes,
    }
    return {"data": [line], "layout": layout}


def _band(band: tuple[float, float], highest: float) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": band[0],
        "y1": min(band[1], highest),
        "fillcolor": _BAND,
        "line": {"width": 0},
        "layer": "below",
    }
