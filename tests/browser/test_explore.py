"""The Explore page: find, open, switch the side, and share what is shown."""

import math
import re

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from tests.browser.assess_page import RIGHT_SHOULDER_BLADE, AssessPage
from tests.browser.barriers import COLOURS, violations
from tests.browser.conftest import Opener
from tests.browser.quiet import wait_until_quiet
from tests.serving import Server, prove

pytestmark = pytest.mark.browser
INFRASPINATUS = "muscle=infraspinatus&point=infraspinatus_upper&side=left"


def opened(page: Page, server: Server, query: str = "") -> AssessPage:
    page.goto(f"{server.url}/explore{query}")
    canvas = AssessPage(page)
    canvas.wait_for_body()
    return canvas


def expect_left_infraspinatus(canvas: AssessPage) -> None:
    page = canvas.page
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page.get_by_role("radio", name="left", exact=True)).to_have_attribute(
        "aria-checked", "true"
    )
    expect(canvas.zone("essential", "front")).to_be_attached()
    expect(canvas.zone("essential", "left")).to_be_attached()
    expect(canvas.zone("essential", "right")).to_have_count(0)
    expect(canvas.lines.first).to_contain_text("Upper belly below the scapular spine")


def expect_turned(page: Page, place: list[float]) -> None:
    """Turning takes a moment."""
    expect(page.locator(".st-key-explore-turning canvas").first).to_be_attached()
    page.wait_for_function(
        """([x, y, z]) => {
          const chart = document.querySelector(".st-key-explore-turning .js-plotly-plot");
          const eye = chart?.layout?.scene?.camera?.eye;
          return eye && Math.hypot(eye.x - x, eye.y - y, eye.z - z) < 0.01;
        }""",
        arg=place,
    )


def expect_compared_while_turning(page: Page) -> None:
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page.get_by_role("radio", name="left", exact=True)).to_have_attribute(
        "aria-checked", "true"
    )
    expect_turned(page, [0, -2, 0])
    expect_side_by_side(page, "Infraspinatus, left", "Supraspinatus, left")


def expect_side_by_side(page: Page, *names: str) -> None:
    """The bodies at once, and the words of each below."""
    for slot, name in enumerate(names):
        body = page.get_by_role("img", name=f"{name}: ")
        expect(body).to_be_visible()
        expect(body.locator(".zone.essential").first).to_be_attached()
        card = page.locator(f".st-key-card-compare-{slot}")
        expect(card.get_by_role("heading", name=f"{slot + 1} · {name}")).to_be_visible()


def test_infraspinatus_is_found_by_its_pain_turned_compared_and_its_link_shows_the_same_elsewhere(
    open_page: Opener, server: Server, chromium: Browser
) -> None:
    page = open_page()
    asked: list[object] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda sent: asked.extend([sent]))

    page.on("websocket", listen)
    canvas = opened(page, server)
    page.get_by_role("textbox", name="Find a muscle").press_sequentially("front of shoulder pain")
    first = page.locator(".st-key-explore-results button").first
    expect(first).to_contain_text("Infraspinatus")
    first.click()
    expect(canvas.zone("essential", "right")).to_be_attached()
    page.get_by_role("radio", name="left", exact=True).click()
    expect_left_infraspinatus(canvas)
    expect(page).to_have_url(re.compile(re.escape(INFRASPINATUS)))

    page.get_by_role("radio", name="Turning").click()
    expect_turned(page, [0, -2, 0])
    before_turning = len(asked)
    page.locator(".turner").get_by_role("button", name="Back", exact=True).click()
    expect_turned(page, [0, 2, 0])
    page.keyboard.press("ArrowLeft")
    expect_turned(page, [2 * math.sin(math.pi / 12), 2 * math.cos(math.pi / 12), 0])
    assert len(asked) == before_turning, "turning never asks the server"

    page.get_by_role("combobox", name="Compare with").click()
    page.keyboard.type("Supraspinatus")
    page.locator("[role='option']", has_text="Supraspinatus: ").click()
    expect(page).to_have_url(re.compile("with=supraspinatus_.*view=turning"))
    page.keyboard.press("Escape")
    page.locator(".turner").get_by_role("button", name="Copy link").click()
    expect(page.locator(".turner .live")).to_have_text("Link copied")

    fresh = prove(chromium.new_context())
    try:
        again = fresh.new_page()
        again.goto(page.url)
        expect_compared_while_turning(again)
    finally:
        fresh.close()


