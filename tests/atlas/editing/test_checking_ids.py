"""Ids given twice, and ids that point nowhere: a broken copy for each, and the sentence."""

from pathlib import Path

import pytest

from bodymap.body import Body
from tests.atlas.breaking import INFRASPINATUS, Breaker


@pytest.fixture
def broken(copy: Path, body: Body) -> Breaker:
    return Breaker(copy, body)


def test_a_trigger_point_id_used_in_two_muscles_is_refused(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "id: infraspinatus_upper", "id: masseter_deep")
    first = broken.line("muscles/masseter.yaml", "id: masseter_deep")
    line = broken.line(INFRASPINATUS, "id: masseter_deep")
    assert (
        f"muscles/masseter.yaml:{first}: the trigger point id 'masseter_deep' is already used at "
        f"{INFRASPINATUS}:{line}; ids are unique" in problems
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("hazards.yaml", "- id: kidney", "- id: eye", "hazard"),
        ("sources.yaml", "- id: travell_simons_v2", "- id: travell_simons_v1", "source"),
        ("regions.yaml", "- id: chin", "- id: cheek", "region"),
        ("criteria.yaml", "- id: jump_sign", "- id: active_trp", "definition"),
    ],
)
def test_an_id_used_twice_in_one_list_is_refused(
    broken: Breaker, file: str, old: str, new: str, kind: str
) -> None:
    problems = broken.replace(file, old, new)
    first, second = broken.line(file, new), broken.line(file, new, 2)
    used = new.removeprefix("- id: ")
    assert (
        f"{file}:{second}: the {kind} id {used!r} is already used at {file}:{first}; "
        "ids are unique" in problems
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "site: shoulder_front,",
            "site: shoulder_frnt,",
            "there is no site 'shoulder_frnt' in regions.yaml. Did you mean 'shoulder_front'?",
        ),
        (
            "site: shoulder_front,",
            "site: shoulder,",
            "there is no site 'shoulder' in regions.yaml. Did you mean 'shoulder_side'?",
        ),
        (
            "regions: [upper_back,",
            "regions: [uper_back,",
            "there is no group 'uper_back' in regions.yaml. Did you mean 'upper_back'?",
        ),
        (
            "hazards: [bone_hole,",
            "hazards: [bonehole,",
            "there is no hazard 'bonehole' in hazards.yaml. Did you mean 'bone_hole'?",
        ),
        (
            "source: gray_anatomy",
            "source: grays_anatomy",
            "there is no source 'grays_anatomy' in sources.yaml. Did you mean 'gray_anatomy'?",
        ),
        (
            "checked_against: [medlink_figs,",
            "checked_against: [medlink,",
            "there is no source 'medlink' in sources.yaml. Did you mean 'medlink_figs'?",
        ),
    ],
)
def test_an_id_that_points_nowhere_is_refused_with_the_nearest_one(
    broken: Breaker, old: str, new: str, sentence: str
) -> None:
    problems = broken.replace(INFRASPINATUS, old, new)
    assert problems == [f"{INFRASPINATUS}:{broken.line(INFRASPINATUS, new)}: {sentence}"]


def test_a_criterion_about_an_unknown_muscle_is_refused(broken: Breaker) -> None:
    problems = broken.replace("criteria.yaml", "muscle_id: deltoid", "muscle_id: deltoids")
    line = broken.line("criteria.yaml", "deltoids")
    assert problems == [
        f"criteria.yaml:{line}: there is no muscle 'deltoids' in muscles/. Did you mean 'deltoid'?"
    ]


def test_a_source_that_a_code_names_must_exist(broken: Breaker) -> None:
    problems = broken.replace("regions.yaml", "source: snomed_ehdsi}", "source: snomed}")
    line = broken.line("regions.yaml", "source: snomed}")
    # One code may run over two lines; its field is where the value stands.
    assert len(problems) == 1
    assert problems[0].startswith(f"regions.yaml:{line}: there is no source 'snomed'")


def test_a_leaf_must_lie_in_a_group(broken: Breaker) -> None:
    text = (broken.folder / "regions.yaml").read_text(encoding="utf-8")
    block = text[text.index("- id: chin\n") :]
    block = block[: block.index("kind:")]
    problems = broken.replace("regions.yaml", block, block.replace("parent: head", "parent: null"))
    assert [p.split(": ", 1)[1] for p in problems] == ["a leaf must name the group it lies in"]


def test_a_group_that_does_not_exist_is_no_parent(broken: Breaker) -> None:
    problems = broken.replace("regions.yaml", "parent: head\n", "parent: haed\n")
    line = broken.line("regions.yaml", "parent: haed")
    assert problems == [
        f"regions.yaml:{line}: there is no group 'haed' in regions.yaml. Did you mean 'head'?"
    ]


def test_a_site_that_the_figure_does_not_have_is_refused(broken: Breaker) -> None:
    problems = broken.replace("regions.yaml", "- id: chin\n", "- id: beard\n")
    line = broken.line("regions.yaml", "- id: beard")
    assert f"regions.yaml:{line}: the figure has no place for the site 'beard'" in problems


def test_a_paired_site_cannot_be_midline(broken: Breaker) -> None:
    zone = "{site: shoulder_front, laterality: ipsilateral,"
    problems = broken.replace(INFRASPINATUS, zone, zone.replace("ipsilateral", "midline"))
    line = broken.line(INFRASPINATUS, "laterality: midline")
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: the site 'shoulder_front' has a left and a right, so its "
            "laterality must be 'ipsilateral', 'contralateral' or 'bilateral'"
        )
    ]


def test_a_midline_site_has_no_side(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "{site: shoulder_front,", "{site: sternum,")
    line = broken.line(INFRASPINATUS, "site: sternum")
    assert (
        f"{INFRASPINATUS}:{line}: the site 'sternum' lies on the midline, "
        "so its laterality must be 'midline'"
    ) in problems


def test_a_zone_stands_only_once_in_a_pattern(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "site: thumb,", "site: shoulder_front,")
    line = broken.line(INFRASPINATUS, "site: shoulder_front", 2)
    assert (
        f"{INFRASPINATUS}:{line}: the zone 'shoulder_front' stands twice in this pattern; keep one"
    ) in problems
