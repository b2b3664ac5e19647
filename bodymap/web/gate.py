"""The gate: what reaches the pages at all, by lists of what they need. Pure ASGI, outermost.

Whoever asks under a foreign name, whatever a page of another origin wants, routes and messages that
no page needs: refused here, before Streamlit hears of them. What a visitor may see is decided
elsewhere (`services.authority`); here it is decided what can be asked.
"""

import re
from collections.abc import Callable, Collection
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers, QueryParams
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bodymap.services.authority.this_desk import KEPT_FOR_SECONDS, PASS, PATH, ThisDesk
from bodymap.web.asked import is_known_name, is_own_page
from bodymap.web.messages import is_allowed
from bodymap.web.page_at_hand import PageAtHand

STREAM: Final = "/_stcore/stream"
"""The one websocket."""
_PAGE: Final = re.compile(r"/[a-z-]{0,40}")
_NEEDED: Final = (
    "/static/",
    "/media/",
    "/_stcore/bidi-components/",
)
_NEEDED_WHOLE: Final = frozenset(
    {"/_stcore/health", "/_stcore/host-config", "/favicon.png", "/index.html", "/manifest.json"}
)
_METHODS: Final = frozenset({"GET", "HEAD"})
FILES: Final = "/_stcore/upload_file/"
"""Where files are brought in, by browsers of this desk alone."""
_FILE_METHODS: Final = frozenset({"PUT", "DELETE"})
_REFUSED: Final = 1008
_USED: Final = (
    "This address was used, or is not complete. Run `bodymap open` in a terminal on the machine "
    "that Bodymap runs on: it opens a new one."
)


class Gate:
    """Lets through what the pages need."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        folders: Collection[str],
        led_to_start: Collection[str],
        names: Callable[[], Collection[str]],
        desk: Callable[[], ThisDesk],
    ) -> None:
        """Stand before an app.

        Args:
            app: What answers.
            folders: First parts of the paths that are served beside the pages.
            led_to_start: Names of what stands under the bare address, typed as if it were a page.
            names: Names under which this server is reached, beside loopback.
            desk: The key of this installation.
        """
        self._app, self._names, self._desk = app, names, desk
        self._led_to_start = frozenset(f"/{name}" for name in led_to_start)
        self._needed = (*_NEEDED, *(f"/{folder}/" for folder in folders))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection, or let it through."""
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers, path = Headers(scope=scope), scope["path"]
        if not is_known_name(headers.get("host"), self._names()):
            answer: Response = PlainTextResponse("No page here goes by that name.", 421)
        elif self._brings_a_file(scope, headers):
            await self._app(scope, receive, send)
            return
        elif scope["method"] not in _METHODS:
            answer = PlainTextResponse("Pages here are only read.", 405)
        elif path == PATH:
            answer = self._let_in(scope)
        elif (page := path.rstrip("/")) in self._led_to_start:
            answer = _at("/", scope)
        elif page != path and _PAGE.fullmatch(page) is not None and page:
            answer = _at(page, scope)
        else:
            if self._is_needed(path):
                await self._app(scope, receive, send)
                return
            answer = PlainTextResponse("There is nothing here.", 404)
        await answer(scope, receive, send)

    def _brings_a_file(self, scope: Scope, headers: Headers) -> bool:
        """Whether a page of this desk brings a file in, or takes it back."""
        return (
            scope["method"] in _FILE_METHODS
            and scope["path"].startswith(FILES)
            and is_own_page(headers.get("origin"), headers.get("host"), scheme=scope["scheme"])
            and self._is_desk(headers)
        )

    def _is_desk(self, headers: Headers) -> bool:
        return self._desk().is_proven(cookies_of(headers))

    def _is_needed(self, path: str) -> bool:
        return (
            _PAGE.fullmatch(path) is not None
            or path in _NEEDED_WHOLE
            or path.startswith(self._needed)
        )

    def _let_in(self, scope: Scope) -> Response:
        """Exchange a pass for the cookie of this desk."""
        desk = self._desk()
        given = QueryParams(scope["query_string"]).get(PASS, "")
        if not desk.is_proven(cookies_of(Headers(scope=scope))) and not desk.accepts(given):
            return PlainTextResponse(_USED, 403, headers={"cache-control": "no-store"})
        answer = RedirectResponse("/", 303, headers={"cache-control": "no-store"})
        answer.set_cookie(
            desk.cookie_name,
            desk.cookie,
            max_age=KEPT_FOR_SECONDS,
            httponly=True,
            samesite="strict",
            secure=scope["scheme"] == "https",
        )
        return answer

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        host, path = headers.get("host"), scope["path"]
        scheme = "https" if scope.get("scheme") == "wss" else "http"
        own = is_own_page(headers.get("origin"), host, scheme=scheme)
        if path != STREAM or not own or not is_known_name(host, self._names()):
            await receive()
            await send({"type": "websocket.close", "code": _REFUSED})
            return

        may_bring_files = self._is_desk(headers)
        page = PageAtHand()

        async def heard() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                payload = message.get("bytes")
                if is_allowed(payload, may_bring_files=may_bring_files):
                    payload = page.hear(payload)
                    if payload is not None:
                        return {**message, "bytes": payload}

        async def said(message: Message) -> None:
            page.tell(message.get("bytes"))
            await send(message)

        await self._app(scope, heard, said)


def _at(path: str, scope: Scope) -> Response:
    """Lead on to a page, with all that was asked of it."""
    asked = scope["query_string"].decode("ascii", "ignore")
    return RedirectResponse(f"{path}?{asked}" if asked else path, 307)


def cookies_of(headers: Headers) -> dict[str, str]:
    """The cookies of a request; none if they cannot be read."""
    jar = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return {}
    return {name: each.value for name, each in jar.items()}
