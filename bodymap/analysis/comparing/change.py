"""What changed between two drawings, beside how much changes by itself when one draws twice."""

from dataclasses import dataclass
from typing import Final

from bodymap.analysis.read_back import NamedPlace, places_missing
from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, Certainty
from bodymap.atlas.citing import short_citation
from bodymap.atlas.criteria import PainIntensityChange
from bodymap.body import SurfaceArea

ABOUT_AS_LARGE: Final = 0.1
"""Part of its size by which a drawing may differ and still be called about as large; our choice."""
TWICE: Final = 2.0
"""From here on a growth is told as a multiple."""
LEAST_TOLD_CM2: Final = 1.0
"""Smaller areas are not given in cm2; on charts and inside the body there is no surface."""

_ALIKE: Final = (
    "The pain is marked in much the same place as before: the drawings agree as well as two "
    "drawings of the same pain."
)
_TOGETHER: Final = (
    "Taken together, the drawings still overlap as much as two drawings of the same pain."
)


@dataclass(frozen=True, slots=True)
class DrawingChange:
    """What changed from one drawing to a later one.

    Attributes:
        gained: What is marked now and was not.
        lost: What was marked and is not now.
        kept: What is marked in both.
        places_gone: Places that were marked and are not any more.
        places_new: Places that are marked and were not before.
        size_ratio: Size now beside the size before; None if nothing was marked before.
        extent_points: Change of the marked part of the body surface, percent points.
        overlap: What both share beside all that is marked in either, 0 to 1; None if both are
            empty.
        like_drawn_twice: Whether that overlap is no less than that of one pain drawn twice (its
            mean less one standard deviation), so that the place need not have changed.
        beyond_reading_error: Whether the change of extent is larger than reading one drawing twice
            gives.
        intensity_points: Change on the 0-10 scale; None unless both are stated.
        meaning: The largest published meaning that a fall of intensity reaches, or None.
        text: All of that in words a patient understands, and last how much changes by itself.
        sources: Ids of the sources that the comparison rests on.
        certainty: How sure it is how much a drawing changes by itself.
    """

    gained: SurfaceArea
    lost: SurfaceArea
    kept: SurfaceArea
    places_gone: tuple[NamedPlace, ...]
    places_new: tuple[NamedPlace, ...]
    size_ratio: float | None
    extent_points: float
    overlap: float | None
    like_drawn_twice: bool
    beyond_reading_error: bool
    intensity_points: float | None
    meaning: PainIntensityChange | None
    text: tuple[str, ...]
    sources: tuple[str, ...]
    certainty: Certainty


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
        atlas: How large a change of intensity means something, and how much a drawing changes by
            itself.
        intensity: Pain 0-10 before and after, such as the mean of each drawing.

    Raises:
        OtherBody: The drawings have different body versions.
    """
    after = after.on(before.body)
    gained, lost, kept = after - before, before - after, before & after
    weights = cell_weights(before.body)
    sizes = [float(weights[part.cells].sum()) for part in (gained, lost, kept)]
    overlap = sizes[2] / sum(sizes) if sum(sizes) else None
    was, is_now = sizes[1] + sizes[2], sizes[0] + sizes[2]
    ratio = is_now / was if was else None
    gone, new = places_missing(before, after), places_missing(after, before)
    points = 100 * (after.share - before.share)
    first, second = intensity
    moved = None if first is None or second is None else second - first
    meaning = None if first is None or moved is None else _meaning(atlas, first, moved)
    known = atlas.criteria.pain_drawing_change
    twice, read = known.drawn_twice, known.read_twice
    like = overlap is None or overlap >= twice.overlap_mean - twice.overlap_sd
    beyond = abs(points) > read.extent_points
    moved_on = bool(gone or new)
    text = [_place_words(before, after, overlap, like=like, moved_on=moved_on)]
    if before and after and ratio is not None:
        text.append(_size_words(before, after, ratio, beyond=beyond))
    if moved is not None:
        text.append(_intensity_words(moved, meaning))
    who = ", ".join(short_citation(atlas.sources[each]) for each in twice.sources)
    rests_on = [twice, read, *([meaning] if meaning else [])]
    return DrawingChange(
        gained=gained,
        lost=lost,
        kept=kept,
        places_gone=gone,
        places_new=new,
        size_ratio=ratio,
        extent_points=points,
        overlap=overlap,
        like_drawn_twice=like,
        beyond_reading_error=beyond,
        intensity_points=moved,
        meaning=meaning,
        text=(*text, f"{twice.text} ({who}, {twice.people} people)"),
        sources=tuple(dict.fromkeys(name for each in rests_on for name in each.sources)),
        certainty=twice.certainty,
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
    before: SurfaceArea,
    after: SurfaceArea,
    overlap: float | None,
    *,
    like: bool,
    moved_on: bool,
) -> str:
    if overlap is None:
        return "No pain is marked in either drawing."
    if not after:
        return "All the pain that was marked is gone from the drawing."
    if not before:
        return "There was no pain marked before; now there is."
    if like:
        return _TOGETHER if moved_on else _ALIKE
    if overlap:
        return "The pain is marked partly in another place than before."
    return "The pain is marked in another place than before."


def _size_words(before: SurfaceArea, after: SurfaceArea, ratio: float, *, beyond: bool) -> str:
    """How large it is beside what it was, in relation to the drawing itself."""
    sizes = f"{after.cm2:.0f} cm² instead of {before.cm2:.0f} on the model body"
    told = f" ({sizes})" if min(before.cm2, after.cm2) >= LEAST_TOLD_CM2 else ""
    if abs(ratio - 1) < ABOUT_AS_LARGE:
        return f"The marked area is about as large as before{told}."
    if ratio >= TWICE:
        size = f"{ratio:.1f} times as large as"
    else:
        size = f"{abs(100 * (ratio - 1)):.0f} % {'larger' if ratio > 1 else 'smaller'} than"
    little = "" if beyond else " Reading the same drawing twice can differ by as much."
    return f"The marked area is {size} before{told}.{little}"


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
