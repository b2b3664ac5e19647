"""A cookie for a guest's browser, so that a link opens in one browser at a time. Pure ASGI."""

import secrets
from typing import Final

from starlette.datastructures import Headers, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bodymap.services.authority.one_browser import COOKIE
from bodymap.services.handing_over.sharing import TOKEN
from bodymap.web.gate import cookies_of

_KEPT_FOR_SECONDS: Final = 24 * 3600
"""As long as a link may hold."""


class GuestCookie:
    """Gives the cookie to a browser that opens a link and has none yet; says nothing to others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection, with the cookie where it is needed."""
        if scope["type"] != "http" or not _comes_by_a_link(scope):
            await self._app(scope, receive, send)
            return
        secure = "; Secure" if scope.get("scheme") == "https" else ""
        given = (
            f"{COOKIE}={secrets.token_urlsafe(32)}; Max-Age={_KEPT_FOR_SECONDS}; Path=/; HttpOnly; "
            f"SameSite=Lax{secure}"
        )

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start":
                cookie = (b"set-cookie", given.encode())
                message["headers"] = [*message.get("headers", []), cookie]
            await send(message)

        await self._app(scope, receive, with_cookie)


def _comes_by_a_link(scope: Scope) -> bool:
    """Whether this opens a link in a browser that has no cookie yet."""
    return TOKEN in QueryParams(scope["query_string"]) and COOKIE not in cookies_of(
        Headers(scope=scope)
    )
