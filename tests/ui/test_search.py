"""Where the search box leads: to things that are there, and nowhere else."""

from collections.abc import Callable
from functools import cache
from urllib.parse import parse_qsl

import pytest

from bodymap import files
from bodymap.analysis.search_index import SearchIndex
from bodymap.ui import links
from bodymap.ui.explore.address import read
from bodymap.ui.pages import explore, learn, treatments
from bodymap.ui.search.box import NAME, destination
from tests.canvas.test_component import FORBIDDEN
from tests.shipped import atlas, body

FRONTEND = files.package("ui", "search", "frontend")


@cache
def index() -> SearchIndex:
    return SearchIndex.of(atlas(), body())


def on_explore(asked: dict[str, str]) -> bool:
    """Whether the page shows all that is asked, and nothing is missing."""
    shown, missing = read(asked, atlas(), body())
    return not missing and asked.items() <= shown.parameters().items()


def on_treatments(asked: dict[str, str]) -> bool:
    name, value = next(iter(asked.items()))
    there = {treatments.TREATMENT: atlas().treatments, links.REGION: atlas().groups}
    return len(asked) == 1 and value in there[name]


def on_learn(asked: dict[str, str]) -> bool:
    return list(asked) == [learn.TOPIC] and asked[learn.TOPIC] in atlas().topics


PAGES: dict[str, Callable[[dict[str, str]], bool]] = {
    explore.PATH: on_explore,
    treatments.PATH: on_treatments,
    learn.PATH: on_learn,
}


def test_every_address_leads_to_something_that_is_there() -> None:
    def leads_somewhere(href: str) -> bool:
        path, _, query = href.partition("?")
        return path in PAGES and PAGES[path](dict(parse_qsl(query, strict_parsing=True)))

    assert [href for href in index().hrefs if not leads_somewhere(href)] == []


def test_what_is_chosen_is_a_page_and_what_to_ask_of_it() -> None:
    point = "explore?muscle=infraspinatus&point=infraspinatus_upper"

    assert destination(point, index()) == (
        "explore",
        {"muscle": "infraspinatus", "point": "infraspinatus_upper"},
    )
    assert destination("explore?find=front+of+shoulder", index()) == (
        "explore",
        {"find": "front of shoulder"},
    )
    assert destination("explore", index()) == ("explore", {})
    assert destination(f"explore?find={'a' * 999}", index()) == ("explore", {"find": "a" * 200})


@pytest.mark.parametrize(
    "href",
    [
        None,
        7,
        "",
        "people?person=1",
        "explore?muscle=nobody",
        "explore?find=a&muscle=infraspinatus",
        "//elsewhere.example/explore",
        "javascript:alert(1)",
    ],
)
def test_what_the_box_does_not_offer_leads_nowhere(href: object) -> None:
    assert destination(href, index()) is None


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_code_of_the_box_never_uses(what: str) -> None:
    for path in FRONTEND.iterdir():
        assert not FORBIDDEN[what](path.read_text("utf-8")), path.name


def test_the_component_is_the_one_that_the_package_declares() -> None:
    declared = files.package("pyproject.toml").read_text("utf-8")

    assert f'name = "{NAME.partition(".")[2]}"\nasset_dir = "ui/search/frontend"' in declared
