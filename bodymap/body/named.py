"""Which cells the names of regions and sites mean, and which name a cell has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from bodymap.body.cells import Cells, FigureCells, per_region
from bodymap.body.laterality import Laterality
from bodymap.body.regions import Region, RegionShare
from bodymap.body.sites import Site
from bodymap.errors import UnknownRegion, UnknownSite

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Named:
    """The cells under their names; masks have shape (cells.count,).

    Attributes:
        cells: What is known of the cells.
        regions: Regions by id, in the order of their numbers.
        sites: Sites by id.
    """

    cells: Cells
    regions: Mapping[str, Region]
    sites: Mapping[str, Site]

    def region(self, region_id: str) -> Region:
        """A region by id; raises `UnknownRegion`."""
        if region_id not in self.regions:
            raise UnknownRegion(region_id, self.regions)
        return self.regions[region_id]

    def region_of(self, cell: int) -> str | None:
        """Id of the region of a cell; None for a place inside the body."""
        number = int(self.cells.region[cell])
        return self._region_ids[number] if number < len(self._region_ids) else None

    def of_regions(self, region_ids: Iterable[str]) -> Mask:
        """Cells of whole regions; raises `UnknownRegion`."""
        return self._of_numbers(self.region(region_id).number for region_id in region_ids)

    def of_site(self, site_id: str, laterality: Laterality) -> Mask:
        """Cells of a site, or of one half of it; see `area.of_site`. Raises `UnknownSite`."""
        if site_id not in self.sites:
            raise UnknownSite(site_id, self.sites)
        site = self.sites[site_id]
        if site.inside:
            mask = np.zeros(self.cells.count, bool)
            chosen = site.inside.get(laterality)
            mask[list(site.inside.values()) if chosen is None else chosen] = True
            return mask
        mask = self._of_numbers(n for base in site.regions for n in self._numbers_of_base[base])
        if laterality.sign and site.laterality != "midline":
            mask &= self.cells.sign == laterality.sign
        return mask

    def inside_offered(self, region_id: str) -> tuple[int, ...]:
        """Cells of places inside the body that are offered at a region, such as teeth at the mouth.

        A region of one side offers that side; one on the midline offers all.

        Raises:
            UnknownRegion: The partition has no such region.
        """
        region = self.region(region_id)
        return tuple(
            cell
            for site in self.sites.values()
            if site.at == region.base
            for side, cell in site.inside.items()
            if Laterality.MIDLINE in {side, region.laterality} or side is region.laterality
        )

    def shares(self, own: FigureCells, cells: npt.NDArray[np.intp]) -> Mapping[str, RegionShare]:
        """How much of each region some cells take on a figure; see `Figure.shares_by_region`."""
        ids = self._region_ids
        return {
            ids[number]: RegionShare(cm2, share)
            for number, cm2, share in per_region(self.cells, own, cells)
        }

    def _of_numbers(self, numbers: Iterable[int]) -> Mask:
        mask = np.zeros(self.cells.count, bool)
        for number in numbers:
            mask[self.cells.of_region(number)] = True
        return mask

    @cached_property
    def _region_ids(self) -> tuple[str, ...]:
        return tuple(self.regions)

    @cached_property
    def _numbers_of_base(self) -> Mapping[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for region in self.regions.values():
            numbers.setdefault(region.base, []).append(region.number)
        return numbers
