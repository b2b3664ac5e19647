"""A muscle's trigger points and typical referral on the body; clicks ask about regions."""

from collections.abc import Callable
from typing import Any, Final

from bodymap.atlas import Atlas, Muscle, TriggerPoint, typical_referral
from bodymap.atlas.place import Facing
from bodymap.body import Body, Laterality
from bodymap.canvas import (
    Acknowledged,
    CanvasData,
    LookAt,
    Mark,
    Operation,
    PickRegion,
    SelectMark,
    Texts,
    Tool,
    Zone,
    ZoneLook,
    body_canvas,
)
from bodymap.ui.explore import muscles
from bodymap.ui.explore.address import TURNING, VIEWS, Explored, at_hand
from bodymap.ui.explore.state import written
from bodymap.ui.insets import MAIN_VIEWS, insets
from bodymap.ui.operation_log import OperationLog
from bodymap.ui.wording import LATERALITIES

_LOG: Final = "explore"
_FLAT: Final = frozenset(VIEWS) - {TURNING}
TYPICAL: Final = "typical pattern; people differ"
_TEXTS: Final = Texts(
    list_title="Typical trigger points",
    list_empty="Click a place on the body to see who refers there.",
    mark_sign="trigger point",
    enter="Enter asks who refers there",
)
_PREFERRED: Final = {"left": 0.6, "right": 0.6}
"""A side view is chosen only if it shows much more than front and back do."""
_FACING: Final = {Facing.FRONT: "front", Facing.BACK: "back"}


def draw(
    asked: Explored,
    atlas: Atlas,
    body: Body,
    *,
    on_region: Callable[[str], None],
    on_point: Callable[[str], None],
    on_look: Callable[[str | None], None],
) -> None:
    """Show the body.

    Args:
        asked: What to show on it.
        atlas: Where the trigger points stand.
        body: The figure.
        on_region: Called with the id of a region that was clicked.
        on_point: Called with the id of a trigger point that was chosen.
        on_look: Called with the view or part of the body that is looked at; None for all of it.
    """

    def perform(operation: Operation, _request_id: str) -> None:
        if isinstance(operation, PickRegion):
            on_region(operation.region)
        elif isinstance(operation, SelectMark):
            chosen = operation.mark_id
            if chosen is not None and chosen in atlas.trigger_points:
                on_point(chosen)
        elif isinstance(operation, LookAt):
            on_look(operation.view if operation.view in VIEWS else None)

    log = OperationLog(_LOG, body, perform)
    data = canvas_data(asked, atlas, body, log.acknowledged)
    body_canvas(data, key="explore-canvas", on_operations=log.take)


def canvas_data(
    asked: Explored, atlas: Atlas, body: Body, acknowledged: Acknowledged
) -> CanvasData:
    """Everything the body shows."""
    hand = at_hand(asked, atlas)
    return CanvasData(
        log=_LOG,
        **always(body),
        views=MAIN_VIEWS,
        insets=insets(body),
        tools=(Tool.PICK, Tool.MOVE),
        marks=marks(hand[0], asked.laterality, atlas, body) if hand else (),
        selected=asked.point,
        zones=(zone(hand[1], asked.laterality, body),) if hand else (),
        muscles=muscles.overlay(asked, body),
        highlighted=(asked.region,) if asked.region else (),
        view=asked.view if asked.view in _FLAT else best_view(asked, atlas, body),
        address=written(asked),
        acknowledged=dict(acknowledged),
        texts=_TEXTS,
    )


def best_view(asked: Explored, atlas: Atlas, body: Body) -> str | None:
    """The view that shows most of the pattern at hand, front or back if in doubt; or None."""
    hand = at_hand(asked, atlas)
    if hand is None:
        return None
    referral = typical_referral(hand[1], asked.laterality, body).painted
    area = referral.essential or referral.spillover
    if not area:
        return None
    shown = {view: int(body.view(view).pixels[area.cells].sum()) for view in MAIN_VIEWS}
    return max(MAIN_VIEWS, key=lambda view: shown[view] * _PREFERRED.get(view, 1.0))


def always(body: Body) -> dict[str, Any]:
    """What every canvas of the page is given."""
    return {
        "figure": body.figure,
        "figure_url": f"figure/{body.version}/",
        "editable": False,
    }


def marks(muscle: Muscle, laterality: Laterality, atlas: Atlas, body: Body) -> tuple[Mark, ...]:
    """The muscle's trigger points on one side, numbered as in its list."""
    return tuple(
        mark
        for number, point in enumerate(muscle.trigger_points, start=1)
        if point.only_on in {None, laterality.value.lower()}
        for mark in [
            mark_of(point, number, laterality, place_cell(point, laterality, atlas, body), body)
        ]
        if mark is not None
    )


def mark_of(
    point: TriggerPoint, number: int, laterality: Laterality, cell: int, body: Body
) -> Mark | None:
    """A trigger point as a mark, in the view that shows it best; None if no view shows it."""
    shown = {view: body.project(cell, view) for view in body.views}
    places = {view: (float(at[0]), float(at[1])) for view, at in shown.items() if at is not None}
    if not places:
        return None
    facing = _FACING.get(point.place.facing) if point.place.facing else None
    seen_best = (facing, laterality.value.lower(), *MAIN_VIEWS, *body.views)
    view = next(view for view in seen_best if view in places)
    x, y = places.pop(view)
    return Mark(
        id=point.id,
        number=number,
        view=view,
        x=x,
        y=y,
        label=point.name,
        note=LATERALITIES[laterality],
        also=places,
    )


def place_cell(point: TriggerPoint, laterality: Laterality, atlas: Atlas, body: Body) -> int:
    """Cell of a trigger point of a muscle on that side."""
    right = atlas.place_cell(point.id)
    return int(body.cell_table.mirror[right]) if laterality is Laterality.LEFT else right


def zone(
    point: TriggerPoint,
    laterality: Laterality,
    body: Body,
    *,
    title: str = TYPICAL,
    look: ZoneLook | None = None,
) -> Zone:
    """The typical referral, by the address the browser fetches it from.

    Args:
        point: Whose.
        laterality: Side of the muscle, the patient's.
        body: The figure.
        title: Words of the legend.
        look: How it is told from other patterns on the same body.
    """
    path = f"{body.version}/{body.figure}/{point.id}/{laterality.value}"
    return Zone(url=f"referral/{path}", title=title, look=look)
