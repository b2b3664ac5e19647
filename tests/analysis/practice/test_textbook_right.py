"""A textbook pattern drawn by a hand is right; another muscle's pattern is not."""

from functools import cache
from math import sqrt

import numpy as np
import pytest

from bodymap.analysis.cell_graph import separate_areas
from bodymap.analysis.practice.scoring import score_drawing
from bodymap.atlas import TypicalReferral, typical_referral
from bodymap.body import Laterality, SurfaceArea
from tests.analysis.practice.books import ALIKE, ATLAS, BODY
from tools.validation.simulated import Level, Simulator

DRAWN = [
    point
    for point in ATLAS.trigger_points
    if sum(getattr(ATLAS.trigger_points[point].referral, e).cm2 for e in ("essential", "spillover"))
]
MOST_ALIKE = 0.1
"""From here on two patterns share so much that one may well be drawn for the other."""


@cache
def hand() -> Simulator:
    return Simulator(BODY)


@cache
def zones(point: str) -> TypicalReferral:
    return typical_referral(ATLAS.trigger_points[point], Laterality.RIGHT, BODY)


def wanted(point: str) -> SurfaceArea:
    return zones(point).essential if zones(point).essential.cm2 > 0 else zones(point).spillover


def by_hand(point: str, repetition: int) -> SurfaceArea:
    """Each piece of the pattern moved, drawn too small or too large, and with a rough edge.

    By up to a fifth of its width (the side of a square as large), between 0.8 and 1.25 times as
    wide, and with a standard deviation of a twentieth of its width.
    """
    number = DRAWN.index(point)
    rng = np.random.default_rng([number, repetition])
    area = BODY.cells(())
    for part, piece in enumerate(separate_areas(wanted(point))):
        if piece.cm2 > 0:
            wide = sqrt(piece.cm2)
            shift, scale = rng.uniform(0, 0.2) * wide, rng.uniform(0.8, 1.25)
            level = Level("", 1.0, shift, 0.05 * wide, 0.0, scale)
            area |= hand().draw(piece, BODY.cells(()), level, (9, number, repetition, part))
    return area


@pytest.mark.slow
def test_a_textbook_pattern_drawn_by_a_hand_is_right_in_95_of_100() -> None:
    """Each pattern once and every fourth a second time: 240 drawings take a while."""
    drawn = [(point, 0) for point in DRAWN] + [(point, 1) for point in DRAWN[::4]]
    right = [score_drawing(BODY, zones(p), by_hand(p, k)).right for p, k in drawn]

    assert len(right) > 230
    assert np.mean(right) >= 0.95


@pytest.mark.slow
def test_the_pattern_of_another_muscle_is_not_right() -> None:
    """For each pattern the most alike of those that share little with it."""
    wrongly_right = []
    for number, point in enumerate(ATLAS.trigger_points):
        if point not in DRAWN:
            continue
        own, row = ATLAS.muscle_of(point).id, ALIKE.table[number]
        others = [
            (float(row[k]), other)
            for k, other in enumerate(ATLAS.trigger_points)
            if other in DRAWN and ATLAS.muscle_of(other).id != own and row[k] < MOST_ALIKE
        ]
        other = max(others)[1]
        if score_drawing(BODY, zones(point), wanted(other)).right:
            wrongly_right.append((point, other))

    assert wrongly_right == []
