"""Who is asked under which name, and by which page: Host and Origin of a request, judged. Pure."""

from collections.abc import Collection, Iterable
from typing import Final
from urllib.parse import urlsplit

LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def is_known_name(host: str | None, names: Collection[str]) -> bool:
    """Whether a Host header names this server.

    A page of somebody else's can be shown under a name that leads here (DNS rebinding); such a name
    is none of ours.

    Args:
        host: The header, with or without port; None if there was none.
        names: Names and addresses of this server, beside those of loopback.
    """
    named = _split(f"//{host}") if host else None
    return named is not None and (named[0] in LOOPBACK or named[0] in names)


def is_own_page(origin: str | None, host: str | None, *, scheme: str) -> bool:
    """Whether a page of this very server asks: same scheme, name and port.

    Args:
        origin: The Origin header; None if there was none: then no page asks, and it is refused.
        host: The Host header.
        scheme: `http` or `https`, as the server is reached.
    """
    if not origin or not host:
        return False
    at, own = _split(origin), _split(f"{scheme}://{host}")
    return at is not None and own is not None and at == own and origin.startswith(f"{scheme}://")


def names_of(addresses: Iterable[str | None]) -> frozenset[str]:
    """Names under which a server was told that it is reached, in small letters."""
    return frozenset(address.lower().strip("[]") for address in addresses if address)


def _split(address: str) -> tuple[str, int | None] | None:
    """Name and port of an address; None for what is none."""
    try:
        parts = urlsplit(address)
        name, port = parts.hostname, parts.port
    except ValueError:
        return None
    if name is None or parts.username is not None:
        return None
    return name, port if port is not None else _DEFAULT_PORTS.get(parts.scheme)
