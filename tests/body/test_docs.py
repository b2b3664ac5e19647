import doctest
from pathlib import Path

import bodymap.body
from bodymap import body
from bodymap.body import Body, SurfaceArea

PAGE = Path(__file__).parents[2] / "docs" / "public-face.md"


def test_the_examples_of_the_page_run_as_shown() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")

    assert result.attempted > 15
    assert result.failed == 0


def test_the_examples_of_the_package_run_as_shown() -> None:
    result = doctest.testmod(bodymap.body)

    assert result.attempted > 5
    assert result.failed == 0


def test_the_page_names_what_a_body_and_an_area_can_do() -> None:
    text = PAGE.read_text(encoding="utf-8")
    body_names = {"paint", "fill", "site", "cells", "whole", "hit", "project", "nearest", "trace"}
    area_names = {name for name in vars(SurfaceArea) if not name.startswith("_")}

    assert body_names <= {name for name in vars(Body) if not name.startswith("_")}
    assert {name for name in body_names if f"body.{name}(" not in text} == set()
    assert {name for name in area_names - {"body", "from_bytes"} if f".{name}" not in text} == set()
    assert {"Body", "SurfaceArea", "Stroke", "Laterality"} <= set(body.__all__)
