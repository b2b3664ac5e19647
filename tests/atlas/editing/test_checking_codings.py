"""Codings and criteria: a broken copy for each rule, and the sentence."""

from pathlib import Path

import pytest

from bodymap.body import Body
from tests.atlas.breaking import Breaker


@pytest.fixture
def broken(few: Path, body: Body, known_of_few: frozenset[str]) -> Breaker:
    return Breaker(few, body, but=known_of_few)


def test_a_code_is_used_once_in_its_scheme(broken: Breaker) -> None:
    problems = broken.replace("codings/choir.yaml", "code: '102'", "code: '101'")
    first, second = (broken.line("codings/choir.yaml", "{code: '101'", n) for n in (1, 2))
    assert problems == [
        (
            f"codings/choir.yaml:{second}: the code id '101' is already used at "
            f"codings/choir.yaml:{first}; ids are unique"
        )
    ]


def test_a_code_has_a_side(broken: Breaker) -> None:
    problems = broken.replace("codings/wpi.yaml", "laterality: left", "laterality: lft")
    line = broken.line("codings/wpi.yaml", "lft")
    assert problems == [
        (
            f"codings/wpi.yaml:{line}: 'laterality' is 'lft'. Did you mean 'left'? "
            "Allowed are: left, right, midline, none"
        )
    ]


def test_a_scheme_names_its_version(broken: Breaker) -> None:
    problems = broken.replace("codings/michigan.yaml", "\nversion: ", "\nedition: ")
    assert len(problems) == 2
    assert problems[0] == "codings/michigan.yaml:1: the field 'version' is missing"
    assert "unknown field 'edition'" in problems[1]


def test_an_unknown_scheme_is_refused(broken: Breaker) -> None:
    (broken.folder / "codings" / "other.yaml").write_text("id: other\n", encoding="utf-8")
    assert broken.problems() == [
        (
            "codings/other.yaml:1: only these schemes are known here: "
            "choir.yaml, michigan.yaml, mypain.yaml, wpi.yaml"
        )
    ]


def test_the_source_of_a_scheme_must_exist(broken: Breaker) -> None:
    problems = broken.replace("codings/wpi.yaml", "[jrd_acr_2016,", "[jrd_acr_2061,")
    line = broken.line("codings/wpi.yaml", "jrd_acr_2061")
    assert problems == [
        (
            f"codings/wpi.yaml:{line}: there is no source 'jrd_acr_2061' in sources.yaml. "
            "Did you mean 'jrd_acr_2016'?"
        )
    ]


def test_the_fibromyalgia_criteria_are_held_to_their_fields(broken: Breaker) -> None:
    problems = broken.replace("acr_2016.yaml", "wpi_max: 6", "wpi_highest: 6")
    line = broken.line("acr_2016.yaml", "wpi_highest")
    assert problems == [
        (
            f"acr_2016.yaml:{line}: unknown field 'wpi_highest'. "
            "Fields here are: wpi_min, wpi_max, sss_min"
        )
    ]


def test_the_source_of_the_fibromyalgia_criteria_must_exist(broken: Breaker) -> None:
    problems = broken.replace("acr_2016.yaml", "[wolfe_2016,", "[wolf_2016,")
    line = broken.line("acr_2016.yaml", "wolf_2016")
    assert problems == [
        (
            f"acr_2016.yaml:{line}: there is no source 'wolf_2016' in sources.yaml. "
            "Did you mean 'wolfe_2016'?"
        )
    ]


@pytest.mark.parametrize(
    "file",
    ["claims.yaml", "red_flags.yaml", "facts.yaml", "acr_2016.yaml", "codings/mypain.yaml"],
)
def test_a_missing_file_is_said_once(broken: Breaker, file: str) -> None:
    (broken.folder / file).unlink()
    assert broken.problems() == [f"{file}:1: the file cannot be read: No such file or directory"]