def test_a_browser_that_cannot_turn_the_body_is_told_and_shows_the_flat_views(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.add_init_script(
        """const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return kind.startsWith("webgl") ? null : real.call(this, kind, ...rest);
        };"""
    )

    canvas = opened(page, server, "?muscle=infraspinatus&view=turning")

    expect(page.get_by_text("This browser cannot draw a body that turns")).to_be_visible()
    expect(canvas.zone("essential", "front")).to_be_attached()


def test_somebody_who_saves_data_is_asked_before_the_body_turns(
    open_page: Opener, server: Server
) -> None:
    page = open_page()
    page.add_init_script(
        'Object.defineProperty(navigator, "connection", {value: {saveData: true}});'
    )
    canvas = opened(page, server, "?muscle=infraspinatus&view=turning")
    expect(page.get_by_text("You asked for little data")).to_be_visible()
    expect(canvas.zone("essential", "front")).to_be_attached()

    page.get_by_role("button", name="Turn the body all the same").click()

    expect_turned(page, [0, -2, 0])


def test_a_link_shows_the_same_view_and_figure_and_looking_elsewhere_makes_no_step_for_back(
    open_page: Opener, server: Server
) -> None:
    canvas = opened(open_page(390, 844), server, "?muscle=infraspinatus&figure=female&view=left")
    page = canvas.page
    expect(page.locator(".view[data-view='left']")).to_be_visible()
    expect(page.locator(".view[data-view='front']")).to_be_hidden()
    expect(page.get_by_role("combobox", name="Figure")).to_have_value("Figure: female")
    steps = page.evaluate("history.length")
    canvas.turn_to("Back")
    expect(page.locator(".view[data-view='back']")).to_be_visible()
    expect(page).to_have_url(re.compile("figure=female&view=back"))
    canvas.part("Hands").click()
    expect(page).to_have_url(re.compile("view=hands"))
    assert page.evaluate("history.length") == steps

    page.reload()
    expect(page.locator(".view[data-view='hand_palm.right']")).to_be_visible()


def test_words_being_typed_stand_in_the_address_and_make_no_steps_for_back(
    open_page: Opener, server: Server
) -> None:
    canvas = opened(open_page(), server)
    page = canvas.page
    steps = page.evaluate("history.length")
    page.get_by_role("textbox", name="Find a muscle").press_sequentially("tennis elbow", delay=60)
    first = page.locator(".st-key-explore-results button").first
    expect(page).to_have_url(re.compile(r"find=tennis\+elbow$"))
    found = first.inner_text()
    assert page.evaluate("history.length") == steps
    first.click()
    expect(page).to_have_url(re.compile(r"find=tennis\+elbow&muscle="))

    page.go_back()

    expect(page).to_have_url(re.compile(r"find=tennis\+elbow$"))
    expect(first).to_have_text(re.compile(re.escape(found.split("\n")[0])))
    expect(page.get_by_role("heading", name="Explore", level=1)).to_be_visible()


def test_back_forward_and_reload_show_what_was_shown(open_page: Opener, server: Server) -> None:
    canvas = opened(open_page(), server, "?muscle=infraspinatus")
    page = canvas.page
    page.get_by_role("radio", name="left", exact=True).click()
    expect_left_infraspinatus(canvas)
    page.go_back()
    expect(canvas.zone("essential", "right")).to_be_attached()
    page.go_forward()
    expect_left_infraspinatus(canvas)
    page.reload()
    canvas.wait_for_body()
    expect_left_infraspinatus(canvas)


def test_a_click_on_the_body_tells_who_refers_there_by_mouse_and_by_key(
    open_page: Opener, server: Server
) -> None:
    canvas = opened(open_page(), server)
    page = canvas.page
    page.locator(".view[data-view='front'] [data-region='shoulder_front.right']").click()
    told = page.get_by_text("typical trigger points refer here")
    expect(told).to_contain_text("Front of the shoulder, right")
    hit = page.locator("[class*='st-key-hit-essential-'] button", has_text="Infraspinatus")
    hit.click()
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("region=shoulder_front.right"))

    region = page.locator(".view[data-view='front'] [data-region='shoulder_front.left']")
    region.focus()
    page.keyboard.press("Enter")
    expect(told).to_contain_text("Front of the shoulder, left")
    page.get_by_role("button", name="Leave this place").click()
    expect(told).to_have_count(0)


