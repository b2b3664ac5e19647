"""Sites: the places that literature and people name. A union of regions, or one cell inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Site:
    """One named place.

    Attributes:
        id: Slug, such as `shoulder_front`.
        regions: Base ids of the regions it is made of; empty for a place inside the body.
        inside: Its cell, for a place inside the body; else None.
        at: Base id of the region at which a place inside the body is offered; else None.
        laterality: `paired` (recorded left or right), `midline` (one place) or `both` (on the
            midline, and may be recorded left, right or both).
    """

    id: str
    regions: tuple[str, ...]
    inside: int | None
    at: str | None
    laterality: str


def read_sites(rows: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Site]:
    """Sites by id.

    Args:
        rows: Content of `sites.json`.

    Raises:
        KeyError: A row has neither regions nor a cell inside, or no laterality.
        ValueError: A cell inside is not a number.
    """
    return MappingProxyType({site_id: _site(site_id, row) for site_id, row in rows.items()})


def _site(site_id: str, row: Mapping[str, Any]) -> Site:
    inside = row.get("inside")
    return Site(
        id=site_id,
        regions=() if inside is not None else tuple(row["regions"]),
        inside=None if inside is None else int(inside),
        at=row.get("at"),
        laterality=row["laterality"],
    )
