"""The style sheet stands in the page itself; everything else leaves as it came."""

import asyncio
import gzip
from collections.abc import MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bodymap.ui import style
from bodymap.web.first_page import FirstPage

PAGE = (
    f'<html><head><title>x</title></head><body>{"long " * 400}<div id="root"></div></body></html>'
)
SHEET = "<style>p { margin: 0 }</style>"
COMPLETED = PAGE.replace("</head>", f"{SHEET}</head>").replace(
    '<div id="root">', '<div id="root">Soon.'
)


def page(_request: Request) -> Response:
    return HTMLResponse(PAGE, headers={"etag": '"old"', "last-modified": "yesterday"})


def text(_request: Request) -> Response:
    return PlainTextResponse("</head>", headers={"etag": '"kept"'})


APP = Starlette(
    routes=[Route("/", page), Route("/handout/x", page), Route("/text", text)],
    middleware=[
        Middleware(
            FirstPage,
            head=SHEET,
            meanwhile="Soon.",
            beside=("handout",),
        ),
        Middleware(GZipMiddleware),
    ],
)


def answer(
    path: str, *, app: ASGIApp = APP, query: str = "", **asked: str
) -> tuple[dict[str, str], bytes]:
    """Headers and body of what an app answers to these headers."""
    said: list[MutableMapping[str, Any]] = []
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [
            (name.replace("_", "-").encode(), text.encode()) for name, text in asked.items()
        ],
    }

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    with ThreadPoolExecutor() as apart:  # a browser test may have a loop in this thread
        apart.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    headers = {name.decode(): value.decode() for name, value in said[0]["headers"]}
    return headers, b"".join(message.get("body", b"") for message in said[1:])


def test_a_page_carries_the_sheet_and_what_is_seen_meanwhile_and_says_its_new_length() -> None:
    headers, body = answer("/", accept="text/html,*/*", accept_encoding="gzip")
    assert body.decode() == COMPLETED
    assert headers["content-length"] == str(len(body))
    assert not {"etag", "last-modified", "content-encoding"} & set(headers)


def test_what_is_no_page_leaves_as_it_came() -> None:
    headers, body = answer("/text", accept="text/html,*/*", accept_encoding="gzip")
    assert (body, headers["etag"]) == (b"</head>", '"kept"')


def test_a_sheet_to_print_keeps_its_own_looks() -> None:
    headers, body = answer("/handout/x", accept="text/html,*/*")
    assert (body.decode(), headers["etag"]) == (PAGE, '"old"')


def test_a_page_asked_for_by_something_else_than_a_browser_may_be_compressed() -> None:
    headers, body = answer("/", accept="*/*", accept_encoding="gzip")
    assert (gzip.decompress(body).decode(), headers["content-encoding"]) == (PAGE, "gzip")


def test_the_sheet_is_one_style_element_and_nothing_else() -> None:
    assert style.SHEET.startswith("<style>")
    assert style.SHEET.rstrip().endswith("</style>")
    assert style.SHEET.count("<") == 2
