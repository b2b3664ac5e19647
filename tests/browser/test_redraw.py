"""The drawing page: redraw a pattern on the body and save it into a copy of the atlas."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bodymap.atlas.editing.drawn_yaml import read_drawn
from tests.browser.assess_page import AssessPage
from tests.browser.barriers import violations
from tests.browser.conftest import Opener
from tests.serving import Server, running_app

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
POINT = "infraspinatus_upper"
LINE = [(150.0, 340.0), (158.0, 352.0), (166.0, 364.0)]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the app needs, whose files may be edited."""
    folder = tmp_path_factory.mktemp("copy") / "checkout"
    kept = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("bodymap", "assets", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=kept)
    shutil.copy(ROOT / "app.py", folder)
    return folder


@pytest.fixture(scope="module")
def copied(checkout: Path) -> Iterator[Server]:
    """The app of that copy."""
    given = {"PYTHONPATH": str(checkout)}
    data = checkout.parent / "data"
    with running_app(data, python=sys.executable, cwd=checkout, environment=given) as server:
        yield server


def test_a_stroke_is_seen_kept_saved_and_read_back(
    open_page: Opener, copied: Server, checkout: Path
) -> None:
    file = checkout / "assets" / "atlas" / "muscles" / "infraspinatus.yaml"
    before = read_drawn(file, POINT)
    assert before is not None
    board = AssessPage(open_page())
    page = board.page
    page.goto(f"{copied.url}/explore?muscle=infraspinatus")
    page.get_by_role("button", name="Redraw this pattern").click()
    board.wait_for_body()
    essential = board.zone("essential", "front")
    expect(essential).to_be_attached()
    shape = essential.get_attribute("d")
    expect(page.get_by_text("As in assets/atlas/muscles/infraspinatus.yaml")).to_be_visible()

    page.get_by_role("group", name="Brush size").get_by_role("button", name="Brush 1").click()
    board.drag(*(board.pixel("front", x, y) for x, y in LINE))
    expect(page.get_by_text("Not yet in")).to_be_visible()
    expect(essential).not_to_have_attribute("d", str(shape))
    expect(page.get_by_text("of the listed sites").first).to_contain_text("Covers")
    board.wait_until_saved()
    page.reload()
    board.wait_for_body()
    expect(page.get_by_text("Not yet in")).to_be_visible()
    expect(essential).not_to_have_attribute("d", str(shape))

    board.tool("Undo").click()
    expect(essential).to_have_attribute("d", str(shape))
    board.tool("Redo").click()
    expect(essential).not_to_have_attribute("d", str(shape))
    found = violations(page)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    page.get_by_role("button", name="Save to the file").click()
    expect(page.get_by_text("Written to")).to_contain_text("make atlas")

    after = read_drawn(file, POINT)
    assert after is not None
    assert (after.essential[:-1], after.spillover) == (before.essential, before.spillover)
    drawn = after.essential[-1]
    assert (drawn.view, drawn.kind, drawn.radius) == ("front", "brush", 6)
    assert drawn.points[0] == pytest.approx(LINE[0], abs=1)
    assert drawn.points[-1] == pytest.approx(LINE[-1], abs=1)


def test_a_region_is_filled_by_keyboard_and_a_wrong_link_offers_the_list(
    open_page: Opener, copied: Server
) -> None:
    board = AssessPage(open_page(390, 844, color_scheme="dark"))
    page = board.page
    page.goto(f"{copied.url}/draw?point=nobody")
    expect(page.get_by_text("There is no trigger point called nobody here")).to_be_visible()
    page.get_by_role("combobox", name="Which trigger point?").click()
    page.keyboard.type("Anconeus")
    page.locator("[role='option']", has_text="Anconeus").click()
    board.wait_for_body()
    page.get_by_text("Spillover", exact=True).first.click()
    board.tool("Region").click()
    page.locator(".view[data-view='front'] [data-region='shoulder_front.right']").focus()
    page.keyboard.press("Enter")
    expect(board.zone("spillover", "front")).to_be_attached()
    expect(page.get_by_text("Not yet in")).to_be_visible()
    found = violations(page)
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
