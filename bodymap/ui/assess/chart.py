"""The body of an assessment: its findings as marks, and what is done on it as service calls."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.canvas import (
    CanvasData,
    Ghost,
    Mark,
    MarkTone,
    StrokeLayer,
    Texts,
    Tool,
    Under,
    Zone,
    ZoneLook,
    body_canvas,
)
from bodymap.records import (
    OTHER_TRIGGER_POINT,
    Assessment,
    Called,
    Course,
    PointPlace,
    ReferralFelt,
    State,
    TriggerPointFinding,
)
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.undo import undoable
from bodymap.ui.assess import editions
from bodymap.ui.assess import state as states
from bodymap.ui.assess.desk import Desk
from bodymap.ui.assess.naming import in_assessment, named
from bodymap.ui.assess.perform import ASKED, Performer, said
from bodymap.ui.insets import MAIN_VIEWS, insets
from bodymap.ui.operation_log import step_names
from bodymap.ui.pointing import place_name
from bodymap.ui.steps_in_words import step_in_words
from bodymap.ui.wording import CALLED, COURSES_TOLD

_TONES: Final = {
    State.ACTIVE: MarkTone.ACTIVE,
    State.LATENT: MarkTone.LATENT,
    State.UNDECIDED: MarkTone.UNDECIDED,
}
_TEXTS: Final = Texts(
    whose="the patient's",
    your_right="R",
    your_left="L",
    list_title="Findings",
    list_empty="No findings yet. Click the exact place on the body.",
    mark="New mark",
    drawn="referral as this person felt it",
    ghosts="finding of last time",
)


_NOT_THERE: Final = frozenset({Course.GONE, Course.NOT_EXAMINED})
_LOOKS: Final = (ZoneLook.ONE, ZoneLook.TWO, ZoneLook.THREE, ZoneLook.FOUR)
_UNKNOWN: Final = {True: "Choose a muscle", False: "No muscle chosen"}


def draw(
    desk: Desk, assessment: Assessment, under: Under | None = None, ghosts: Sequence[Ghost] = ()
) -> None:
    """Show the body; what is done on it is carried out before the page is drawn again."""
    body = desk.body(assessment.figure)
    performer = Performer(desk, assessment.figure)
    key = f"canvas-{desk.log}"
    performer.log.sent_by(key)
    body_canvas(
        replace(canvas_data(desk, assessment, body, performer), under=under, ghosts=tuple(ghosts)),
        key=key,
        on_operations=performer.take,
    )


def canvas_data(desk: Desk, assessment: Assessment, body: Body, performer: Performer) -> CanvasData:
    """Everything the clickable body shows of this assessment."""
    selected = assessment.finding(desk.state.selected or "")
    steps = None if desk.edition else undoable(ASSESSMENTS, desk.editing())
    differs = editions.marks(desk, assessment)
    drawing = assessment.is_open and states.is_drawing_referral(desk.state, selected)
    tools = (Tool.BRUSH, Tool.OUTLINE, Tool.ERASE) if drawing else (Tool.POINT,)
    return CanvasData(
        log=desk.log,
        figure=assessment.figure,
        figure_url=f"figure/{body.version}/",
        views=MAIN_VIEWS,
        insets=insets(body),
        tools=(*tools, Tool.MOVE),
        editable=assessment.is_open,
        marks=tuple(
            mark_of(
                desk, finding, number, body, differs.get(finding.id), is_open=assessment.is_open
            )
            for number, finding in enumerate(assessment.findings, start=1)
        ),
        selected=selected.id if selected else None,
        zones=_zones_shown(desk, assessment, selected, body),
        drawn=drawn(selected),
        undo=step_in_words(steps.undo) if steps else None,
        redo=step_in_words(steps.redo) if steps else None,
        undo_steps=step_names(steps.undo_steps, desk.state.client_id) if steps else (),
        redo_steps=step_names(steps.redo_steps, desk.state.client_id) if steps else (),
        asked=ASKED,
        next_question=desk.state.next_sign,
        acknowledged=performer.log.acknowledged,
        refusals=performer.log.refusals,
        client=desk.state.client_id,
        texts=_TEXTS,
    )


def mark_of(
    desk: Desk,
    finding: TriggerPointFinding,
    number: int,
    body: Body,
    differs: str | None = None,
    *,
    is_open: bool = True,
) -> Mark:
    """A finding as a mark: the muscle and side in its first line, how it stands in its second."""
    view, x, y, also = place_on_views(finding, body)
    return Mark(
        id=finding.id,
        number=number,
        view=view,
        x=x,
        y=y,
        label=named(desk.workspace.atlas(), finding, _UNKNOWN[is_open]),
        note=", ".join(part for part in (standing(finding), differs) if part),
        tone=_TONES[State.UNDECIDED if finding.copied_from else finding.state],
        also=also,
        place=place_name(finding.place),
        said=said(finding),
    )


def standing(finding: TriggerPointFinding) -> str:
    """How a finding stands, in a few words."""
    course = COURSES_TOLD[finding.course] if finding.course else ""
    if finding.is_carried:
        return f"{CALLED[finding.called]} last time, not confirmed today"
    if course and not finding.is_examined:
        return f"{course[:1].upper()}{course[1:]}"
    copied = "copied, not examined here yet" if finding.copied_from else ""
    return ", ".join(part for part in (CALLED[finding.called], copied, course) if part)


def place_on_views(
    finding: TriggerPointFinding, body: Body
) -> tuple[str, float, float, dict[str, tuple[float, float]]]:
    """View and point of a finding, and where else its cell shows."""
    view, x, y = _where(finding, body)
    points = _points(body, finding.place.cell)
    return view, x, y, {other: point for other, point in points.items() if other != view}


def _where(finding: TriggerPointFinding, body: Body) -> tuple[str, float, float]:
    """View and point of a mark; on another figure than it was made on, the same cell's point."""
    place = finding.place
    if isinstance(place, PointPlace) and place.figure == body.figure:
        return place.view, place.x, place.y
    wanted = [place.view] if isinstance(place, PointPlace) else []
    points = _points(body, place.cell)
    for view in (*wanted, *MAIN_VIEWS, *body.views):
        if view in points:
            return view, *points[view]
    return MAIN_VIEWS[0], 0.0, 0.0


