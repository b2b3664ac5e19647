"""One broken copy for each rule of muscle shapes, and the sentence it is answered with."""

from pathlib import Path

import pytest

from bodymap.atlas.editing.checking import check
from bodymap.body import Body

FILE = "muscle_shapes.yaml"
CHART = "    charts: [pelvic_floor_coccygeus]\n"


@pytest.fixture
def broken(copy: Path, body: Body) -> "Broken":
    return Broken(copy / FILE, body)


class Broken:
    """Breaks one text of the file and says what the check then answers."""

    def __init__(self, path: Path, body: Body) -> None:
        self.path, self.body = path, body

    def replace(self, old: str, new: str) -> list[str]:
        text = self.path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in the file; the test no longer breaks anything"
        self.path.write_text(text.replace(old, new, 1), encoding="utf-8")
        problems = check(self.path.parent, body=self.body)
        assert {problem.file for problem in problems} <= {FILE}
        return [problem.message for problem in problems]


def test_an_unknown_muscle_is_refused_with_the_nearest_name(broken: Broken) -> None:
    unknown, left_out = sorted(broken.replace("muscle: masseter\n", "muscle: maseter\n"), key=len)
    assert "'maseter'" in unknown
    assert "'masseter'" in unknown
    assert left_out == (
        "the muscle 'masseter' has no shape; draw it, or say why not in 'not_drawn'"
    )


def test_a_muscle_that_stands_twice_is_refused(broken: Broken) -> None:
    problems = broken.replace("muscle: masseter\n", "muscle: temporalis\n")
    assert problems == [
        "the muscle 'masseter' has no shape; draw it, or say why not in 'not_drawn'",
        "the muscle 'temporalis' stands twice; keep one",
    ]


def test_a_muscle_may_be_left_out_with_a_reason(broken: Broken) -> None:
    text = broken.path.read_text(encoding="utf-8")
    start = text.index("  - muscle: masseter\n")
    end = text.index("  - muscle:", start + 1)
    reason = "not_drawn:\n  - {muscle: masseter, reason: it cannot be seen here}\n"
    assert broken.replace(text, text[:start] + text[end:] + reason) == []


def test_an_unknown_landmark_is_refused_with_the_nearest_name(broken: Broken) -> None:
    assert broken.replace("[acromion_front, ", "[acromion_frond, ") == [
        "the figure has no landmark 'acromion_frond'. Did you mean 'acromion_front'?"
    ]


def test_an_unknown_limb_is_refused_with_those_there_are(broken: Broken) -> None:
    assert broken.replace("[thigh, 0.35, 26]", "[tigh, 0.35, 26]") == [
        (
            "there is no limb 'tigh'. Did you mean 'thigh'? Limbs are: upper_arm, forearm, hand, "
            "thigh, lower_leg, foot"
        )
    ]


def test_a_point_of_no_known_form_is_told_the_forms(broken: Broken) -> None:
    (problem,) = broken.replace("[thigh, 0.35, 26]", "[thigh, 0.35, 26, 4]")
    assert "a point is a landmark, [landmark, degrees], [landmark, landmark, share]" in problem


def test_a_share_far_off_the_limb_is_refused(broken: Broken) -> None:
    (problem,) = broken.replace("[thigh, 0.35, 26]", "[thigh, 35, 26]")
    assert problem.endswith("input should be less than or equal to 2")


def test_a_place_is_held_to_the_rules_of_places(broken: Broken) -> None:
    (problem,) = broken.replace("offset_cm: {below: 0.2}", "offset_cm: {blow: 0.2}")
    assert problem.startswith("there is no direction 'blow'. Did you mean 'below'?")


def test_a_region_that_no_chart_has_is_refused(broken: Broken) -> None:
    (problem,) = broken.replace(CHART, "    charts: [pelvic_floor_coccygus]\n")
    assert problem == (
        "the pelvic-floor charts have no region 'pelvic_floor_coccygus'. Did you mean "
        "'pelvic_floor_coccygeus'?"
    )


def test_a_shape_of_nothing_is_refused(broken: Broken) -> None:
    bulb = "    charts: [pelvic_floor_bulbospongiosus]\n"
    assert broken.replace(bulb, "") == ["a shape has 'parts' on the skin, 'charts', or both"]


def test_the_layer_names_its_sources(broken: Broken) -> None:
    (problem,) = broken.replace("sources: [gray_anatomy]", "sources: [grey_anatomy]")
    assert "'grey_anatomy'" in problem
    assert "'gray_anatomy'" in problem
