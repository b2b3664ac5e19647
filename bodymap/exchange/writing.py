"""A drawing as a file, of the kind that its ending names."""

from pathlib import Path
from typing import Final

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
