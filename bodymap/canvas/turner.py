"""Buttons that turn the body shown in a chart, without asking the server."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

import streamlit as st

from bodymap.canvas.packaged import packaged

NAME: Final = "bodymap.turner"


class Turns(StrEnum):
    """Whether a browser can show a body that turns."""

    YES = "yes"
    NO_WEBGL = "no-webgl"
    SAVING = "saving"


@dataclass(frozen=True)
class Turner:
    """What the buttons need to know.

    Attributes:
        chart: Key of the container on the page that holds the chart.
        eyes: Per view, where the camera stands: x and y of the chart's frame.
        marked: Whether trigger points are shown, for the legend.
        extents: Which zones are shown, for the legend: `essential`, `spillover`.
        title: What the zones are, for the legend.
        address: As of the canvas.
    """

    chart: str
    eyes: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    marked: bool = False
    extents: tuple[str, ...] = ()
    title: str = ""
    address: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The values as plain lists, dictionaries, numbers and strings."""
        return {
            "chart": self.chart,
            "eyes": {view: list(eye) for view, eye in self.eyes.items()},
            "marked": self.marked,
            "extents": list(self.extents),
            "title": self.title,
            "address": self.address,
        }


def turner(data: Turner, *, key: str, on_told: Callable[[Turns], None]) -> None:
    """Show the buttons; says at once whether this browser can show a body that turns.

    Args:
        data: What they turn.
        key: Of the element on the page.
        on_told: Called with what the browser said, before the page runs again.
    """

    def told() -> None:
        said = st.session_state[key].get("turns")
        if isinstance(said, str) and said in set(Turns):
            on_told(Turns(said))

    component = packaged(NAME, css="canvas.css", js="turner.js")
    component(key=key, data=data.to_json(), on_turns_change=told)
