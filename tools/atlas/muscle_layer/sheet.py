"""Draw every muscle where it lies: `python -m tools.atlas.muscle_layer.sheet [--out DIR]`.

Overviews of all muscles, and sheets of each muscle by itself beside its attachments, with a cross
at each of its trigger points, on the patient's right. Look through them after a change of shapes
or landmarks. `--only MUSCLE ...` draws just these; `--figure` takes another build of the body.
"""

import argparse
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from bodymap.atlas import Atlas, Muscle
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.atlas.muscle_shapes import Depth
from bodymap.body import Body, Laterality, View
from bodymap.web.muscles import shapes
from tools.atlas.contact_sheet import figure
from tools.atlas.pattern_sheet import OUT, SHEETS

PAPER, INK, PALE_INK, CROSS = (255, 255, 255), (60, 50, 56), (120, 108, 116), (20, 60, 150)
FILLS: Final = {"superficial": (196, 120, 100), "deep": (150, 130, 190), "sheet": (150, 180, 150)}
EDGE, FIBRE, OTHER = (107, 52, 40), (140, 80, 66), (190, 150, 138)
OVERVIEWS: Final = {
    "body": ("front", "back", "left", "right"),
    "head": ("head_front", "head_back", "head_left", "head_right"),
    "hands-and-feet": (
        "hand_palm.right",
        "hand_back.right",
        "foot_top.right",
        "foot_sole.right",
        "foot_inner.right",
        "foot_outer.right",
    ),
}
PICTURE_W, PICTURE_H, GAP, MOST_VIEWS = 215, 250, 6, 2
TEXT, LINE, LETTERS, LINES, COLUMNS = 12, 14, 68, 4, 4
PANEL_W, PANEL_H = MOST_VIEWS * (PICTURE_W + GAP) + 10, PICTURE_H + 24 + LINES * LINE
OVERVIEW_H: Final = 640
LEAST_SHOWN: Final = 150.0
"""Height, in view units, of the smallest piece of a view that still tells where one is."""
SHARPER: Final = 2
_TOKEN: Final = re.compile(r"[MclZ]|-?[\d.]+(?:e-?\d+)?")

Polygon = list[tuple[float, float]]


class Box(NamedTuple):
    """A piece of a view, in view units."""

    x: float
    y: float
    width: float
    height: float


def polygons(path: str) -> list[Polygon]:
    """Corners of each subpath of `M`, relative `c` or `l`, and `Z`, curves as short lines."""
    found: list[Polygon] = []
    tokens = _TOKEN.findall(path)
    at = 0
    mode = ""
    while at < len(tokens):
        if tokens[at].isalpha():
            mode = tokens[at]
            at += 1
            if mode == "M":
                found.append([(float(tokens[at]), float(tokens[at + 1]))])
                at += 2
            continue
        x, y = found[-1][-1]
        size = 6 if mode == "c" else 2
        move = [float(token) for token in tokens[at : at + size]]
        at += size
        if mode == "l":
            found[-1].append((x + move[0], y + move[1]))
            continue
        corners = np.array([(0, 0), move[:2], move[2:4], move[4:]], float)
        for t in np.linspace(0, 1, 7)[1:]:
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            dx, dy = np.array(weights) @ corners
            found[-1].append((x + dx, y + dy))
    return found


def picture(
    body: Body,
    view: View,
    shown: Sequence[dict[str, str]],
    box: Box,
    height: int = PICTURE_H,
) -> Image.Image:
    """A piece of a view with muscles on it; a shape marked `other` is only outlined."""
    scale = SHARPER * height / box.height
    whole = figure(body, view, scale)
    drawn = Image.new("RGB", (round(box.width * scale), round(box.height * scale)), PAPER)
    drawn.paste(whole, (-round(box.x * scale), -round(box.y * scale)))

    def placed(polygon: Polygon) -> Polygon:
        return [((x - box.x) * scale, (y - box.y) * scale) for x, y in polygon]

    for muscle in shown:
        other = muscle.get("other") == "yes"
        tint = Image.new("RGB", drawn.size, FILLS[muscle["depth"]])
        mask = Image.new("L", drawn.size)
        outlines = [placed(polygon) for polygon in polygons(muscle["shape"])]
        for polygon in outlines:
            if not other and len(polygon) > 2:  # noqa: PLR2004 - a speck
                ImageDraw.Draw(mask).polygon(polygon, fill=150)
        drawn.paste(tint, mask=mask)
        pen = ImageDraw.Draw(drawn)
        for polygon in outlines:
            pen.line([*polygon, polygon[0]], fill=OTHER if other else EDGE, width=1 if other else 3)
        for polygon in polygons(muscle["fibres"]) if not other else []:
            pen.line(placed(polygon), fill=FIBRE, width=1)
    size = (round(drawn.width / SHARPER), round(drawn.height / SHARPER))
    return drawn.resize(size, Image.Resampling.LANCZOS)


@cache
def shown_in(
    view: View, body: Body, atlas: Atlas, layer: MuscleLayer
) -> tuple[dict[str, str], ...]:
    """What a view shows, traced once."""
    return tuple(shapes(layer, atlas, body, view))


def best_views(body: Body, layer: MuscleLayer, muscle: str) -> list[View]:
    """The views that show most of a muscle of the right: close-ups first where they show it all."""
    area = layer.area(muscle, Laterality.RIGHT, body)

    def seen(view: View) -> float:
        return float(view.pixels[area.cells].sum()) / view.cell_side**2

    main = sorted((v for v in body.views.values() if v.group == "main"), key=seen, reverse=True)
    near = sorted((v for v in body.views.values() if v.group != "main"), key=seen, reverse=True)
    close = [v for v in near if (v.pixels[area.cells] > 0).mean() > 0.3]  # noqa: PLR2004
    found = [v for v in [*close[:1], *main, *close[1:]] if seen(v) > 0]
    return found[:MOST_VIEWS]


