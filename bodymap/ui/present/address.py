"""What is presented, as the address says it; pure values and pure steps.

`?group=neck` or `?muscles=a,b,c`, and with it `side`, `figure`, `order=quiz`, `room=light`,
`layer=muscles`, `at` and `step`. The browser writes the last five while a presentation runs.
`?muscle=a&point=a_upper`, as Explore says it, presents that muscle from that trigger point on, and
`take=away` shows what can be taken away instead. An address can be typed by anybody: what it names
and is not there is left out and said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bodymap.atlas import Atlas, FrequencyLevel, Muscle
from bodymap.body import Body, Laterality
from bodymap.ui.explore.address import FIGURE

QUIZ: Final = "quiz"
LIGHT: Final = "light"
AT, TAKE, AWAY = "at", "take", "away"
LAYER, MUSCLES = "layer", "muscles"
_SIDES: Final = {"right": Laterality.RIGHT, "left": Laterality.LEFT}


@dataclass(frozen=True)
class Presented:
    """What is presented, and how.

    Attributes:
        title: Of the whole.
        muscles: Ids, in order; empty if the address names none that is there.
        group: Id of the part of the body they are all of, if it was asked for.
        laterality: Side of the muscles, the patient's.
        figure: Figure id.
        at: Slide, from 1; the browser keeps it within what there is.
        step: Step of that slide, from 1.
        quiz: Whether names are hidden until the last step.
        light: Whether the lights are on.
        muscle: Whether it is shown where the muscle lies.
        taking: Whether something is to be taken away.
    """

    title: str = ""
    muscles: tuple[str, ...] = ()
    group: str = ""
    laterality: Laterality = Laterality.RIGHT
    figure: str = FIGURE
    at: int = 1
    step: int = 1
    quiz: bool = False
    light: bool = False
    muscle: bool = False
    taking: bool = False


def read(given: Mapping[str, str], atlas: Atlas, body: Body) -> tuple[Presented, tuple[str, ...]]:
    """What an address asks to present, and the names in it that are not there; never raises."""
    group = given.get("group", "")
    listed = given.get("muscles") or given.get("muscle", "")
    named = [name for name in listed.split(",") if name]
    missing = [name for name in dict.fromkeys(named) if name not in atlas.muscles]
    muscles = tuple(name for name in dict.fromkeys(named) if name in atlas.muscles)
    title = ", ".join(atlas.muscles[name].name for name in muscles)
    if group in atlas.groups and not muscles:
        muscles, title = of_group(group, atlas), atlas.groups[group].plain_label
    else:
        missing += [group] if group and group not in atlas.groups else []
        group = ""
    figure = given.get("figure", FIGURE)
    if figure not in body.manifest.figures:
        missing.append(figure)
        figure = FIGURE
    presented = Presented(
        title=title,
        muscles=muscles,
        group=group,
        laterality=_SIDES.get(given.get("side", "right").lower(), Laterality.RIGHT),
        figure=figure,
        at=_number(given.get("at")) if "at" in given else _at(given.get("point"), muscles, atlas),
        step=_number(given.get("step")),
        quiz=given.get("order") == QUIZ,
        light=given.get("room") == LIGHT,
        muscle=bool(given.get(LAYER)),
        taking=given.get(TAKE) == AWAY,
    )
    return presented, tuple(missing)


def of_group(group: str, atlas: Atlas) -> tuple[str, ...]:
    """Muscles of a part of the body, those with trigger points most often first."""
    outermost = atlas.group_of(group).id
    held = [m for m in atlas.muscles.values() if {group, outermost} & set(m.regions)]
    return tuple(muscle.id for muscle in sorted(held, key=_often))


def _often(muscle: Muscle) -> tuple[int, str]:
    return list(FrequencyLevel).index(muscle.frequency.level), muscle.name


def _at(point: str | None, muscles: tuple[str, ...], atlas: Atlas) -> int:
    """Slide of a trigger point; the first if it is on none."""
    points = [p.id for name in muscles for p in atlas.muscles[name].trigger_points]
    return points.index(point) + 1 if point in points else 1


def _number(text: str | None) -> int:
    """A number from 1; what is none, or is out of all reason, is 1."""
    given = (text or "").strip()
    return max(1, int(given)) if given.isascii() and given.isdigit() and len(given) < 6 else 1  # noqa: PLR2004
