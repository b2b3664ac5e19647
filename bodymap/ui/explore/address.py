"""What the Explore page shows, as its address says it; pure values and pure steps.

Everything is in the address, so that a link, a reload, Back and Forward show the same. An address
can be typed by anybody: what it names and is not there is left out and said (`missing.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from bodymap.atlas import Atlas, Muscle, TriggerPoint
from bodymap.body import Body, Laterality
from bodymap.errors import BodyError, UnknownEntry

MOST_COMPARED: Final = 3
"""Patterns that can stand beside the one at hand."""

TURNING: Final = "turning"
VIEWS: Final = ("front", "back", "left", "right", "head", "hands", "feet", "pelvic_floor", TURNING)
"""What can be looked at: a side of the body, a part of it, or the body that turns."""
LAYERS: Final = ("muscles", "deep_muscles")
"""What can be shown under the pattern: muscles at the surface, or those below them too."""
FIGURE: Final = "neutral"
"""The figure that is shown if none is named."""

_SIDES: Final = {"right": Laterality.RIGHT, "left": Laterality.LEFT}
_OVERLAID: Final = "overlaid"


@dataclass(frozen=True)
class Explored:
    """What the page shows.

    Attributes:
        words: What was typed to find a muscle.
        group: Id of the part of the body that the list is kept to.
        region: Id of the region asked about.
        muscle: Id of the muscle at hand.
        point: Id of its trigger point at hand.
        laterality: Side of the muscle, the patient's.
        compared: Ids of other trigger points to stand beside it.
        overlaid: Whether those lie on one body instead.
        figure: Id of the figure.
        view: What is looked at, one of `VIEWS`; None where nobody chose.
        layer: What is shown under the pattern, one of `LAYERS`; None for nothing.
    """

    words: str = ""
    group: str | None = None
    region: str | None = None
    muscle: str | None = None
    point: str | None = None
    laterality: Laterality = Laterality.RIGHT
    compared: tuple[str, ...] = ()
    overlaid: bool = False
    figure: str = FIGURE
    view: str | None = None
    layer: str | None = None

    def parameters(self) -> dict[str, str]:
        """The address that shows the same; what is as usual is left out."""
        told = {
            "find": self.words,
            "group": self.group,
            "region": self.region,
            "muscle": self.muscle,
            "point": self.point,
            "side": self.laterality.value.lower() if self.muscle else None,
            "with": ",".join(self.compared),
            "compare": _OVERLAID if self.overlaid else None,
            "figure": self.figure if self.figure != FIGURE else None,
            "view": self.view,
            "layer": self.layer,
        }
        return {name: value for name, value in told.items() if value}


#: What an address can name that is not there, or not so.
Kind = Literal[
    "muscle",
    "trigger point",
    "trigger point of this muscle",
    "region",
    "part of the body",
    "side",
    "other side",
    "figure",
    "view",
    "comparison",
    "layer",
]


@dataclass(frozen=True)
class Missing:
    """Something the address names that is not there.

    Attributes:
        kind: What it would be; `trigger point of this muscle` is one of another muscle, `other
            side` the side on which a trigger point does not exist.
        name: As the address says it.
        nearest: Id of what is most like it, or None.
    """

    kind: Kind
    name: str
    nearest: str | None = None


class _Reading:
    """Reads names one by one and remembers those that are not there."""

    def __init__(self) -> None:
        self.missing: list[Missing] = []

    def known(self, kind: Kind, name: str | None, look: Mapping[str, object]) -> str | None:
        """The name if it is there."""
        if not name:
            return None
        try:
            look[name]
        except UnknownEntry as error:
            self.missing.append(Missing(kind, name, error.nearest))
        except KeyError:
            self.missing.append(Missing(kind, name))
        else:
            return name
        return None

    def region(self, name: str | None, body: Body) -> str | None:
        """The region if it is there."""
        try:
            return body.region(name).id if name else None
        except BodyError as error:
            self.missing.append(Missing("region", name or "", getattr(error, "nearest", None)))
            return None


def read(
    given: Mapping[str, str], atlas: Atlas, body: Body
) -> tuple[Explored, tuple[Missing, ...]]:
    """What an address asks for, and what of it is not there; never raises."""
    reading = _Reading()
    known = reading.known
    points = atlas.trigger_points
    compared = [known("trigger point", n, points) for n in _names(given.get("with"))]
    side = known("side", given.get("side", "right").lower(), _SIDES)
    figures = dict.fromkeys(body.manifest.figures)
    how = known("comparison", given.get("compare"), {_OVERLAID: True})
    asked = Explored(
        words=given.get("find", ""),
        group=known("part of the body", given.get("group"), atlas.groups),
        region=reading.region(given.get("region"), body),
        muscle=known("muscle", given.get("muscle"), atlas.muscles),
        point=known("trigger point", given.get("point"), points),
        laterality=_SIDES[side or "right"],
        compared=tuple(dict.fromkeys(name for name in compared if name)),
        overlaid=how is not None,
        figure=known("figure", given.get("figure"), figures) or FIGURE,
        view=known("view", given.get("view"), dict.fromkeys(VIEWS)),
        layer=known("layer", given.get("layer"), dict.fromkeys(LAYERS)),
    )
    settled = _settled(asked, atlas)
    if asked.point and asked.muscle and asked.point != settled.point:
        reading.missing.append(Missing("trigger point of this muscle", asked.point))
    if side and "side" in given and settled.muscle and asked.laterality != settled.laterality:
        reading.missing.append(Missing("other side", side))
    return settled, tuple(reading.missing)


def _names(listed: str | None) -> list[str]:
    return [name for name in (listed or "").split(",") if name][:MOST_COMPARED]


def _settled(asked: Explored, atlas: Atlas) -> Explored:
    """A trigger point brings its muscle; a muscle at hand has a trigger point at hand."""
    if asked.point is not None and asked.muscle is None:
        asked = replace(asked, muscle=atlas.muscle_of(asked.point).id)
    if asked.muscle is None:
        return replace(asked, compared=(), overlaid=False, laterality=Laterality.RIGHT)
    points = atlas.muscles[asked.muscle].trigger_points
    if asked.point not in {point.id for point in points}:
        asked = replace(asked, point=points[0].id)
    only = atlas.trigger_points[asked.point or points[0].id].only_on
    if only is not None:
        asked = replace(asked, laterality=_SIDES[only])
    compared = tuple(n for n in asked.compared if n != asked.point)
    return replace(asked, compared=compared, overlaid=asked.overlaid and bool(compared))


def with_muscle(
    asked: Explored, muscle: Muscle, point: str | None = None, laterality: Laterality | None = None
) -> Explored:
    """Take a muscle to hand, at its first trigger point and on the same side if none is given."""
    return replace(
        asked,
        muscle=muscle.id,
        point=point or muscle.trigger_points[0].id,
        laterality=laterality if laterality and laterality.sign else asked.laterality,
        compared=(),
        overlaid=False,
    )


def at_hand(asked: Explored, atlas: Atlas) -> tuple[Muscle, TriggerPoint] | None:
    """The muscle and trigger point at hand."""
    if asked.muscle is None or asked.point is None:
        return None
    return atlas.muscles[asked.muscle], atlas.trigger_points[asked.point]
