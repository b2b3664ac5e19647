"""Draw every trigger point where it is placed: `python -m tools.atlas.contact_sheet [--out DIR]`.

One sheet per group of views; each site is drawn once, on the view that shows its cell largest, on
the patient's right. Look through them after a change of landmarks, places or regions.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from bodymap.atlas import Atlas
from bodymap.body import Body, View
from bodymap.body.views import BACKGROUND

SHEETS: Final[Mapping[str, tuple[str, ...]]] = {
    "head": ("head_front", "head_right", "head_back"),
    "front": ("front",),
    "back": ("back",),
    "sides": ("right", "left"),
    "hands-and-feet": (
        "hand_palm.right",
        "hand_back.right",
        "foot_top.right",
        "foot_sole.right",
        "foot_inner.right",
        "foot_outer.right",
    ),
    "pelvic-floor": ("pelvic_floor_female", "pelvic_floor_male"),
}
OUT: Final = Path(__file__).parents[2] / "docs" / "contact-sheets"
PAPER, SKIN, INK, MARK = (255, 255, 255), (243, 236, 229), (70, 60, 66), (178, 34, 52)
COLUMN, ROW, MARGIN, TEXT = 330, 17, 26, 13
WIDE, TALL = 1150, 1500


class Mark(NamedTuple):
    """A site on a view: its name and where it is, in view units."""

    name: str
    x: float
    y: float


def marks(body: Body, atlas: Atlas) -> dict[str, list[Mark]]:
    """Sites by the view that shows them best, of the views on the sheets."""
    shown = [body.views[v] for sheet in SHEETS.values() for v in sheet if v in body.views]
    found: dict[str, list[Mark]] = {view.id: [] for view in shown}
    for point_id in atlas.trigger_points:
        cell = atlas.place_cell(point_id)
        if cell is None:
            continue
        # insets are larger: there a cell counts by its share of a typical cell
        best = max(shown, key=lambda view: _size(body, cell, view))
        place = body.project(cell, best.id)
        if place is not None:
            found[best.id].append(Mark(point_id, *place))
    return found


def _size(body: Body, cell: int, view: View) -> float:
    """How well a view shows a cell; a close-up counts only for the part of the body it is of."""
    region = body.region_of(cell)
    group = body.regions[region].group if region else ""
    if view.group == "head" and group not in {"head", "neck"}:
        return 0.0
    closer = 1.0 if view.group == "main" else 1.5
    return closer * float(view.pixels[cell]) / view.cell_side**2


def figure(body: Body, view: View, scale: float) -> Image.Image:
    """A view's body on paper, enlarged."""
    known = view.cells != BACKGROUND
    size = (round(view.width * scale), round(view.height * scale))
    mask = Image.fromarray((known * 255).astype("uint8")).resize(size, Image.Resampling.LANCZOS)
    picture = Image.new("RGB", size, PAPER)
    picture.paste(SKIN, mask=mask)
    if view.relief is not None:
        relief = Image.open(body.manifest.path(view.relief)).convert("RGBA")
        relief = relief.resize(size, Image.Resampling.LANCZOS)
        picture.paste(relief, mask=relief.getchannel("A"))
    return picture


def panel(body: Body, view: View, sites: Sequence[Mark]) -> Image.Image:
    """One view with its sites, their names in two columns beside it."""
    scale = min(TALL / view.height, WIDE / view.width, 1.6)
    drawn = figure(body, view, scale)
    middle = view.width / 2
    columns = [
        sorted((s for s in sites if (s.x < middle) == left), key=lambda s: s.y)
        for left in (True, False)
    ]
    height = max(drawn.height, max(map(len, columns)) * ROW) + 2 * MARGIN
    sheet = Image.new("RGB", (drawn.width + 2 * COLUMN, height), PAPER)
    sheet.paste(drawn, (COLUMN, MARGIN))
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(TEXT)
    pen.text((COLUMN, 4), view.id, fill=INK, font=font)
    for left, column in zip((True, False), columns, strict=True):
        for site, row in zip(column, _rows(column, scale, height), strict=True):
            x, y = COLUMN + site.x * scale, MARGIN + site.y * scale
            edge = COLUMN - 6 if left else COLUMN + drawn.width + 6
            pen.line([(x, y), (edge, row)], fill=(170, 150, 160))
            pen.line([(x - 4, y - 4), (x + 4, y + 4)], fill=MARK, width=2)
            pen.line([(x - 4, y + 4), (x + 4, y - 4)], fill=MARK, width=2)
            pen.text((edge, row), site.name, fill=INK, font=font, anchor="rm" if left else "lm")
    return sheet


def _rows(column: Sequence[Mark], scale: float, height: int) -> list[float]:
    """Heights for the names of a column: near their sites, none over another."""
    rows: list[float] = []
    for site in column:
        rows.append(max(MARGIN + site.y * scale, rows[-1] + ROW if rows else 0))
    floor = float(height - ROW)
    for i in reversed(range(len(rows))):
        rows[i] = floor = min(rows[i], floor)
        floor -= ROW
    return rows


def sheet(panels: Sequence[Image.Image]) -> Image.Image:
    """Panels in rows of two, in few colours, so that the file stays small."""
    rows = [panels[i : i + 2] for i in range(0, len(panels), 2)]
    width = max(sum(p.width for p in row) for row in rows)
    paper = Image.new("RGB", (width, sum(max(p.height for p in row) for row in rows)), PAPER)
    top = 0
    for row in rows:
        x = 0
        for p in row:
            paper.paste(p, (x, top))
            x += p.width
        top += max(p.height for p in row)
    return paper.quantize(64, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def main() -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.atlas.contact_sheet", description=__doc__
    )
    parser.add_argument("--out", type=Path, default=OUT)
    out: Path = parser.parse_args().out
    body, atlas = Body.load(), Atlas.load()
    found = marks(body, atlas)
    out.mkdir(parents=True, exist_ok=True)
    for name, views in SHEETS.items():
        panels = [panel(body, body.views[v], found[v]) for v in views if found.get(v)]
        if panels:
            path = out / f"trigger-points-{name}.png"
            sheet(panels).save(path, optimize=True)
            sites = sum(len(found.get(v, ())) for v in views)
            print(f"{path.name}: {sites} sites, {path.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
