"""Patterns that do not mean what their words say: a broken copy for each, and the sentence."""

from pathlib import Path

import pytest

from bodymap.body import Body
from tests.atlas.breaking import INFRASPINATUS, Breaker

INNER = "{site: scapula_medial_border, laterality: ipsilateral, shape: strip}"
FRONT = "{site: shoulder_front, laterality: ipsilateral, shape: patch}"


@pytest.fixture
def broken(copy: Path, body: Body) -> Breaker:
    return Breaker(copy, body)


@pytest.mark.parametrize(
    ("zone", "word", "sentence"),
    [
        (
            INNER,
            "spot",
            "a spot is at most 15 cm2, but 21 cm2 of 'scapula_medial_border' are drawn",
        ),
        (FRONT, "spot", "a spot is at most 15 cm2, but 61 cm2 of 'shoulder_front' are drawn"),
        (
            "{site: interscapular, laterality: ipsilateral, shape: strip}",
            "region",
            "a region is at least 50% of its site, but only 26% of 'interscapular' is drawn",
        ),
    ],
)
def test_a_shape_outside_the_bounds_of_its_word_is_refused(
    broken: Breaker, zone: str, word: str, sentence: str
) -> None:
    other = zone.rpartition(" ")[0] + f" {word}}}"
    problems = broken.replace(INFRASPINATUS, zone, other)
    assert problems == [f"{INFRASPINATUS}:{broken.line(INFRASPINATUS, other)}: {sentence}"]


def test_a_patch_larger_than_a_hand_is_refused(broken: Breaker) -> None:
    file, site = (
        "muscles/adductor_longus_brevis.yaml",
        "{site: thigh_inner, laterality: ipsilateral",
    )
    problems = broken.replace(file, f"{site}, shape: region}}", f"{site}, shape: patch}}")
    assert len(problems) == 1
    assert "a patch is at most 150 cm2, but " in problems[0]


def test_a_round_patch_is_no_strip(broken: Breaker) -> None:
    file, site = "muscles/subscapularis.yaml", "{site: shoulder_back, laterality: ipsilateral"
    problems = broken.replace(file, f"{site}, shape: patch}}", f"{site}, shape: strip}}")
    line = broken.line(file, "shape: strip")
    assert problems == [
        (
            f"{file}:{line}: a strip is at least 2 times as long as wide, but what is drawn of "
            "'shoulder_back' is 1.0 times as long as wide"
        )
    ]


def test_a_zone_without_a_word_is_asked_for_one(broken: Breaker) -> None:
    bare = INNER.replace(", shape: strip", "")
    problems = broken.replace(INFRASPINATUS, INNER, bare)
    line = broken.line(INFRASPINATUS, bare)
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: say how much of the site is meant: "
            "'shape' is one of spot, strip, patch, region"
        )
    ]


def test_a_misspelt_word_is_answered_with_the_nearest(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "shape: strip", "shape: stripe")
    line = broken.line(INFRASPINATUS, "shape: stripe")
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: 'shape' is 'stripe'. Did you mean 'strip'? "
            "Allowed are: spot, strip, patch, region"
        )
    ]


def test_a_site_that_the_drawing_does_not_reach_is_refused(broken: Breaker) -> None:
    problems = broken.replace(
        INFRASPINATUS, INNER, "{site: scapula_inferior_angle, laterality: ipsilateral, shape: spot}"
    )
    line = broken.line(INFRASPINATUS, "scapula_inferior_angle")
    assert problems[0] == (
        f"{INFRASPINATUS}:{line}: what is drawn does not reach the site "
        "'scapula_inferior_angle' (ipsilateral); draw it there or take the zone out"
    )


