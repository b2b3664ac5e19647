"""Go through the hour with a mouse, by keyboard alone and by touch, and print what it takes.

python -m tests.clinic_hour
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.clinic_hour.hour import Counted, Hour, hands_of
from tests.clinic_hour.people import record_those_who_come
from tests.conftest import PATIENCE_MS
from tests.serving import keyed, prove, running_app
from tools.chromium import installed, switches

WAYS = {
    "mouse": {"viewport": {"width": 1280, "height": 800}},
    "keyboard alone": {"viewport": {"width": 1280, "height": 800}},
    "touch": {"viewport": {"width": 820, "height": 1180}, "has_touch": True},
}


def hour(browser: Browser, name: str) -> list[Counted]:
    """One way through the hour, with records of its own."""
    with tempfile.TemporaryDirectory() as made:
        folder = keyed(Path(made))
        record_those_who_come(folder)
        with running_app(folder) as server:
            context = prove(browser.new_context(**WAYS[name]))
            context.set_default_timeout(PATIENCE_MS)
            counted = list(Hour(hands_of(name, context.new_page()), server.url).all_four())
            context.close()
            return counted


def table(name: str, counted: list[Counted]) -> str:
    """What each person took, and all of them."""
    size = WAYS[name]["viewport"]
    total = Counted(
        "all four",
        sum(each.actions for each in counted),
        sum(each.keys for each in counted),
        sum(each.scrolls for each in counted),
        sum(each.seconds for each in counted),
    )
    lines = [
        f"| {each.who} | {each.actions} | {each.keys} | {each.scrolls} | {each.seconds:.0f} |"
        for each in (*counted, total)
    ]
    head = f"{name}, {size['width']}x{size['height']}"
    return "\n".join(
        [head, "", "| who | actions | keys | scrolls | s |", "| --- " * 5 + "|", *lines]
    )


def main() -> None:
    """Print a table for each way, or for those that are named."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=installed(), args=switches())
        for name in sys.argv[1:] or WAYS:
            sys.stdout.write(f"{table(name, hour(browser, name))}\n\n")
            sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
