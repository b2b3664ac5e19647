"""Draw every referral pattern beside its words: `python -m tools.atlas.pattern_sheet [--out DIR]`.

Sheets by group of the body, made from the YAML files as they are now, for a muscle on the patient's
right: essential dark, spillover light, a cross where the trigger point is. Look through them after
a change of shapes, zones or regions. `--only MUSCLE ...` draws just these muscles.
"""

import argparse
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from bodymap import files
from bodymap.atlas import Extent, Muscle, TriggerPoint
from bodymap.atlas.yaml_files import read_folder
from bodymap.body import Body, SurfaceArea, View
from bodymap.body.trace import blurred
from tools.atlas.contact_sheet import figure
from tools.atlas.pattern_areas import pattern_areas, place_cell

OUT: Final = Path(__file__).parents[2] / "docs" / "contact-sheets"
SHEETS: Final[Mapping[str, tuple[str, ...]]] = {
    "head": ("head",),
    "neck": ("neck",),
    "upper-back": ("upper_back",),
    "shoulder": ("shoulder",),
    "arm-and-hand": ("arm", "hand"),
    "chest-and-abdomen": ("chest", "abdomen"),
    "lower-back": ("lower_back",),
    "buttocks-and-hip": ("buttocks", "hip"),
    "pelvis": ("pelvis",),
    "leg-and-foot": ("leg", "foot"),
}
"""Groups of `regions.yaml` on each sheet; a muscle is where its first group is."""

PAPER, INK, PALE_INK, CROSS = (255, 255, 255), (60, 50, 56), (120, 108, 116), (20, 60, 150)
COLOURS: Final = {Extent.SPILLOVER: (236, 130, 118), Extent.ESSENTIAL: (178, 34, 52)}
OPACITY: Final = {Extent.SPILLOVER: 0.5, Extent.ESSENTIAL: 0.72}
PICTURE_W, PICTURE_H, GAP, MOST_VIEWS = 172, 215, 6, 3
TEXT, LINE, LETTERS, LINES = 12, 14, 88, 6
PANEL_W = MOST_VIEWS * (PICTURE_W + GAP) + 10
PANEL_H = PICTURE_H + 16 + (LINES + 1) * LINE + 10
COLUMNS, PER_SHEET = 3, 21
LEAST_SHOWN: Final = 260
"""Height, in view units, of the smallest piece of a main view that still tells where one is."""
LEAST_GAIN: Final = 0.05
"""Share of a pattern that a view must add to be worth a picture."""

HALF: Final = 0.5
"""Where the blurred cells are cut, as for the paths of the canvas."""

HEAD_AND_NECK: Final = frozenset({"head", "neck"})

Weights = npt.NDArray[np.float64]


class Pattern(NamedTuple):
    """A trigger point with its areas, for a muscle on the patient's right."""

    muscle: Muscle
    point: TriggerPoint
    areas: Mapping[Extent, SurfaceArea]
    cell: int


def patterns(body: Body, folder: Path) -> Iterator[Pattern]:
    """Every pattern of an atlas folder, muscles in the order of their ids."""
    for muscle in sorted((file.value for file in read_folder(folder).muscles), key=lambda m: m.id):
        for point in muscle.trigger_points:
            yield Pattern(
                muscle, point, pattern_areas(point.referral, body), place_cell(point, body)
            )


def views_of(body: Body, pattern: Pattern) -> list[View]:
    """Views that together show a pattern best, the most telling first.

    Each cell counts by its share of its extent (on a chart all weigh the same), the essential
    extent as much as two of spillover, and by how large a view shows it. An inset is preferred
    where it shows as much as a main view.
    """
    wanted: Weights = np.zeros(body.cell_count)
    for extent, area in pattern.areas.items():
        weight = np.where(body.area_cm2[area.cells] > 0, body.area_cm2[area.cells], 0.5)
        whole = weight.sum() / (2 if extent is Extent.ESSENTIAL else 1)
        wanted[area.cells] = weight / max(whole, 1e-9)
    seen: Weights = np.zeros(body.cell_count)
    shown = {view.id: _shown(body, view) for view in body.views.values()}
    chosen: list[View] = []
    while len(chosen) < MOST_VIEWS:
        gains = {v: float((wanted * np.maximum(s - seen, 0)).sum()) for v, s in shown.items()}
        best = max(gains, key=gains.__getitem__)
        if gains[best] <= LEAST_GAIN * wanted.sum() or body.views[best] in chosen:
            break
        chosen.append(body.views[best])
        seen = np.maximum(seen, shown[best])
    return chosen or [body.views["front"]]


def _shown(body: Body, view: View) -> Weights:
    """How well a view shows each cell: 1 for a typical cell seen straight on, more on an inset."""
    size = np.minimum(view.pixels[: body.cell_count] / view.cell_side**2, 1)
    if view.group == "main":
        return np.asarray(size, np.float64)
    if view.group == "head":  # it cuts the shoulders off
        on_it = (region.id for region in body.regions.values() if region.group in HEAD_AND_NECK)
        size = size * body.fill(on_it).mask
    return np.asarray(size * 1.25, np.float64)


