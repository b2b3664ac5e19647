"""What a needle could injure. Named always, explained never as a technique."""

from enum import StrEnum
from typing import Literal

from bodymap.atlas.base import Certainty, Citations, Entry, Slug, Text


class RiskLevel(StrEnum):
    """How dangerous needling in a muscle is; a warning, not a permission."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    SPECIALIST_ONLY = "specialist_only"


class Hazard(Entry):
    """A structure near some muscles, and what happens when it is reached."""

    id: Slug
    structure: Text
    risk: Text


class HazardsFile(Entry):
    """`hazards.yaml`: the catalogue. Its sources and certainty hold for every hazard in it."""

    schema_version: Literal[1]
    sources: Citations
    certainty: Certainty
    hazards: tuple[Hazard, ...]


class Needling(Entry):
    """What stands close to a muscle.

    Attributes:
        hazards: Ids of `hazards.yaml`, the most important first.
    """

    risk_level: RiskLevel
    hazards: tuple[Slug, ...]
    note: Text | None = None
    sources: Citations
