"""Host and Origin, judged."""

import pytest

from bodymap.web.asked import is_known_name, is_own_page, names_of


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1:8501", True),
        ("localhost", True),
        ("[::1]:8501", True),
        ("praxis.test:8501", True),
        ("PRAXIS.test", True),
        ("evil.test:8501", False),
        ("127.0.0.1.evil.test", False),
        ("localhost@evil.test", False),
        ("[::1", False),
        ("", False),
        (None, False),
    ],
)
def test_only_names_of_this_server_are_answered(host: str | None, *, known: bool) -> None:
    assert is_known_name(host, names_of(["Praxis.test", None])) is known


@pytest.mark.parametrize(
    ("origin", "host", "scheme", "own"),
    [
        ("http://127.0.0.1:8501", "127.0.0.1:8501", "http", True),
        ("http://praxis.test", "praxis.test", "http", True),
        ("http://praxis.test", "praxis.test:80", "http", True),
        ("https://praxis.test", "praxis.test:443", "https", True),
        ("http://[::1]:8501", "[::1]:8501", "http", True),
        ("http://127.0.0.1:3000", "127.0.0.1:8501", "http", False),
        ("http://localhost:8501", "127.0.0.1:8501", "http", False),
        ("https://127.0.0.1:8501", "127.0.0.1:8501", "http", False),
        ("http://evil.test", "127.0.0.1:8501", "http", False),
        ("http://127.0.0.1:8501@evil.test", "127.0.0.1:8501", "http", False),
        ("null", "127.0.0.1:8501", "http", False),
        ("", "127.0.0.1:8501", "http", False),
        (None, "127.0.0.1:8501", "http", False),
        ("http://127.0.0.1:8501", None, "http", False),
        ("http://127.0.0.1:x", "127.0.0.1:8501", "http", False),
    ],
)
def test_only_a_page_of_this_very_server_is_its_own(
    origin: str | None, host: str | None, scheme: str, *, own: bool
) -> None:
    assert is_own_page(origin, host, scheme=scheme) is own
