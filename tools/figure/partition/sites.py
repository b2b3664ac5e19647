"""Which regions make up each site."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SiteName:
    """A site: either the union of the regions `regions` (base ids), or a place inside at `at`."""

    id: str
    laterality: str
    regions: tuple[str, ...] = ()
    at: str | None = None


SITES: dict[str, SiteName] = {}