def picture(body: Body, view: View, pattern: Pattern) -> Image.Image:
    """The piece of a view about a pattern, with its zones and the trigger point."""
    tinted = np.asarray(figure(body, view, 1.0)).astype(np.float32)
    for extent in (Extent.SPILLOVER, Extent.ESSENTIAL):
        field, x0, y0 = blurred(view, pattern.areas[extent].mask)
        cover = np.zeros((view.height, view.width), np.float32)
        if field.size:
            top, left = max(y0, 0), max(x0, 0)
            piece = field[top - y0 :, left - x0 :][: view.height - top, : view.width - left]
            cover[top : top + piece.shape[0], left : left + piece.shape[1]] = piece >= HALF
        cover = cover[..., None] * OPACITY[extent]
        tinted = tinted * (1 - cover) + np.array(COLOURS[extent], np.float32) * cover
    whole = Image.fromarray(tinted.astype("uint8"))
    box = _piece(view, np.concatenate([area.cells for area in pattern.areas.values()]))
    scale = PICTURE_H / (box[3] - box[1])
    drawn = Image.new("RGB", (round(box[2] - box[0]), round(box[3] - box[1])), PAPER)
    drawn.paste(whole, (-round(box[0]), -round(box[1])))
    drawn = drawn.resize((PICTURE_W, PICTURE_H), Image.Resampling.LANCZOS)
    pen = ImageDraw.Draw(drawn)
    place = body.project(pattern.cell, view.id)
    if place is not None:
        x, y = (place[0] - box[0]) * scale, (place[1] - box[1]) * scale
        pen.line([(x - 4, y - 4), (x + 4, y + 4)], fill=CROSS, width=2)
        pen.line([(x - 4, y + 4), (x + 4, y - 4)], fill=CROSS, width=2)
    pen.text((2, 2), view.id, fill=PALE_INK, font=ImageFont.load_default(10))
    return drawn


def _piece(view: View, cells: npt.NDArray[np.integer]) -> tuple[float, float, float, float]:
    """Box, in view units and of the shape of a picture, about some cells; may leave the view."""
    rows, columns = np.nonzero(np.isin(view.cells, cells))
    if rows.size == 0 or view.group != "main":
        x0, y0, x1, y1 = 0, 0, view.width, view.height
    else:
        x0, y0, x1, y1 = columns.min(), rows.min(), columns.max(), rows.max()
    height = max(1.15 * (y1 - y0), 1.15 * (x1 - x0) * PICTURE_H / PICTURE_W)
    height = max(height, LEAST_SHOWN) if view.group == "main" else height
    width = height * PICTURE_W / PICTURE_H
    x, y = (x0 + x1 - width) / 2, (y0 + y1 - height) / 2
    return x, y, x + width, y + height


def panel(body: Body, pattern: Pattern) -> Image.Image:
    """One pattern: its name, its pictures and its words."""
    drawn = Image.new("RGB", (PANEL_W, PANEL_H), PAPER)
    pen, font = ImageDraw.Draw(drawn), ImageFont.load_default(TEXT)
    name = f"{pattern.muscle.name}: {pattern.point.name}"
    pen.text((0, 0), textwrap.shorten(name, LETTERS - 8), fill=INK, font=font)
    for i, view in enumerate(views_of(body, pattern)):
        drawn.paste(picture(body, view, pattern), (i * (PICTURE_W + GAP), 16))
    words = textwrap.wrap(pattern.point.zone_shape or "", LETTERS)
    for i, line in enumerate([*words, *textwrap.wrap(small_print(body, pattern), LETTERS)]):
        colour = INK if i < len(words) else PALE_INK
        pen.text((0, PICTURE_H + 20 + i * LINE), line, fill=colour, font=font)
    return drawn


def small_print(body: Body, pattern: Pattern) -> str:
    """Id, how the shape was made, certainty, and the places inside that no picture shows."""
    referral = pattern.point.referral
    made = referral.drawn.made.replace("_", " ") if referral.drawn else "filled sites"
    inside = [zone.site for zone in referral.zones if body.sites[zone.site].inside]
    parts = [pattern.point.id, made, f"certainty {pattern.point.certainty}"]
    parts += [f"inside: {', '.join(inside)}"] if inside else []
    return " | ".join(parts)


def sheet(panels: Sequence[Image.Image]) -> Image.Image:
    """Panels in rows, in few colours, so that the file stays small."""
    rows = -(-len(panels) // COLUMNS)
    paper = Image.new("RGB", (COLUMNS * PANEL_W, rows * PANEL_H), PAPER)
    for i, one in enumerate(panels):
        paper.paste(one, (i % COLUMNS * PANEL_W, i // COLUMNS * PANEL_H))
    return paper.quantize(128, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def sheets_of(found: Sequence[Pattern]) -> Iterator[tuple[str, Sequence[Pattern]]]:
    """Name and patterns of each sheet; a long group takes several of about the same length."""
    for name, groups in SHEETS.items():
        here = [pattern for pattern in found if pattern.muscle.regions[0] in groups]
        pieces = -(-len(here) // PER_SHEET)
        for i in range(pieces):
            part = here[i * len(here) // pieces : (i + 1) * len(here) // pieces]
            yield (f"patterns-{name}" + (f"-{i + 1}" if pieces > 1 else ""), part)


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.atlas.pattern_sheet", description=__doc__
    )
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--only", nargs="+", metavar="MUSCLE", help="ids of the muscles to draw")
    given = parser.parse_args(argv)
    body, out = Body.load(), given.out
    found = list(patterns(body, files.assets("atlas")))
    if given.only:
        found = [pattern for pattern in found if pattern.muscle.id in given.only]
    out.mkdir(parents=True, exist_ok=True)
    for name, part in sheets_of(found):
        path = out / f"{name}.png"
        sheet([panel(body, pattern) for pattern in part]).save(path, optimize=True)
        print(f"{path.name}: {len(part)} patterns, {path.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
