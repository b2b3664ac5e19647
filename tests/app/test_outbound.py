"""The server asks nobody outside for anything."""

import http.client
from pathlib import Path

import pytest

from tests.serving import Server, running_app

pytestmark = pytest.mark.slow

GUARD = """
import os
import socket

_LOCAL = ("127.", "::1", "localhost", "0.0.0.0")
_RECORD = os.environ["SOCKET_RECORD"]


def _refuse(what, target):
    with open(_RECORD, "a") as record:
        record.write(f"{what} {target!r}\\n")
    raise OSError(f"refused: {what} {target!r}")


def _checked(real):
    def connect(self, address, *rest):
        if self.family != socket.AF_UNIX and not str(address[0]).startswith(_LOCAL):
            _refuse("connect", address)
        return real(self, address, *rest)
    return connect


socket.socket.connect = _checked(socket.socket.connect)
socket.socket.connect_ex = _checked(socket.socket.connect_ex)
socket.socket.sendto = (lambda real: lambda self, data, *rest: (
    real(self, data, *rest) if str(rest[-1][0]).startswith(_LOCAL) else _refuse("send", rest[-1])
))(socket.socket.sendto)
_resolve = socket.getaddrinfo


def getaddrinfo(host, *rest, **named):
    if host and not str(host).startswith(_LOCAL):
        _refuse("resolve", host)
    return _resolve(host, *rest, **named)


socket.getaddrinfo = getaddrinfo
with open(_RECORD, "a") as record:
    record.write("guard in place\\n")
"""


def handshake(server: Server, origin: str) -> int:
    """Status of an answer to a page of `origin` that asks for the websocket."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Origin": origin,
    }
    connection.request("GET", "/_stcore/stream", headers=headers)
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize(
    "arguments",
    [(), ("--address", "0.0.0.0", "--host-name", "praxis.test")],
    ids=["loopback", "every interface"],
)
def test_the_server_opens_no_socket_to_another_machine(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD)
    record = tmp_path / "sockets.txt"
    environment = {"PYTHONPATH": str(guard), "SOCKET_RECORD": str(record)}

    with running_app(tmp_path / "data", *arguments, environment=environment) as server:
        assert server.get("/")[0] == 200
        assert handshake(server, "http://elsewhere.example") == 403

    assert set(record.read_text().splitlines()) == {"guard in place"}
