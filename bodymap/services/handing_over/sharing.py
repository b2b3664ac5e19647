"""Where other devices reach this installation, if it was started for them."""

import os
import socket
from typing import Final

SHARED_AT: Final = "BODYMAP_SHARED_AT"
"""Environment variable with the address, such as `http://192.168.1.5:8501`."""
TOKEN: Final = "hand_over"  # noqa: S105 - the name of a parameter, not a token
"""Parameter of an address that carries a link's token."""
LANGUAGE: Final = "lang"
"""Parameter of an address that names the language of the page."""
_PATH: Final = "mark"
# Reserved for documentation (RFC 5737): no machine has it. A datagram socket that is connected
# sends nothing; the system only looks up which of its own addresses it would send from.
_NOWHERE: Final = ("192.0.2.1", 9)


def shared_at() -> str | None:
    """Address under which other devices reach this installation; None if it is not shared."""
    return os.environ.get(SHARED_AT) or None


def link_address(base: str, token: str, language: str | None = None) -> str:
    """The address that a link is.

    Args:
        base: Where the installation is reached.
        token: Of the link.
        language: Code of the language that the page speaks; None for what the browser wishes.
    """
    speaks = f"&{LANGUAGE}={language}" if language else ""
    return f"{base.rstrip('/')}/{_PATH}?{TOKEN}={token}{speaks}"


def own_address() -> str | None:
    """This machine's address in its network, found out without sending anything; None if alone."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_NOWHERE)
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return address