def piece_of(view: View, cells: np.ndarray) -> Box:
    """A box round some cells with what lies about them, of the pictures' proportions."""
    boxes = view.boxes[cells]
    boxes = boxes[boxes[:, 0] <= boxes[:, 1]]
    top, bottom = float(boxes[:, 0].min()), float(boxes[:, 1].max())
    left, right = float(boxes[:, 2].min()), float(boxes[:, 3].max())
    ratio = PICTURE_W / PICTURE_H
    least = min(LEAST_SHOWN, float(view.height))
    height = max(1.25 * (bottom - top), 1.25 * (right - left) / ratio, least)
    width = height * ratio
    return Box((left + right - width) / 2, (top + bottom - height) / 2, width, height)


def panel(body: Body, atlas: Atlas, layer: MuscleLayer, muscle: Muscle) -> Image.Image:
    """One muscle: its name, its pictures and its attachments."""
    drawn = Image.new("RGB", (PANEL_W, PANEL_H), PAPER)
    pen, font = ImageDraw.Draw(drawn), ImageFont.load_default(TEXT)
    depths = sorted({p.depth.value for p in layer.pieces if p.muscle == muscle.id}) or ["chart"]
    pen.text((0, 0), f"{muscle.name} ({', '.join(depths)})", fill=INK, font=font)
    cells = layer.area(muscle.id, Laterality.RIGHT, body).cells
    for number, view in enumerate(best_views(body, layer, muscle.id)):
        box = piece_of(view, cells)
        mine = [
            {**shape, "other": "no" if shape["id"] == muscle.id else "yes"}
            for shape in shown_in(view, body, atlas, layer)
            if shape["side"] != "left"
            and (shape["id"] == muscle.id or shape["depth"] == Depth.SUPERFICIAL)
        ]
        mine.sort(key=lambda shape: shape["other"] == "no")
        small = picture(body, view, mine, box)
        mark = ImageDraw.Draw(small)
        scale = PICTURE_H / box.height
        for point in muscle.trigger_points:
            place = body.project(atlas.place_cell(point.id), view.id)
            if place is not None:
                x, y = (place[0] - box.x) * scale, (place[1] - box.y) * scale
                mark.line([(x - 4, y - 4), (x + 4, y + 4)], fill=CROSS, width=2)
                mark.line([(x - 4, y + 4), (x + 4, y - 4)], fill=CROSS, width=2)
        mark.text((2, 2), view.id, fill=PALE_INK, font=ImageFont.load_default(10))
        drawn.paste(small, (number * (PICTURE_W + GAP), 16))
    told = f"{muscle.attachments.origin} -> {muscle.attachments.insertion}"
    for number, line in enumerate(textwrap.wrap(told, LETTERS)[:LINES]):
        pen.text((0, PICTURE_H + 18 + number * LINE), line, fill=PALE_INK, font=font)
    return drawn


def overview(body: Body, atlas: Atlas, layer: MuscleLayer, name: str, *, deep: bool) -> Image.Image:
    """All superficial muscles of some views, or all deep ones."""
    pictures = []
    for view_id in OVERVIEWS[name]:
        view = body.view(view_id)
        shown = [
            {**shape, "other": "yes" if deep and shape["depth"] == Depth.SUPERFICIAL else "no"}
            for shape in shown_in(view, body, atlas, layer)
            if deep or shape["depth"] == Depth.SUPERFICIAL
        ]
        box = Box(0, 0, view.width, view.height)
        whole = picture(body, view, shown, box, OVERVIEW_H)
        pictures.append(whole)
    paper = Image.new("RGB", (sum(p.width for p in pictures), OVERVIEW_H), PAPER)
    at = 0
    for one in pictures:
        paper.paste(one, (at, 0))
        at += one.width
    return paper


def sheet(panels: Sequence[Image.Image]) -> Image.Image:
    """Panels in rows."""
    rows = -(-len(panels) // COLUMNS)
    paper = Image.new("RGB", (COLUMNS * PANEL_W, rows * PANEL_H), PAPER)
    for number, one in enumerate(panels):
        paper.paste(one, (number % COLUMNS * PANEL_W, number // COLUMNS * PANEL_H))
    return paper


def small(drawn: Image.Image) -> Image.Image:
    """In few colours, so that the file stays small."""
    return drawn.quantize(128, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def sheets(
    body: Body, atlas: Atlas, layer: MuscleLayer, only: Sequence[str] | None
) -> Iterator[tuple[str, Image.Image]]:
    """Name and picture of each sheet."""
    if not only:
        for name in OVERVIEWS:
            yield f"all-{name}", overview(body, atlas, layer, name, deep=False)
            yield f"all-{name}-deep", overview(body, atlas, layer, name, deep=True)
    for name, groups in SHEETS.items():
        here = [m for m in atlas.muscles.values() if m.regions[0] in groups]
        chosen = [m for m in here if not only or m.id in only]
        if chosen:
            yield name, sheet([panel(body, atlas, layer, muscle) for muscle in chosen])


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.atlas.muscle_layer.sheet", description=__doc__
    )
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--only", nargs="+", metavar="MUSCLE", help="ids of the muscles to draw")
    parser.add_argument("--figure", default="neutral", help="build of the body")
    given = parser.parse_args(argv)
    body = Body.load(given.figure)
    given.out.mkdir(parents=True, exist_ok=True)
    for name, drawn in sheets(body, Atlas.load(), MuscleLayer.load(), given.only):
        path = given.out / f"muscles-{name}.png"
        small(drawn).save(path, optimize=True)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
