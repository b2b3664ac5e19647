"""What the muscle shapes say about muscles and the figure: each muscle once, points that exist."""

from collections.abc import Iterator

from bodymap.atlas.catalogue import nearest_name
from bodymap.atlas.editing.checking_places import (
    chart_regions,
    misplaced,
    no_chart_region,
    no_landmark,
)
from bodymap.atlas.editing.dangling import dangling
from bodymap.atlas.editing.marked_yaml import Loc
from bodymap.atlas.editing.yaml_files import AtlasFiles, Problem, ReadFile
from bodymap.atlas.limbs import LIMBS
from bodymap.atlas.muscle_shapes import MuscleShape, MuscleShapesFile, Point
from bodymap.atlas.place import Place
from bodymap.body import Body


def shape_problems(found: AtlasFiles, body: Body) -> Iterator[Problem]:
    """Problems of the file of muscle shapes."""
    file = found.muscle_shapes
    if file is None:
        return
    read = {muscle.value.id for muscle in found.muscles}
    yield from _each_once(file, found.muscle_ids | read, read)
    on_charts = chart_regions(body)
    for number, shape in enumerate(file.value.shapes):
        loc = ("shapes", number)
        if not shape.parts and not shape.charts:
            yield file.problem(loc, "a shape has 'parts' on the skin, 'charts', or both")
        for index, base in enumerate(shape.charts):
            if base not in on_charts:
                yield file.problem((*loc, "charts", index), no_chart_region(base, body))
        for way, message in _points(shape, body):
            yield file.problem((*loc, *way), message)


def _each_once(
    file: ReadFile[MuscleShapesFile], muscles: set[str], wanted: set[str]
) -> Iterator[Problem]:
    named = [
        *((("shapes", n, "muscle"), shape.muscle) for n, shape in enumerate(file.value.shapes)),
        *((("not_drawn", n, "muscle"), left.muscle) for n, left in enumerate(file.value.not_drawn)),
    ]
    seen = set()
    for loc, muscle in named:
        if muscle not in muscles:
            yield file.problem(loc, dangling("muscle", muscle, muscles))
        elif muscle in seen:
            yield file.problem(loc, f"the muscle {muscle!r} stands twice; keep one")
        seen.add(muscle)
    for muscle in sorted(wanted - seen):
        message = f"the muscle {muscle!r} has no shape; draw it, or say why not in 'not_drawn'"
        yield file.problem(("shapes",), message)


def _points(shape: MuscleShape, body: Body) -> Iterator[tuple[Loc, str]]:
    for number, part in enumerate(shape.parts):
        for row, line in enumerate(part.lines):
            for place, point in enumerate(line):
                loc = ("parts", number, "lines", row, place)
                for way, message in _point(point, body):
                    yield (*loc, *way), message


def _point(point: Point, body: Body) -> Iterator[tuple[Loc, str]]:
    if isinstance(point, Place):
        yield from misplaced(point, body)
        if point.chart is not None:
            yield ("chart",), "a muscle shape lies on the skin; name chart regions in 'charts'"
        return
    names = (point,) if isinstance(point, str) else [n for n in point if isinstance(n, str)]
    if not isinstance(point, str) and (len(point), len(names)) == (3, 1):
        if names[0] not in LIMBS:
            nearest = nearest_name(names[0], LIMBS)
            hint = f" Did you mean {nearest!r}?" if nearest else ""
            yield (), f"there is no limb {names[0]!r}.{hint} Limbs are: {', '.join(LIMBS)}"
        return
    for name in names:
        if name not in body.landmarks:
            yield (), no_landmark(name, body)
