from pathlib import Path

import pytest

from bodymap.atlas.editing.marked_yaml import Mistake, UnreadableYaml, read_marked


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "some.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    document = read_marked(written(tmp_path, "# top\na: 1\nb:\n  - x\n  - {c: true, d: null}\n"))
    assert document.data == {"a": 1, "b": ["x", {"c": True, "d": None}]}
    assert document.lines == {
        (): 1,
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 1): 5,
        ("b", 1, "c"): 5,
        ("b", 1, "d"): 5,
    }


def test_what_is_not_there_has_the_line_of_what_is_around_it(tmp_path: Path) -> None:
    document = read_marked(written(tmp_path, "a: 1\nb:\n  c: 2\n"))
    assert document.line(("b", "missing", 3)) == 2


def test_a_date_stays_text(tmp_path: Path) -> None:
    assert read_marked(written(tmp_path, "seen: 2019-04-01\n")).data == {"seen": "2019-04-01"}


def test_a_key_given_twice_is_a_mistake_and_the_last_one_counts(tmp_path: Path) -> None:
    document = read_marked(written(tmp_path, "a: 1\na: 2\n"))
    assert document.data == {"a": 2}
    assert document.mistakes == (Mistake(2, "the field 'a' is given twice; keep one"),)


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a: 1\nb: [1\n", 3, "this is not valid YAML: "),
        ("a: 1\nb: c: d\n", 2, "this is not valid YAML: mapping values are not allowed"),
        ("a:\n  - &x [*x]\n", 2, "something is repeated here by '*name'; write it out"),
        ("a: &x [1]\nb: *x\n", 1, "something is repeated here by '*name'; write it out"),
        (
            "a: !!python/object:os.x {}\n",
            1,
            "the tag 'tag:yaml.org,2002:python/object:os.x' is not",
        ),
        ("a: !mine 3\n", 1, "the tag '!mine' is not used in these files"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_at_its_line(
    tmp_path: Path, text: str, line: int, sentence: str
) -> None:
    with pytest.raises(UnreadableYaml) as caught:
        read_marked(written(tmp_path, text))
    assert caught.value.line == line
    assert caught.value.message.startswith(sentence)
