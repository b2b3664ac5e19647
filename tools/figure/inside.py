"""Places inside the body: one cell on each side, or one on the mid-line."""

from dataclasses import dataclass

from tools.figure.partition import SITES

# Site to its clinical name and the same in words for a twelve-year-old.
_NAMES = {
    "head_whole_inside": ("Inside the head (diffuse)", "Deep inside the head"),
    "teeth_upper": ("Upper teeth", "Upper teeth"),
    "teeth_lower": ("Lower teeth", "Lower teeth"),
    "pelvis_deep": ("Deep in the pelvis", "Deep inside the pelvis"),
    "urethra_bladder": (
        "Urethra and bladder (felt inside)",
        "Bladder or urethra (felt inside)",
    ),
}


@dataclass(frozen=True)
class InsidePlace:
    """One cell inside the body; it has no area.

    Attributes:
        name: `site.right`, `site.left`, or the site's id on the mid-line.
        site: it is all of, or one half of.
        laterality: LEFT, RIGHT (the patient's) or MIDLINE.
        label: clinical name.
        plain_label: the same in words for a twelve-year-old.
        at: base id of the region at which it is offered.
    """

    name: str
    site: str
    laterality: str
    label: str
    plain_label: str
    at: str


def _places() -> tuple[InsidePlace, ...]:
    found = []
    for site in SITES.values():
        if site.at is None:
            continue
        label, plain_label = _NAMES[site.id]
        # pain deep in one half can be told from the other: only true midline sites have one cell
        for laterality in ("MIDLINE",) if site.laterality == "midline" else ("RIGHT", "LEFT"):
            suffix = "" if laterality == "MIDLINE" else f".{laterality.lower()}"
            name = site.id + suffix
            found.append(InsidePlace(name, site.id, laterality, label, plain_label, site.at))
    return tuple(found)


INSIDE = _places()
"""In the order of their cells, which are the last of all cells; a right one precedes its left."""


def cells_of(site: str, first: int) -> dict[str, int]:
    """Cell of each side of a site.

    Args:
        site: id.
        first: number of the first cell inside.

    Returns:
        RIGHT and LEFT, or MIDLINE, to cell number; empty if the site is not inside.
    """
    return {p.laterality: first + k for k, p in enumerate(INSIDE) if p.site == site}


def names_of(site: str) -> dict[str, str]:
    """`label` and `plain_label` of a site inside."""
    label, plain_label = _NAMES[site]
    return {"label": label, "plain_label": plain_label}


def mirror() -> list[int]:
    """Position in `INSIDE` of the mirror image of each place."""
    swap = {"RIGHT": "LEFT", "LEFT": "RIGHT", "MIDLINE": "MIDLINE"}
    where = {(p.site, p.laterality): k for k, p in enumerate(INSIDE)}
    return [where[p.site, swap[p.laterality]] for p in INSIDE]
