"""Where a trigger point typically lies, as a place that can be recorded."""

from typing import Final

from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.records import PointPlace

_MAIN_VIEWS: Final = ("front", "back", "left", "right")


def typical_place(
    trigger_point: str, laterality: Laterality, atlas: Atlas, body: Body
) -> PointPlace | None:
    """The typical place of a trigger point, in the view that looks straight at it.

    Args:
        trigger_point: Its id.
        laterality: LEFT for the muscle on the left; any other side gives the right one.
        atlas: Where it lies.
        body: Figure to mark it on.

    Returns:
        The place; None if no view of the figure shows it.

    Raises:
        UnknownEntry: The atlas has no such trigger point.
    """
    cell = atlas.place_cell(trigger_point)
    if laterality is Laterality.LEFT:
        cell = int(body.cell_table.mirror[cell])
    # The view that shows the place largest looks straight at it; a part of the body is shown only
    # where the whole does not show the place, and the figure's own chart before the other one.
    main = sorted(_MAIN_VIEWS, key=lambda name: -int(body.view(name).pixels[cell]))
    parts = sorted(
        body.views.keys() - {*main}, key=lambda name: (not name.endswith(f"_{body.figure}"), name)
    )
    for view in (*main, *parts):
        point = body.project(cell, view)
        hit = None if point is None else body.hit(view, *point)
        if point is not None and hit is not None and hit.region is not None:
            return PointPlace(
                view=view,
                figure=body.figure,
                body_version=body.version,
                x=point[0],
                y=point[1],
                cell=hit.cell,
                region=hit.region,
            )
    return None
