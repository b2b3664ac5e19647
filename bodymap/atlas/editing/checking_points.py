"""Is every trigger point in its own muscle, at a place and with a picture of its own?

Two trigger points in one cell could not be told apart with a finger, and two pictures that are the
same could not by eye.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np

from bodymap.atlas.editing.checking_places import misplaced
from bodymap.atlas.editing.checking_zones import areas_of
from bodymap.atlas.editing.marked_yaml import Loc
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem, ReadFile
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.atlas.muscles import Muscle, TriggerPoint
from bodymap.atlas.pattern_areas import place_cell
from bodymap.atlas.placing import LeftSkin, skin_of
from bodymap.atlas.referral import Extent, ReferralPattern
from bodymap.body import Body, Laterality

BESIDE_CM: Final = 1.0
"""So far from its muscle's outline a mark may lie; the outlines are schematic."""
SAME_SHARE: Final = 0.97
"""Two pictures that agree in this share of what either marks look the same."""


class _Found(NamedTuple):
    file: ReadFile[Muscle]
    number: int
    point: TriggerPoint
    cell: int

    def problem(self, way: Loc, message: str) -> Problem:
        return self.file.problem(("trigger_points", self.number, *way), message)


def point_problems(found: AtlasFiles, body: Body) -> Iterator[Problem]:
    """Trigger points beside their muscle, on one another, or drawn like one another."""
    skin = _skin(body)
    points = [
        _Found(file, number, point, place_cell(point, body, skin))
        for file in found.muscles
        for number, point in enumerate(file.value.trigger_points)
        if not any(misplaced(point.place, body))
    ]
    yield from _beside(points, body)
    yield from _stacked(points)
    yield from _alike(points, body)


def _beside(points: list[_Found], body: Body) -> Iterator[Problem]:
    layer = _layer()
    if layer.body_version != body.version:
        return
    for one in points:
        away = _away_cm(one.file.value.id, one.cell, layer, body)
        if away > BESIDE_CM and not one.point.place.inside:
            message = (
                f"the mark lies {away:.1f} cm beside the outline of its muscle; at most "
                f"{BESIDE_CM:g} cm is allowed: move the place or mend the outline"
            )
            yield one.problem(("place",), message)


@lru_cache(maxsize=1)
def _skin(body: Body) -> LeftSkin:
    return skin_of(body)


@lru_cache(maxsize=1)
def _layer() -> MuscleLayer:
    return MuscleLayer.load()


@lru_cache(maxsize=1024)  # a folder is checked again after each change; most places stay
def _away_cm(muscle: str, cell: int, layer: MuscleLayer, body: Body) -> float:
    own = layer.area(muscle, Laterality.RIGHT, body)
    if cell in own or not own:
        return 0.0
    places = body.xyz_cm[own.cells].astype(np.float64)
    return float(np.linalg.norm(places - body.xyz_cm[cell], axis=1).min())


def _stacked(points: list[_Found]) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for one in points:
        other = first.setdefault(one.cell, one.point.id)
        if other != one.point.id:
            message = f"the mark lies on that of {other!r}; one of the two cannot be picked"
            yield one.problem(("place",), message)


def _alike(points: list[_Found], body: Body) -> Iterator[Problem]:
    marked = [(one, _marks(one.point.referral, body)) for one in points]
    drawn = [(one, marks) for one, marks in marked if marks.size]
    for (one, marks), (other, others) in combinations(drawn, 2):
        if _same(marks, others) and _words(one.point) != _words(other.point):
            message = (
                f"this reads differently from {one.point.id!r} but is drawn the same; "
                "draw the difference or say it alike"
            )
            yield other.problem(("referral", "drawn"), message)


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    fewer, more = sorted((one.size, other.size))
    if fewer < SAME_SHARE * more:  # they share at most the smaller one, of at least the larger
        return False
    shared = np.intersect1d(one, other, assume_unique=True).size
    return bool(shared >= SAME_SHARE * (fewer + more - shared))


@lru_cache(maxsize=1024)  # as above
def _marks(pattern: ReferralPattern, body: Body) -> np.ndarray:
    """Numbers of what is drawn: a cell of the essential zone has another than in the spillover."""
    areas = areas_of(pattern, body)
    if areas is None:
        return np.array([], np.intp)
    cells = [np.asarray(areas[extent].cells, np.intp) for extent in Extent]
    return np.concatenate([one + n * body.cell_count for n, one in enumerate(cells)])


def _words(point: TriggerPoint) -> tuple[object, ...]:
    return (point.zone_shape, frozenset(z.model_dump_json() for z in point.referral.zones))
