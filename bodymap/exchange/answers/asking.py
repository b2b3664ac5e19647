"""Opening a table of answers: whether a file is one, and what it asks."""

import csv
import io
import zipfile
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Final

from bodymap.atlas import Atlas
from bodymap.errors import ImportRefused
from bodymap.exchange.answers.columns import Question, plain, questions
from bodymap.exchange.answers.writing import ANSWERS
from bodymap.exchange.archive.reading import open_zip, unpacking

LARGEST: Final = 50_000_000
"""Most bytes of a table of answers."""
_MOST_CELL: Final = 100_000
_FIRST_ROW: Final = 2
_LOOKED_AT: Final = 2_000
_BETWEEN_CELLS: Final = frozenset(b",;\t")
Row = Sequence[str]


@dataclass(frozen=True)
class Asked:
    """A table of answers, as far as it says what it holds.

    Attributes:
        questions: Its questions about places, each with the numberings that it may be in.
        head: Names of its columns.
        rows: Its rows, with their number as a spreadsheet counts.
    """

    questions: tuple[Question, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]


def answers_within(source: IO[bytes]) -> IO[bytes] | None:
    """The table of answers that a file is, or that a zip of ours holds; None if it is neither."""
    source.seek(0)
    head = source.read(_LOOKED_AT)
    if head.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(source) as archive:
                if ANSWERS not in archive.namelist():
                    return None
            with unpacking("the file"), open_zip(source, most_bytes=LARGEST) as archive:
                return io.BytesIO(archive.read(ANSWERS))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return None
    first = head.splitlines()[0] if head else b""
    is_json = head.lstrip(BOM_UTF8 + b" \t\r\n").startswith(b"{")
    if is_json or head.startswith(b"%PDF") or b"\0" in head or not _BETWEEN_CELLS & {*first}:
        return None
    return source


def asked_in(source: IO[bytes], atlas: Atlas) -> Asked:
    """Open a table of answers and find its questions about places.

    Raises:
        ImportRefused: it is no table, or asks for no places on a chart that is known.
    """
    source.seek(0)
    data = source.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ImportRefused("the file", f"a table of answers has at most {LARGEST:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportRefused("the file", "a table has to be saved as UTF-8") from None
    first = text.partition("\n")[0]
    csv.field_size_limit(_MOST_CELL)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True
    )
    try:
        head = tuple(next(reader, []))
        if len({plain(name) for name in head}) != len(head):
            raise ImportRefused("the first row", "two columns have the same name")
        rows = tuple((n, row) for n, row in enumerate(reader, _FIRST_ROW) if any(row))
    except csv.Error as error:
        raise ImportRefused("the file", f"it is no table ({str(error)[:80]})") from error
    for number, row in rows:
        if len(row) != len(head):
            raise ImportRefused(f"row {number}", f"it has {len(row)} cells and not {len(head)}")
    found = questions(head, [row for _, row in rows], atlas)
    if not found:
        reason = (
            "no column asks for places on a body chart; name them such as choir___101, "
            "michigan___0 or wpi___1, or put the codes into one column"
        )
        raise ImportRefused("the first row", reason)
    return Asked(found, head, rows)
