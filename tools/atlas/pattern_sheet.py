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
from PIL import Image, ImageDraw, ImageFont

from bodymap import files
from bodymap.atlas import Extent, Muscle, TriggerPoint
from bodymap.atlas.editing.yaml_files import read_folder
from bodymap.atlas.pattern_areas import pattern_areas, place_cell
from bodymap.body import Body, SurfaceArea, View
from bodymap.body.showing import best_views, piece
from bodymap.body.trace import blurred
from tools.atlas.contact_sheet import figure

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
NOT_PAIN: Final = (110, 116, 128)
WEIGHT: Final = {Extent.SPILLOVER: 1.0, Extent.ESSENTIAL: 2.0}
OPACITY: Final = {Extent.SPILLOVER: 0.5, Extent.ESSENTIAL: 0.72}
PICTURE_W, PICTURE_H, GAP, MOST_VIEWS = 172, 215, 6, 3
TEXT, LINE, LETTERS, LINES = 12, 14, 88, 6
PANEL_W = MOST_VIEWS * (PICTURE_W + GAP) + 10
PANEL_H = PICTURE_H + 16 + (LINES + 1) * LINE + 10
COLUMNS, PER_SHEET = 3, 21
HALF: Final = 0.5
"""Where the blurred cells are cut, as for the paths of the canvas."""


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
            areas = pattern_areas(point.referral, body)
            for zone in point.referral.zones:
                if zone.inside:
                    areas = {extent: area - body.site(zone.site) for extent, area in areas.items()}
            yield Pattern(muscle, point, areas, place_cell(point, body))


def views_of(body: Body, pattern: Pattern) -> tuple[View, ...]:
    """Views that together show a pattern best; its essential part counts as two of spillover."""
    return best_views(body, [(area, WEIGHT[extent]) for extent, area in pattern.areas.items()])


def picture(body: Body, view: View, pattern: Pattern) -> Image.Image:
    """The piece of a view about a pattern, with its zones and the trigger point."""
    tinted = np.asarray(figure(body, view, 1.0)).astype(np.float32)
    for extent in (Extent.SPILLOVER, Extent.ESSENTIAL):
        field, x0, y0 = blurred(view, pattern.areas[extent].mask)
        cover = np.zeros((view.height, view.width), np.float32)
        if field.size:
            top, left = max(y0, 0), max(x0, 0)
            part = field[top - y0 :, left - x0 :][: view.height - top, : view.width - left]
            cover[top : top + part.shape[0], left : left + part.shape[1]] = part >= HALF
        cover = cover[..., None] * OPACITY[extent]
        colour = NOT_PAIN if pattern.point.referral.instead_of_pain else COLOURS[extent]
        tinted = tinted * (1 - cover) + np.array(colour, np.float32) * cover
    whole = Image.fromarray(tinted.astype("uint8"))
    cells = np.concatenate([area.cells for area in pattern.areas.values()])
    box = piece(view, cells, ratio=PICTURE_W / PICTURE_H)
    scale = PICTURE_H / box.height
    drawn = Image.new("RGB", (round(box.width), round(box.height)), PAPER)
    drawn.paste(whole, (-round(box.x), -round(box.y)))
    drawn = drawn.resize((PICTURE_W, PICTURE_H), Image.Resampling.LANCZOS)
    pen = ImageDraw.Draw(drawn)
    place = body.project(pattern.cell, view.id)
    if place is not None:
        x, y = (place[0] - box.x) * scale, (place[1] - box.y) * scale
        pen.line([(x - 4, y - 4), (x + 4, y + 4)], fill=CROSS, width=2)
        pen.line([(x - 4, y + 4), (x + 4, y - 4)], fill=CROSS, width=2)
    pen.text((2, 2), view.id, fill=PALE_INK, font=ImageFont.load_default(10))
    return drawn


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
    """Id, certainty, and the places inside that no picture shows."""
    referral = pattern.point.referral
    zones = referral.zones
    inside = [zone.site for zone in zones if zone.inside or body.sites[zone.site].inside]
    parts = [pattern.point.id, f"certainty {pattern.point.certainty}"]
    parts += ["not pain"] if referral.instead_of_pain else []
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
