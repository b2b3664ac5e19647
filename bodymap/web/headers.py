"""Headers that every answer carries.

The content security policy allows no inline script but the ones in Streamlit's own page, by their
hashes, and no connection, image, font or frame from elsewhere.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ONE_SERVER: Final = (
    '<script>window.__streamlit = { BACKEND_BASE_URL: window.location.origin + "/" };</script>'
)
"""Says where the server is, so that a page below the root need not try its own address first."""
KEPT_FOR_EVER: Final = "public, max-age=31536000, immutable"
"""Of an answer whose address names what is in it."""
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def script_hashes(page: str) -> list[str]:
    """CSP source expressions (`'sha256-...'`) of the inline scripts in an HTML page."""
    return [
        "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
        for text in _INLINE_SCRIPT.findall(page)
    ]


@cache
def content_security_policy() -> str:
    """The policy for the Streamlit that is installed."""
    page = Path(streamlit.__file__).with_name("static") / "index.html"
    hashes = " ".join(script_hashes(page.read_text("utf-8") + ONE_SERVER))
    return (
        f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {hashes}; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        "frame-ancestors 'none'"
    )


class SecurityHeaders:
    """Pure ASGI middleware: adds the headers and leaves bodies and websockets alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = [
            (b"content-security-policy", content_security_policy().encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection, with the headers added to its first message."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *self._headers]
            await send(message)

        await self._app(scope, receive, with_headers)
