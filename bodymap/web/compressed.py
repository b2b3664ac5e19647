"""Sends pages and Streamlit's own code and styles compressed, which it serves as they are.

On a slow line they are most of what stands between an address and the first page. Each file is
compressed once and kept: their names carry a digest of what is in them. Pure ASGI.
"""

import gzip
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FOLDER: Final = "/static/"
_KINDS: Final = (".js", ".css")
_MOST_KEPT: Final = 500
_OK: Final = 200
_LENGTH: Final = b"content-length"


class Compressed:
    """Compresses those files for browsers that take it, and leaves all else as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if not _may_be_compressed(scope):
            await self._app(scope, receive, send)
            return
        begun: Message | None = None
        parts: list[bytes] = []

        async def packed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start" and _is_to_be_packed(scope, message):
                begun = message
            elif begun is None:
                await send(message)
            else:
                parts.append(message.get("body", b""))
                if not message.get("more_body", False):
                    body = await self._pack(scope["path"], b"".join(parts))
                    await send(_as_packed(begun, len(body)))
                    await send({"type": "http.response.body", "body": body})

        # The file must come through here, not past this server's hands.
        extensions = {k: v for k, v in scope.get("extensions", {}).items() if "pathsend" not in k}
        await self._app({**scope, "extensions": extensions}, receive, packed)

    async def _pack(self, path: str, body: bytes) -> bytes:
        kept = self._kept.get(path)
        if kept is None:
            kept = await run_in_threadpool(gzip.compress, body, 6, mtime=0)
            if _is_file(path) and len(self._kept) < _MOST_KEPT:
                self._kept[path] = kept
        return kept


def _may_be_compressed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = Headers(scope=scope)
    return "gzip" in headers.get("accept-encoding", "") and "range" not in headers


def _is_file(path: str) -> bool:
    return path.startswith(_FOLDER) and path.endswith(_KINDS)


def _is_to_be_packed(scope: Scope, begun: Message) -> bool:
    headers = Headers(raw=begun["headers"])
    is_page = headers.get("content-type", "").startswith("text/html")
    is_plain = "content-encoding" not in headers
    return begun["status"] == _OK and is_plain and (is_page or _is_file(scope["path"]))


def _as_packed(begun: Message, length: int) -> Message:
    left = {_LENGTH, b"accept-ranges", b"etag"}  # of the file as it lies on the disk
    kept = [pair for pair in begun["headers"] if pair[0].lower() not in left]
    packed = [
        (b"content-encoding", b"gzip"),
        (b"vary", b"accept-encoding"),
        (_LENGTH, str(length).encode()),
    ]
    return {**begun, "headers": [*kept, *packed]}
