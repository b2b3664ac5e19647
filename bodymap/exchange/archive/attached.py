"""The archive within a file: the file itself, or what a report in PDF carries along."""

import io
from typing import IO, Final

from bodymap.errors import ImportRefused

NAME: Final = "bodymap-records.zip"
"""Name under which a report carries its records."""
LARGEST_PDF: Final = 50_000_000
"""Most bytes of a report; hundreds of visits are smaller."""
_HEAD: Final = b"%PDF-"


def archive_within(source: IO[bytes]) -> IO[bytes]:
    """The archive that a file is or carries; it still has to be opened and judged.

    Raises:
        ImportRefused: it is a PDF that cannot be read, or that carries no records.
    """
    source.seek(0)
    head = source.read(len(_HEAD))
    if head != _HEAD:
        source.seek(0)
        return source
    data = head + source.read(LARGEST_PDF)
    if len(data) > LARGEST_PDF:
        raise ImportRefused("the file", f"this PDF has more than {LARGEST_PDF:,} bytes")
    found = _attached(data)
    if len(found) != 1:
        raise ImportRefused(NAME, "this PDF carries no records")
    return io.BytesIO(found[0])


def _attached(data: bytes) -> list[bytes]:
    # Imported here, because starting the app should not wait for it.
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    # What the reader raises for PDF files that are damaged or made up.
    unreadable = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError)
    try:
        return PdfReader(io.BytesIO(data)).attachments.get(NAME, [])
    except (*unreadable, OSError, RuntimeError, TypeError, ValueError) as error:
        raise ImportRefused("the file", f"this PDF cannot be read ({str(error)[:80]})") from error
