"""What an answer is worth. Distances are along the skin, areas in cm2, both of the model body.

All bounds are our own choice, without a publication: typical places and zones are not exact, and
people differ.
"""

from dataclasses import dataclass
from math import pi, sqrt
from typing import Final

from bodymap.analysis.practice.likeness import Likeness
from bodymap.atlas import Atlas, TypicalReferral, typical_referral
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Laterality, SurfaceArea
from bodymap.body.part_size import part_radius_cm
from bodymap.records.practice import Question

RIGHT_PART: Final = 0.5
"""As near as this counts as right, in radii of a circle as large as the muscle on the skin."""
RIGHT_LEAST_CM: Final = 1.0
"""But never nearer than the width of a fingertip is asked for, ..."""
RIGHT_MOST_CM: Final = 4.0
"""... nor anything farther away taken."""
FULL_MARKS: Final = 1 / 3
"""A hit is as near as this, in what counts as right."""
NO_MARKS: Final = 3.0
"""As far as this is worth nothing, in what counts as right; between, the score falls evenly."""
FARTHEST_CM: Final = 30.0
"""Farther is not measured."""
RIGHT_DRAWN: Final = 0.5
"""A drawing counts as right from this score on."""
RIM_PART: Final = 0.15
"""An edge may be off by so much of the side of a square as large as the zone looked for."""
RIM_CM: Final = (0.3, 1.5)
"""By at least and at most so much."""


@dataclass(frozen=True)
class Placed:
    """A trigger point that was placed.

    Attributes:
        score: 0 to 1.
        distance_cm: Along the skin; None farther than 30 cm away, or where there is no measure.
        other_side: On the wrong side of the body; worth nothing.
        mirrored_cm: Then, how far it lies from the place on that side.
        truth_on_chart: The place is on the pelvic-floor charts: right is the same structure.
        answer_on_chart: It was placed on one of them.
        right_cm: As near as this counts as right there; None on a chart.
    """

    right: bool
    score: float
    distance_cm: float | None
    other_side: bool = False
    mirrored_cm: float | None = None
    truth_on_chart: bool = False
    answer_on_chart: bool = False
    right_cm: float | None = None


@dataclass(frozen=True)
class Drawn:
    """A referral that was drawn. An edge that is off by no more than the rim counts as met.

    Attributes:
        score: `share_found` times what of the drawing is not beyond, 0 to 1.
        rim_cm: The rim.
        share_found: Part of the zone looked for that was drawn.
        share_beyond: Part of the drawing that lies outside the whole pattern; 0 for no drawing.
        spillover_found: Part of the spillover that was drawn; None if there is none to find.
        wanted: The zone looked for: the essential one, or the spillover where there is no other.
        found: What of the drawing lies in the pattern or on its rim.
        missed: What of the zone looked for was not drawn.
        beyond: What of the drawing lies outside the pattern.
    """

    right: bool
    score: float
    share_found: float
    share_beyond: float
    spillover_found: float | None
    rim_cm: float
    wanted: SurfaceArea
    found: SurfaceArea
    missed: SurfaceArea
    beyond: SurfaceArea


def place_of(atlas: Atlas, body: Body, question: Question) -> int:
    """Cell of the trigger point that a question asks about."""
    right = atlas.place_cell(question.trigger_point)
    is_left = question.laterality is Laterality.LEFT
    return int(body.cell_table.mirror[right]) if is_left else right


def pattern_of(atlas: Atlas, body: Body, question: Question) -> TypicalReferral:
    """Typical referral of the trigger point that a question asks about."""
    point = atlas.trigger_points[question.trigger_point]
    return typical_referral(point, question.laterality, body)


def score_choice(
    atlas: Atlas, alike: Likeness, question: Question, muscle: str
) -> tuple[bool, bool]:
    """Whether a chosen muscle is right, and whether that is because it fits equally well."""
    if muscle == atlas.muscle_of(question.trigger_point).id:
        return True, False
    same = muscle in alike.fit_equally(question.trigger_point)
    return same, same


