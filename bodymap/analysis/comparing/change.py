"""What changed between two drawings, beside how much changes by itself when one draws twice."""

from dataclasses import dataclass

from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, Certainty
from bodymap.atlas.citing import short_citation
from bodymap.atlas.criteria import PainIntensityChange
from bodymap.body import SurfaceArea


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
        text: All of that in words a patient understands, and last how much changes by itself.
        sources: Ids of the sources that the comparison rests on.
        certainty: How sure it is how much a drawing changes by itself.
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
    points = 100 * (after.share - before.share)
    first, second = intensity
    moved = None if first is None or second is None else second - first
    meaning = None if first is None or moved is None else _meaning(atlas, first, moved)
    known = atlas.criteria.pain_drawing_change
    twice, read = known.drawn_twice, known.read_twice
    like = overlap is None or overlap >= twice.overlap_mean - twice.overlap_sd
    beyond = abs(points) > read.extent_points
    text = [_place_words(before, after, overlap, like=like), _size_words(points, beyond=beyond)]
    if moved is not None:
        text.append(_intensity_words(moved, meaning))
    who = ", ".join(short_citation(atlas.sources[each]) for each in twice.sources)
    rests_on = [twice, read, *([meaning] if meaning else [])]
    return DrawingChange(
        gained=gained,
        lost=lost,
        kept=kept,
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
