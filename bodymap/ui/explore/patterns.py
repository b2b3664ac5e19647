"""Patterns on a body of their own, beside others or together with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bodymap.atlas import Atlas, TriggerPoint, typical_referral
from bodymap.body import Body, Laterality
from bodymap.canvas import (
    CanvasData,
    Operation,
    PickRegion,
    Texts,
    Tool,
    Zone,
    body_canvas,
)
from bodymap.ui.explore.figure import always, mark_of, place_cell
from bodymap.ui.insets import MAIN_VIEWS, insets
from bodymap.ui.operation_log import OperationLog
from bodymap.ui.wording import LATERALITIES

_TEXTS: Final = Texts(
    name="Body chart to compare",
    list_title="Typical trigger points",
    mark_sign="trigger point",
    enter="Enter asks who refers there",
)


@dataclass(frozen=True)
class Pattern:
    """The typical pattern of a trigger point on a side, the patient's."""

    point: TriggerPoint
    laterality: Laterality

    def name(self, atlas: Atlas) -> str:
        """The muscle and its side, as plain text."""
        return f"{atlas.muscle_of(self.point.id).name}, {LATERALITIES[self.laterality]}"


def patterns_of(points: Sequence[str], laterality: Laterality, atlas: Atlas) -> list[Pattern]:
    """Patterns of trigger points on a side, or on the only side that they exist on."""
    given = [atlas.trigger_points[point] for point in points]
    return [
        Pattern(point, Laterality(point.only_on.upper()) if point.only_on else laterality)
        for point in given
    ]


def draw(
    patterns: Sequence[Pattern],
    zones: Sequence[Zone],
    atlas: Atlas,
    body: Body,
    *,
    slot: str,
    on_region: Callable[[str], None] | None = None,
) -> None:
    """Show patterns on one body.

    Args:
        patterns: Whose trigger points are marked; the first decides what is seen first.
        zones: What is shown of them.
        atlas: Where the trigger points stand.
        body: The figure.
        slot: Names the place it is shown in.
        on_region: Called with the id of a region that was clicked; without it nothing can be asked.
    """

    def perform(operation: Operation, _request_id: str) -> None:
        if isinstance(operation, PickRegion) and on_region is not None:
            on_region(operation.region)

    log = OperationLog(f"explore-{slot}", body, perform)
    first = patterns[0]
    essential = typical_referral(first.point, first.laterality, body).essential
    front_first = essential.share_of_view("front") >= essential.share_of_view("back")
    data = CanvasData(
        log=log.name,
        **always(body),
        views=MAIN_VIEWS if front_first else ("back", "front", *MAIN_VIEWS[2:]),
        insets=insets(body),
        tools=(Tool.PICK, Tool.MOVE) if on_region is not None else (Tool.MOVE,),
        marks=tuple(
            replace(mark, label=pattern.name(atlas), note=pattern.point.name)
            for number, pattern in enumerate(patterns, start=1)
            for cell in [place_cell(pattern.point, pattern.laterality, atlas, body)]
            for mark in [mark_of(pattern.point, number, pattern.laterality, cell, body)]
            if mark is not None
        ),
        zones=tuple(zones),
        acknowledged=log.acknowledged,
        texts=_TEXTS,
    )
    body_canvas(data, key=f"explore-canvas-{slot}", on_operations=log.take)
