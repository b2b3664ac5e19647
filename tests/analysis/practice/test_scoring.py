"""Known answers: what a choice, a place and a drawing are worth."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.analysis.practice.scoring import (
    FULL_MARKS_CM,
    NO_MARKS_CM,
    RIGHT_CM,
    Placed,
    pattern_of,
    place_of,
    score_choice,
    score_drawing,
    score_place,
)
from bodymap.atlas import TypicalReferral
from bodymap.body import Laterality
from bodymap.records.practice import Question
from tests.analysis.practice.books import ALIKE, ATLAS, BODY
from tests.example_count import at_most

INFRASPINATUS = "infraspinatus_upper"
ANYWHERE = st.integers(0, BODY.cell_count - 1)
POINTS = list(ATLAS.trigger_points)
MIRROR = BODY.cell_table.mirror


def question(trigger_point: str, laterality: Laterality = Laterality.RIGHT) -> Question:
    return Question(trigger_point=trigger_point, laterality=laterality)


def mirrored(cell: int) -> int:
    return int(MIRROR[cell])


@pytest.mark.parametrize("laterality", [Laterality.RIGHT, Laterality.LEFT])
@pytest.mark.parametrize("point", POINTS)
def test_an_exact_hit_is_right_for_every_trigger_point(point: str, laterality: Laterality) -> None:
    truth = place_of(ATLAS, BODY, question(point, laterality))
    on_chart = truth >= BODY.cell_table.mesh_count
    assert score_place(BODY, truth, truth) == Placed(
        right=True,
        score=1.0,
        distance_cm=None if on_chart else 0.0,
        truth_on_chart=on_chart,
        answer_on_chart=on_chart,
    )


def test_left_and_right_of_a_trigger_point_are_the_patients() -> None:
    left = place_of(ATLAS, BODY, question(INFRASPINATUS, Laterality.LEFT))
    right = place_of(ATLAS, BODY, question(INFRASPINATUS, Laterality.RIGHT))
    assert BODY.xyz_cm[left, 0] > 0 > BODY.xyz_cm[right, 0]


def test_the_wrong_side_is_worth_nothing_and_told_how_near_it_would_be() -> None:
    truth = place_of(ATLAS, BODY, question(INFRASPINATUS))
    placed = score_place(BODY, truth, mirrored(truth))
    assert (placed.right, placed.score, placed.other_side) == (False, 0.0, True)
    assert placed.mirrored_cm == 0.0
    assert placed.distance_cm is not None
    assert placed.distance_cm > 15


@pytest.mark.parametrize("point", ["diaphragm_central", "pyramidalis_belly"])
def test_a_place_on_the_midline_has_no_wrong_side(point: str) -> None:
    truth = place_of(ATLAS, BODY, question(point))
    assert BODY.laterality_of(truth) is Laterality.MIDLINE
    placed = score_place(BODY, truth, mirrored(truth))
    assert placed == Placed(right=True, score=1.0, distance_cm=0.0)


def test_a_trigger_point_of_one_side_only_is_asked_on_that_side() -> None:
    point = ATLAS.trigger_points["pectoralis_major_arrhythmia"]
    assert point.only_on == "right"
    truth = place_of(ATLAS, BODY, question(point.id))
    assert BODY.laterality_of(truth) is Laterality.RIGHT
    assert score_place(BODY, truth, mirrored(truth)).other_side


def test_on_the_pelvic_floor_the_same_structure_of_the_same_side_is_right() -> None:
    truth = place_of(ATLAS, BODY, question("bulbospongiosus_belly"))
    region = BODY.region_of(truth)
    assert region is not None
    elsewhere = [int(cell) for cell in BODY.fill([region]).cells if cell != truth]
    on_skin = place_of(ATLAS, BODY, question(INFRASPINATUS))
    chart = {"truth_on_chart": True, "answer_on_chart": True}

    assert score_place(BODY, truth, elsewhere[-1]) == Placed(
        right=True, score=1.0, distance_cm=None, **chart
    )
    assert score_place(BODY, truth, mirrored(truth)) == Placed(
        right=False, score=0.0, distance_cm=None, other_side=True, **chart
    )
    assert score_place(BODY, truth, on_skin) == Placed(
        right=False, score=0.0, distance_cm=None, truth_on_chart=True
    )
    assert score_place(BODY, on_skin, truth) == Placed(
        right=False, score=0.0, distance_cm=None, answer_on_chart=True
    )


@settings(deadline=None, max_examples=at_most(60))
@given(st.sampled_from(POINTS), ANYWHERE)
def test_any_place_is_worth_something_from_nothing_to_all(point: str, answer: int) -> None:
    placed = score_place(BODY, place_of(ATLAS, BODY, question(point)), answer)
    assert 0 <= placed.score <= 1
    assert not (placed.right and placed.other_side)
    if placed.distance_cm is not None and not placed.other_side:
        assert placed.right == (placed.distance_cm <= RIGHT_CM)
        assert (placed.score == 1) == (placed.distance_cm <= FULL_MARKS_CM)
        assert (placed.score == 0) == (placed.distance_cm >= NO_MARKS_CM)


def truth_of(point: str, laterality: Laterality = Laterality.RIGHT) -> TypicalReferral:
    return pattern_of(ATLAS, BODY, question(point, laterality))


@pytest.mark.parametrize("laterality", [Laterality.RIGHT, Laterality.LEFT])
def test_drawing_the_essential_zone_finds_all_and_goes_nowhere_beyond(
    laterality: Laterality,
) -> None:
    truth = truth_of(INFRASPINATUS, laterality)
    drawn = score_drawing(truth, truth.essential)
    assert (drawn.right, drawn.score) == (True, 1.0)
    assert (drawn.share_found, drawn.share_beyond, drawn.spillover_found) == (1.0, 0.0, 0.0)
    assert (len(drawn.missed), len(drawn.beyond)) == (0, 0)
    assert drawn.found == truth.essential


def test_drawing_the_spillover_too_takes_nothing_away() -> None:
    truth = truth_of(INFRASPINATUS)
    drawn = score_drawing(truth, truth.essential | truth.spillover)
    assert (drawn.score, drawn.spillover_found) == (1.0, 1.0)


def test_nothing_drawn_finds_nothing_and_goes_nowhere_beyond() -> None:
    truth = truth_of(INFRASPINATUS)
    drawn = score_drawing(truth, BODY.cells(()))
    assert (drawn.right, drawn.score, drawn.share_found, drawn.share_beyond) == (False, 0, 0, 0)
    assert drawn.missed == truth.essential


def test_everything_drawn_finds_all_and_is_nearly_all_beyond() -> None:
    truth = truth_of(INFRASPINATUS)
    drawn = score_drawing(truth, BODY.whole())
    pattern = (truth.essential | truth.spillover).cm2
    assert drawn.share_found == pytest.approx(1.0)
    assert drawn.share_beyond == pytest.approx(1 - pattern / BODY.total_cm2)
    assert drawn.right is False


def test_the_pattern_of_the_other_side_is_all_beyond() -> None:
    truth = truth_of(INFRASPINATUS)
    drawn = score_drawing(truth, truth.essential.mirrored() - truth.essential)
    assert (drawn.share_found, drawn.score) == (0.0, 0.0)


def test_where_there_is_no_essential_zone_on_the_skin_the_spillover_is_looked_for() -> None:
    truth = truth_of("digastric_anterior")
    assert truth.essential.cm2 == 0
    drawn = score_drawing(truth, truth.spillover)
    assert (drawn.right, drawn.score, drawn.spillover_found) == (True, 1.0, None)


@settings(deadline=None, max_examples=at_most(60))
@given(st.sampled_from(POINTS), st.lists(st.integers(0, len(BODY.regions) - 1), max_size=6))
def test_found_missed_and_beyond_never_overlap_and_make_up_the_whole(
    point: str, regions: list[int]
) -> None:
    truth = truth_of(point)
    area = BODY.fill([list(BODY.regions)[number] for number in regions])
    drawn = score_drawing(truth, area)
    assert 0 <= drawn.score <= min(drawn.share_found, 1 - drawn.share_beyond) <= 1
    parts = [drawn.found.mask, drawn.missed.mask, drawn.beyond.mask]
    assert np.max(np.sum(parts, axis=0)) <= 1
    assert drawn.found | drawn.beyond == area
    assert (drawn.found | drawn.missed) - truth.spillover - truth.essential == BODY.cells(())


def test_the_muscle_asked_about_is_right_and_one_that_fits_equally_too() -> None:
    asked = question("gracilis_middle")
    assert score_choice(ATLAS, ALIKE, asked, "gracilis") == (True, False)
    assert score_choice(ATLAS, ALIKE, asked, "adductor_magnus") == (True, True)
    assert score_choice(ATLAS, ALIKE, asked, "infraspinatus") == (False, False)
