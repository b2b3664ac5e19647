"""Mounts the clickable body on a page."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

import streamlit as st

from bodymap.canvas.data import Arrow, CanvasData, TracedLayer
from bodymap.canvas.own import Own, read_own
from bodymap.canvas.packaged import packaged
from bodymap.canvas.slides import SlideShow

NAME: Final = "bodymap.canvas"
DECK: Final = "bodymap.deck"


def body_canvas(data: CanvasData, *, key: str, on_operations: Callable[[object], None]) -> None:
    """Show the body and hand on what the browser sends.

    Args:
        data: What to show.
        key: Of the element on the page; keep it the same to keep zoom and focus.
        on_operations: Called with the untrusted message before the page runs again; give it to
            `bodymap.canvas.receive`.
    """

    def arrived() -> None:
        on_operations(st.session_state[key].get("ops"))

    component = packaged(NAME, css="canvas.css", js="index.js")
    component(key=key, data=data.to_json(), on_ops_change=arrived)


def under_layers(
    name: str, layers: Sequence[TracedLayer], arrows: Sequence[Arrow] = (), *, key: str
) -> None:
    """Hand over what lies under the marks of the bodies that name it. Shows nothing by itself.

    Called outside the part of the page that a click runs again, so that it travels once.

    Args:
        name: As in `Under`.
        layers: The lowest first.
        arrows: What moves from where to where.
        key: Of the element on the page.
    """
    shapes = [{"shapes": dict(each.shapes), "intensity": each.intensity} for each in layers]
    handed = {"name": name, "layers": shapes, "arrows": [asdict(arrow) for arrow in arrows]}
    component = packaged(NAME, css="canvas.css", js="index.js")
    with st.container(key=f"unseen-{key}"):
        component(key=key, data={"handed": handed})


@dataclass(frozen=True)
class Presenting:
    """How a presentation stands.

    Attributes:
        left: Number of the slide, from 1, at which it was just left; None while it runs.
        taking: Whether it was left to take something away.
        muscle: Whether the muscle was shown then.
        own: What the presenter wrote and drew.
    """

    left: int | None = None
    taking: bool = False
    muscle: bool = False
    own: Own = field(default_factory=Own)


def slide_show(show: SlideShow, *, key: str) -> Presenting:
    """Fill the window with a presentation; stepping through it never asks the server.

    Args:
        show: What to present.
        key: Of the element on the page.
    """
    deck = packaged(DECK, css="deck/deck.css", js="deck/index.js")
    shown = deck(
        key=key, data=show.to_json(), on_left_change=lambda: None, on_own_change=lambda: None
    )
    own, left = read_own(shown.own, show), shown.left
    if left is None:
        return Presenting(own=own)
    told = left if isinstance(left, dict) else {}
    at = told.get("at")
    known = isinstance(at, int) and not isinstance(at, bool) and 1 <= at <= len(show.slides)
    return Presenting(
        left=at if known else 1,
        taking=told.get("taking") is True,
        muscle=told.get("muscle") is True,
        own=own,
    )
