"""What changed between two drawings, beside how much changes by itself when one draws twice."""

from dataclasses import dataclass
from typing import Final

from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas
from bodymap.atlas.criteria import PainIntensityChange
from bodymap.body import SurfaceArea

SAME_DRAWN_TWICE_JACCARD: Final = 0.62
"""Mean overlap of one and the same pain drawn twice, a minute apart, on a tablet; its standard
deviation is below (52 people with back or neck pain; Leoni and others 2013, SUPSI repository 2403).
"""

SAME_DRAWN_TWICE_SD: Final = 0.18

LEAST_REAL_CHANGE_POINTS: Final = 0.38
"""Smallest change of extent beyond error, in percent points of the chart, the largest of seven sets
of drawings (range 0.08 to 0.38; Barbero and others, J Pain Symptom Manage 2024). Measured on paper
charts read twice, so a drawing made twice by hand differs more.
"""

ERROR_NOTE: Final = (
    "Nobody draws the same pain twice alike: drawn again after a minute, two drawings overlap by "
    "about 60 % (Leoni 2013, 52 people). A change of the size alone says little."
)
"""Stands wherever a change of place or size is shown."""


@dataclass(frozen=True, slots=True)
class DrawingChange:
    """What changed from one drawing to a later one.

    Attributes:
        gained: What is marked now and was not.
        lost: What was marked and is not now.
        kept: What is marked in both.
        extent_points: Change of the marked part of the body surface, percent points.
        overlap: What both share beside all that is marked in either, 0 to 1; None if both are
            empty.
        like_drawn_twice: Whether that overlap is no less than that of one pain drawn twice (its
            mean less one standard deviation), so that the place need not have changed.
        beyond_reading_error: Whether the change of extent is larger than reading one drawing twice
            gives.
        intensity_points: Change on the 0-10 scale; None unless both are stated.
        meaning: The largest published meaning that a fall of intensity reaches, or None.
        text: All of that in words a patient understands.
    """

    gained: SurfaceArea
    lost: SurfaceArea
    kept: SurfaceArea
    extent_points: float
    overlap: float | None
    like_drawn_twice: bool
    beyond_reading_error: bool
    intensity_points: float | None
    meaning: PainIntensityChange | None
    text: tuple[str, ...]


def change(
    before: SurfaceArea,
    after: SurfaceArea,
    atlas: Atlas,
    *,
    intensity: tuple[float | None, float | None] = (None, None),
) -> DrawingChange:
    """What changed between two drawings.

    Args:
        before: The earlier drawing.
        after: The later one, of the same body version; sizes are those of the earlier one's figure.
        atlas: How large a change of intensity means something.
        intensity: Pain 0-10 before and after, such as the mean of each drawing.

    Raises:
        OtherBody: The drawings have different body versions.
    """
    after = after.on(before.body)
    gained, lost, kept = after - before, before - after, before & after
    weights = cell_weights(before.body)
    sizes = [float(weights[part.cells].sum()) for part in (gained, lost, kept)]
    overlap = sizes[2] / sum(sizes) if sum(sizes) else None
    points = 100 * (after.share - before.share)
    first, second = intensity
    moved = None if first is None or second is None else second - first
    meaning = None if first is None or moved is None else _meaning(atlas, first, moved)
    like = overlap is None or overlap >= SAME_DRAWN_TWICE_JACCARD - SAME_DRAWN_TWICE_SD
    beyond = abs(points) > LEAST_REAL_CHANGE_POINTS
    text = [_place_words(before, after, overlap, like=like), _size_words(points, beyond=beyond)]
    if moved is not None:
        text.append(_intensity_words(moved, meaning))
    return DrawingChange(
        gained, lost, kept, points, overlap, like, beyond, moved, meaning, (*text, ERROR_NOTE)
    )


def _meaning(atlas: Atlas, first: float, moved: float) -> PainIntensityChange | None:
    """The largest fall with a published meaning that is reached, in points and in percent."""
    reached = [
        known
        for known in atlas.criteria.pain_intensity_change
        if known.value_points is not None
        and known.value_percent is not None
        and -moved >= known.value_points
        and -100 * moved >= known.value_percent * first
    ]
    return max(
        reached,
        key=lambda known: (known.value_points or 0, known.default_in_app),
        default=None,
    )


def _place_words(
    before: SurfaceArea, after: SurfaceArea, overlap: float | None, *, like: bool
) -> str:
    if overlap is None:
        return "No pain is marked in either drawing."
    if not after:
        return "All the pain that was marked is gone from the drawing."
    if not before:
        return "There was no pain marked before; now there is."
    if like:
        return (
            "The pain is marked in much the same place as before: the drawings agree as well as "
            "two drawings of the same pain."
        )
    if overlap:
        return "The pain is marked partly in another place than before."
    return "The pain is marked in another place than before."


def _size_words(points: float, *, beyond: bool) -> str:
    size = f"{abs(points):.1f} % of the body's surface"
    if not beyond:
        return f"The marked area is about as large as before (a difference of {size})."
    return f"The marked area is {size} {'larger' if points > 0 else 'smaller'} than before."


def _intensity_words(moved: float, meaning: PainIntensityChange | None) -> str:
    if not moved:
        return "The pain is as strong as before."
    said = (
        f"The pain is {abs(moved):.1f} points {'weaker' if moved < 0 else 'stronger'} than before"
    )
    if meaning is None:
        more = "people often notice a fall of 1 to 2 points" if moved < 0 else ""
        return f"{said}; {more}." if more else f"{said}."
    points = "1 point" if meaning.value_points == 1 else f"{meaning.value_points:g} points"
    return f"{said}. In studies a fall of {points} meant: {meaning.meaning}."
