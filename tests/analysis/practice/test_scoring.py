"""Known answers: what a choice, a place and a drawing are worth."""

from math import pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.analysis.practice.scoring import (
    Placed,
    near_enough_cm,
    pattern_of,
    place_of,
    score_choice,
    score_drawing,
    score_place,
)
from bodymap.atlas import TypicalReferral
from bodymap.body import Laterality
from bodymap.body.part_size import part_radius_cm
from bodymap.records.practice import Question
from tests.analysis.practice.books import ALIKE, ATLAS, BODY, LAYER
from tests.example_count import at_most

INFRASPINATUS = "infraspinatus_upper"
ANYWHERE = st.integers(0, BODY.cell_count - 1)
POINTS = list(ATLAS.trigger_points)
MIRROR = BODY.cell_table.mirror


def question(trigger_point: str, laterality: Laterality = Laterality.RIGHT) -> Question:
    return Question(trigger_point=trigger_point, laterality=laterality)


def placed(truth: int, answer: int) -> Placed:
    return score_place(BODY, truth, answer, right_cm=3.0)


def near(point: str) -> float:
    muscle = ATLAS.muscle_of(point).id
    return near_enough_cm(LAYER, muscle, BODY, ATLAS.place_cell(point))


def mirrored(cell: int) -> int:
    return int(MIRROR[cell])


@pytest.mark.parametrize("laterality", [Laterality.RIGHT, Laterality.LEFT])
def test_an_exact_hit_is_right_for_every_trigger_point(laterality: Laterality) -> None:
    for point in POINTS:
        truth = place_of(ATLAS, BODY, question(point, laterality))
        on_chart = truth >= BODY.cell_table.mesh_count
        expected = Placed(
            right=True,
            score=1.0,
            distance_cm=None if on_chart else 0.0,
            truth_on_chart=on_chart,
            answer_on_chart=on_chart,
            right_cm=None if on_chart else 3.0,
        )
        assert (point, placed(truth, truth)) == (point, expected)


def test_left_and_right_of_a_trigger_point_are_the_patients() -> None:
    left = place_of(ATLAS, BODY, question(INFRASPINATUS, Laterality.LEFT))
    right = place_of(ATLAS, BODY, question(INFRASPINATUS, Laterality.RIGHT))
    assert BODY.xyz_cm[left, 0] > 0 > BODY.xyz_cm[right, 0]


def test_the_wrong_side_is_worth_nothing_and_told_how_near_it_would_be() -> None:
    truth = place_of(ATLAS, BODY, question(INFRASPINATUS))
    found = placed(truth, mirrored(truth))
    assert (found.right, found.score, found.other_side) == (False, 0.0, True)
    assert found.mirrored_cm == 0.0
    assert found.distance_cm is not None
    assert found.distance_cm > 15


@pytest.mark.parametrize("point", ["diaphragm_central", "pyramidalis_belly"])
def test_a_place_on_the_midline_has_no_wrong_side(point: str) -> None:
    truth = place_of(ATLAS, BODY, question(point))
    assert BODY.laterality_of(truth) is Laterality.MIDLINE
    found = placed(truth, mirrored(truth))
    assert found == Placed(right=True, score=1.0, distance_cm=0.0, right_cm=3.0)


def test_a_trigger_point_of_one_side_only_is_asked_on_that_side() -> None:
    point = ATLAS.trigger_points["pectoralis_major_arrhythmia"]
    assert point.only_on == "right"
    truth = place_of(ATLAS, BODY, question(point.id))
    assert BODY.laterality_of(truth) is Laterality.RIGHT
    assert placed(truth, mirrored(truth)).other_side


def test_on_the_pelvic_floor_the_same_structure_of_the_same_side_is_right() -> None:
    truth = place_of(ATLAS, BODY, question("bulbospongiosus_belly"))
    region = BODY.region_of(truth)
    assert region is not None
    elsewhere = [int(cell) for cell in BODY.fill([region]).cells if cell != truth]
    on_skin = place_of(ATLAS, BODY, question(INFRASPINATUS))
    chart = {"truth_on_chart": True, "answer_on_chart": True}

    assert placed(truth, elsewhere[-1]) == Placed(right=True, score=1.0, distance_cm=None, **chart)
    assert placed(truth, mirrored(truth)) == Placed(
        right=False, score=0.0, distance_cm=None, other_side=True, **chart
    )
    assert placed(truth, on_skin) == Placed(
        right=False, score=0.0, distance_cm=None, truth_on_chart=True
    )
    assert placed(on_skin, truth) == Placed(
        right=False, score=0.0, distance_cm=None, answer_on_chart=True
    )


@settings(deadline=None, max_examples=at_most(60))
@given(st.sampled_from(POINTS), ANYWHERE)
def test_any_place_is_worth_something_from_nothing_to_all(point: str, answer: int) -> None:
    found = placed(place_of(ATLAS, BODY, question(point)), answer)
    assert 0 <= found.score <= 1
    assert not (found.right and found.other_side)
    if found.distance_cm is not None and not found.other_side:
        assert found.right_cm is not None
        assert found.right == (found.distance_cm <= found.right_cm)
        assert (found.score == 1) == (found.distance_cm <= found.right_cm / 3)
        assert (found.score == 0) == (found.distance_cm >= found.right_cm * 3)


