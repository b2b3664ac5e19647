"""Pictures as files, also from a terminal."""

from pathlib import Path

import pytest
from PIL import Image

from bodymap.cli import main
from bodymap.errors import ExchangeError, FileNotWritten, UnknownPictureKind
from bodymap.exchange import Drawing, write_picture

EMPTY = Drawing(20, 10, "nothing", "nothing at all", ())


def test_the_ending_names_the_kind(tmp_path: Path) -> None:
    write_picture(EMPTY, tmp_path / "a.png")
    write_picture(EMPTY, tmp_path / "a.SVG")

    with Image.open(tmp_path / "a.png") as picture:
        assert picture.size == (40, 20)
    assert (tmp_path / "a.SVG").read_text("utf-8").startswith("<svg")


def test_another_kind_is_refused_with_those_that_are_made(tmp_path: Path) -> None:
    with pytest.raises(UnknownPictureKind) as caught:
        write_picture(EMPTY, tmp_path / "a.bmp")

    assert isinstance(caught.value, ExchangeError)
    assert (caught.value.name, caught.value.kinds) == ("a.bmp", (".png", ".svg"))
    assert str(caught.value) == (
        "A picture cannot be written to 'a.bmp': its ending must be .png or .svg. "
        "Give the file such a name."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "no" / "a.svg"
    with pytest.raises(FileNotWritten) as caught:
        write_picture(EMPTY, path)

    assert (caught.value.name, caught.value.reason) == (str(path), "No such file or directory")
    assert str(caught.value).endswith("No such file or directory. Name another place.")


def test_a_terminal_writes_the_picture_of_a_muscle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.svg"

    asked = ["picture", "infraspinatus", "--side", "left", "--point", "infraspinatus_medial"]
    assert main([*asked, "--figure", "female", "-o", str(path)]) == 0

    assert "Inner part, beside the inner edge of the scapula" in capsys.readouterr().out
    assert "<title>Infraspinatus, left</title>" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["infraspinatu", "-o", "a.svg"], "Did you mean 'infraspinatus'?"),
        (["infraspinatus", "--point", "masseter_x", "-o", "a.svg"], "masseter_x"),
        (["infraspinatus", "--figure", "giant", "-o", "a.svg"], "giant"),
        (["infraspinatus", "-o", "a.gif"], "its ending must be .png or .svg"),
    ],
)
def test_a_terminal_answers_bad_input_with_one_line_and_code_2(
    asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["picture", *asked]) == 2

    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
