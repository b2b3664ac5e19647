"""Take the pictures of the README from the running app.

    python -m tools.screenshots

Starts the app on an empty store, adds the sample people, opens an assessment and takes it in both
themes into `docs/pictures/`. Needs a Chromium; see `tools/chromium.py`.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.serving import running_app
from tools.chromium import installed, switches

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SIZE = {"width": 1280, "height": 900}


def _take(browser: Browser, url: str, scheme: str) -> None:
    context = browser.new_context(viewport=SIZE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(url)
    page.locator("[class*='st-key-go-on-'] button").first.click()
    page.locator(".list li button").first.click()
    page.locator(".zone.essential").first.wait_for(state="attached")
    page.get_by_text("2018 Delphi criteria").first.wait_for()
    page.mouse.move(640, 500)
    page.mouse.wheel(0, -5000)
    page.locator("h4").first.wait_for(state="visible")
    page.mouse.move(0, 0)
    page.wait_for_load_state("networkidle")
    target = PICTURES / f"assess-{scheme}.png"
    page.screenshot(path=target)
    print(f"{target.name}: {target.stat().st_size // 1024} kB")
    context.close()


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=installed(), args=switches())
        page = browser.new_page()
        page.goto(server.url)
        page.get_by_role("button", name="Add sample people").click()
        page.get_by_text("Nobody is recorded yet").wait_for(state="detached")
        page.close()
        for scheme in ("light", "dark"):
            _take(browser, server.url, scheme)
        browser.close()


if __name__ == "__main__":
    main()
