"""Places in words, and from the words back to the place."""

import sys
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Laterality, PlaceWords
from bodymap.body.frames import FOOT, FOREARM, HAND, ON_THE_MIDLINE, STANDING, UPPER_ARM
from bodymap.body.phrases import PHRASES, sentence
from bodymap.body.placing import left_cm
from bodymap.body.words import FARTHEST_CM, Offset, Wording
from bodymap.errors import UnknownCell
from tests import shipped

BODY = shipped.body()
SKIN = np.flatnonzero(BODY.area_cm2 > 0)
CELLS = st.sampled_from(SKIN.tolist())
WORDING = Wording(BODY)


def place_of(words: PlaceWords) -> int:
    """The cell that words mean: so far from the landmark, or the middle of the region."""
    region = BODY.region(words.region or "")
    if words.landmark is None:
        cells, xyz = WORDING._cells(region, words.laterality)
        return int(cells[np.linalg.norm(xyz - xyz.mean(axis=0), axis=1).argmin()])
    scale = 1.0 if words.height_cm is None else words.height_cm / BODY.height_cm
    return WORDING._find(region, words.laterality, words.landmark, words.offsets, scale)


def test_words_lead_back_within_1_cm_for_95_percent_of_the_cells(
    capsys: pytest.CaptureFixture[str],
) -> None:
    left = SKIN[BODY.xyz_cm[SKIN, 0] > 0][::3]
    found = np.array([place_of(BODY.describe(int(cell))) for cell in left])
    away = np.linalg.norm(BODY.xyz_cm[found] - BODY.xyz_cm[left], axis=1)

    share = float((away <= 1.0).mean())
    with capsys.disabled():
        sys.stdout.write(f"\nwords lead back within 1 cm for {share:.1%} of {left.size} cells\n")

    assert share >= 0.95


def test_a_cell_beside_the_midline_and_its_mirror_image_are_told_alike() -> None:
    rng = np.random.default_rng(1)
    swap = {"left": "right", "right": "left"}
    beside = SKIN[np.abs(BODY.xyz_cm[SKIN, 0]) > 1]
    for cell in rng.choice(beside, 300, replace=False):
        here = BODY.describe(int(cell))
        there = BODY.describe(int(BODY.cell_table.mirror[cell]))
        mirrored = tuple((swap.get(word, word), cm) for word, cm in there.offsets)
        assert (here.landmark, Counter(here.offsets)) == (there.landmark, Counter(mirrored))
        assert here.laterality is there.laterality.mirrored()


@given(CELLS)
def test_distances_are_at_most_8_cm_in_half_centimetres(cell: int) -> None:
    words = BODY.describe(cell)

    assert len(words.offsets) <= 2
    for direction, cm in words.offsets:
        assert direction in PHRASES
        assert 0 < cm <= FARTHEST_CM + 0.25
        assert cm * 2 == int(cm * 2)


@given(CELLS)
def test_the_landmark_is_on_the_same_side(cell: int) -> None:
    words = BODY.describe(cell)

    if words.landmark and BODY.landmarks[words.landmark].paired:
        assert words.laterality in {Laterality.LEFT, Laterality.RIGHT}
    if words.laterality.sign:
        assert words.laterality.sign == np.sign(BODY.xyz_cm[cell, 0])


def test_an_arm_is_never_told_from_the_trunk_nor_the_trunk_from_the_arm() -> None:
    parts = {"upper_arm_front.left": {"arm", "shoulder", "hand"}, "flank_side.left": {"trunk"}}
    for region, allowed in parts.items():
        for cell in BODY.fill([region]).cells[::5]:
            landmark = BODY.describe(int(cell)).landmark
            if landmark:
                assert BODY.landmarks[landmark].part in allowed | {"neck", "hip", "shoulder"}


def test_at_the_landmark_itself() -> None:
    cell = BODY.landmarks["acromion"].cells["right"]

    assert BODY.describe(cell) == PlaceWords(
        text="right shoulder, at the acromion",
        area="right shoulder",
        region="acromion.right",
        laterality=Laterality.RIGHT,
        landmark="acromion",
    )


def test_a_vertebra_goes_without_an_article() -> None:
    cell = BODY.landmarks["c7"].cells["midline"]

    assert BODY.describe(cell).text == "neck, midline, at C7"


def test_below_and_inward_are_below_and_inward() -> None:
    acromion = left_cm(BODY, "scapula_inferior_angle")
    cell = BODY.nearest(acromion * [-1, 1, 1] + [2.5, 3.0, 0])
    words = BODY.describe(int(cell or 0))

    assert words.laterality is Laterality.RIGHT
    assert words.text.startswith("right upper back, about ")
    assert {"above", "inward"} == {direction for direction, _ in words.offsets}


def test_the_sentence_joins_two_distances() -> None:
    text = sentence("right upper back", "acromion", [("below", 4.0), ("inward", 2.0)])

    assert text == "right upper back, about 4 cm below and 2 cm inward of the acromion"


def test_the_arm_is_told_along_itself() -> None:
    point = (left_cm(BODY, "lateral_epicondyle") * 3 + left_cm(BODY, "wrist_back_middle")) / 4
    words = BODY.describe(int(BODY.nearest(point) or 0))

    assert words.area == "left forearm"
    assert "handward" in {direction for direction, _ in words.offsets}


def test_distances_scale_with_a_known_height() -> None:
    cell = int(BODY.nearest(left_cm(BODY, "scapula_inferior_angle") + np.array([0, 6.0, 0])) or 0)
    model = BODY.describe(cell)
    tall = BODY.describe(cell, height_cm=BODY.height_cm * 1.25)

    assert model.measure == "Distances are those of the model body."
    assert tall.measure == f"Distances are scaled to a height of {BODY.height_cm * 1.25:g} cm."
    assert model.landmark == tall.landmark
    assert dict(tall.offsets)["below"] == pytest.approx(
        1.25 * dict(model.offsets)["below"], abs=0.6
    )
    far = BODY.xyz_cm[place_of(tall)] - BODY.xyz_cm[cell]
    assert np.linalg.norm(far) <= 1.0


def test_a_place_inside_the_body_and_on_a_chart_has_words_without_a_landmark() -> None:
    inside = BODY.cell_count - 1
    assert BODY.describe(inside).landmark is None
    chart = int(BODY.cell_table.mesh_count)
    words = BODY.describe(chart)
    assert words.landmark is None
    assert words.text == words.area
    assert words.region == BODY.region_of(chart)


def test_words_of_every_frame_have_phrases() -> None:
    for frame in (STANDING, ON_THE_MIDLINE, UPPER_ARM, FOREARM, HAND, FOOT):
        assert {word for pair in frame for word in pair} <= set(PHRASES)


def test_an_unknown_cell_is_refused() -> None:
    with pytest.raises(UnknownCell):
        BODY.describe(BODY.cell_count)


def test_a_direction_that_the_place_does_not_have_is_refused() -> None:
    words = PlaceWords("", "", "acromion.left", Laterality.LEFT, "acromion", (Offset("above", 1),))

    with pytest.raises(ValueError, match="no direction here"):
        place_of(replace(words, offsets=(Offset("toeward", 1.0),)))
