"""What people type to find something: other names, complaints and diagnoses, words for pages."""

from typing import Annotated, Literal

from pydantic import Field

from bodymap.atlas.base import Certainty, Citations, Entry, Slug, Text

Said = Annotated[tuple[Text, ...], Field(min_length=1)]


class MuscleAlias(Entry):
    """Other names and abbreviations of a muscle."""

    muscle: Slug
    said: Said


class Complaint(Entry):
    """A complaint or a diagnosis as people call it.

    Attributes:
        said: What it is called; any of them finds it, the first is shown.
        muscles: Muscles whose pain is taken for it or typically felt so, the likeliest first.
        places: Sites and groups where it hurts.
    """

    said: Said
    muscles: Annotated[tuple[Slug, ...], Field(min_length=1)]
    places: Annotated[tuple[Slug, ...], Field(min_length=1)]


class PageAlias(Entry):
    """Words for a treatment or for a page to learn from: one of the two is named."""

    said: Said
    treatment: Slug | None = None
    topic: Slug | None = None


class AliasesFile(Entry):
    """`aliases.yaml`; its sources and certainty hold for every line of it."""

    schema_version: Literal[1]
    sources: Citations
    certainty: Certainty
    names: tuple[MuscleAlias, ...]
    complaints: tuple[Complaint, ...]
    pages: tuple[PageAlias, ...]
