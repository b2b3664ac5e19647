"""Routes that are made when one of them is first asked for, so that the server answers sooner."""

from collections.abc import Callable, Sequence
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.routing import BaseRoute, Route, Router
from starlette.types import Receive, Scope, Send


def later(folders: Sequence[str], make: Callable[[], Sequence[BaseRoute]]) -> list[Route]:
    """Stand-ins for routes that are not made yet.

    Args:
        folders: The first parts of their paths; all that lies below is theirs.
        make: Makes them, once; called outside the loop, as it may import what takes long.
    """
    server = _Later(make)
    return [Route(f"/{folder}/{{rest:path}}", server) for folder in folders]


class _Later:
    """Hands a request to the real routes, which answer it or say that there is nothing."""

    def __init__(self, make: Callable[[], Sequence[BaseRoute]]) -> None:
        self._make = make
        self._made: Router | None = None
        self._making = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        router = await run_in_threadpool(self._router) if self._made is None else self._made
        await router(scope, receive, send)

    def _router(self) -> Router:
        with self._making:  # the first requests of a page come together
            if self._made is None:
                self._made = Router(routes=list(self._make()))
            return self._made
