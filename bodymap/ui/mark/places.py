"""Places of the body by name, as a person chooses them from a list."""

from bodymap.body import Body, Laterality
from bodymap.ui.wording import LATERALITIES


def region_names(body: Body) -> dict[str, str]:
    """Regions of the skin and the pelvic floor by id, in the order of their everyday names."""
    named = {
        region.id: named_place(region.plain_label, region.laterality)
        for region in body.regions.values()
    }
    return dict(sorted(named.items(), key=lambda item: item[1]))


def place_names(body: Body) -> dict[str, str]:
    """All places by what stands for them: a region's id, or a site inside and its side."""
    named = region_names(body)
    for site in body.sites.values():
        for side in site.inside:
            label = site.plain_label or site.id
            named[f"{site.id}:{side.value}"] = named_place(label, side, "inside")
    return dict(sorted(named.items(), key=lambda item: item[1]))


def named_place(label: str, side: Laterality, where: str = "") -> str:
    """A place with its side, such as "Palm, right"."""
    parts = (label, where, "" if side is Laterality.MIDLINE else LATERALITIES[side])
    return ", ".join(part for part in parts if part)
