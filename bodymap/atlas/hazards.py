"""What a needle could injure. Named always, explained never as a technique."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bodymap.atlas.base import Certainty, Citations, Entry, Slug, Text


class RiskLevel(StrEnum):
    """How dangerous needling in a muscle is; a warning, not a permission."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    SPECIALIST_ONLY = "specialist_only"


class Hazard(Entry):
    """A structure near some muscles, and what happens when it is reached.

    Attributes:
        structure: Its name where neither side nor person is known.
        right: Its name on the right, where the sides differ; likewise `left`.
        female: Its name in women, where the sexes differ; likewise `male`.
        at: Groups and sites it lies at; elsewhere no needle reaches it.
    """

    id: Slug
    structure: Text
    right: Text | None = None
    left: Text | None = None
    female: Text | None = None
    male: Text | None = None
    risk: Text
    at: Annotated[tuple[Slug, ...], Field(min_length=1)]

    def named(self, *, side: str | None = None, sex: str | None = None) -> str:
        """What lies there.

        Args:
            side: The patient's side, "left" or "right"; None for either.
            sex: "female" or "male"; None where it is not known.
        """
        names = {"right": self.right, "left": self.left, "female": self.female, "male": self.male}
        told = (names.get(which) for which in (side, sex) if which)
        return next((name for name in told if name), self.structure)


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