def test_the_button_to_share_shows_its_words(open_page: Opener, server: Server) -> None:
    page = opened(open_page(), server).page
    words = page.locator(".st-key-take-away .stMarkdownEllipsis")
    expect(words).to_have_text("Share or print")
    box = words.bounding_box()
    assert box is not None
    assert box["width"] >= 60


def test_muscles_are_drawn_named_to_the_keyboard_and_listed_for_a_region(
    open_page: Opener, server: Server
) -> None:
    canvas = opened(open_page(), server)
    page = canvas.page
    back = page.locator(".view[data-view='back']")
    expect(back.locator(".muscle")).to_have_count(0)
    page.get_by_role("radio", name="Muscles", exact=True).click()
    expect(page).to_have_url(re.compile("layer=muscles"))
    expect(back.locator(".muscle.superficial[data-muscle='deltoid']")).to_have_count(2)
    expect(back.locator(".muscle.deep")).to_have_count(0)

    page.keyboard.press("Tab")  # what is reached by keyboard is named, not what is clicked
    back.locator("[data-region='calf.right']").focus()
    expect(page.locator(".bm .live")).to_have_text("Back: Gastrocnemius · Calf, right")
    page.keyboard.press("Enter")
    hit = page.locator("[class*='st-key-hit-lies-'] button", has_text="Gastrocnemius")
    hit.first.click()
    expect(page.get_by_role("heading", name="Gastrocnemius", level=1)).to_be_visible()
    expect(back.locator(".chosen-muscle")).to_have_count(2)

    page.get_by_role("radio", name="Deep muscles", exact=True).click()
    expect(back.locator(".muscle.deep[data-muscle='rhomboids']")).to_have_count(2)
    expect(page).to_have_url(re.compile("layer=deep_muscles"))


def test_a_misspelt_link_is_answered_with_the_nearest_muscle(
    open_page: Opener, server: Server
) -> None:
    canvas = opened(open_page(), server, "?muscle=infraspinatu")
    page = canvas.page
    expect(page.get_by_text("There is no muscle called infraspinatu here")).to_be_visible()
    page.get_by_role("button", name="Show Infraspinatus").click()
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page.get_by_text("There is no muscle")).to_have_count(0)


def test_words_that_find_nothing_say_how_to_go_on(open_page: Opener, server: Server) -> None:
    canvas = opened(open_page(), server, "?find=xyzzy")
    expect(canvas.page.get_by_text("Nothing found. Try a name")).to_be_visible()


def test_a_muscles_page_tells_all_there_is_each_with_its_source_one_tap_away(
    open_page: Opener, server: Server
) -> None:
    page = opened(open_page(), server, "?muscle=infraspinatus").page
    card = page.locator(".st-key-card-muscle")
    expect(card.get_by_role("heading", level=2)).to_have_text(
        [
            "Trigger points",
            "Typical complaints",
            "Pain from it is often mistaken for",
            "What keeps it going",
            "Needling hazards",
            "Anatomy",
            "Self-care",
            "Treatments",
        ]
    )
    for told in ("From", "To", "Action", "Nerve"):
        expect(card.get_by_role("listitem").filter(has_text=f"{told}: ")).to_be_visible()
    treatment = card.get_by_role("link", name="Dry needling")
    expect(treatment).to_have_attribute(
        "href", re.compile("treatments.*treatment=dry_needling_ims&muscle=infraspinatus")
    )
    buttons = page.get_by_role("button", name=re.compile("^Source: "))
    expect(buttons).to_have_count(7)
    page.get_by_role("button", name="Source: place and referral").click()
    expect(page.get_by_text("Its sources agree.")).to_be_visible()
    page.keyboard.press("Escape")

    card.get_by_role("button", name="Front of the shoulder, right").click()
    expect(page.get_by_text("typical trigger points refer here")).to_be_visible()
    expect(page).to_have_url(re.compile("region=shoulder_front.right&muscle=infraspinatus"))


