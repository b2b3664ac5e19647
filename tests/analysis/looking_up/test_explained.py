"""How much of the pain findings explain."""

import numpy as np
import pytest

from bodymap.analysis.looking_up.explained import counts, explained
from bodymap.analysis.looking_up.finding_zones import ZoneBasis
from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, typical_referral
from bodymap.body import Body, Laterality, SurfaceArea
from bodymap.records import Drawing, DrawnStroke, TriggerPointFinding, ViewStrokes
from tests.records.builders import a_finding

POINT = "infraspinatus_upper"


def typical(atlas: Atlas, point: str, side: Laterality) -> SurfaceArea:
    zones = typical_referral(atlas.trigger_points[point], side)
    return zones.essential | zones.spillover


def weight(area: SurfaceArea) -> float:
    return float(cell_weights(area.body)[area.cells].sum())


def found(atlas: Atlas, point: str | None, **more: object) -> TriggerPointFinding:
    muscle = atlas.muscle_of(point).id if point in atlas.trigger_points else "infraspinatus"
    return a_finding(muscle=muscle, trigger_point=point, laterality="RIGHT", **more)


def test_half_of_two_equal_places_is_half_explained(atlas: Atlas) -> None:
    pattern = typical(atlas, POINT, Laterality.RIGHT)
    drawing = pattern | pattern.mirrored()

    result = explained(drawing, [found(atlas, POINT)], atlas)

    assert result.share == pytest.approx(weight(pattern) / weight(drawing))
    assert result.covered == pattern
    assert result.remains == drawing - pattern
    assert result.without_zones == ()
    assert [(by.finding_id, by.basis) for by in result.by_finding] == [
        ("mark-1", ZoneBasis.TYPICAL)
    ]
    assert result.by_finding[0].share == pytest.approx(result.share)


def test_the_essential_zone_is_told_apart(atlas: Atlas) -> None:
    zones = typical_referral(atlas.trigger_points[POINT], Laterality.RIGHT)
    drawing = zones.essential | zones.spillover

    result = explained(drawing, [found(atlas, POINT)], atlas)

    assert result.share == pytest.approx(1)
    assert result.in_essential == pytest.approx(weight(zones.essential) / weight(drawing))


def test_without_findings_nothing_is_explained_and_the_best_muscles_come_next(
    atlas: Atlas,
) -> None:
    drawing = typical(atlas, POINT, Laterality.RIGHT)

    result = explained(drawing, [], atlas)

    assert (result.share, result.covered, result.remains) == (0, drawing - drawing, drawing)
    assert result.next[0].trigger_point.id == POINT
    assert result.next[0].laterality is Laterality.RIGHT
    assert result.next[0].adds == pytest.approx(1)
    assert result.next[0].then == pytest.approx(1)
    assert len(result.next) == 1


def test_next_goes_on_with_what_remains_and_never_names_an_examined_muscle(
    atlas: Atlas,
) -> None:
    calf = typical(atlas, "gastrocnemius_tp1", Laterality.LEFT)
    shoulder = typical(atlas, POINT, Laterality.RIGHT)
    drawing = shoulder | calf

    result = explained(drawing, [found(atlas, POINT)], atlas)

    assert result.next[0].muscle.id == "gastrocnemius"
    assert "infraspinatus" not in {each.muscle.id for each in result.next}
    assert result.next[0].then == pytest.approx(result.share + result.next[0].adds)
    assert [each.then for each in result.next] == sorted(each.then for each in result.next)


def test_a_muscle_is_told_from_the_cell_on_that_makes_it_add_a_twentieth(
    atlas: Atlas, body: Body
) -> None:
    pattern = typical(atlas, POINT, Laterality.RIGHT).cells
    elsewhere = body.fill(["calf.left", "thigh_back.left"])
    within = np.cumsum(cell_weights(body)[pattern])
    enough = int((within / (within + weight(elsewhere)) >= 0.05).argmax()) + 1
    others = set(atlas.muscles) - {"infraspinatus"}

    def told(cells: int) -> int:
        drawing = elsewhere | body.cells(pattern[:cells])
        return len(explained(drawing, [], atlas, examined=others).next)

    assert 10 < enough < len(pattern)
    assert (told(enough - 1), told(enough)) == (0, 1)


def test_a_referral_drawn_by_the_patient_stands_in_for_the_typical_one(
    atlas: Atlas, body: Body
) -> None:
    stroke = DrawnStroke(kind="REGION", region="calf.left")
    drawing = Drawing(
        figure="female",
        body_version=body.version,
        views=(ViewStrokes(view="back", strokes=(stroke,)),),
    )
    finding = found(atlas, POINT, referral={"felt": "OTHER", "drawing": drawing})
    area = body.fill(["calf.left", "calf.right"])

    result = explained(area, [finding], atlas)

    assert result.covered == body.fill(["calf.left"])
    assert result.by_finding[0].basis is ZoneBasis.REPORTED
    assert result.in_essential == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    ("point", "felt"),
    [("other", "NOT_ASKED"), (None, "NOT_ASKED"), (POINT, "NONE"), (POINT, "OTHER")],
)
def test_a_finding_without_zones_is_named_and_explains_nothing(
    atlas: Atlas, body: Body, point: str | None, felt: str
) -> None:
    finding = found(atlas, point, referral={"felt": felt})

    result = explained(body.fill(["shoulder_front.right"]), [finding], atlas)

    assert (result.share, result.by_finding, result.without_zones) == (0, (), ("mark-1",))
    assert "infraspinatus" not in {each.muscle.id for each in result.next}


def test_an_area_can_stand_for_a_finding_and_the_atlas_is_opened_when_it_is_left_out(
    body: Body,
) -> None:
    result = explained(body.fill(["calf.left"]), [body.fill(["calf.left"])])

    assert (result.share, result.next) == (1, ())
    assert result.by_finding[0].basis is ZoneBasis.GIVEN


def test_nothing_marked_is_nothing_explained(atlas: Atlas, body: Body) -> None:
    result = explained(body.fill(()), [found(atlas, POINT)], atlas)

    assert (result.share, result.in_essential, len(result.remains), result.next) == (0, 0, 0, ())


P, A = "PRESENT", "ABSENT"


@pytest.mark.parametrize(
    ("changes", "does"),
    [
        ({}, "no"),  # only marked
        ({"signs": {"hypersensitive_spot": P}}, "yes"),
        ({"signs": {"hypersensitive_spot": A}}, "no"),
        ({"signs": {"hypersensitive_spot": P, "familiar_pain": P}}, "yes"),
        ({"signs": {"hypersensitive_spot": P, "familiar_pain": A}}, "no"),  # latent
        ({"signs": {"taut_band": A, "hypersensitive_spot": A, "familiar_pain": P}}, "no"),
        ({"referral": {"felt": "AS_TYPICAL"}}, "yes"),
        ({"referral": {"felt": "NONE"}}, "no"),
    ],
)
def test_a_finding_counts_by_what_was_found_not_by_being_marked(
    atlas: Atlas, changes: dict[str, object], does: str
) -> None:
    assert counts(found(atlas, POINT, **changes)) is (does == "yes")


def test_a_muscle_that_was_examined_is_not_told_as_next_though_nothing_counts(
    atlas: Atlas,
) -> None:
    drawing = typical(atlas, POINT, Laterality.RIGHT)

    result = explained(drawing, [], atlas, examined=["infraspinatus"])

    assert result.share == 0
    assert "infraspinatus" not in {each.muscle.id for each in result.next}
