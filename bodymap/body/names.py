"""Reading the names of the body: its regions and sites, checked against each other."""

from collections.abc import Mapping

from bodymap.body.manifest import Manifest
from bodymap.body.regions import Region, read_regions
from bodymap.body.sites import Site, read_sites
from bodymap.errors import BodyFilesDamaged


def read_names(manifest: Manifest) -> tuple[Mapping[str, Region], Mapping[str, Site]]:
    """Regions and sites by id.

    Raises:
        BodyFilesMissing: One of their two files is not there.
        BodyFilesDamaged: One of them lacks a field, or a site names what does not exist.
    """
    name = "regions.json"
    try:
        regions = read_regions(manifest.read_json(name))
        name = "sites.json"
        sites = read_sites(manifest.read_json(name))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        problem = f"{type(error).__name__}: {error}"
        raise BodyFilesDamaged(manifest.path(name), problem) from error
    bases = {region.base for region in regions.values()}
    for site in sites.values():
        if not bases.issuperset(site.regions):
            problem = f"site {site.id!r} names a region that does not exist"
            raise BodyFilesDamaged(manifest.path(name), problem)
        for cell in site.inside.values():
            if not manifest.mesh_cells <= cell < manifest.cell_count:
                problem = f"site {site.id!r} has cell {cell}, which is not a place inside"
                raise BodyFilesDamaged(manifest.path(name), problem)
    return regions, sites
