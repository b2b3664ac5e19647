"""All views of a group, ready to be written: cells, outlines, relief, and the mirror pictures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps

from tools.figure import partition
from tools.figure.outlines import Outlines, number, trace
from tools.figure.picture import BACKGROUND, OVERSAMPLE, draw
from tools.figure.relief import relief
from tools.figure.tidy import prune, without_crumbs
from tools.figure.views import View

Ints = npt.NDArray[np.int64]
_RELIEF_PIXELS_PER_UNIT = {"main": 1.2, "head": 1.4, "hand": 1.2, "foot": 1.2}
_NUMBER = re.compile(r"-?\d+(?:\.\d)?")


@dataclass(frozen=True, eq=False)
class Region:
    """A region as one view shows it, in view units."""

    d: str
    at: tuple[float, float]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Drawn:
    """A finished view.

    Attributes:
        id: view id.
        group: of the view.
        width: view units.
        height: view units.
        cells: (height, width) cell numbers, 65535 outside.
        outline: SVG path of the silhouette.
        regions: region id to its outline, in partition order.
        relief: overlay image or None.
        mirror_of: id of the view this is the mirror picture of.
        area_error: relative, of the outlines against the silhouette.
    """

    id: str
    group: str
    width: int
    height: int
    cells: npt.NDArray[np.uint16]
    outline: str
    regions: dict[str, Region]
    relief: Image.Image | None
    mirror_of: str | None = None
    area_error: float = 0.0


def group(views: Sequence[View], figure: str, mirror: Ints, *, shaded: bool = True) -> list[Drawn]:
    """Draw the views of one group of a figure; 5 to 10 s each.

    Args:
        views: that belong together; slivers are told by comparing them.
        figure: name of a recipe.
        mirror: (n,) mirror image of every cell.
        shaded: make the relief too.
    """
    pictures = {v.id: draw(v, figure) for v in views}
    left = np.array([r.laterality == "LEFT" for r in partition.REGIONS])
    labels = prune(
        {k: p.labels() for k, p in pictures.items()},
        {k: 1 / p.scale**2 for k, p in pictures.items()},
        # of the far side in profile, and of the other limb, nothing is offered
        {v.id: left for v in views if not v.symmetric},
        len(partition.REGIONS),
    )
    small = np.array([r.small for r in partition.REGIONS])
    out = []
    for view in views:
        picture = pictures[view.id]
        close = view.group != "main"
        tidy = without_crumbs(labels[view.id], 7 if close else 8, 4, small)
        if view.symmetric:
            tidy = _made_symmetric(tidy)
        traced = trace(tidy, OVERSAMPLE)
        drawn = Drawn(
            id=view.id,
            group=view.group,
            width=picture.width,
            height=picture.height,
            cells=picture.cells(),
            outline=traced.outline,
            regions=_named(traced),
            relief=relief(picture, _relief_height(view)) if shaded else None,
            area_error=traced.area_error,
        )
        out.append(drawn)
        if view.mirror:
            out.append(mirrored(drawn, view.mirror, mirror))
    return out


def _made_symmetric(labels: Ints) -> Ints:
    """The left half of the picture and its mirror image with left and right regions swapped."""
    ids = [r.id for r in partition.REGIONS]
    swap = np.array([*(ids.index(other_side(i)) for i in ids), -1])
    left = labels[:, : labels.shape[1] // 2]
    return np.concatenate([left, swap[left][:, ::-1]], axis=1)


def _relief_height(view: View) -> int:
    return round(_RELIEF_PIXELS_PER_UNIT[view.group] * view.height)


def _named(traced: Outlines) -> dict[str, Region]:
    return {
        partition.REGIONS[k].id: Region(d, traced.at[k], traced.box[k])
        for k, d in sorted(traced.paths.items())
    }


def _flipped_path(path: str, width: int) -> str:
    """A path seen in a mirror; every other number is an x (absolute M, C, L only)."""
    count = 0

    def flip(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        text = found.group()
        return number(width - float(text)) if count % 2 else text

    return _NUMBER.sub(flip, path)


def other_side(region_id: str) -> str:
    """Id of the region at the mirror image."""
    if region_id.endswith(".right"):
        return region_id.removesuffix(".right") + ".left"
    if region_id.endswith(".left"):
        return region_id.removesuffix(".left") + ".right"
    return region_id


def mirrored(drawn: Drawn, view_id: str, mirror: Ints) -> Drawn:
    """The view of the other side: picture flipped, cells and regions of the other side."""
    flipped = drawn.cells[:, ::-1].astype(np.int64)
    inside = flipped != BACKGROUND
    flipped[inside] = mirror[flipped[inside]]
    w = drawn.width
    order = {r.id: i for i, r in enumerate(partition.REGIONS)}
    regions = {
        other_side(k): Region(
            d=_flipped_path(r.d, w),
            at=(round(w - r.at[0], 1), r.at[1]),
            box=(round(w - r.box[2], 1), r.box[1], round(w - r.box[0], 1), r.box[3]),
        )
        for k, r in drawn.regions.items()
    }
    return Drawn(
        id=view_id,
        group=drawn.group,
        width=w,
        height=drawn.height,
        cells=flipped.astype(np.uint16),
        outline=_flipped_path(drawn.outline, w),
        regions=dict(sorted(regions.items(), key=lambda item: order[item[0]])),
        relief=_flipped_image(drawn.relief),
        mirror_of=drawn.id,
        area_error=drawn.area_error,
    )


def _flipped_image(image: Image.Image | None) -> Image.Image | None:
    if image is None:
        return None
    out = ImageOps.mirror(image)
    out.info["transparency"] = image.info["transparency"]
    return out
