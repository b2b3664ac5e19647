"""Take the pictures of the README from the running app.

    python -m tools.screenshots

Starts the app on an empty store, adds the sample people, and takes into `docs/pictures/` an
assessment in both themes and a muscle on Explore. Needs a Chromium; see `tools/chromium.py`.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.assess_page import AssessPage
from tests.browser.quiet import wait_until_quiet
from tests.serving import prove, running_app
from tools.chromium import installed, switches

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SIZE = {"width": 1280, "height": 900}


def _take(browser: Browser, url: str, scheme: str) -> None:
    context = browser.new_context(viewport=SIZE, color_scheme=scheme)  # type: ignore[arg-type]
    prove(context)
    page = context.new_page()
    page.goto(url)
    page.locator("[class*='st-key-go-on-'] button").first.click()
    page.locator(".list li button").first.click()
    page.locator(".zone.essential").first.wait_for(state="attached")
    page.get_by_text("2018 Delphi criteria").first.wait_for()
    page.mouse.move(640, 500)
    page.mouse.wheel(0, -5000)
    AssessPage(page).panel.get_by_role("heading").first.wait_for(state="visible")
    page.mouse.move(0, 0)
    _save(page, f"assess-{scheme}")
    context.close()


def _explore(browser: Browser, url: str) -> None:
    page = prove(browser.new_context(viewport=SIZE, color_scheme="light")).new_page()  # type: ignore[arg-type]
    page.goto(f"{url}/explore?muscle=infraspinatus&layer=muscles")
    page.locator(".zone.essential").first.wait_for(state="attached")
    page.locator(".chosen-muscle").first.wait_for(state="attached")
    _save(page, "explore-light")
    page.close()


def _save(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    wait_until_quiet(page)
    target = PICTURES / f"{name}.png"
    page.screenshot(path=target)
    print(f"{target.name}: {target.stat().st_size // 1024} kB")


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=installed(), args=switches())
        page = prove(browser.new_context()).new_page()
        page.goto(server.url)
        page.get_by_role("button", name="Add sample people").click()
        page.get_by_text("Nobody is recorded yet").wait_for(state="detached")
        page.close()
        for scheme in ("light", "dark"):
            _take(browser, server.url, scheme)
        _explore(browser, server.url)
        browser.close()


if __name__ == "__main__":
    main()
