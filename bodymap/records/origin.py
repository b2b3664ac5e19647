"""Where a record came from that was not made here."""

from typing import Literal

from bodymap.records.base import Line, Moment, Record, RecordId, Token

Kind = Literal["person", "assessment", "drawing"]
"""Kinds of record that travel."""


class Origin(Record):
    """That a record was imported: when, from which file, and how it was called there.

    Its id is the one that it had there.

    Attributes:
        kind: Kind of the record.
        at: When it was imported.
        source: Name of the file.
        written_at: When the file was written.
        code_then: The short code it had there; another was given where that one was taken here.
            Empty for people.
    """

    record_id: RecordId
    kind: Kind
    at: Moment
    source: Line
    written_at: Moment
    code_then: Token | Literal[""] = ""
