"""What one can do with names of places alone: the look-up's rival in the same run."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import numpy as np

from bodymap.analysis.coding.code_areas import Code, CodeAreas
from bodymap.atlas import Atlas, CodedSide, Extent, FrequencyLevel, LateralityRule, TriggerPoint
from bodymap.body import Body, Laterality, SurfaceArea

MARKED: Final = 0.10
"""A site is named if the drawing takes a tenth of it, or if a tenth of the drawing lies there."""

_BY_FREQUENCY: Final = {level: rank for rank, level in enumerate(FrequencyLevel)}


class ByNames:
    """Ranks trigger points by the sites that drawing and pattern name (Jaccard index).

    A name in the spillover counts half. Equal ranks follow how often trigger points are found.

    Args:
        atlas: The patterns, by the names of their zones alone.
        body: The figure whose sites are named.
    """

    def __init__(self, atlas: Atlas, body: Body) -> None:
        self._points = tuple(atlas.trigger_points.values())
        self._order = [
            (_BY_FREQUENCY[atlas.muscle_of(p.id).frequency.level], p.id) for p in self._points
        ]
        codes, crosswalk = [], {}
        for site in body.sites.values():
            crosswalk[site.id] = " ".join(site.regions or (site.id,))
            sides = (CodedSide.RIGHT, CodedSide.LEFT)
            codes += [
                (site.id, Code(f"{site.id} {side}", site.id, side))
                for side in ((CodedSide.MIDLINE,) if site.laterality == "midline" else sides)
            ]
        self._areas = CodeAreas.of(body, codes, crosswalk)
        self._whole = self._areas.sums(np.arange(body.cell_count), np.ones(body.cell_count))
        self._names = {
            side: [Counter(dict(self._named(point, side))) for point in self._points]
            for side in (Laterality.RIGHT, Laterality.LEFT)
        }

    def ranking(self, drawing: SurfaceArea) -> list[int]:
        """Numbers of all trigger points, the best first."""
        held = self._areas.sums(drawing.cells, np.ones(len(drawing)))
        parts = np.divide(held, self._whole, out=np.zeros_like(held), where=self._whole > 0)
        marked = (parts >= MARKED) | (held >= MARKED * max(len(drawing), 1))
        said = {code.code for code, is_in in zip(self._areas.codes, marked, strict=True) if is_in}
        scores = [
            max(_jaccard(self._names[side][number], said) for side in self._names)
            for number in range(len(self._points))
        ]
        return sorted(range(len(scores)), key=lambda n: (-round(scores[n], 6), *self._order[n]))

    def _named(self, point: TriggerPoint, side: Laterality) -> Iterator[tuple[str, float]]:
        """Names of the sites of a pattern with their side, and what each counts."""
        known = {code.code for code in self._areas.codes}
        for zone in reversed(point.referral.zones):  # the essential ones overwrite
            for where in _sides(zone.laterality, side):
                name = f"{zone.site} {where}"
                weight = 1.0 if zone.extent is Extent.ESSENTIAL else 0.5
                for spelt in (name, f"{zone.site} midline"):
                    if spelt in known:
                        yield spelt, weight
                        break


def _sides(rule: LateralityRule, muscle: Laterality) -> tuple[str, ...]:
    """Sides of the patient on which a zone lies, for a muscle of that side."""
    if rule is LateralityRule.IPSILATERAL:
        return (muscle.lower(),)
    if rule is LateralityRule.CONTRALATERAL:
        return (muscle.mirrored().lower(),)
    return ("left", "right")


def _jaccard(pattern: Counter[str], said: set[str]) -> float:
    shared = sum(weight for name, weight in pattern.items() if name in said)
    union = sum(pattern.values()) + sum(name not in pattern for name in said)
    return shared / union if union else 0.0
