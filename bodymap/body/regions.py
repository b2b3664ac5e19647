"""Regions: the pieces of the one partition of the body. Every surface cell lies in exactly one."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from bodymap.body.laterality import Laterality


@dataclass(frozen=True, slots=True)
class Region:
    """One piece of the partition.

    Attributes:
        id: Slug such as `shoulder_front.right`; pieces on the midline have no suffix.
        number: Its number in the arrays of this body version.
        base: The id without its side, such as `shoulder_front`.
        laterality: LEFT, RIGHT or MIDLINE.
        label: Name as a therapist says it.
        plain_label: Name as a patient says it.
        group: Part of the body it belongs to, such as `upper_back`.
        small: Too small to point at in a main view; offered when zoomed.
    """

    id: str
    number: int
    base: str
    laterality: Laterality
    label: str
    plain_label: str
    group: str
    small: bool


class RegionShare(NamedTuple):
    """How much of one region an area takes.

    Attributes:
        cm2: Surface of the model body, 0 on a pelvic-floor chart.
        share: Part of the region, 0 to 1; on a pelvic-floor chart, part of its cells.
    """

    cm2: float
    share: float


def read_regions(rows: list[dict[str, Any]]) -> Mapping[str, Region]:
    """Regions by id, in the order of their numbers.

    Args:
        rows: Content of `regions.json`.

    Raises:
        KeyError: A row lacks a field.
        ValueError: A laterality is not one.
    """
    return MappingProxyType(
        {
            row["id"]: Region(
                id=row["id"],
                number=number,
                base=row["base"],
                laterality=Laterality(row["laterality"]),
                label=row["label"],
                plain_label=row["plain_label"],
                group=row["group"],
                small=bool(row["small"]),
            )
            for number, row in enumerate(rows)
        }
    )
