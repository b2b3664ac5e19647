"""The page that Streamlit serves, with what must stand on it before Streamlit's own code has come.

Streamlit hands on styles with the other elements of a page, after the first ones are painted; the
frame of the page would then jump. And until its code is there the page is empty, which takes half a
minute on a slow line. Both stand in the page itself here, from the first moment on.
"""

from collections.abc import Collection

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_END_OF_HEAD = b"</head>"
_EMPTY_ROOT = b'<div id="root"></div>'
"""Streamlit puts its own page in here, in place of what is there."""
_VALIDATORS = frozenset({b"content-length", b"etag", b"last-modified"})
"""Headers that tell of the page as Streamlit wrote it, not as it leaves."""


class FirstPage:
    """Pure ASGI middleware: adds to the app's own page, leaves all else as it is."""

    def __init__(
        self,
        app: ASGIApp,
        head: str,
        *,
        meanwhile: str = "",
        beside: Collection[str],
    ) -> None:
        """Wrap an app.

        Args:
            app: What answers.
            head: Style sheets and scripts, ready to stand in the head of a page.
            meanwhile: What is seen until Streamlit's code shows the page.
            beside: First parts of the paths of pages that are not the app, such as sheets to
                print; they bring a style of their own.
        """
        self._app = app
        self._head = head.encode()
        self._root = _EMPTY_ROOT.replace(b"><", f">{meanwhile}<".encode())
        self._beside = tuple(f"/{folder}/" for folder in beside)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        is_page = scope["type"] == "http" and not scope["path"].startswith(self._beside)
        if not is_page or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        begun: Message | None = None
        body = b""

        async def with_head(message: Message) -> None:
            nonlocal begun, body
            if message["type"] == "http.response.start" and _is_plain_page(message):
                begun = message
            elif begun is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    page = self._completed(body)
                    await send(_resized(begun, len(page)))
                    await send({"type": "http.response.body", "body": page})

        await self._app(_open_to_change(scope), receive, with_head)

    def _completed(self, page: bytes) -> bytes:
        page = page.replace(_END_OF_HEAD, self._head + _END_OF_HEAD, 1)
        return page.replace(_EMPTY_ROOT, self._root, 1)


def _open_to_change(scope: Scope) -> Scope:
    """The request, so that a page comes neither compressed nor past this server's hands."""
    headers = scope["headers"]
    if b"text/html" in dict(headers).get(b"accept", b""):
        headers = [pair for pair in headers if pair[0] != b"accept-encoding"]
    extensions = {k: v for k, v in scope.get("extensions", {}).items() if "pathsend" not in k}
    return {**scope, "headers": headers, "extensions": extensions}


def _is_plain_page(message: Message) -> bool:
    headers = dict(message.get("headers", []))
    kind = headers.get(b"content-type", b"")
    return kind.startswith(b"text/html") and b"content-encoding" not in headers


def _resized(begun: Message, length: int) -> Message:
    kept = [pair for pair in begun["headers"] if pair[0].lower() not in _VALIDATORS]
    return {**begun, "headers": [*kept, (b"content-length", str(length).encode())]}
