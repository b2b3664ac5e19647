"""Routes that are made when they are first asked for."""

import asyncio
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Message

from bodymap import app
from bodymap.routes import routes
from bodymap.web.later import later

ASKED = """
import sys
import bodymap.app

heavy = {"numpy", "sqlalchemy", "pydantic", "bodymap.atlas", "bodymap.store"}
print(sorted(heavy & set(sys.modules)))
"""


def asked(server: Starlette, path: str, method: str = "GET") -> tuple[int, str]:
    """Status and text that an application answers, without a server."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": b"",
        "headers": [],
    }
    with ThreadPoolExecutor() as apart:  # a browser test may have a loop in this thread
        apart.submit(lambda: asyncio.run(server(scope, receive, send))).result()
    return sent[0]["status"], sent[1]["body"].decode()


def test_routes_are_made_once_with_the_first_request_for_one_of_them() -> None:
    made = []

    async def answer(request: Request) -> Response:
        return PlainTextResponse(str(request.path_params))

    def make() -> list[Route]:
        made.append("made")
        return [Route("/a/{name}", answer, methods=["GET"]), Route("/b/{number:int}", answer)]

    server = Starlette(routes=later(["a", "b"], make))
    assert asked(server, "/elsewhere")[0] == 404
    assert made == []

    assert "'name': 'x'" in asked(server, "/a/x")[1]
    assert "'number': 7" in asked(server, "/b/7")[1]
    assert asked(server, "/a/x/y")[0] == 404
    assert asked(server, "/b/seven")[0] == 404
    assert asked(server, "/a/x", "POST")[0] == 405
    assert made == ["made"]


def test_every_route_lies_in_a_folder_that_is_served_and_every_folder_has_one() -> None:
    assert {route.path.split("/")[1] for route in routes()} == set(app.FOLDERS)


def test_the_server_answers_before_records_and_atlas_are_imported() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)

    assert told.stdout == "[]\n"
