"""Names of regions: one row per kind of place, expanded to one region per side."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A kind of place on the body, before it is told apart by side.

    Attributes:
        base: slug without side.
        site: the site it is a piece of.
        label: clinical name.
        plain_label: the same in words for a twelve-year-old.
        midline: one region straddles the mid-plane instead of one per side.
        small: offered when zoomed in.
    """

    base: str
    site: str
    label: str
    plain_label: str
    midline: bool = False
    small: bool = False


@dataclass(frozen=True)
class RegionName:
    """One region of the partition.

    Attributes:
        id: `base.left`, `base.right`, or `base` on the mid-line.
        base: slug without side.
        laterality: LEFT, RIGHT (the patient's) or MIDLINE.
        label: clinical name.
        plain_label: the same in words for a twelve-year-old.
        group: heading it stands under (`neck`, `upper_back`, ...).
        small: offered when zoomed in.
    """

    id: str
    base: str
    laterality: str
    label: str
    plain_label: str
    group: str
    small: bool


def regions_of(places: Iterable[tuple[str, Place]]) -> tuple[RegionName, ...]:
    """Expand (group, place) rows to regions; of a pair the right one comes first."""
    found: list[RegionName] = []
    for group, place in places:
        for laterality in ("MIDLINE",) if place.midline else ("RIGHT", "LEFT"):
            region_id = place.base if place.midline else f"{place.base}.{laterality.lower()}"
            found.append(
                RegionName(
                    id=region_id,
                    base=place.base,
                    laterality=laterality,
                    label=place.label,
                    plain_label=place.plain_label,
                    group=group,
                    small=place.small,
                )
            )
    return tuple(found)
