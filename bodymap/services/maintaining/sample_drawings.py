"""Pain drawings of the sample people: a brush led through a few regions, as a hand would."""

from datetime import timedelta
from typing import Final, NamedTuple

from bodymap.body import Body, StrokeKind
from bodymap.records import (
    Assessment,
    Drawing,
    DrawnStroke,
    Edition,
    Occasion,
    PainDepth,
    PainDrawing,
    PainIntensity,
    PainMark,
    PainQuality,
    PainTiming,
    RecallPeriod,
    Status,
    ViewStrokes,
)
from bodymap.services.drawing.deriving import derived_of
from bodymap.services.kernel.ports import Ports, UnitOfWork
from bodymap.services.kernel.transactions import free_code

_POINTS: Final = 9
_TREATED_FOR: Final = timedelta(minutes=50)
_RADIUS: Final = 11.0


class SamplePain(NamedTuple):
    """One mark of a sample drawing.

    Attributes:
        view: View that it is drawn in.
        regions: Regions the brush is led through.
        nrs: Intensity 0-10.
    """

    view: str
    regions: tuple[str, ...]
    nrs: int
    quality: PainQuality
    depth: PainDepth = PainDepth.MUSCLE
    timing: PainTiming = PainTiming.COMES_AND_GOES


def add_sample_drawing(
    unit: UnitOfWork,
    ports: Ports,
    body: Body,
    assessment: Assessment,
    pains: tuple[SamplePain, ...],
    *,
    occasion: Occasion = Occasion.BEFORE_TREATMENT,
) -> None:
    """Add a finished drawing to an assessment of a sample person. Writes.

    Args:
        unit: An open transaction.
        ports: Clock and ids.
        body: Figure that is drawn on.
        assessment: What it is attached to; its person gets it.
        pains: What is marked.
        occasion: Before the treatment, drawn when the assessment was made; or after it.
    """
    later = occasion is Occasion.AFTER_TREATMENT
    at = assessment.examined_at + (_TREATED_FOR if later else timedelta())
    marks = (_mark(pain, ports, body) for pain in pains)
    drawing = PainDrawing(
        id=ports.ids.new(),
        person_id=assessment.person_id,
        assessment_id=assessment.id,
        code=free_code(unit, ports),
        drawn_at=at,
        occasion=occasion,
        figure=body.figure,
        body_version=body.version,
        marks=tuple(mark for mark in marks if mark is not None),
        status=Status.FINISHED,
        finished_at=at,
        editions=1,
        seconds=44.0,
        actions=2 * len(pains),
    )
    unit.drawings.add(drawing, at=at)
    unit.drawings.add_edition(Edition(1, drawing))
    unit.drawings.keep_derived(drawing.id, derived_of(drawing, body))


def _mark(pain: SamplePain, ports: Ports, body: Body) -> PainMark | None:
    points = tuple(point for region in pain.regions for point in _through(region, pain.view, body))
    if not points:
        return None
    stroke = DrawnStroke(kind=StrokeKind.BRUSH, points=points, radius=_RADIUS)
    view = ViewStrokes(view=pain.view, strokes=(stroke,))
    return PainMark(
        id=ports.ids.new(),
        drawing=Drawing(figure=body.figure, body_version=body.version, views=(view,)),
        intensity=PainIntensity(nrs=pain.nrs, recall=RecallPeriod.NOW),
        qualities=(pain.quality,),
        depth=pain.depth,
        timing=(pain.timing,),
    )


def _through(region: str, view: str, body: Body) -> list[tuple[float, float]]:
    """Points down the middle of a region, as far as the view shows it."""
    cells = body.fill([region]).cells
    middle = body.xyz_cm[cells].mean(axis=0)
    down = cells[(-body.xyz_cm[cells, 1]).argsort()]
    near = [
        cell
        for cell in down.tolist()
        if abs(body.xyz_cm[cell, 0] - middle[0]) < 1.5  # noqa: PLR2004 - cm beside the middle
    ]
    step = max(1, len(near) // _POINTS)
    found = (body.project(cell, view) for cell in near[::step])
    return [point for point in found if point is not None]
