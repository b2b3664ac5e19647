"""One broken copy for each rule about the form of a file, and the sentence it is answered with."""

from pathlib import Path

import pytest

from bodymap.atlas.editing.checking import check
from bodymap.body import Body
from tests.atlas.breaking import INFRASPINATUS, Breaker


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
    zone = "{site: shoulder_front, laterality: ipsilateral,"
    problems = broken.replace(INFRASPINATUS, zone, f"{zone} strength: 3,")
    line = broken.line(INFRASPINATUS, "strength")
    assert problems == [
        (
            f"{INFRASPINATUS}:{line}: unknown field 'strength'. "
            "Fields here are: site, laterality, shape, inside"
        )
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
