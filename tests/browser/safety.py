"""Goes through the questions for safety on any page, as a person does."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.quiet import wait_until_quiet

MOST_STEPS = 40


def box(page: Page, words: str) -> Locator:
    """The tick box of a question."""
    return page.get_by_role("checkbox", name=words)


def first_asked(page: Page) -> str:
    """The first question of the step; no other step asks it."""
    return page.locator(".stCheckbox label").first.inner_text().strip()


def tick(page: Page, words: str) -> None:
    """Tick a question, or what says that none is so, until it is kept."""
    wait_until_quiet(page)
    page.locator("label").filter(has=box(page, words)).click()
    expect(box(page, words)).to_be_checked()
    wait_until_quiet(page)


def none_until(page: Page, wanted: Locator) -> None:
    """Say that none of these is so and go on, until what is wanted is there."""
    for _ in range(MOST_STEPS):
        wait_until_quiet(page)
        if wanted.is_visible():
            return
        if not page.get_by_role("checkbox", checked=True).count():
            tick(page, "None of these")
        asked = first_asked(page)
        page.get_by_role("button", name="Next", exact=True).click()
        expect(box(page, asked)).to_have_count(0)
    expect(wanted).to_be_visible()
