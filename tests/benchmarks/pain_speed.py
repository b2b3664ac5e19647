"""A drawing from its strokes to codings and look-up, beside polygons and masks doing that work."""

from functools import cache

import numpy as np
import shapely
from PIL import Image, ImageDraw

from bodymap.analysis.coding.codings import codings
from bodymap.analysis.comparing.extent import extent
from bodymap.analysis.looking_up.explained import explained
from bodymap.analysis.looking_up.fit import fits
from bodymap.analysis.looking_up.look_up import look_up
from bodymap.analysis.looking_up.referral_matrix import matrix_of
from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality, SurfaceArea
from tests.benchmarks import outlines
from tests.benchmarks.body_beside import DRAWN, RADIUS, VIEW, Stroke, shapely_area, strokes
from tests.benchmarks.clock import timed
from tests.benchmarks.rows import Beside, Goal, Part, Row

GROWTH = (1, 100, 10_000, 100_000)
POOL = 200


@cache
def shapely_zones() -> tuple[list[shapely.Geometry], shapely.STRtree]:
    """Zones of both sides in one view, as unions of the polygons of the regions they lie in."""
    body, atlas = Body.load(), Atlas.load()
    polygons = {
        name: shapely.union_all([shapely.Polygon(r).buffer(0) for r in rings if len(r) > 3])
        for name, rings in outlines.regions(VIEW).items()
    }
    zones = []
    for point in atlas.trigger_points.values():
        for side in (Laterality.RIGHT, Laterality.LEFT):
            area = body.fill(())
            for zone in point.referral.zones:
                area |= body.site(zone.site, side)
            held = [polygons[name] for name in area.by_region() if name in polygons]
            zones.append(shapely.union_all(held))
    return zones, shapely.STRtree(zones)


def shapely_look_up(drawn: list[Stroke]) -> list[float]:
    """Overlap of a drawing with every zone, as Jaccard index, the best first."""
    zones, tree = shapely_zones()
    area = shapely_area(drawn)
    shares = [
        area.intersection(zones[n]).area / area.union(zones[n]).area
        for n in tree.query(area, "intersects").tolist()
    ]
    return sorted(shares, reverse=True)


@cache
def pillow_zones() -> np.ndarray:
    """Zones of both sides in one view as masks, shape (zones, pixels)."""
    body, atlas = Body.load(), Atlas.load()
    cells = body.view(VIEW).cells
    masks = []
    for point in atlas.trigger_points.values():
        for side in (Laterality.RIGHT, Laterality.LEFT):
            zone = point.referral.essential | point.referral.spillover
            zone = zone if side is Laterality.RIGHT else zone.mirrored()
            held = np.append(zone.mask, np.zeros(65_536, np.bool_))
            masks.append(held[cells].ravel())
    return np.array(masks)


def pillow_look_up(drawn: list[Stroke]) -> list[float]:
    """The same by a mask of the drawing over the masks of the zones."""
    zones = pillow_zones()
    height, width = Body.load().view(VIEW).cells.shape
    image = Image.new("1", (width, height))
    draw = ImageDraw.Draw(image)
    for stroke in drawn:
        draw.line(stroke, fill=1, width=round(2 * RADIUS), joint="curve")
    mask = np.asarray(image).ravel()
    shared = (zones & mask).sum(axis=1)
    return sorted(shared / (zones | mask).sum(axis=1), reverse=True)


def everything(body: Body, atlas: Atlas, drawn: list[Stroke]) -> object:
    """All that is said about one drawing."""
    area = body.paint(VIEW, drawn, RADIUS)
    return extent(area), codings(area, atlas), look_up(area, atlas)


def pool(body: Body) -> list[SurfaceArea]:
    """Different drawings, to be repeated where many are needed."""
    rng = np.random.default_rng(1)
    inside = np.argwhere(body.view(VIEW).cells < 65_535)
    drawings = []
    for _ in range(POOL):
        row, column = inside[rng.integers(len(inside))]
        way = np.cumsum(np.concatenate([[[column, row]], rng.normal(size=(20, 2)) * 6]), axis=0)
        drawings.append(body.paint(VIEW, [way.tolist()], RADIUS))
    return drawings


def counted(body: Body, drawings: list[SurfaceArea], times: int) -> np.ndarray:
    """How many of so many drawings mark each cell."""
    count = np.zeros(body.cell_count, np.int64)
    for number in range(times):
        count[drawings[number % len(drawings)].cells] += 1
    return count


def rows(runs: int = 200, growth: tuple[int, ...] = GROWTH) -> list[Row]:
    """Measure; `runs` per figure, fewer for slow ones."""
    body = Body.load()
    atlas = Atlas.load(body=body)
    drawn = strokes()
    area = body.paint(VIEW, drawn, RADIUS)
    few = max(1, runs // 20)
    pillow_zones()
    shapely_zones()
    matrix = matrix_of(atlas)
    whole = body.whole()

    scored = timed(lambda: fits(matrix, area), runs)
    scored_whole = timed(lambda: fits(matrix, whole), runs)
    looked = timed(lambda: look_up(area, atlas), runs)
    by_shapely = timed(lambda: shapely_look_up(drawn), few)
    by_pillow = timed(lambda: pillow_look_up(drawn), few)
    coded = timed(lambda: codings(area, atlas), few)
    sized = timed(lambda: extent(area), few)
    why = timed(lambda: explained(area, [], atlas), few)
    chain = timed(lambda: everything(body, atlas, drawn), few)

    inside = {"unit": "ms", "part": Part.PAIN}
    found = [
        Row(
            id="look_up", what="the look-up over all trigger points, both sides, with reasons and "
            "red flags", goal=Goal(5), value=looked.median, p95=looked.p95, **inside,
            beside=Beside("shapely: Jaccard with zones made of regions, one view, no reasons",
                          by_shapely.median),
        ),
        Row(
            id="look_up_mask", what="its scores alone", value=scored.median, p95=scored.p95,
            **inside,
            beside=Beside("Pillow mask over masks of the zones, one view", by_pillow.median),
        ),
        Row(
            id="look_up_whole", what="its scores for pain everywhere", goal=Goal(5),
            value=scored_whole.median, p95=scored_whole.p95, **inside,
        ),
        Row(id="codings", what="all five codings", value=coded.median, p95=coded.p95, **inside),
        Row(id="pain_extent", what="extent with separate areas and symmetry", value=sized.median,
            p95=sized.p95, **inside),
        Row(id="explained", what="what to examine next", value=why.median, p95=why.p95, **inside),
        Row(id="drawing", what=f"{DRAWN} to extent, codings and look-up", value=chain.median,
            p95=chain.p95, **inside),
    ]  # fmt: skip
    drawings = pool(body)
    for times in growth:
        took = timed(lambda times=times: counted(body, drawings, times), 3 if times > 1 else runs)
        what = f"{times:,} drawing{'s' if times > 1 else ''} counted per cell"
        found.append(Row(f"counted_{times}", what, took.median, "ms", Part.PAIN))
    return found
