"""Every fact of the clinic pages can be read at the place the list names."""

import re

import pytest

from bodymap.atlas import Atlas, FactPage
from bodymap.atlas.facts import TREATMENT_PREFIX
from bodymap.composition import atlas
from bodymap.ui.wording import plain
from tests.ui.reading_pages import none_but, opened, texts


def missing(shown: str, book: Atlas, place: str) -> list[str]:
    """Facts of a place that a page does not show with their words."""
    return [fact.id for fact in book.facts_at(place) if plain(fact.fact) not in shown]


@pytest.mark.parametrize("treatment", list(atlas().treatments))
def test_a_treatments_facts_are_read_on_its_page(treatment: str) -> None:
    page = opened("treatments", treatment=treatment)

    assert not page.exception
    assert missing(texts(page), atlas(), f"{TREATMENT_PREFIX}{treatment}") == []


@pytest.mark.parametrize("topic", list(atlas().topics))
def test_a_topics_facts_are_read_on_its_page(topic: str) -> None:
    page = opened("learn", topic=topic)

    assert not page.exception
    shown = texts(page)
    assert [missing(shown, atlas(), place) for place in atlas().topics[topic].facts_of] == [
        [] for _ in atlas().topics[topic].facts_of
    ]


def test_facts_that_compare_are_read_beside_the_comparison() -> None:
    assert missing(texts(opened("treatments")), atlas(), FactPage.TREATMENT_COMPARISON) == []


def test_the_gap_and_what_is_to_know_of_the_pages_are_read_with_the_sources() -> None:
    shown = texts(opened("about"))

    assert missing(shown, atlas(), FactPage.ABOUT) == []
    assert [s.id for s in atlas().sources.values() if plain(s.title) not in shown] == []


def test_facts_about_a_part_of_the_body_are_read_at_the_body_and_at_its_treatments() -> None:
    for group in ("head", "neck", "upper_back", "lower_back", "buttocks", "pelvis"):
        at_hand = {fact.id for fact in atlas().facts_about(group)}
        on_the_body = texts(opened("explore", group=group))
        treated = opened("treatments", region=group)
        none_but(treated, f"{group}:None")
        for shown in (on_the_body, texts(treated)):
            assert at_hand.isdisjoint(missing(shown, atlas(), FactPage.REGION_PAGES)), group


def test_every_fact_is_read_at_every_place_it_names() -> None:
    """The places walked above are all there are."""
    walked = {
        *(f"{TREATMENT_PREFIX}{treatment}" for treatment in atlas().treatments),
        *(page for topic in atlas().topics.values() for page in topic.facts_of),
        FactPage.TREATMENT_COMPARISON,
        FactPage.ABOUT,
        FactPage.REGION_PAGES,
    }
    assert len(atlas().facts) == 161
    assert {place for fact in atlas().facts.values() for place in fact.app_location} <= walked


@pytest.mark.parametrize("page", ["about", "treatments", "learn"])
def test_no_page_shows_the_id_of_a_fact(page: str) -> None:
    shown = texts(opened(page))

    assert [fact.id for fact in atlas().facts.values() if re.search(rf"\b{fact.id}\b", shown)] == []
