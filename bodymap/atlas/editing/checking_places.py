"""What a place says about the figure: landmarks that exist, and one way to go."""

from collections.abc import Iterator

from bodymap.atlas.catalogue import nearest_name
from bodymap.atlas.editing.marked_yaml import Loc
from bodymap.atlas.editing.yaml_files import Problem, ReadFile
from bodymap.atlas.muscles import Muscle
from bodymap.atlas.place import Place
from bodymap.atlas.placing import DIRECTIONS
from bodymap.body import Body


def place_problems(file: ReadFile[Muscle], body: Body) -> Iterator[Problem]:
    """Places of one muscle that cannot be found on the figure."""
    for number, point in enumerate(file.value.trigger_points):
        for way, message in misplaced(point.place, body):
            yield file.problem(("trigger_points", number, "place", *way), message)


def misplaced(place: Place, body: Body) -> Iterator[tuple[Loc, str]]:
    """What is wrong with a place, with the field it is wrong in."""
    for field, landmark in (("from", place.from_), ("to", place.to)):
        if landmark is not None and landmark not in body.landmarks:
            yield (field,), no_landmark(landmark, body)
    for direction in place.offset_cm:
        if direction not in DIRECTIONS:
            nearest = nearest_name(direction, DIRECTIONS)
            hint = f" Did you mean {nearest!r}?" if nearest else ""
            allowed = ", ".join(DIRECTIONS)
            message = f"there is no direction {direction!r}.{hint} Allowed are: {allowed}"
            yield ("offset_cm", direction), message
    for field in ("fraction", "along_cm"):
        if getattr(place, field) is not None and place.to is None:
            yield (field,), f"{field!r} needs a landmark to go towards; name it with 'to'"
    if place.fraction is not None and place.along_cm is not None:
        yield ("along_cm",), "give 'fraction' or 'along_cm', not both"
    if place.chart is not None and place.chart.region not in chart_regions(body):
        yield ("chart", "region"), no_chart_region(place.chart.region, body)
    if place.to == place.from_:
        yield ("to",), "'from' and 'to' are the same landmark; name another or leave 'to' out"


def no_landmark(name: str, body: Body) -> str:
    """Sentence about a landmark that there is not."""
    nearest = nearest_name(name, body.landmarks)
    hint = f" Did you mean {nearest!r}?" if nearest else ""
    return f"the figure has no landmark {name!r}.{hint}"


def chart_regions(body: Body) -> set[str]:
    """Base ids of the regions that the pelvic-floor charts show."""
    first = body.cell_table.mesh_count
    return {
        region.base
        for region in body.regions.values()
        if (body.cell_table.of_region(region.number) >= first).any()
    }


def no_chart_region(name: str, body: Body) -> str:
    """Sentence about a region that the pelvic-floor charts do not have."""
    nearest = nearest_name(name, chart_regions(body))
    hint = f" Did you mean {nearest!r}?" if nearest else ""
    return f"the pelvic-floor charts have no region {name!r}.{hint}"
