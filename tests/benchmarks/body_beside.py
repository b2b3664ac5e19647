"""Body and atlas beside what most programs would use: Pillow masks, shapely, YAML."""

import math
import subprocess
import sys
from functools import cache
from statistics import median

import numpy as np
import shapely
import yaml
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from bodymap import files
from bodymap.analysis import offered_muscles
from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, SurfaceArea
from tests.benchmarks import body_speed, outlines
from tests.benchmarks.clock import percentile, timed
from tests.benchmarks.rows import Beside, Goal, Part, Row
from tests.benchmarks.servers import ROOT

VIEW = "back"
RADIUS = 9.0
DRAWN = "three strokes of 40 points"
NO_CELL = 65535

Stroke = list[tuple[float, float]]

LOADS = """
import time
from bodymap.body import Body
from bodymap.atlas import Atlas
start = time.perf_counter()
body = Body.load()
Atlas.load(body=body)
print(time.perf_counter() - start)
"""


def strokes() -> list[Stroke]:
    """Three wavy strokes down the back, as a person draws a band of pain."""
    return [
        [(230 + 35 * k + 6 * math.sin(i / 4), 240 + 4.0 * i) for i in range(40)] for k in range(3)
    ]


def pillow_cells(cell_map: np.ndarray, drawn: list[Stroke]) -> np.ndarray:
    """The same cells by way of a Pillow mask: thick lines with round ends."""
    height, width = cell_map.shape
    mask = Image.new("1", (width, height))
    draw = ImageDraw.Draw(mask)
    for stroke in drawn:
        draw.line(stroke, fill=1, width=round(2 * RADIUS), joint="curve")
        for x, y in (stroke[0], stroke[-1]):
            draw.ellipse((x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS), fill=1)
    cells = np.unique(cell_map[np.asarray(mask)])
    return cells[cells != NO_CELL]


def shapely_area(drawn: list[Stroke]) -> BaseGeometry:
    """The drawing as one polygon."""
    return shapely.union_all([shapely.LineString(stroke).buffer(RADIUS) for stroke in drawn])


@cache
def shapely_regions() -> tuple[list[str], list[BaseGeometry], shapely.STRtree]:
    """Regions of the view as polygons, with their index."""
    names, polygons = [], []
    for name, rings in outlines.regions(VIEW).items():
        names.append(name)
        parts = [shapely.Polygon(ring).buffer(0) for ring in rings if len(ring) > 3]
        polygons.append(shapely.union_all(parts))
    return names, polygons, shapely.STRtree(polygons)


def shapely_shares(drawn: BaseGeometry) -> dict[str, float]:
    """Share of each region that is covered."""
    names, polygons, tree = shapely_regions()
    touched = tree.query(drawn, "intersects").tolist()
    return {
        names[i]: drawn.intersection(polygons[i]).area / polygons[i].area
        for i in touched
        if polygons[i].area
    }


def extent(area: SurfaceArea) -> object:
    """All that is said about the size of a drawing."""
    return area.cm2, area.share, area.by_region()


def yaml_atlas() -> list[object]:
    """The atlas as people edit it, read with the C loader of PyYAML."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return [
        yaml.load(file.read_text("utf-8"), loader)  # noqa: S506 - a safe loader
        for file in sorted(files.assets("atlas").rglob("*.yaml"))
    ]


def fresh_loads_ms(times: int) -> list[float]:
    """Body and atlas opened in new processes, imports not counted."""
    command = [sys.executable, "-c", LOADS]
    return [
        float(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout) * 1e3
        for _ in range(times)
    ]


def rows(runs: int = 300, processes: int = 5) -> list[Row]:
    """Measure; `runs` per figure, fewer for slow ones."""
    body = Body.load()
    atlas = Atlas.load(body=body)
    drawn = strokes()
    area = body.paint(VIEW, drawn, RADIUS)
    polygon = shapely_area(drawn)
    shapely_regions()
    cell_map = body.view(VIEW).cells
    few = max(1, runs // 20)

    paint = timed(lambda: body.paint(VIEW, drawn, RADIUS), runs)
    by_pillow = timed(lambda: pillow_cells(cell_map, drawn), runs)
    by_shapely = timed(lambda: shapely_area(drawn), few)
    sizes = timed(lambda: extent(area), runs)
    shares = timed(lambda: shapely_shares(polygon), few)
    loads = fresh_loads_ms(processes)
    from_yaml = timed(yaml_atlas, max(1, few // 10), warm_up=0)
    zone = atlas.trigger_points["infraspinatus_upper"].referral.essential
    cell = int(area.cells[len(area) // 2])
    layer = MuscleLayer.load()
    afresh = offered_muscles.__wrapped__  # not what was found before
    offered = timed(lambda: afresh(atlas, body, cell, layer=layer), runs)
    traced = timed(lambda: body.trace(zone, VIEW), few)
    words = timed(lambda: body.describe(cell), runs)

    inside = {"unit": "ms", "part": Part.BODY}
    return [
        Row(
            id="paint", what=f"{DRAWN} to a SurfaceArea ({len(area)} cells)", goal=Goal(2),
            value=paint.median, p95=paint.p95, **inside,
            beside=Beside("Pillow mask, then the cells under it", by_pillow.median),
        ),
        Row(
            id="paint_shapely", what=f"{DRAWN} to an area", value=paint.median, p95=paint.p95,
            **inside, beside=Beside("shapely: buffer and union, no cells", by_shapely.median),
        ),
        Row(
            id="extent", what="its extent and its share of every region", goal=Goal(0.1),
            value=sizes.median, p95=sizes.p95, **inside,
            beside=Beside("shapely: intersection with indexed polygons", shares.median),
        ),
        Row(
            id="load", what="open body and atlas, new process", goal=Goal(500),
            value=median(loads), p95=percentile(loads, 0.95), **inside,
            beside=Beside("the atlas's YAML files alone, PyYAML with libyaml", from_yaml.median),
        ),
        Row(
            id="offered", what="the muscles offered for a place", value=offered.median,
            p95=offered.p95, **inside,
        ),
        Row(
            id="trace", what=f"a referral zone ({len(zone)} cells) to a smooth SVG path",
            value=traced.median, p95=traced.p95, **inside,
        ),
        Row(
            id="describe", what="a place in words", value=words.median, p95=words.p95, **inside,
        ),
    ]  # fmt: skip


def further_rows() -> list[Row]:
    """The body's other questions, best of seven runs."""
    how = "best of seven runs"
    return [
        Row(f"body_speed_{n}", what, took, "ms", Part.BODY, goal=goal and Goal(goal), how=how)
        for n, (what, took, goal) in enumerate(body_speed.rows())
    ]
