"""Files that leave: drawings by the ending of their name, and others whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from bodymap.errors import FileNotWritten, UnknownPictureKind
from bodymap.exchange.drawing import Drawing
from bodymap.exchange.png import to_png
from bodymap.exchange.svg import to_svg

KINDS: Final = (".png", ".svg")


def write_picture(drawing: Drawing, path: Path) -> None:
    """Write a drawing, over a file of that name.

    Raises:
        UnknownPictureKind: The file's ending is neither `.png` nor `.svg`.
        FileNotWritten: It cannot be written there.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise UnknownPictureKind(path.name, KINDS)
    data = to_png(drawing) if kind == ".png" else to_svg(drawing).encode()
    try:
        path.write_bytes(data)
    except OSError as error:
        raise FileNotWritten(str(path), error.strerror or "it cannot be opened") from error


@contextmanager
def fresh_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes its name, over a file of that name, once it is whole.

    It can be read by its owner alone, as it may hold records of people.

    Raises:
        FileNotWritten: It cannot be written there.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise FileNotWritten(str(path), error.strerror or "it cannot be opened") from error
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise FileNotWritten(str(path), error.strerror or "it cannot be written") from error
    finally:
        part.unlink(missing_ok=True)
