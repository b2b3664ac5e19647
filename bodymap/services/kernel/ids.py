"""Where new ids come from."""

import secrets
import time
import uuid
from collections.abc import Callable
from typing import Final, Protocol

# Without letters and digits that are read wrongly when spoken or written by hand.
_CODE_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CODE_LENGTH: Final = 6
_TOKEN_BYTES: Final = 32
_NANOSECONDS_PER_MILLISECOND: Final = 1_000_000


class Ids(Protocol):
    """Source of new ids."""

    def new(self) -> str:
        """A new id: a UUID, later ones sort after earlier ones."""

    def code(self) -> str:
        """A short code to say or write down; may repeat, so the caller checks."""

    def token(self) -> str:
        """A secret that nobody guesses: 43 letters, digits, '-' and '_'."""


def uuid7(nanoseconds: int, random_bits: int) -> uuid.UUID:
    """Build a time-ordered UUID, version 7 (RFC 9562, section 5.7 and 6.2 method 3).

    Args:
        nanoseconds: Time since 1970-01-01 UTC. 48 bits of milliseconds and 12 bits of the rest
            go into the id, so that ids made a quarter of a microsecond apart are in order.
        random_bits: 62 random bits; higher ones are ignored.
    """
    milliseconds, rest = divmod(nanoseconds, _NANOSECONDS_PER_MILLISECOND)
    fraction = rest * 4096 // _NANOSECONDS_PER_MILLISECOND
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | fraction << 64
    value |= 0b10 << 62 | random_bits & (1 << 62) - 1
    return uuid.UUID(int=value)


class SystemIds:
    """Ids from the clock and the system's source of randomness."""

    def __init__(self, nanoseconds: Callable[[], int] = time.time_ns) -> None:
        self._nanoseconds = nanoseconds

    def new(self) -> str:
        """A new version 7 UUID as 36 lower-case characters."""
        return str(uuid7(self._nanoseconds(), secrets.randbits(62)))

    def code(self) -> str:
        """Six characters, such as `K7M2QX`."""
        return "".join(secrets.choice(_CODE_SIGNS) for _ in range(_CODE_LENGTH))

    def token(self) -> str:
        """256 random bits as 43 characters that stand in an address as they are."""
        return secrets.token_urlsafe(_TOKEN_BYTES)
