"""Patterns that cannot be told apart, and those that merely look alike."""

import numpy as np
import pytest

from bodymap.analysis.practice.likeness import ALIKE as LOOK_ALIKE
from bodymap.analysis.practice.likeness import SAME
from tests.analysis.practice.books import ALIKE, ATLAS

ADDUCTOR_HALLUCIS = "foot_intrinsic_deep_adductor_hallucis"


def test_every_pattern_is_like_itself_and_likeness_goes_both_ways() -> None:
    seen = [point.id for point in ATLAS.trigger_points.values() if point.referral.essential]
    assert [ALIKE.between(point, point) for point in seen] == pytest.approx([1.0] * len(seen))
    assert np.allclose(ALIKE.table, ALIKE.table.T)
    assert ALIKE.table.min() >= 0


def test_a_trigger_point_without_a_pattern_is_like_nothing() -> None:
    assert ALIKE.table[list(ATLAS.trigger_points).index("pectoralis_major_arrhythmia")].max() == 0


def test_two_muscles_whose_zones_cover_most_of_the_same_cells_fit_equally() -> None:
    assert ALIKE.between("gracilis_middle", "adductor_magnus_middle") >= SAME
    assert ALIKE.fit_equally("gracilis_middle") == ("adductor_magnus",)


def test_two_muscles_of_the_foot_that_share_only_a_part_look_alike_but_do_not_fit_equally() -> None:
    brevis = "foot_intrinsic_superficial_flexor_digitorum_brevis"
    assert LOOK_ALIKE <= ALIKE.between(ADDUCTOR_HALLUCIS, brevis) < SAME
    assert ALIKE.fit_equally(ADDUCTOR_HALLUCIS) == ()


def test_the_muscle_asked_about_never_fits_equally_as_another() -> None:
    for point in ATLAS.trigger_points:
        assert ATLAS.muscle_of(point).id not in ALIKE.fit_equally(point)


def test_what_fits_equally_looks_alike_too() -> None:
    assert SAME > LOOK_ALIKE
    assert ALIKE.has_look_alike(ADDUCTOR_HALLUCIS)


def test_neighbours_are_near_and_a_chart_is_nowhere() -> None:
    infraspinatus = ATLAS.muscles["infraspinatus"]
    assert ALIKE.apart_cm("teres_minor_belly", infraspinatus) < 8
    assert ALIKE.apart_cm("bulbospongiosus_belly", infraspinatus) == float("inf")


def test_the_most_alike_pattern_of_a_muscle_is_one_of_its_own() -> None:
    chosen = ALIKE.most_alike("vastus_lateralis_upper", ATLAS.muscles["quadratus_lumborum"])
    assert ATLAS.muscle_of(chosen).id == "quadratus_lumborum"
    assert ALIKE.between("vastus_lateralis_upper", chosen) == ALIKE.with_muscle(
        "vastus_lateralis_upper", ATLAS.muscles["quadratus_lumborum"]
    )
