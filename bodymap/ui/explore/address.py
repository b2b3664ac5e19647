"""What the Explore page shows, as its address says it; pure values and pure steps.

Everything is in the address, so that a link, a reload, Back and Forward show the same. An address
can be typed by anybody: what it names and is not there is left out and said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from bodymap.atlas import Atlas, Muscle, TriggerPoint
from bodymap.body import Body, Laterality
from bodymap.errors import BodymapError, UnknownEntry

MOST_COMPARED: Final = 3
"""Patterns that can stand beside the one at hand."""

_SIDES: Final = {"right": Laterality.RIGHT, "left": Laterality.LEFT}


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
    """

    words: str = ""
    group: str | None = None
    region: str | None = None
    muscle: str | None = None
    point: str | None = None
    laterality: Laterality = Laterality.RIGHT
    compared: tuple[str, ...] = ()

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
        }
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True)
class Missing:
    """Something the address names that is not there.

    Attributes:
        kind: What it would be, such as `muscle`.
        name: As the address says it.
        nearest: Id of what is most like it, or None.
    """

    kind: str
    name: str
    nearest: str | None = None


def read(
    given: Mapping[str, str], atlas: Atlas, body: Body
) -> tuple[Explored, tuple[Missing, ...]]:
    """What an address asks for, and what of it is not there; never raises."""
    missing: list[Missing] = []

    def known(kind: str, name: str | None, look: Mapping[str, object]) -> str | None:
        if not name:
            return None
        try:
            look[name]
        except UnknownEntry as error:
            missing.append(Missing(kind, name, error.nearest))
        except (KeyError, BodymapError):
            missing.append(Missing(kind, name))
        else:
            return name
        return None

    compared = [known("trigger point", n, atlas.trigger_points) for n in _names(given.get("with"))]
    asked = Explored(
        words=given.get("find", ""),
        group=known("part of the body", given.get("group"), atlas.groups),
        region=known("region", given.get("region"), body.regions),
        muscle=known("muscle", given.get("muscle"), atlas.muscles),
        point=known("trigger point", given.get("point"), atlas.trigger_points),
        compared=tuple(dict.fromkeys(name for name in compared if name)),
    )
    side = given.get("side", "right").lower()
    if side not in _SIDES:
        missing.append(Missing("side", side))
    asked = replace(asked, laterality=_SIDES.get(side, Laterality.RIGHT))
    return _settled(asked, atlas), tuple(missing)


def _names(listed: str | None) -> list[str]:
    return [name for name in (listed or "").split(",") if name][:MOST_COMPARED]


def _settled(asked: Explored, atlas: Atlas) -> Explored:
    """A trigger point brings its muscle; a muscle at hand has a trigger point at hand."""
    if asked.point is not None and asked.muscle is None:
        asked = replace(asked, muscle=atlas.muscle_of(asked.point).id)
    if asked.muscle is None:
        return replace(asked, compared=())
    points = atlas.muscles[asked.muscle].trigger_points
    if asked.point not in {point.id for point in points}:
        asked = replace(asked, point=points[0].id)
    only = atlas.trigger_points[asked.point or points[0].id].only_on
    if only is not None:
        asked = replace(asked, laterality=_SIDES[only])
    return replace(asked, compared=tuple(n for n in asked.compared if n != asked.point))


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
    )


def at_hand(asked: Explored, atlas: Atlas) -> tuple[Muscle, TriggerPoint] | None:
    """The muscle and trigger point at hand."""
    if asked.muscle is None or asked.point is None:
        return None
    return atlas.muscles[asked.muscle], atlas.trigger_points[asked.point]
