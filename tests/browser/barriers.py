"""Barriers that a machine can find on a page, in every look that a page has."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.quiet import wait_until_quiet

Known = dict[str, str]
#: Findings in Streamlit's own elements: rule, selector, and where they come from.
UPSTREAM: Final[list[Known]] = json.loads(
    Path(__file__).with_name("upstream_axe_findings.json").read_text("utf-8")
)
#: Width, and light or dark.
LOOKS: Final = ((1280, "light"), (390, "dark"), (390, "light"), (1280, "dark"))
#: The only rules of axe-core that look at colours.
COLOURS: Final = ("color-contrast", "link-in-text-block")
Finding = dict[str, Any]


@cache
def axe() -> Axe:
    return Axe()


def violations(page: Page, rules: Sequence[str] | None = None) -> list[Finding]:
    """What axe-core says of a page, by all its rules or by those named."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules is not None:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    answer = axe().run(page, options=options).response
    assert answer["passes"], "nothing was looked at"
    found: list[Finding] = answer["violations"]
    return found


def found(page: Page, rules: Sequence[str] | None = None) -> list[Finding]:
    """What axe-core has found, without what is known and not ours."""
    return [
        {"rule": violation["id"], "at": node["target"], "why": node["failureSummary"]}
        for violation in violations(page, rules)
        for node in violation["nodes"]
        if not any(_is_known(known, violation["id"], node) for known in UPSTREAM)
    ]


def _is_known(known: Known, rule: str, node: Finding) -> bool:
    return known["rule"] == rule and known["selector"] in f"{node['target']} {node['html']}"


def in_every_look(page: Page, height: int = 900) -> Iterator[tuple[int, str, list[Finding]]]:
    """Width, theme and what is found there, with the page as it is then.

    What stands on a page and how it is called follows from the width, its colours from the theme
    as well: every rule is asked once at each width, once in light and once in dark, and those
    of colours in every look.
    """
    seen: set[int] = set()
    for width, theme in LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
        expect(page.locator(".stApp")).to_have_css("color-scheme", theme)
        wait_until_quiet(page)
        rules = COLOURS if width in seen else None
        findings = found(page, rules)
        if findings:  # perhaps a part of the page that was fading just then
            wait_until_quiet(page)
            findings = found(page, rules)
        seen.add(width)
        yield width, theme, findings
