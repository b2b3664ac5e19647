"""One broken copy for each rule of the contract page, and the sentence it is answered with."""

from pathlib import Path

import pytest

from bodymap.atlas.checking import check
from bodymap.body import Body

INFRASPINATUS = "muscles/infraspinatus.yaml"


class Breaker:
    """Breaks one text of one file and says what the check then answers."""

    def __init__(self, folder: Path, body: Body) -> None:
        self.folder, self.body = folder, body

    def replace(self, file: str, old: str, new: str) -> list[str]:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}; the test no longer breaks anything"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self.problems()

    def draw(self, drawn: str) -> list[str]:
        """Put another drawn shape in the place of the one that the first pattern has."""
        lines = (self.folder / INFRASPINATUS).read_text(encoding="utf-8").splitlines()
        start = lines.index("      drawn:")
        end = next(i for i in range(start + 1, len(lines)) if not lines[i].startswith(" " * 7))
        shape = "\n".join(lines[start:end])
        return self.replace(INFRASPINATUS, shape, f"      drawn: {drawn}")

    def problems(self) -> list[str]:
        return [str(problem) for problem in check(self.folder, body=self.body)]

    def line(self, file: str, text: str, occurrence: int = 1) -> int:
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        return [number for number, line in enumerate(lines, 1) if text in line][occurrence - 1]


@pytest.fixture
def broken(copy: Path, body: Body) -> Breaker:
    return Breaker(copy, body)


def test_the_shipped_files_have_no_problem(shipped: Path, body: Body) -> None:
    assert check(shipped, body=body) == []


def test_the_shipped_files_are_checked_when_no_folder_is_named() -> None:
    assert check() == []


def test_an_unknown_field_is_refused_with_the_nearest_name(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "\nplain_name:", "\nplane_name:")
    line = broken.line(INFRASPINATUS, "plane_name:")
    assert len(problems) == 2
    assert problems[0] == f"{INFRASPINATUS}:1: the field 'plain_name' is missing"
    assert problems[1].startswith(
        f"{INFRASPINATUS}:{line}: unknown field 'plane_name'. Did you mean 'plain_name'? "
        "Fields here are: id, name, latin_name, plain_name, regions,"
    )


def test_an_unknown_field_deep_inside_is_told_the_fields_of_its_place(broken: Breaker) -> None:
    zone = "{site: shoulder_front, laterality: ipsilateral}"
    problems = broken.replace(INFRASPINATUS, zone, zone.replace("}", ", strength: 3}"))
    line = broken.line(INFRASPINATUS, "strength")
    assert problems == [
        f"{INFRASPINATUS}:{line}: unknown field 'strength'. Fields here are: site, laterality"
    ]


def test_a_missing_field_is_named(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "self_care_hint: ", "note: ")
    assert problems == [f"{INFRASPINATUS}:1: the field 'self_care_hint' is missing"]


def test_a_missing_field_of_a_trigger_point_points_at_that_trigger_point(broken: Breaker) -> None:
    name = "    name: Upper belly below the scapular spine\n"
    problems = broken.replace(INFRASPINATUS, name, "")
    line = broken.line(INFRASPINATUS, "- id: infraspinatus_upper")
    assert problems == [f"{INFRASPINATUS}:{line}: the field 'name' is missing"]


def test_a_trigger_point_without_sources_is_refused(broken: Breaker) -> None:
    text = (broken.folder / INFRASPINATUS).read_text(encoding="utf-8")
    cited = next(line for line in text.splitlines() if line.startswith("    sources: ["))
    problems = broken.replace(INFRASPINATUS, cited + "\n", "")
    line = broken.line(INFRASPINATUS, "- id: infraspinatus_upper")
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: the field 'sources' is missing: "
            "every statement names at least one source"
        )
    ]


def test_an_empty_list_of_sources_is_refused(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "[general_safety_knowledge]", "[]")
    line = broken.line(INFRASPINATUS, "sources: []")
    assert problems == [
        f"{INFRASPINATUS}:{line}: 'sources' is empty: every statement names at least one source"
    ]


def test_a_definition_without_source_is_refused(broken: Breaker) -> None:
    problems = broken.replace("criteria.yaml", "sources: [bron_2007]", "note: none")
    assert len(problems) == 2
    assert "the field 'sources' is missing" in problems[0]
    assert "unknown field 'note'" in problems[1]


