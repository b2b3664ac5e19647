"""Texts for patients stay easy, about a 12-year-old reader, and what is printed is current."""

import pytest

from tests import shipped
from tools import reading_level


@pytest.fixture(scope="module")
def pages() -> list[reading_level.Measured]:
    return list(reading_level.measured(shipped.atlas()))


def test_an_easy_text_has_a_lower_grade_than_a_hard_one() -> None:
    easy = reading_level.grade(["Press the spot. Stop if it hurts."])
    hard = reading_level.grade(
        ["Ischemic compression of hyperirritable palpable nodules facilitates deactivation."]
    )

    assert easy < 2
    assert hard > 15


def test_no_page_of_plain_words_is_too_hard(pages: list[reading_level.Measured]) -> None:
    hard = [(page.page, page.grade) for page in pages if page.plain]

    assert len(hard) > 25
    assert [each for each in hard if each[1] > reading_level.HIGHEST] == []


def test_every_topic_and_treatment_is_measured(pages: list[reading_level.Measured]) -> None:
    atlas = shipped.atlas()
    measured = {page.page for page in pages if page.plain}

    assert {f"Treatments: {each.name}" for each in atlas.treatments.values()} <= measured
    assert {f"Learn: {each.title}" for each in atlas.topics.values()} <= measured
    assert {"Questions for safety", "About", "Words explained"} <= measured


def test_the_printed_page_is_current(pages: list[reading_level.Measured]) -> None:
    assert reading_level.PAGE.read_text("utf-8") == reading_level.report(pages)
