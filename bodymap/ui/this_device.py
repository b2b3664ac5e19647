"""Whether a browser runs on the machine that the server runs on. Pure; false where in doubt.

A hint, not a proof: what a link opens is decided by its token, and what is not shared is not
reachable from elsewhere in the first place.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_FORWARDED: Final = (
    "Forwarded",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Real-IP",
    "Via",
)
"""What a go-between adds: then the address is its own, and who asks may be anywhere."""


def is_this_device(address: str | None, headers: Mapping[str, str]) -> bool:
    """Whether somebody at this machine asks.

    Args:
        address: Where the connection comes from; None stands for this machine.
        headers: Of the request, by any spelling of their names that the mapping allows.
    """
    if address is not None and address not in _LOOPBACK:
        return False
    if any(headers.get(name) is not None for name in _FORWARDED):
        return False
    # A page of somebody else's may be shown under a name that leads here (DNS rebinding).
    origin = headers.get("Origin")
    named = f"//{headers.get('Host') or ''}"
    return _is_loopback(named) and (origin is None or _is_loopback(origin))


def _is_loopback(address: str) -> bool:
    try:
        return urlsplit(address).hostname in _LOOPBACK
    except ValueError:
        return False
