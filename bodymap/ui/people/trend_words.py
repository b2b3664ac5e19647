"""One sentence for each change of a measure, with the study that says how much it means."""

from typing import Final

from bodymap.analysis.over_time.bands import Band, Measure, Verdict

_JUDGED: Final = {
    Verdict.WITHIN: "no more than it differs by itself",
    Verdict.UNSURE: "perhaps no more than it differs by itself",
    Verdict.BEYOND: "more than it differs by itself",
}
NOT_COMPARABLE: Final = (
    "The thresholds were read with another probe or in another unit, perhaps by another device: "
    "they cannot be compared."
)
NOT_PAIN: Final = (
    "A threshold says how much pressure it takes, not how much it hurts; in seven trials the two "
    "did not go together (Lauche 2014, J Rehabil Med 46(6))."
)
OF_RATED_PAIN: Final = (
    "The studies are of pain as people rate it; none was found of pain while a place is pressed."
)


def change_in_words(what: str, change: tuple[float, float], verdict: Verdict, band: Band) -> str:
    """Such as "Pain on pressure 7 → 3: more than it differs by itself (4 points; ...)"."""
    if verdict is Verdict.NOT_COMPARABLE:
        return NOT_COMPARABLE
    unit = _UNITS[band.measure]
    before, after = (f"{value:.3g}" for value in change)
    return f"{what} {before} → {after}{unit}: {_JUDGED[verdict]} ({band_in_words(band)})."


def band_in_words(band: Band) -> str:
    """How much it differs by itself, in whom, and where that is published."""
    if band.measure is Measure.EXTENT:
        much = f"{100 * band.most:.0f} % of its size"
    else:
        unit = " points" if band.measure is Measure.PAIN else " kPa"
        two = f"{band.least:g} to {band.most:g}" if band.least != band.most else f"{band.most:g}"
        much = f"{two}{unit}"
    return f"{much}; {band.who}; {band.source}"


_UNITS: Final = {
    Measure.PAIN: " of 10",
    Measure.THRESHOLD: " kPa",
    Measure.EXTENT: " % of the body surface",
}