def test_a_number_is_refused_where_a_text_belongs(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "latin_name: Infraspinatus", "latin_name: 12")
    line = broken.line(INFRASPINATUS, "latin_name")
    assert problems == [
        f"{INFRASPINATUS}:{line}: 'latin_name' is 12, but must be a text; put it in quotation marks"
    ]


def test_a_text_is_refused_where_a_list_belongs(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "regions: [upper_back, shoulder]", "regions: shoulder")
    line = broken.line(INFRASPINATUS, "regions:")
    assert problems == [f"{INFRASPINATUS}:{line}: 'regions' is 'shoulder', but must be a list"]


def test_an_empty_file_is_told_what_belongs_in_it(broken: Breaker) -> None:
    (broken.folder / INFRASPINATUS).write_text("", encoding="utf-8")
    assert broken.problems()[-1] == (
        f"{INFRASPINATUS}:1: 'file' is empty, but must be a group of fields"
    )


def test_a_word_outside_the_list_is_refused_with_the_nearest_one(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "level: very_common", "level: very_comon")
    line = broken.line(INFRASPINATUS, "very_comon")
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: 'level' is 'very_comon'. Did you mean 'very_common'? "
            "Allowed are: very_common, common, less_common, rare"
        )
    ]


def test_an_id_with_a_capital_letter_is_refused(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "id: infraspinatus_upper", "id: Infraspinatus")
    line = broken.line(INFRASPINATUS, "id: Infraspinatus")
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: 'id' is 'Infraspinatus', but an id has only small letters, "
            "digits and underscores, and starts with a letter"
        )
    ]


def test_an_empty_text_is_refused(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "origin: Infraspinous fossa", "origin: ''")
    line = broken.line(INFRASPINATUS, "origin")
    assert problems == [
        f"{INFRASPINATUS}:{line}: 'origin' is empty; write something or take the field out"
    ]


def test_blanks_at_the_end_of_a_text_are_refused(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "origin: Infraspinous fossa", "origin: 'fossa '")
    line = broken.line(INFRASPINATUS, "origin")
    assert problems == [
        f"{INFRASPINATUS}:{line}: 'origin' must be one line without blanks at its ends"
    ]


def test_a_field_given_twice_is_refused(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "\nplain_name:", "\nname: Again\nplain_name:")
    line = broken.line(INFRASPINATUS, "name: Again")
    assert problems == [f"{INFRASPINATUS}:{line}: the field 'name' is given twice; keep one"]


def test_text_that_is_not_yaml_is_refused_at_its_line(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "name: Infraspinatus\n", "name: a: b\n")
    line = broken.line(INFRASPINATUS, "name: a: b")
    assert problems[0].startswith(f"{INFRASPINATUS}:{line}: this is not valid YAML: ")


def test_a_file_in_another_encoding_is_refused(broken: Breaker) -> None:
    (broken.folder / INFRASPINATUS).write_bytes(b"name: L\xe4nge\n")
    assert f"{INFRASPINATUS}:1: this file is not UTF-8 text (byte 7)" in broken.problems()


def test_a_missing_file_is_reported_once_and_not_for_each_id_in_it(broken: Breaker) -> None:
    (broken.folder / "sources.yaml").unlink()
    assert broken.problems() == [
        "sources.yaml:1: the file cannot be read: No such file or directory"
    ]


def test_a_folder_without_muscles_is_refused(broken: Breaker) -> None:
    for path in (broken.folder / "muscles").iterdir():
        path.unlink()
    assert "muscles:1: there is no muscle file in this folder" in broken.problems()


def test_a_stray_file_among_the_muscles_is_refused(broken: Breaker) -> None:
    (broken.folder / "muscles" / "notes.txt").write_text("hello", encoding="utf-8")
    assert broken.problems() == [
        "muscles/notes.txt:1: only files that end in .yaml belong here; rename it or take it out"
    ]


def test_a_file_that_is_not_named_after_its_muscle_is_refused(broken: Breaker) -> None:
    (broken.folder / INFRASPINATUS).rename(broken.folder / "muscles" / "infra.yaml")
    assert broken.problems() == [
        (
            "muscles/infra.yaml:2: the id is 'infraspinatus', "
            "so this file must be named muscles/infraspinatus.yaml"
        )
    ]


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
    zone = "{site: shoulder_front, laterality: ipsilateral}"
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
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: the site 'sternum' lies on the midline, "
            "so its laterality must be 'midline'"
        )
    ]


