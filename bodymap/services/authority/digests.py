"""Digests of secrets: what is kept instead of a link's token or a PIN."""

import hashlib
import hmac
from typing import Final

_LOG_COST: Final = 14
_BLOCK: Final = 8
_LANES: Final = 1
_LENGTH: Final = 32
"""scrypt (RFC 7914) with N = 2^14, r = 8, p = 1: 16 MB and some 50 ms for every guess."""


def token_digest(token: str) -> str:
    """SHA-256 of a token. It has 256 random bits, so nobody finds it by guessing."""
    return hashlib.sha256(token.encode()).hexdigest()


def pin_digest(pin: str, salt: str) -> str:
    """Digest of a PIN with its salt, as `scrypt:salt:digest`; slow on purpose, as PINs are short.

    Args:
        pin: Any text.
        salt: Random, without ':'.
    """
    return f"scrypt:{salt}:{_slow(pin, salt)}"


def is_pin(pin: str, kept: str) -> bool:
    """Whether this is the PIN that `kept` was made of by `pin_digest`."""
    _, salt, digest = kept.split(":")
    return hmac.compare_digest(_slow(pin, salt), digest)


def _slow(pin: str, salt: str) -> str:
    digest = hashlib.scrypt(
        pin.encode(errors="replace"),
        salt=salt.encode(),
        n=1 << _LOG_COST,
        r=_BLOCK,
        p=_LANES,
        dklen=_LENGTH,
    )
    return digest.hex()
