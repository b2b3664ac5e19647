"""Names for patterns that give nothing away: what is to be recognised must not say what it is."""

import hashlib
import secrets
from typing import Final

from bodymap.body import Laterality

_BYTES: Final = 12


class PatternNames:
    """Gives patterns names and knows what they mean; the names hold for one run of the program."""

    def __init__(self, salt: bytes | None = None) -> None:
        self._salt = salt or secrets.token_bytes(_BYTES)
        self._meanings: dict[str, tuple[str, Laterality]] = {}

    def name(self, trigger_point: str, laterality: Laterality) -> str:
        """A name of 24 letters and digits; the same for the same pattern."""
        said = f"{trigger_point}/{laterality.value}".encode()
        name = hashlib.blake2s(said, key=self._salt, digest_size=_BYTES).hexdigest()
        self._meanings[name] = (trigger_point, laterality)
        return name

    def meaning(self, name: str) -> tuple[str, Laterality] | None:
        """Trigger point and side of its muscle; None for a name that was never given."""
        return self._meanings.get(name)
