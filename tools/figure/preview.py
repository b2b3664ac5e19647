"""Look at shipped views: `python -m tools.figure.preview OUT.png neutral.front neutral.back ...`.

Composes the files exactly as a page does: ivory, region outlines, relief on top.
"""

import argparse
import colorsys
import json
import re
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

ASSETS = Path(__file__).parents[2] / "assets" / "body"
IVORY = (243, 236, 229)
_TOKEN = re.compile(r"[MCLZ]|-?\d+(?:\.\d)?")
_STEPS = 6
Point = tuple[float, float]


def flattened(path: str) -> list[list[Point]]:
    """Rings of an SVG path (absolute M, C, L, Z) as points, curves in short steps."""
    rings: list[list[Point]] = []
    tokens = iter(_TOKEN.findall(path))

    def point() -> Point:
        return float(next(tokens)), float(next(tokens))

    for command in tokens:
        if command == "M":
            rings.append([point()])
        elif command == "L":
            rings[-1].append(point())
        elif command == "C":
            a, b, c, d = rings[-1][-1], point(), point(), point()
            for i in range(1, _STEPS + 1):
                t = i / _STEPS
                s = 1 - t
                w = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
                rings[-1].append(
                    tuple(
                        sum(q * p[k] for q, p in zip(w, (a, b, c, d), strict=True)) for k in (0, 1)
                    )  # type: ignore[arg-type]
                )
    return rings


def _tint(number: int) -> tuple[int, int, int]:
    light = 0.80 + 0.05 * (number % 3 - 1)
    r, g, b = colorsys.hls_to_rgb(number * 0.381966 % 1, light, 0.42)
    return int(255 * r), int(255 * g), int(255 * b)


def preview(folder: Path, row: dict[str, Any], height: int, *, regions: bool) -> Image.Image:
    """One view as it looks on a page.

    Args:
        folder: of the files.
        row: of the manifest's views.
        height: of the picture, pixels.
        regions: tint the regions.
    """
    view = json.loads((folder / row["paths"]).read_text())["views"][row["id"]]
    fine = 2 * height / view["height"]
    size = (round(view["width"] * fine), 2 * height)
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for ring in flattened(view["outline"]):
        pen.polygon([(x * fine, y * fine) for x, y in ring], fill=IVORY)
    if regions:
        order = {
            r["id"]: i for i, r in enumerate(json.loads((folder / "regions.json").read_text()))
        }
        for name, region in view["regions"].items():
            rings = [[(x * fine, y * fine) for x, y in ring] for ring in flattened(region["d"])]
            for ring in rings:
                if regions:
                    pen.polygon(ring, fill=_tint(order[name] // 2))
            for ring in rings:
                pen.line(ring, fill="white", width=3, joint="curve")
    image = image.resize((size[0] // 2, height), Image.Resampling.LANCZOS)
    if row["relief"]:
        shade = Image.open(folder / row["relief"]).convert("RGBA").resize(image.size)
        image.paste(Image.alpha_composite(image.convert("RGBA"), shade).convert("RGB"))
    return image


def main() -> None:
    """Write the chosen views side by side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("views", nargs="+")
    parser.add_argument("--folder", type=Path, default=ASSETS)
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--regions", action="store_true")
    chosen = parser.parse_args()
    rows = json.loads((chosen.folder / "manifest.json").read_text())["views"]
    named = {(f"{r['figure']}." if r["figure"] else "") + r["id"]: r for r in rows}
    images = [
        preview(chosen.folder, named[v], chosen.height, regions=chosen.regions)
        for v in chosen.views
    ]
    sheet = Image.new("RGB", (sum(i.width + 12 for i in images), chosen.height), "white")
    x = 0
    for image in images:
        sheet.paste(image, (x, 0))
        x += image.width + 12
    sheet.save(chosen.out)


if __name__ == "__main__":
    main()
