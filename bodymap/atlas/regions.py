"""The places by name: groups of the body and the sites in them, with their published codes."""

from enum import StrEnum
from typing import Literal

from bodymap.atlas.base import Certainty, Citations, Entry, Slug, Text


class RegionKind(StrEnum):
    """A heading, or a site that can be chosen."""

    GROUP = "group"
    LEAF = "leaf"


class Sidedness(StrEnum):
    """Whether a place exists twice, lies on the midline, or spans it."""

    PAIRED = "paired"
    MIDLINE = "midline"
    BOTH = "both"


class CodeMatch(StrEnum):
    """How a published code fits our place: the same, wider, or something next to it."""

    EXACT = "exact"
    BROADER = "broader"
    RELATED = "related"


class Outlook(StrEnum):
    """The kind of picture that shows a place."""

    FRONT = "front"
    BACK = "back"
    SIDE = "side"
    SOLE = "sole"
    PERINEAL = "perineal"


class SnomedCode(Entry):
    """A SNOMED CT concept; `source` names the value set and with it the version it was checked in.

    Attributes:
        code: Concept identifier, as text: it is a name, not a number.
    """

    code: Text
    display: Text
    match: CodeMatch
    certainty: Certainty
    source: Slug


class UberonTerm(Entry):
    """A term of the Uberon anatomy ontology."""

    id: Text
    label: Text
    certainty: Certainty
    source: Slug


class Codes(Entry):
    """Codes of one place, by scheme. A missing code was not confirmed; none is guessed."""

    snomed_ct: SnomedCode | None = None
    uberon: UberonTerm | None = None


class NamedRegion(Entry):
    """A group of the body, or a site in it.

    Attributes:
        parent: Id of the group it belongs to; `None` for the outermost groups.
        required_region: One of the regions where trigger points are reported most, and which the
            figure divides most finely.
        aliases: Other names people use.
    """

    id: Slug
    label: Text
    plain_label: Text
    parent: Slug | None
    kind: RegionKind
    laterality: Sidedness
    views: tuple[Outlook, ...]
    required_region: bool = False
    codes: Codes = Codes()
    note: Text | None = None
    aliases: tuple[Text, ...] = ()
    certainty: Certainty


class RegionsFile(Entry):
    """`regions.yaml`: all groups and sites. Its sources hold for the labels and the grouping."""

    schema_version: Literal[1]
    sources: Citations
    regions: tuple[NamedRegion, ...]
