"""A cookie for browsers that open a link, and for nobody else."""

from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from bodymap.services.authority.one_browser import COOKIE, OneBrowser
from bodymap.web.guest import GuestCookie
from tests.app.test_first_page import answer, text

APP: Final = Starlette(routes=[Route("/mark", text)], middleware=[Middleware(GuestCookie)])
LINK: Final = "hand_over=token"


def test_who_opens_a_link_gets_one_cookie_and_keeps_it() -> None:
    first, _ = answer("/mark", app=APP, query=LINK)
    given = first["set-cookie"]
    again, _ = answer("/mark", app=APP, query=LINK, cookie=given.partition(";")[0])

    assert given.startswith(f"{COOKIE}=")
    assert given.endswith("Path=/; HttpOnly; SameSite=Lax")
    assert "set-cookie" not in again


def test_who_comes_without_a_link_gets_none() -> None:
    assert "set-cookie" not in answer("/mark", app=APP)[0]


def test_a_link_belongs_to_the_browser_that_came_first() -> None:
    browsers = OneBrowser()
    assert not browsers.is_held_elsewhere("link", "one")
    browsers.holds("link", "one")
    browsers.holds("link", "two")

    assert not browsers.is_held_elsewhere("link", "one")
    assert browsers.is_held_elsewhere("link", "two")
    assert not browsers.is_held_elsewhere("another link", "two")


def test_what_was_finished_is_known_in_that_browser_alone() -> None:
    browsers = OneBrowser()
    browsers.note_finished("drawing", "one")

    assert browsers.finished("one") == {"drawing"}
    assert browsers.finished("two") == frozenset()
