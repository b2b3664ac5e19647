"""Patterns on the body that can be turned."""

import numpy as np
import pytest

from bodymap.analysis.turning import (
    DOTS_APART_CM,
    Shown,
    Sign,
    Triangles,
    turning_signs,
    turning_skin,
)
from bodymap.atlas import typical_referral
from bodymap.body import Laterality
from tests import shipped

BODY = shipped.body()
ATLAS = shipped.atlas()
POINT = ATLAS.trigger_points["infraspinatus_upper"]
CELL = ATLAS.place_cell(POINT.id)
OTHER = ATLAS.place_cell("infraspinatus_medial")


def middles(triangles: Triangles, kind: int) -> np.ndarray:  # type: ignore[type-arg]
    return np.asarray(triangles.xyz_cm[triangles.corners[triangles.kind == kind]].mean(axis=1))


@pytest.mark.parametrize("figure", BODY.manifest.figures)
@pytest.mark.parametrize("side", [Laterality.RIGHT, Laterality.LEFT])
def test_the_zones_lie_on_the_side_of_the_muscle_on_every_figure(
    figure: str, side: Laterality
) -> None:
    body = BODY.as_figure(figure)

    skin = turning_skin(typical_referral(POINT, side, body), body)

    essential = middles(skin, Shown.ESSENTIAL)
    assert len(essential) > 50
    assert (np.sign(essential[:, 0]) == side.sign).all()
    assert (middles(skin, Shown.SPILLOVER)[:, 0] * side.sign > 0).mean() > 0.95


def test_dots_lie_apart_on_the_spillover_alone() -> None:
    referral = typical_referral(POINT, Laterality.RIGHT, BODY)

    signs = turning_signs(referral, [], None, BODY)

    dots = signs.xyz_cm[8::9]
    spillover = BODY.xyz_cm[referral.spillover.cells]
    to_zone = np.linalg.norm(dots[:, None] - spillover[None], axis=2).min(axis=1)
    assert to_zone.max() < 0.5
    between = np.linalg.norm(dots[:, None] - dots[None], axis=2)
    np.fill_diagonal(between, np.inf)
    assert between.min() > DOTS_APART_CM * 0.6
    to_dots = np.linalg.norm(spillover[:, None] - dots[None], axis=2).min(axis=1)
    assert to_dots.max() < 2 * DOTS_APART_CM


def test_each_trigger_point_has_an_x_and_the_one_at_hand_a_rim() -> None:
    nothing = typical_referral(POINT, Laterality.RIGHT, BODY)
    signs = turning_signs(nothing, [CELL, OTHER], CELL, BODY)

    for kind, cell in ((Sign.CROSS, CELL), (Sign.RIM, CELL), (Sign.OTHER_CROSS, OTHER)):
        middle = middles(signs, kind).mean(axis=0)
        assert np.linalg.norm(middle - BODY.xyz_cm[cell]) < 2
        assert np.count_nonzero(signs.kind == kind) == 4


def test_a_trigger_point_on_a_chart_has_no_place_on_the_turning_body() -> None:
    on_chart = BODY.cell_table.mesh_count + 3
    nothing = typical_referral(POINT, Laterality.RIGHT, BODY)

    signs = turning_signs(nothing, [on_chart], on_chart, BODY)

    assert set(signs.kind.tolist()) == {Sign.DOT}


@pytest.mark.slow  # cuts the mesh for every pattern there is
def test_every_pattern_that_reaches_the_skin_shows_on_the_turning_body() -> None:
    missing = []
    for point in ATLAS.trigger_points.values():
        side = Laterality(point.only_on.upper()) if point.only_on else Laterality.RIGHT
        referral = typical_referral(point, side, BODY)
        skin = turning_skin(referral, BODY)
        shown = {
            Shown.ESSENTIAL: referral.essential,
            Shown.SPILLOVER: referral.spillover - referral.essential,
        }
        missing += [
            (point.id, kind.name)
            for kind, area in shown.items()
            if area.cm2 > 4 and not (skin.kind == kind).any()
        ]
    assert missing == []
