"""Aliases that lead nowhere are refused, with file and line."""

from pathlib import Path

import pytest

from bodymap.body import Body
from tests.atlas.breaking import Breaker

FILE = "aliases.yaml"


@pytest.fixture
def broken(copy: Path, body: Body) -> Breaker:
    return Breaker(copy, body)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("muscle: sternocleidomastoid", "muscle: sternocleidomastoidd", "muscle"),
        ("places: [heel, foot_sole]", "places: [heel, foot_soul]", "foot_soul"),
        ("treatment: eswt", "treatment: eswtt", "eswtt"),
        ("topic: disputes", "topic: dispute", "dispute"),
        ("'lateral epicondylitis'", "'plantar fasciitis'", "said twice"),
        ("    topic: seek_help\n", "", "either a treatment or a topic"),
    ],
)
def test_a_broken_alias_is_refused(broken: Breaker, old: str, new: str, said: str) -> None:
    problems = broken.replace(FILE, old, new)
    assert len(problems) == 1
    assert problems[0].startswith(FILE)
    assert said in problems[0]