def test_a_spared_site_stays_free(broken: Breaker) -> None:
    spillover = "      spillover:\n        - {site: interscapular"
    problems = broken.replace(
        INFRASPINATUS, spillover, f"      spares: [scapula_medial_border]\n{spillover}"
    )
    line = broken.line(INFRASPINATUS, "spares:")
    assert len(problems) == 1
    assert problems[0].startswith(
        f"{INFRASPINATUS}:{line}: the pattern spares 'scapula_medial_border', but "
    )


def test_a_spared_site_exists(broken: Breaker) -> None:
    spillover = "      spillover:\n        - {site: interscapular"
    problems = broken.replace(INFRASPINATUS, spillover, f"      spares: [chinn]\n{spillover}")
    line = broken.line(INFRASPINATUS, "spares:")
    assert problems == [
        (f"{INFRASPINATUS}:{line}: there is no site 'chinn' in regions.yaml. Did you mean 'chin'?")
    ]


def test_a_shape_over_the_midline_needs_words_that_cross_it(broken: Breaker) -> None:
    file = "muscles/sternocleidomastoid.yaml"
    text = (broken.folder / file).read_text(encoding="utf-8")
    problems = broken.replace(file, text, text.replace("      crosses_midline: true\n", ""))
    assert problems
    assert all("cm2 are drawn beyond the midline" in problem for problem in problems)


def test_a_leave_to_cross_that_is_not_used_is_refused(broken: Breaker) -> None:
    spillover = "      spillover:\n        - {site: interscapular"
    problems = broken.replace(INFRASPINATUS, spillover, f"      crosses_midline: true\n{spillover}")
    line = broken.line(INFRASPINATUS, "crosses_midline")
    assert problems == [
        f"{INFRASPINATUS}:{line}: nothing that is drawn crosses the midline; take this out"
    ]


def test_a_drawing_mostly_outside_its_sites_is_refused(broken: Breaker) -> None:
    stroke = "[{view: back, kind: brush, radius: 40, points: [[310, 240]]}]"
    shape = f"{{made: by_hand, body_version: '1', essential: {stroke}, spillover: {stroke}}}"
    assert any(
        "lies in the sites that are named; name the others or draw less" in problem
        for problem in broken.draw(shape)
    )


def test_a_mark_beside_its_muscle_is_refused(broken: Breaker) -> None:
    place = "place: {from: scapular_spine_middle, offset_cm: {below: 2.5}, facing: back}"
    problems = broken.replace(INFRASPINATUS, place, place.replace("below: 2.5", "above: 8"))
    line = broken.line(INFRASPINATUS, "above: 8")
    assert len(problems) == 1
    assert problems[0].startswith(f"{INFRASPINATUS}:{line}: the mark lies ")
    assert problems[0].endswith(
        "cm beside the outline of its muscle; at most 1 cm is allowed: move the place or mend "
        "the outline"
    )


def test_two_marks_in_one_cell_are_refused(broken: Breaker) -> None:
    upper = "place: {from: scapular_spine_middle, offset_cm: {below: 2.5}, facing: back}"
    inner = "place: {from: scapula_medial_middle, offset_cm: {outward: 1.5}, facing: back}"
    problems = broken.replace(INFRASPINATUS, inner, upper)
    line = broken.line(INFRASPINATUS, upper, 2)
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: the mark lies on that of 'infraspinatus_upper'; "
            "one of the two cannot be picked"
        )
    ]


def test_two_patterns_that_read_differently_are_drawn_differently(broken: Breaker) -> None:
    file = "muscles/levator_scapulae.yaml"
    lines = (broken.folder / file).read_text(encoding="utf-8").splitlines()
    starts = [n for n, line in enumerate(lines) if line == "      drawn:"]
    ends = [next(n for n in range(s + 1, len(lines)) if lines[n][:7].strip()) for s in starts]
    first, second = ("\n".join(lines[s:e]) for s, e in zip(starts, ends, strict=True))
    problems = broken.replace(file, second, first)
    assert any(
        "this reads differently from 'levator_scapulae_upper' but is drawn the same" in problem
        for problem in problems
    )
