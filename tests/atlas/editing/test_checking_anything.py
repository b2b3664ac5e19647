"""Whatever is written into a file, the check answers with problems and never falls over."""

import copy
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bodymap.atlas.editing.checking import check
from bodymap.body import Body
from tests.example_count import at_most

pytestmark = pytest.mark.slow

junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["ipsilateral", "chin", "high", "gray_anatomy", "1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "site", "view", "drawn", "x"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def small(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An atlas of one muscle, so that each example is quick."""
    folder = tmp_path_factory.mktemp("small") / "atlas"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("compiled", "muscles"))
    (folder / "muscles").mkdir()
    shutil.copy(shipped / "muscles" / "masseter.yaml", folder / "muscles")
    return folder


def replaced(data: Any, way: list[int], value: Any) -> Any:
    """The same data with one value somewhere in it replaced; `way` chooses where."""
    data = copy.deepcopy(data)
    here = data
    for depth, step in enumerate(way, 1):
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = keys[step % len(keys)]
        deeper = here[key]
        if depth == len(way) or not isinstance(deeper, dict | list) or not deeper:
            here[key] = value
            return data
        here = deeper
    return data


@pytest.mark.parametrize(
    "file",
    [
        "muscles/masseter.yaml",
        "regions.yaml",
        "hazards.yaml",
        "treatments/eswt.yaml",
        "claims.yaml",
        "red_flags.yaml",
        "facts.yaml",
        "codings/wpi.yaml",
        "acr_2016.yaml",
    ],
)
@settings(
    max_examples=at_most(15),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(way=st.lists(st.integers(0, 300), min_size=1, max_size=7), value=junk)
def test_any_value_anywhere_is_answered_with_problems_of_that_form(
    small: Path, body: Body, file: str, way: list[int], value: object
) -> None:
    path = small / file
    original = path.read_text(encoding="utf-8")
    try:
        data = replaced(yaml.safe_load(original), way, value)
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        lines = len(path.read_text(encoding="utf-8").splitlines())
        for problem in check(small, body=body):
            assert problem.message
            assert "\n" not in str(problem)
            assert problem.line >= 1
            assert problem.file != file or problem.line <= lines
    finally:
        path.write_text(original, encoding="utf-8")