@lru_cache(maxsize=1024)  # asked for every mark after every click
def _points(body: Body, cell: int) -> Mapping[str, tuple[float, float]]:
    """Where each view shows a cell; views that do not show it are left out."""
    points = {view: body.project(cell, view) for view in body.views}
    return {view: (float(p[0]), float(p[1])) for view, p in points.items() if p is not None}


def _zones_shown(
    desk: Desk, assessment: Assessment, selected: TriggerPointFinding | None, body: Body
) -> tuple[Zone, ...]:
    if selected is None and desk.state.all_referrals:
        return all_zones(desk.workspace.atlas(), assessment, body)
    return zones(selected, assessment.figure, body)


def all_zones(atlas: Atlas, assessment: Assessment, body: Body) -> tuple[Zone, ...]:
    """The typical referrals of all that was found, each with a look and the finding's name.

    A trigger point that was found twice is shown once; after four, looks come again.
    """
    found: dict[str, Zone] = {}
    for finding in assessment.findings:
        if finding.called is Called.NOTHING_FOUND or finding.course in _NOT_THERE:
            continue
        for zone in zones(finding, assessment.figure, body):
            look = _LOOKS[len(found) % len(_LOOKS)]
            name = in_assessment(atlas, assessment, finding)
            found.setdefault(zone.url, replace(zone, title=name, look=look))
    return tuple(found.values())


def zones(finding: TriggerPointFinding | None, figure: str, body: Body) -> tuple[Zone, ...]:
    """The typical referral of the trigger point chosen for the finding at hand."""
    if finding is None or finding.trigger_point in {None, OTHER_TRIGGER_POINT}:
        return ()
    if finding.referral.felt is ReferralFelt.NONE:
        return ()
    path = f"{body.version}/{figure}/{finding.trigger_point}/{finding.laterality.value}"
    return (Zone(url=f"referral/{path}", title="typical referral"),)


def drawn(finding: TriggerPointFinding | None) -> tuple[StrokeLayer, ...]:
    """What was drawn for the finding at hand as the referral that was felt."""
    drawing = finding.referral.drawing if finding else None
    if finding is None or drawing is None:
        return ()
    return tuple(
        StrokeLayer(
            layer.view, tuple(stroke.on_body() for stroke in layer.strokes), subject=finding.id
        )
        for layer in drawing.views
    )
