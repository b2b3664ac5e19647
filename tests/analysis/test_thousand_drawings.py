"""A thousand random drawings: everything is read back, and the side is right in all of them."""

from typing import Final

import numpy as np
import pytest

from bodymap.analysis.read_back import read_back
from bodymap.body import Body, Laterality, Stroke, StrokeKind, SurfaceArea
from tests.analysis.test_read_back import _bilateral_middles, _places_of, _sides_of

DRAWINGS: Final = 1_000
VIEWS: Final = ("front", "back", "left", "right", "head_front", "hand_palm.left", "foot_sole.right")
RADII: Final = (7.0, 13.0, 24.0)
SIDED: Final = frozenset({Laterality.LEFT, Laterality.RIGHT})


def drawn(body: Body, dice: np.random.Generator) -> SurfaceArea:
    """One to four strokes of a hand that wanders, on any picture; some leave the body."""
    area = body.cells([])
    for _ in range(int(dice.integers(1, 5))):
        view = body.views[str(dice.choice(VIEWS))]
        at = body.project(int(dice.choice(np.flatnonzero(view.pixels))), view.id)
        if at is None:
            continue
        way = np.vstack([[0, 0], dice.normal(0, 9, size=(int(dice.integers(1, 25)), 2))])
        points = np.clip(np.array(at) + way.cumsum(axis=0), 0, (view.width - 1, view.height - 1))
        line = tuple((float(x), float(y)) for x, y in points)
        area |= body.paint(view.id, [Stroke(StrokeKind.BRUSH, line, float(dice.choice(RADII)))])
    return area


def sides_by_geometry(area: SurfaceArea) -> set[tuple[str, Laterality]]:
    """Places with the side on which their marked cells lie in space; the patient's left is +x."""
    body = area.body
    regions = {region.number: region for region in body.regions.values()}
    on_skin = area.cells[area.cells < body.cell_table.mesh_count]
    return {
        (regions[number].plain_label, Laterality.LEFT if x > 0 else Laterality.RIGHT)
        for number, x in zip(
            body.cell_table.region[on_skin].tolist(), body.xyz_cm[on_skin, 0].tolist(), strict=True
        )
        if regions[number].laterality in SIDED
    }


@pytest.mark.slow
def test_a_thousand_random_drawings_are_read_back_whole_and_on_the_right_side(body: Body) -> None:
    dice = np.random.default_rng(20261130)
    unnamed, wrong_side = [], []
    for number in range(DRAWINGS):
        area = drawn(body, dice)
        said = read_back(area)
        named = {
            (place.label, side)
            for place in (*said.places, *said.edges)
            for side in _sides_of(place)
        }
        middles = _bilateral_middles(area)
        if named | middles != _places_of(area) | middles:
            unnamed.append(number)
        if {each for each in named if each[1] in SIDED} != sides_by_geometry(area):
            wrong_side.append(number)

    assert (unnamed, wrong_side) == ([], [])
