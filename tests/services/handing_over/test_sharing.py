"""Where other devices reach this installation."""

import socket

import pytest

from bodymap.services.handing_over.sharing import SHARED_AT, link_address, own_address, shared_at


def test_a_link_leads_to_the_drawing_page_and_carries_its_token() -> None:
    assert link_address("http://192.168.1.5:8501", "a-B_9") == (
        "http://192.168.1.5:8501/mark?hand_over=a-B_9"
    )
    assert link_address("https://praxis.test", "x", "de") == (
        "https://praxis.test/mark?hand_over=x&lang=de"
    )
    assert link_address("https://praxis.test/", "x") == "https://praxis.test/mark?hand_over=x"


@pytest.mark.parametrize(("said", "at"), [("http://a.test:1", "http://a.test:1"), ("", None)])
def test_the_starter_says_whether_it_is_shared(
    monkeypatch: pytest.MonkeyPatch, said: str, at: str | None
) -> None:
    monkeypatch.setenv(SHARED_AT, said)

    assert shared_at() == at


class Probe(socket.socket):
    """A socket that must not send, in a network of our making."""

    network: str | None = "192.168.1.5"

    def connect(self, address: tuple[str, int]) -> None:
        assert self.type == socket.SOCK_DGRAM
        assert address[0].startswith("192.0.2.")
        if self.network is None:
            raise OSError

    def getsockname(self) -> tuple[str, int]:
        return str(self.network), 40_000


@pytest.mark.parametrize("network", ["192.168.1.5", None])
def test_the_own_address_is_found_without_sending_anything(
    monkeypatch: pytest.MonkeyPatch, network: str | None
) -> None:
    monkeypatch.setattr(Probe, "network", network)
    monkeypatch.setattr(socket, "socket", Probe)

    assert own_address() == network
