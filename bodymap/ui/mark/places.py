"""Places of the body by name, as a person chooses them from a list."""

from bodymap.body import Body
from bodymap.wording.places import place_with_side
from bodymap.wording.words import Words, words_in


def region_names(body: Body, words: Words | None = None) -> dict[str, str]:
    """Regions of the skin and the pelvic floor by id, in the order of their everyday names."""
    words = words or words_in()
    named = {
        region.id: place_with_side(region.plain_label, region.laterality, words)
        for region in body.regions.values()
    }
    return dict(sorted(named.items(), key=lambda item: item[1]))


def place_names(body: Body, words: Words | None = None) -> dict[str, str]:
    """All places by what stands for them: a region's id, or a site inside and its side."""
    words = words or words_in()
    named = region_names(body, words)
    for site in body.sites.values():
        for side in site.inside:
            label = site.plain_label or site.id
            named[f"{site.id}:{side.value}"] = place_with_side(label, side, words, inside=True)
    return dict(sorted(named.items(), key=lambda item: item[1]))
