"""Streamlit's code and styles leave compressed, to who takes it; all else leaves as it came."""

import gzip
from typing import Final

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bodymap.web.compressed import Compressed
from tests.app.test_first_page import answer

CODE: Final = b"const long = 1;" * 200


def code(request: Request) -> Response:
    status = 404 if "gone" in request.url.path else 200
    kind = "text/html" if "page" in request.url.path else "text/plain"
    head = {"etag": '"file"', "cache-control": "immutable", "content-type": kind}
    if "packed" in request.url.path:
        head["content-encoding"] = "br"
    return Response(CODE, status, head)


APP: Final = Starlette(
    routes=[Route("/{path:path}", code)],
    middleware=[Middleware(Compressed)],
)


@pytest.mark.parametrize("path", ["/static/js/a.js", "/page"])
def test_code_and_pages_are_sent_compressed_and_are_the_same_when_unpacked(path: str) -> None:
    headers, body = answer(path, app=APP, host="here", accept_encoding="br, gzip")

    assert gzip.decompress(body) == CODE
    assert headers["content-encoding"] == "gzip"
    assert headers["content-length"] == str(len(body))
    assert headers["cache-control"] == "immutable"
    assert "etag" not in headers


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/static/js/a.js", {}),
        ("/static/js/a.js", {"accept_encoding": "gzip", "range": "bytes=0-9"}),
        ("/static/media/a.woff2", {"accept_encoding": "gzip"}),
        ("/static/js/gone.js", {"accept_encoding": "gzip"}),
        ("/text", {"accept_encoding": "gzip"}),
        ("/page", {}),
    ],
)
def test_all_else_leaves_as_it_came(path: str, asked: dict[str, str]) -> None:
    headers, body = answer(path, app=APP, host="here", **asked)

    assert body == CODE
    assert headers["etag"] == '"file"'
    assert "content-encoding" not in headers


def test_what_comes_packed_is_not_packed_again() -> None:
    headers, body = answer("/packed-page", app=APP, host="here", accept_encoding="gzip")

    assert (body, headers["content-encoding"]) == (CODE, "br")