def test_two_patterns_stand_side_by_side_and_the_link_shows_both(
    open_page: Opener, server: Server
) -> None:
    page = opened(open_page(), server, "?muscle=infraspinatus").page
    page.get_by_role("combobox", name="Compare with").click()
    page.keyboard.type("Supraspinatus")
    page.locator("[role='option']", has_text="Supraspinatus: ").click()
    expect(page).to_have_url(re.compile("with=supraspinatus_"))

    again = open_page()
    again.goto(page.url)
    expect_side_by_side(again, "Infraspinatus, right", "Supraspinatus, right")

    again.get_by_role("radio", name="Overlaid").click()
    card = again.locator(".st-key-card-overlaid")
    for look in ("look-one", "look-two", "look-agreed"):
        expect(card.locator(f".view[data-view='right'] .zone.essential.{look}")).to_be_attached()
    expect(card.locator(".legend")).to_contain_text("Infraspinatus, rightSupraspinatus, right")
    expect(card.locator(".legend")).to_contain_text("where they agree")
    shared = card.get_by_role("listitem").filter(has_text="Side of the shoulder, right")
    expect(shared).to_have_text(re.compile("Infraspinatus, right.*Supraspinatus, right"))
    expect(again).to_have_url(re.compile("compare=overlaid"))
    card.locator(".view[data-view='right'] [data-region='shoulder_side.right']").click()
    expect(again.get_by_text("typical trigger points refer here")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (820, 1180), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("others", ["scalenes_belly", "scalenes_belly,soleus_tp1,coccygeus_belly"])
def test_compared_bodies_stand_in_the_first_screen_at_every_width(
    open_page: Opener, server: Server, width: int, height: int, others: str
) -> None:
    page = open_page(width, height)
    page.goto(f"{server.url}/explore?muscle=infraspinatus&with={others}")
    bodies = page.locator(".comparison [role='img']")
    expect(bodies).to_have_count(2 + others.count(","))
    expect(page.locator(".comparison .zone.essential").first).to_be_attached()
    expect(page.locator(".comparison .bodies[aria-busy]")).to_have_count(0)
    wait_until_quiet(page)

    for body in bodies.all():
        for picture in body.locator(".view svg").all():
            box = picture.bounding_box()
            assert box
            assert box["width"] > 40
            assert box["height"] > 50
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] + box["height"] <= height
    shown = [each.get_attribute("data-view") for each in bodies.first.locator(".view").all()]
    assert {"front", "back"} <= set(shown)
    for body in bodies.all():
        views = [each.get_attribute("data-view") for each in body.locator(".view").all()]
        assert views == shown


def test_a_therapist_reads_about_the_muscle_and_goes_back_to_the_finding(
    open_page: Opener, server: Server
) -> None:
    assess = AssessPage(open_page())
    page = assess.page
    assess.start(server.url)
    assess.click("back", RIGHT_SHOULDER_BLADE)
    expect(assess.lines).to_have_count(1)
    assess.choose_muscle("Infraspinatus")
    page.get_by_role("button", name="What is typical").click()
    page.get_by_role("button", name="About this muscle").click()
    expect(page.get_by_role("heading", name="Infraspinatus", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("/explore.*side=right"))
    page.get_by_role("button", name="Back to the assessment").click()
    assess.wait_for_body()
    expect(assess.lines.first).to_contain_text("Infraspinatus, right")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?muscle=infraspinatus&with=supraspinatus_belly,subscapularis_belly",
        "?region=shoulder_front.right",
        "?muscle=infraspinatus&with=supraspinatus_belly&compare=overlaid&view=turning&figure=child",
    ],
)
def test_the_page_is_free_of_barriers_a_machine_can_find(
    open_page: Opener, server: Server, query: str
) -> None:
    for width, schemes in ((1280, ("light", "dark")), (390, ("dark", "light"))):
        page = open_page(width, 844)
        page.goto(f"{server.url}/explore{query}")
        expect(page.get_by_text("it does not diagnose")).to_be_visible()
        shown = ".zone.essential" if "with=" in query else ".view .region"
        expect(page.locator(shown).first).to_be_attached()
        for scheme, rules in zip(schemes, (None, COLOURS), strict=True):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            expect(page.locator(".stApp")).to_have_css("color-scheme", scheme)
            wait_until_quiet(page)
            if "view=turning" in query:
                expect(page.locator(".st-key-explore-turning canvas").first).to_be_attached()

            found = violations(page, rules)

            told = [(each["id"], each["nodes"][0]["html"]) for each in found]
            assert (width, scheme, told) == (width, scheme, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
