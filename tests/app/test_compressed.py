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
    return Response(CODE, status, {"etag": '"file"', "cache-control": "immutable"})


APP: Final = Starlette(
    routes=[Route("/{path:path}", code)],
    middleware=[Middleware(Compressed)],
)


def test_code_is_sent_compressed_and_is_the_same_when_it_is_unpacked() -> None:
    headers, body = answer("/static/js/a.js", app=APP, host="here", accept_encoding="br, gzip")

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
        ("/mark", {"accept_encoding": "gzip"}),
    ],
)
def test_all_else_leaves_as_it_came(path: str, asked: dict[str, str]) -> None:
    headers, body = answer(path, app=APP, host="here", **asked)

    assert body == CODE
    assert headers["etag"] == '"file"'
    assert "content-encoding" not in headers
