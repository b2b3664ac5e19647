"""A presentation: slides that the browser reveals step by step, all sent at once."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from bodymap.body.showing import Box
from bodymap.canvas.data import Texts


class Reveal(StrEnum):
    """What a step adds to a slide."""

    FIGURE = "figure"
    PLACE = "place"
    ESSENTIAL = "essential"
    SPILLOVER = "spillover"
    FACTS = "facts"


@dataclass(frozen=True)
class SlideView:
    """A view on a slide.

    Attributes:
        id: View id.
        box: Piece that is shown from the second step on, in view units.
        place: Where the cross is, in view units; None where this view does not show it.
    """

    id: str
    box: Box
    place: tuple[float, float] | None = None


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes:
        kind: What it adds.
        lines: What is read beside the body from then on: heading and text.
    """

    kind: Reveal
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Slide:
    """One pattern.

    Attributes:
        id: Of what is shown.
        name: In large letters; kept back where the name comes last.
        about: Below the name.
        views: At most three; the first two are shown on a telephone.
        zones: Address of the zones, as in `canvas.data.Zone`.
        muscle: Address of where the muscle lies, shown when asked for.
        steps: At least one.
        sources: In one line.
    """

    id: str
    name: str
    about: str
    views: tuple[SlideView, ...]
    zones: str
    muscle: str
    steps: tuple[Step, ...]
    sources: str


@dataclass(frozen=True)
class SlideTexts:
    """Words of a presentation."""

    whose: str = "patient's"
    your_right: str = "patient's right"
    your_left: str = "patient's left"
    mark_sign: str = "trigger point"
    essential: str = Texts.essential
    spillover: str = Texts.spillover
    where_muscle_lies: str = "where the muscle lies"
    notes_kept: str = (
        "Kept in this browser on this device, for this trigger point; never among the records. "
        "They go into the notes of slides that you save."
    )
    notes_lost: str = "This browser keeps nothing: your notes last until this page is closed."
    guess: str = "Which muscle is it?"
    unloaded: str = "This slide could not be loaded. Going back and forth tries it again."


@dataclass(frozen=True)
class SlideShow:
    """Everything a presentation shows.

    Attributes:
        title: Of the whole.
        figure: Figure id.
        figure_url: Folder of the figure's files, relative to the app.
        slides: At least one.
        notice: Small, on every slide.
        at: Slide to begin with, from 1.
        step: Its step to begin with, from 1.
        quiz: Whether names are hidden until the last step.
        light: Whether the lights are on.
        muscle: Whether the muscle is shown.
        running: Whether it fills the window; else it only hands over what was written and drawn.
    """

    title: str
    figure: str
    figure_url: str
    slides: tuple[Slide, ...]
    notice: str
    at: int = 1
    step: int = 1
    quiz: bool = False
    light: bool = False
    muscle: bool = False
    running: bool = True
    texts: SlideTexts = field(default_factory=SlideTexts)

    def to_json(self) -> dict[str, Any]:
        """The values as plain lists, dictionaries, numbers and strings."""
        told = asdict(self)
        told["figureUrl"] = told.pop("figure_url")
        told["slides"] = [_slide(slide) for slide in self.slides]
        return told


def _slide(slide: Slide) -> dict[str, Any]:
    return {
        "id": slide.id,
        "name": slide.name,
        "about": slide.about,
        "views": [view_json(view) for view in slide.views],
        "zones": slide.zones,
        "muscle": slide.muscle,
        "steps": [
            {"kind": step.kind.value, "lines": [list(line) for line in step.lines]}
            for step in slide.steps
        ],
        "sources": slide.sources,
    }


def view_json(view: SlideView) -> dict[str, Any]:
    """A view as plain values."""
    return {
        "id": view.id,
        "box": [round(value, 1) for value in view.box],
        "place": [round(value, 1) for value in view.place] if view.place else None,
    }
