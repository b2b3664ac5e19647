"""A person among 2,037 others is found everywhere, and her double is noticed, merged and parted."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from bodymap.records import Person
from bodymap.services.kernel.ids import SystemIds
from bodymap.store import open_store
from tests.browser.assess_page import AssessPage
from tests.browser.conftest import Opener
from tests.serving import Server, running_app

OTHERS = 2_037
NAME = "Zoë Łukaszyńska"
TYPED = "zoe luka"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with 2,037 people who were all seen after her, her double, and a stranger."""
    folder = tmp_path_factory.mktemp("crowd")
    store, ids, now = open_store(folder), SystemIds(), datetime.now(UTC)
    with store.writing() as unit:
        for number in range(OTHERS):
            other = Person(id=ids.new(), name=f"Person {number:04d}")
            unit.persons.add(other, at=now - timedelta(minutes=number))
        for name, year in ((NAME, 1986), ("Zoe Lukaszynska", 1986), ("Quentin Fremd", 1950)):
            person = Person(id=ids.new(), name=name, year_of_birth=year)
            unit.persons.add(person, at=now - timedelta(days=400))
        unit.commit()
    store.close()
    with running_app(folder) as running:
        yield running


def lines(page: Page, key: str) -> Locator:
    return page.locator(f"[class*='st-key-{key}'] button")


def on_people(page: Page, url: str, typed: str) -> None:
    page.goto(f"{url}/people")
    field = page.get_by_label("Find by name, code or year of birth")
    expect(page.get_by_text("50 of 2,040 people")).to_be_visible()
    field.press_sequentially(typed)


def test_she_is_found_by_the_start_of_her_name_wherever_people_are_looked_for(
    crowd: Server, open_page: Opener
) -> None:
    page = open_page()
    on_people(page, crowd.url, TYPED)
    expect(lines(page, "person-")).to_have_count(2)
    expect(lines(page, "person-").filter(has_text=NAME)).to_be_visible()

    page.goto(f"{crowd.url}/assess")
    page.get_by_label("Person", exact=True).press_sequentially(TYPED)
    expect(lines(page, "start-person-take-")).to_have_count(2)
    expect(lines(page, "start-person-take-").filter(has_text=NAME)).to_be_visible()

    box = page.get_by_role("combobox", name="Search everything")
    box.click()
    box.press_sequentially(TYPED)
    found = page.get_by_role("group", name="People").get_by_role("option")
    expect(found).to_have_count(2)
    expect(page.get_by_role("option", name=re.compile(NAME))).to_be_visible()
    page.get_by_role("option", name=re.compile(NAME)).click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    assert re.search(r"/people\?person=[0-9a-f-]{36}$", page.url)


def test_a_person_chosen_far_down_the_list_is_seen_at_once_on_a_phone(
    crowd: Server, open_page: Opener
) -> None:
    page = open_page(390, 844, has_touch=True)
    page.goto(f"{crowd.url}/people")
    expect(page.get_by_text("50 of 2,040 people")).to_be_visible()
    page.get_by_role("button", name="Person 0049").click()

    expect(page.get_by_role("heading", name="Person 0049")).to_be_in_viewport()


def test_an_assessment_of_the_wrong_person_moves_to_her_and_her_double_is_merged_and_parted(
    crowd: Server, open_page: Opener
) -> None:
    page = open_page()
    on_people(page, crowd.url, "quentin")
    lines(page, "person-").filter(has_text="Quentin Fremd").click()
    page.get_by_role("button", name="New visit").click()
    AssessPage(page).wait_for_body()

    page.get_by_role("button", name="Wrong person").click()
    page.get_by_label("Person", exact=True).press_sequentially("zoe lukaszynska")
    lines(page, "move-person-take-").filter(has_text=NAME).click()
    page.get_by_role("button", name=f"Move to {NAME}").click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_text("1 assessment moved here from Quentin Fremd")).to_be_visible()

    page.get_by_role("button", name="Merge", exact=True).click()
    page.get_by_role("button", name=re.compile("Perhaps: Zoe Lukaszynska")).click()
    page.get_by_role("button", name="Merge into this record").click()
    expect(page.get_by_text("Zoe Lukaszynska was merged into this record")).to_be_visible()
    page.get_by_role("button", name="Part them again").click()
    expect(page.get_by_role("heading", name="Zoe Lukaszynska")).to_be_visible()
    expect(page.get_by_text(f"this record was merged into {NAME}")).to_be_visible()
    on_people(page, crowd.url, TYPED)
    expect(lines(page, "person-")).to_have_count(2)
