"""The works that entries cite."""

from enum import StrEnum
from typing import Literal

from bodymap.atlas.base import Certainty, Entry, Slug, SourceKind, Text


class Access(StrEnum):
    """How much of a source was read when the entry was written."""

    READ_IN_FULL = "read_in_full"
    ABSTRACT_OR_EXCERPT = "abstract_or_excerpt"
    PARTLY_CHECKED = "partly_checked"
    GENERAL_KNOWLEDGE = "general_knowledge"


class Source(Entry):
    """One work that statements cite by its id.

    Attributes:
        year: Year of publication; `None` where the work gives none.
        licence: What may be done with its text; the atlas only restates facts.
        doi_seen: Whether the DOI was seen on the work itself.
    """

    id: Slug
    title: Text
    authors: Text
    year: int | None
    kind: SourceKind
    access: Access
    licence: Text
    notes: Text | None = None
    url: Text | None = None
    doi: Text | None = None
    doi_seen: bool | None = None
    pmid: Text | None = None
    isbn: Text | None = None
    certainty: Certainty | None = None


class SourcesFile(Entry):
    """`sources.yaml`: the sources, and what the words for access mean."""

    schema_version: Literal[1]
    access_values: dict[Access, Text]
    sources: tuple[Source, ...]
