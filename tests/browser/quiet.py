"""When a page has come to rest, so that what is pressed next is where it seems to be."""

from playwright.sync_api import Page, expect

STILL = "() => document.getAnimations().every((each) => each.playState !== 'running')"


def wait_until_quiet(page: Page) -> None:
    """Until the script has run, nothing stale is left, and nothing moves."""
    page.locator(".stApp[data-test-script-state='notRunning']").wait_for()
    expect(page.locator("[data-stale='true']")).to_have_count(0)
    page.wait_for_function(STILL)