def score_place(body: Body, truth: int, answer: int, *, right_cm: float) -> Placed:
    """What a placed point is worth.

    A place on the midline (within 1 cm of it) has no wrong side: its mirror image is as good.

    Args:
        body: The figure.
        truth: Cell of the trigger point.
        answer: Cell that was pointed at.
        right_cm: As near as this counts as right; see `near_enough_cm`.

    Raises:
        UnknownCell: No such cell.
    """
    skin = body.cell_table.mesh_count
    if max(truth, answer) >= skin:
        return _on_chart(body, truth, answer)
    sides = body.laterality_of(truth), body.laterality_of(answer)
    mirrored = body.walk_cm(int(body.cell_table.mirror[truth]), answer, at_most_cm=FARTHEST_CM)
    distance = body.walk_cm(truth, answer, at_most_cm=FARTHEST_CM)
    if sides[0] is Laterality.MIDLINE:
        known = [cm for cm in (distance, mirrored) if cm is not None]
        distance = min(known, default=None)
    other_side = Laterality.MIDLINE not in sides and sides[0] is not sides[1]
    if other_side:
        return Placed(
            right=False,
            score=0.0,
            distance_cm=distance,
            other_side=True,
            mirrored_cm=mirrored,
            right_cm=right_cm,
        )
    return Placed(
        right=distance is not None and distance <= right_cm,
        score=_worth(distance, right_cm),
        distance_cm=distance,
        right_cm=right_cm,
    )


def near_enough_cm(layer: MuscleLayer, muscle: str, body: Body, truth: int) -> float:
    """As near as this counts as right: little in the face and on a hand, much on the back.

    A muscle that is not drawn on the skin is as large as the region of its place.

    Args:
        layer: How large the muscles are.
        muscle: Id of the muscle.
        body: The figure.
        truth: Cell of the trigger point.
    """
    cm2 = layer.area(muscle, Laterality.RIGHT, body).cm2
    radius_cm = sqrt(cm2 / pi) or part_radius_cm(body, truth)
    return min(RIGHT_MOST_CM, max(RIGHT_LEAST_CM, RIGHT_PART * radius_cm))


def _worth(distance_cm: float | None, right_cm: float) -> float:
    if distance_cm is None:
        return 0.0
    worth = (NO_MARKS - distance_cm / right_cm) / (NO_MARKS - FULL_MARKS)
    return min(1.0, max(0.0, worth))


def _on_chart(body: Body, truth: int, answer: int) -> Placed:
    """On a chart, which has no measure, the same structure on the same side is right."""
    skin = body.cell_table.mesh_count
    asked, said = body.region_of(truth), body.region_of(answer)
    right = asked is not None and asked == said
    same_pair = (
        asked is not None and said is not None and body.region(asked).base == body.region(said).base
    )
    return Placed(
        right=right,
        score=1.0 if right else 0.0,
        distance_cm=None,
        other_side=same_pair and not right,
        truth_on_chart=truth >= skin,
        answer_on_chart=answer >= skin,
    )


def score_drawing(body: Body, truth: TypicalReferral, drawn: SurfaceArea) -> Drawn:
    """What a drawn referral is worth, by surface; charts and places inside count for nothing.

    The essential zone is looked for. Spillover, felt by some, may be drawn or left out. Borders
    are typical and a hand is no ruler: what is missed or beyond by at most a rim counts as met.

    Args:
        body: The figure.
        truth: The typical referral.
        drawn: What was drawn.

    Raises:
        OtherBody: The two belong to different body versions.
    """
    wanted = truth.essential if truth.essential.cm2 > 0 else truth.spillover
    pattern = truth.essential | truth.spillover
    rim_cm = min(RIM_CM[1], max(RIM_CM[0], RIM_PART * sqrt(wanted.cm2)))
    near_wanted = drawn & body.widened(wanted, rim_cm)
    missed = wanted - body.widened(near_wanted, rim_cm)
    beyond = drawn - body.widened(pattern, rim_cm)
    share_found = 1 - _share(missed.cm2, wanted.cm2) if wanted.cm2 > 0 else 0.0
    share_beyond = _share(beyond.cm2, drawn.cm2)
    score = share_found * (1 - share_beyond)
    spillover = truth.spillover if truth.essential.cm2 > 0 else None
    return Drawn(
        right=score >= RIGHT_DRAWN,
        score=score,
        share_found=share_found,
        share_beyond=share_beyond,
        spillover_found=(
            _share((spillover & drawn).cm2, spillover.cm2) if spillover and spillover.cm2 else None
        ),
        rim_cm=rim_cm,
        wanted=wanted,
        found=drawn - beyond,
        missed=missed,
        beyond=beyond,
    )


def _share(part_cm2: float, whole_cm2: float) -> float:
    return min(1.0, part_cm2 / whole_cm2) if whole_cm2 > 0 else 0.0
