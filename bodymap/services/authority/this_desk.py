"""Proof that a browser belongs to this desk: whoever may read the data folder may open it.

A key lies in the data folder, readable for its owner alone. A pass, made by the terminal and good
for one use, is exchanged for a cookie that the key vouches for. Nothing is concluded from where a
connection comes from or what its headers say. Standard library only, so that a start is quick.
"""

import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PATH: Final = "/desk"
"""Path under which a pass is exchanged for the cookie."""
PASS: Final = "pass"  # noqa: S105 - the name of a parameter, not a password
KEPT_FOR_SECONDS: Final = 400 * 24 * 3600
"""How long a browser keeps the cookie; browsers allow no more than 400 days."""

_FOLDER: Final = "desk"
_KEY: Final = "key"
_ADDRESS: Final = "address"
_BYTES: Final = 32
_OWNER_ONLY: Final = 0o600
_SEEN: Final[dict[Path, str]] = {}
"""Keys that were read: where a folder is taken away, it is the records that are missed."""


@dataclass(frozen=True)
class ThisDesk:
    """The key of one installation.

    Attributes:
        data_folder: Where its records lie.
    """

    data_folder: Path

    def new_pass(self) -> str:
        """A pass for one use, in place of any that was not used yet. Writes.

        Raises:
            OSError: the data folder cannot be written.
        """
        made = secrets.token_urlsafe(_BYTES)
        _write(self._folder / PASS, _digest(made))
        return made

    def accepts(self, given: str) -> bool:
        """Whether this is the pass; it is used up by that. Writes."""
        kept = _read(self._folder / PASS)
        if kept is None or not hmac.compare_digest(kept, _digest(given)):
            return False
        try:
            (self._folder / PASS).unlink()  # of two at the same moment, one succeeds
        except OSError:
            return False
        return True

    @property
    def cookie_name(self) -> str:
        """Name of the cookie; it differs between installations, as browsers mix up their ports."""
        return f"bodymap_desk_{hashlib.sha256(self._key).hexdigest()[:12]}"

    @property
    def cookie(self) -> str:
        """What the cookie holds; the same as long as the key is."""
        return hmac.new(self._key, b"this desk", hashlib.sha256).hexdigest()

    def is_proven(self, cookies: Mapping[str, str]) -> bool:
        """Whether a browser with these cookies belongs to this desk."""
        given = cookies.get(self.cookie_name)
        return given is not None and hmac.compare_digest(given.encode(), self.cookie.encode())

    def note_address(self, address: str) -> None:
        """Note where the pages are, for `bodymap open`. Writes."""
        _write(self._folder / _ADDRESS, address)

    def noted_address(self) -> str | None:
        """Where the pages were started last; None if they never were."""
        return _read(self._folder / _ADDRESS)

    def forget_browsers(self) -> None:
        """Make a new key: no browser that was let in belongs to this desk any more. Writes."""
        _write(self._folder / _KEY, secrets.token_hex(_BYTES))
        (self._folder / PASS).unlink(missing_ok=True)

    @property
    def _folder(self) -> Path:
        return self.data_folder / _FOLDER

    @property
    def _key(self) -> bytes:
        path = self._folder / _KEY
        kept = _read(path) or _SEEN.get(path)
        if kept is None:
            with contextlib.suppress(FileExistsError):  # made at the same moment: that one counts
                _write(path, secrets.token_hex(_BYTES), anew=False)
            kept = _read(path) or ""
        if len(kept) != 2 * _BYTES:
            message = f"{path} is damaged; remove it, then open Bodymap with `bodymap open`"
            raise OSError(message)
        _SEEN[path] = kept
        return bytes.fromhex(kept)


def address_with(made: str, at: str) -> str:
    """The address that lets a browser in: a pass at the address of the pages."""
    return f"{at.rstrip('/')}{PATH}?{PASS}={made}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def _read(path: Path) -> str | None:
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None


def _write(path: Path, text: str, *, anew: bool = True) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if anew:
            fresh.replace(path)
        else:
            os.link(fresh, path)  # refuses to take the place of a file that is there
    finally:
        fresh.unlink(missing_ok=True)
