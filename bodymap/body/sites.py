"""Sites: the places that literature and people name. A union of regions, or cells inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bodymap.body.laterality import Laterality


@dataclass(frozen=True, slots=True)
class Site:
    """One named place.

    Attributes:
        id: Slug, such as `shoulder_front`.
        regions: Base ids of the regions it is made of; empty for a place inside the body.
        inside: For a place inside the body its cell on the patient's RIGHT and on the LEFT, or its
            one cell on the MIDLINE; else empty.
        at: Base id of the region at which a place inside the body is offered; else None.
        plain_label: For a place inside the body its name in everyday words; else None (regions
            have their own).
        laterality: `paired` (recorded left or right), `midline` (one place) or `both` (on the
            midline, and may be recorded left, right or both).
    """

    id: str
    regions: tuple[str, ...]
    inside: Mapping[Laterality, int]
    at: str | None
    plain_label: str | None
    laterality: str


def read_sites(rows: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Site]:
    """Sites by id.

    Args:
        rows: Content of `sites.json`.

    Raises:
        KeyError: A row has neither regions nor cells inside, or no laterality.
        TypeError, ValueError: Its cells inside are not numbers by side.
    """
    return MappingProxyType({site_id: _site(site_id, row) for site_id, row in rows.items()})


def _site(site_id: str, row: Mapping[str, Any]) -> Site:
    inside = {Laterality(side): int(cell) for side, cell in dict(row.get("inside", {})).items()}
    return Site(
        id=site_id,
        regions=() if inside else tuple(row["regions"]),
        inside=MappingProxyType(inside),
        at=row.get("at"),
        plain_label=row.get("plain_label"),
        laterality=row["laterality"],
    )
