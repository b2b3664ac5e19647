"""Who is taken to sit at this machine: in doubt nobody."""

import pytest

from bodymap.ui.this_device import is_this_device

HOST = {"Host": "localhost:8501"}


@pytest.mark.parametrize("address", [None, "127.0.0.1", "::1"])
@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8501", "LOCALHOST:8501", "127.0.0.1:8501", "[::1]:8501"]
)
def test_a_browser_on_this_machine_is(address: str | None, host: str) -> None:
    assert is_this_device(address, {"Host": host})
    assert is_this_device(address, {"Host": host, "Origin": f"http://{host}"})


@pytest.mark.parametrize(
    "address", ["192.168.1.7", "10.0.0.1", "172.17.0.1", "::ffff:127.0.0.1", "fe80::1", "", "x"]
)
def test_a_connection_from_elsewhere_is_not(address: str) -> None:
    assert not is_this_device(address, HOST)


@pytest.mark.parametrize(
    "name", ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via"]
)
@pytest.mark.parametrize("value", ["", "127.0.0.1", "203.0.113.9"])
def test_whoever_comes_through_a_go_between_is_not(name: str, value: str) -> None:
    assert not is_this_device(None, {**HOST, name: value})


@pytest.mark.parametrize(
    "host",
    ["praxis.test:8501", "192.168.1.5:8501", "localhost.evil.test", "127.0.0.1.evil.test", "[", ""],
)
def test_whoever_asked_for_another_name_is_not(host: str) -> None:
    assert not is_this_device(None, {"Host": host})


def test_without_a_name_nobody_is() -> None:
    assert not is_this_device(None, {})


@pytest.mark.parametrize("origin", ["http://evil.test", "null", "", "http://["])
def test_a_page_of_somebody_else_that_asks_from_this_machine_is_not(origin: str) -> None:
    assert not is_this_device(None, {**HOST, "Origin": origin})
