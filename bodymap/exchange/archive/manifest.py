"""What an archive says of itself: its version, and of each file the size and hash."""

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from bodymap.records.base import Line, Moment, Record
from bodymap.records.origin import Kind

FORMAT: Final = "bodymap-archive"
VERSION: Final = 1
"""Version of the archive; a program reads its own and all earlier ones."""
NAME: Final = "manifest.json"
FILES: Final[dict[Kind, str]] = {
    "person": "people.jsonl",
    "assessment": "assessments.jsonl",
    "drawing": "drawings.jsonl",
}
"""The file of each kind of record, in the order in which they refer to each other."""


class FileEntry(Record):
    """What a file of the archive holds.

    Attributes:
        records: How many records.
        lines: How many lines: of each record one, and one for each of its editions.
        bytes: Its size.
        sha256: Its hash, in hexadecimal digits.
    """

    records: Annotated[int, Field(strict=True, ge=0)]
    lines: Annotated[int, Field(strict=True, ge=0)]
    bytes: Annotated[int, Field(strict=True, ge=0)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Manifest(Record):
    """What an archive says of itself.

    Attributes:
        format: Always `bodymap-archive`.
        version: Of the format.
        program: What wrote it, such as `Bodymap 0.2.0`.
        written_at: When.
        files: By name.
    """

    format: Literal["bodymap-archive"] = FORMAT
    version: Annotated[int, Field(strict=True, ge=1)] = VERSION
    program: Line
    written_at: Moment
    files: Annotated[dict[str, FileEntry], Field(max_length=20)]

    @property
    def counts(self) -> dict[Kind, int]:
        """How many records of each kind it holds."""
        return {kind: self.files[name].records for kind, name in FILES.items()}
