"""What an address names and is not there: a clear sentence, and a way on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.ui.explore.address import LAYERS, VIEWS, Explored, Missing, with_muscle
from bodymap.ui.explore.names import name_of
from bodymap.ui.wording import FIGURES, LATERALITIES, plain

Go = Callable[[Explored], None]
MOST_LETTERS: Final = 60


def sentence(missing: Missing, asked: Explored, atlas: Atlas) -> str:
    """What is missing and what is shown instead, ready to be shown.

    Args:
        missing: What is not there.
        asked: What the page shows now.
        atlas: The muscles.
    """
    name = plain(missing.name[:MOST_LETTERS])
    shown = LATERALITIES[asked.laterality]
    if missing.kind == "trigger point of this muscle":
        other = plain(atlas.muscle_of(missing.name).name)
        own = plain(atlas.muscles[asked.muscle].name) if asked.muscle else ""
        return f"{name} is a trigger point of {other}, not of {own}. {own} is shown."
    said = {
        "side": f"The side can be left or right, not {name}. The {shown} side is shown.",
        "other side": f"This trigger point is described on the {shown} side only, which is shown.",
        "figure": f"There is no figure called {name} here: the neutral one is shown. "
        f"There are: {', '.join(FIGURES.values())}.",
        "view": f"There is no view called {name} here: the whole body is shown. "
        f"There are: {plain(', '.join(VIEWS))}.",
        "layer": f"There is nothing called {name} to show under the pattern. "
        f"There are: {plain(', '.join(LAYERS))}.",
        "comparison": f"Patterns can be compared side by side or overlaid, not {name}. "
        "They stand side by side.",
    }
    return said.get(
        missing.kind,
        f"There is no {missing.kind} called {name} here. Find it by typing, or on the body.",
    )


def way_on(
    missing: Missing, asked: Explored, atlas: Atlas, body: Body
) -> tuple[str, Explored] | None:
    """What is offered instead: the words of a button, ready to be shown, and where it leads."""
    if missing.kind == "trigger point of this muscle":
        muscle = atlas.muscle_of(missing.name)
        return f"Show {plain(muscle.name)}", with_muscle(asked, muscle, missing.name)
    if missing.nearest is None:
        return None
    if missing.kind == "muscle":
        muscle = atlas.muscles[missing.nearest]
        return f"Show {plain(muscle.name)}", with_muscle(asked, muscle)
    if missing.kind == "trigger point" and asked.muscle is None:
        muscle = atlas.muscle_of(missing.nearest)
        point = plain(atlas.trigger_points[missing.nearest].name)
        words = f"Show {plain(muscle.name)}, {point}"
        return words, with_muscle(asked, muscle, missing.nearest)
    if missing.kind == "region":
        words = f"Show {name_of(missing.nearest, body)}"
        return words, replace(asked, region=missing.nearest)
    return None


def say(missing: tuple[Missing, ...], asked: Explored, atlas: Atlas, body: Body, go: Go) -> None:
    """Say each, with its way on below it."""
    for number, each in enumerate(missing):
        st.warning(sentence(each, asked, atlas))
        offered = way_on(each, asked, atlas, body)
        if offered is not None:
            words, there = offered
            st.button(words, on_click=go, args=(there,), key=f"explore-nearest-{number}")