def test_a_zone_stands_only_once_in_a_pattern(broken: Breaker) -> None:
    problems = broken.replace(INFRASPINATUS, "site: thumb,", "site: shoulder_front,")
    line = broken.line(INFRASPINATUS, "site: shoulder_front", 2)
    assert problems == [
        f"{INFRASPINATUS}:{line}: the zone 'shoulder_front' stands twice in this pattern; keep one"
    ]


@pytest.mark.parametrize(
    ("drawn", "sentence"),
    [
        (
            "{made: by_hand, body_version: '1'}",
            "'drawn' has no strokes; draw some, or write '{made: derived}' alone",
        ),
        (
            "{made: by_hand, essential: [{view: front, kind: brush, points: [[1, 2]]}]}",
            "say what it was drawn on: body_version: '1'",
        ),
        (
            "{made: derived, essential: [{view: front, kind: brush, points: [[1, 2]]}]}",
            (
                "a derived shape is made from the sites and has no strokes; "
                "write 'made: by_hand', or '{made: derived}' alone"
            ),
        ),
        (
            "{made: derived, body_version: '1'}",
            (
                "a derived shape is made from the sites and has no strokes; "
                "write 'made: by_hand', or '{made: derived}' alone"
            ),
        ),
        (
            (
                "{made: by_hand, body_version: '0', essential: "
                "[{view: front, kind: brush, points: [[1, 2]]}]}"
            ),
            (
                "drawn on body version '0', but the figure is version '1'; "
                "draw it again or bring its strokes over"
            ),
        ),
        (
            (
                "{made: by_hand, body_version: '1', essential: "
                "[{view: frnt, kind: brush, points: [[1, 2]]}]}"
            ),
            "the figure has no view 'frnt'. Did you mean 'front'?",
        ),
        (
            "{made: by_hand, body_version: '1', essential: [{view: front, kind: brush}]}",
            "this stroke has no points",
        ),
        (
            (
                "{made: by_hand, body_version: '1', spillover: "
                "[{view: front, kind: brush, points: [[1, 2]], region: chin}]}"
            ),
            "a stroke of the kind 'region' names its region, and no other kind does",
        ),
        (
            (
                "{made: by_hand, body_version: '1', spillover: "
                "[{view: front, figure: giant, kind: brush, points: [[1, 2]]}]}"
            ),
            "the figure has no build 'giant'. Allowed are: FIGURES",
        ),
        (
            (
                "{made: by_hand, body_version: '1', spillover: "
                "[{view: front, kind: brush, points: [[1, .nan]]}]}"
            ),
            "'points' is nan, but must be a finite number",
        ),
    ],
)
def test_a_drawn_shape_that_the_figure_cannot_show_is_refused(
    broken: Breaker, drawn: str, sentence: str
) -> None:
    problems = broken.draw(drawn)
    line = broken.line(INFRASPINATUS, "drawn:")
    expected = sentence.replace("FIGURES", ", ".join(broken.body.manifest.figures))
    assert f"{INFRASPINATUS}:{line}: {expected}" in problems


def test_a_drawn_shape_that_the_figure_can_show_is_accepted(broken: Breaker) -> None:
    stroke = "{view: front, kind: brush, radius: 12, points: [[188, 214], [186, 236.5]]}"
    assert broken.draw(f"{{made: by_hand, body_version: '1', essential: [{stroke}]}}") == []


def test_a_stroke_that_runs_over_the_arm_onto_the_chest_behind_it_is_refused(
    broken: Breaker,
) -> None:
    over = "[[100, 200], [100, 240], [118, 290], [140, 290], [136, 240], [126, 205]]"
    stroke = f"{{view: right, kind: outline, points: {over}}}"
    problems = broken.draw(f"{{made: by_hand, body_version: '1', essential: [{stroke}]}}")
    line = broken.line(INFRASPINATUS, "drawn:")
    (problem,) = problems
    assert problem == (
        f"{INFRASPINATUS}:{line}: in the view 'right' this stroke runs over the edge of one part "
        "of the body onto another behind it, 'chest_side_upper.right' and "
        "'upper_arm_front.right'; keep to one of them, or draw each with a stroke of its own"
    )


def test_a_derived_shape_needs_nothing_but_its_name(broken: Breaker) -> None:
    assert broken.draw("{made: derived}") == []
