"""Patterns beside each other, each on a body of its own in the same views; nothing to click."""

from dataclasses import asdict, dataclass, field
from typing import Any, Final

from bodymap.canvas.packaged import packaged
from bodymap.canvas.slides import SlideTexts, SlideView, view_json

NAME: Final = "bodymap.compare"


@dataclass(frozen=True)
class ComparedPattern:
    """One pattern.

    Attributes:
        id: Of what is shown.
        name: Above its body.
        told: All that the pictures show, in words.
        views: The same for all patterns, each with this pattern's cross.
        zones: Address of the zones, as in `canvas.data.Zone`.
        muscle: Address of where the muscle lies; None where that is not to be seen.
    """

    id: str
    name: str
    told: str
    views: tuple[SlideView, ...]
    zones: str
    muscle: str | None = None


@dataclass(frozen=True)
class Comparison:
    """Everything a comparison shows.

    Attributes:
        figure: Figure id.
        figure_url: Folder of the figure's files, relative to the app.
        patterns: At least one.
        texts: Its words.
    """

    figure: str
    figure_url: str
    patterns: tuple[ComparedPattern, ...]
    texts: SlideTexts = field(
        default_factory=lambda: SlideTexts(
            your_right="R",
            your_left="L",
            unloaded="The bodies could not be loaded. Reload the page to try again.",
        )
    )

    def to_json(self) -> dict[str, Any]:
        """The values as plain lists, dictionaries, numbers and strings."""
        told = asdict(self)
        told["figureUrl"] = told.pop("figure_url")
        for pattern, shown in zip(told["patterns"], self.patterns, strict=True):
            pattern["views"] = [view_json(view) for view in shown.views]
        return told


def compared(comparison: Comparison, *, key: str) -> None:
    """Show patterns beside each other.

    Args:
        comparison: What to show.
        key: Of the element on the page.
    """
    packaged(NAME, css="compare/compare.css", js="compare/index.js")(
        key=key, data=comparison.to_json()
    )