def test_what_counts_as_near_follows_the_size_of_the_muscle() -> None:
    small = ["lateral_pterygoid_belly", "masseter_deep", "temporalis_anterior", "anconeus_belly"]
    middle = ["infraspinatus_upper", "foot_intrinsic_superficial_abductor_hallucis"]
    large = ["latissimus_dorsi_axillary", "trapezius_upper_tp1", "rectus_femoris_upper"]
    all_of_them = {point: near(point) for point in POINTS}

    assert all(1.0 <= cm <= 4.0 for cm in all_of_them.values())
    assert max(near(point) for point in small) < 1.8
    assert all(2.0 < near(point) < 3.0 for point in middle)
    assert min(near(point) for point in large) > 3.0
    assert near("infraspinatus_upper") == pytest.approx(
        0.5 * (LAYER.area("infraspinatus", Laterality.RIGHT, BODY).cm2 / pi) ** 0.5
    )


def test_a_muscle_that_is_not_drawn_on_the_skin_is_as_large_as_the_region_of_its_place() -> None:
    for point in POINTS:
        muscle, cell = ATLAS.muscle_of(point).id, ATLAS.place_cell(point)
        if LAYER.area(muscle, Laterality.RIGHT, BODY).cm2 == 0:
            wide = 0.5 * part_radius_cm(BODY, cell)
            assert near(point) == pytest.approx(min(4.0, max(1.0, wide)))


def truth_of(point: str, laterality: Laterality = Laterality.RIGHT) -> TypicalReferral:
    return pattern_of(ATLAS, BODY, question(point, laterality))


@pytest.mark.parametrize("laterality", [Laterality.RIGHT, Laterality.LEFT])
def test_drawing_the_essential_zone_finds_all_and_goes_nowhere_beyond(
    laterality: Laterality,
) -> None:
    truth = truth_of(INFRASPINATUS, laterality)
    drawn = score_drawing(BODY, truth, truth.essential)
    assert (drawn.right, drawn.score) == (True, 1.0)
    assert (drawn.share_found, drawn.share_beyond, drawn.spillover_found) == (1.0, 0.0, 0.0)
    assert (len(drawn.missed), len(drawn.beyond)) == (0, 0)
    assert drawn.found == truth.essential


def test_drawing_the_spillover_too_takes_nothing_away() -> None:
    truth = truth_of(INFRASPINATUS)
    drawn = score_drawing(BODY, truth, truth.essential | truth.spillover)
    assert (drawn.score, drawn.spillover_found) == (1.0, 1.0)


def test_nothing_drawn_finds_nothing_and_goes_nowhere_beyond() -> None:
    truth = truth_of(INFRASPINATUS)
    drawn = score_drawing(BODY, truth, BODY.cells(()))
    assert (drawn.right, drawn.score, drawn.share_found, drawn.share_beyond) == (False, 0, 0, 0)
    assert drawn.missed == truth.essential


def test_everything_drawn_finds_all_and_is_nearly_all_beyond() -> None:
    truth = truth_of(INFRASPINATUS)
    drawn = score_drawing(BODY, truth, BODY.whole())
    pattern = BODY.widened(truth.essential | truth.spillover, drawn.rim_cm).cm2
    assert drawn.share_found == pytest.approx(1.0)
    assert drawn.share_beyond == pytest.approx(1 - pattern / BODY.total_cm2)
    assert drawn.right is False


def test_the_pattern_of_the_other_side_is_all_beyond() -> None:
    truth = truth_of(INFRASPINATUS)
    drawn = score_drawing(BODY, truth, truth.essential.mirrored() - truth.essential)
    assert (drawn.share_found, drawn.score) == (0.0, 0.0)


@pytest.mark.parametrize(("edge_cm", "met"), [(-2.5, 0), (-0.8, 1), (0.0, 1), (1.4, 1), (2.0, 0)])
def test_an_edge_off_by_no_more_than_the_rim_counts_as_met(edge_cm: float, met: int) -> None:
    truth = truth_of(INFRASPINATUS)
    pattern = truth.essential | truth.spillover
    if edge_cm >= 0:
        area = BODY.widened(pattern, edge_cm)
    else:
        area = truth.essential - BODY.widened(BODY.whole() - truth.essential, -edge_cm)
    drawn = score_drawing(BODY, truth, area)
    assert drawn.rim_cm == 1.5
    assert int((drawn.share_found, drawn.share_beyond) == (1.0, 0.0)) == met


def test_where_there_is_no_essential_zone_on_the_skin_the_spillover_is_looked_for() -> None:
    truth = truth_of("digastric_anterior")
    assert truth.essential.cm2 == 0
    drawn = score_drawing(BODY, truth, truth.spillover)
    assert (drawn.right, drawn.score, drawn.spillover_found) == (True, 1.0, None)


@settings(deadline=None, max_examples=at_most(60))
@given(st.sampled_from(POINTS), st.lists(st.integers(0, len(BODY.regions) - 1), max_size=6))
def test_found_missed_and_beyond_never_overlap_and_make_up_the_whole(
    point: str, regions: list[int]
) -> None:
    truth = truth_of(point)
    area = BODY.fill([list(BODY.regions)[number] for number in regions])
    drawn = score_drawing(BODY, truth, area)
    assert 0 <= drawn.score <= min(drawn.share_found, 1 - drawn.share_beyond) <= 1
    parts = [drawn.found.mask, drawn.missed.mask, drawn.beyond.mask]
    assert np.max(np.sum(parts, axis=0)) <= 1
    assert drawn.found | drawn.beyond == area
    pattern = BODY.widened(truth.essential | truth.spillover, drawn.rim_cm)
    assert drawn.found | drawn.missed | pattern == pattern


def test_the_muscle_asked_about_is_right_and_one_that_fits_equally_too() -> None:
    asked = question("gracilis_middle")
    assert score_choice(ATLAS, ALIKE, asked, "gracilis") == (True, False)
    assert score_choice(ATLAS, ALIKE, asked, "adductor_magnus") == (True, True)
    assert score_choice(ATLAS, ALIKE, asked, "infraspinatus") == (False, False)
