"""From where it hurts to trigger points that could refer there."""

import numpy as np
import pytest

from bodymap.analysis.looking_up.fit import (
    ENOUGH_OF_A_REGION,
    LOCAL_WEIGHT,
    NOT_FELT,
    SPILLOVER_WEIGHT,
    UNEXPLAINED,
    fits,
    scores,
)
from bodymap.analysis.looking_up.look_up import LEAST_LISTED, MOST_LISTED, look_up
from bodymap.analysis.looking_up.reasons import ReasonKind, percent
from bodymap.analysis.looking_up.referral_matrix import (
    PRIOR,
    SIDES,
    ZONES,
    ReferralMatrix,
    matrix_of,
)
from bodymap.analysis.weights import cell_weights
from bodymap.atlas import Atlas, Extent, FrequencyLevel, typical_referral
from bodymap.body import Body, Laterality, SurfaceArea
from bodymap.errors import AtlasOfOtherBody, UnknownPlace

PATTERN = "infraspinatus_upper"


def whole_pattern(atlas: Atlas, point: str, side: Laterality) -> SurfaceArea:
    typical = typical_referral(atlas.trigger_points[point], side)
    return typical.essential | typical.spillover


def weight(area: SurfaceArea) -> float:
    return float(cell_weights(area.body)[area.cells].sum())


def test_the_formula_by_hand() -> None:
    # one pattern, three sides: right shares 4 of 10 essential, 2 of 6 spillover and 1 of 3 round
    # the mark with pain of 8, which explain 1 more in a region that is marked whole; left shares 5
    # of 9 round the mark and nothing else
    shared = np.array([[[4.0], [2.0], [1.0]], [[0.0], [0.0], [5.0]], [[8.0], [0.0], [0.0]]])
    explained = shared + np.array([[[0.5], [0.5], [0.0]], [[0.0]] * 3, [[0.0]] * 3])
    whole = np.array([[[10.0], [6.0], [3.0]], [[10.0], [6.0], [9.0]], [[8.0], [0.0], [0.0]]])

    right, left, both = scores(explained, shared, whole, pain=8.0)

    common, not_felt, unexplained = 4.5 + 0.5 * 2.5 + 0.4 * 1, 6 + 0.5 * 4, 8 - 4 - 2 - 1 - 1
    tversky = common / (common + 0.7 * unexplained + 0.3 * not_felt)
    local = 0.4 * 5
    assert (SPILLOVER_WEIGHT, LOCAL_WEIGHT, UNEXPLAINED, NOT_FELT) == (0.5, 0.4, 0.7, 0.3)
    assert right == pytest.approx([(1 + 0.4) / 2 * tversky])
    assert left == pytest.approx([0.5 * local / (local + 0.7 * 3 + 0.3 * (10 + 0.5 * 6))])
    assert both == pytest.approx([1.0])


def test_every_row_of_the_matrix_is_the_typical_referral(atlas: Atlas) -> None:
    matrix = matrix_of(atlas)
    rows = matrix.sums(np.ones(matrix.body.cell_count))

    for number, point in list(enumerate(atlas.trigger_points.values()))[::7]:
        for side in SIDES:
            typical = typical_referral(point, side)
            there = point.only_on in {None, side.lower()}
            pattern = typical.essential | typical.spillover
            local = point.referral.local(side) - pattern if pattern else pattern
            found = [len(typical.essential), len(typical.spillover), len(local)]
            expected = found if there else [0, 0, 0]
            assert rows[SIDES.index(side), :, number].tolist() == expected


def test_the_matrix_is_made_once_per_atlas_and_totals_once_per_figure(
    atlas: Atlas, body: Body
) -> None:
    matrix = matrix_of(atlas)

    assert matrix_of(atlas) is matrix
    assert matrix.totals(body) is matrix.totals(body)
    assert matrix.totals(body.as_figure("child")).sum() < matrix.totals(body).sum()
    assert matrix.parts(body) is matrix.parts(body)


def test_the_parts_by_region_are_the_rows_of_the_matrix(atlas: Atlas, body: Body) -> None:
    matrix = matrix_of(atlas)
    parts, regions = matrix.parts(body)

    summed = np.zeros((len(SIDES) * len(matrix.points), len(ZONES)))
    np.add.at(summed, matrix.by_region.pattern, parts)

    rows = summed.reshape(len(SIDES), len(matrix.points), len(ZONES)).transpose(0, 2, 1)
    assert rows == pytest.approx(matrix.totals(body))
    assert (parts <= regions[matrix.by_region.region, np.newaxis] + 1e-9).all()


@pytest.mark.parametrize("figure", ["neutral", "child"])
def test_a_region_marked_whole_is_explained_from_a_third_of_it_on(
    atlas: Atlas, body: Body, figure: str
) -> None:
    on, matrix = body.as_figure(figure), matrix_of(atlas)
    number = list(atlas.trigger_points).index("teres_minor_belly")
    area = on.fill(["shoulder_back.left"])
    typical = typical_referral(atlas.trigger_points["teres_minor_belly"], Laterality.LEFT, on)
    pattern = typical.essential | typical.spillover
    local = atlas.trigger_points["teres_minor_belly"].referral.local(Laterality.LEFT, on)
    essential, all_of_it, with_local = (
        weight(area & zone) for zone in (typical.essential, pattern, pattern | local)
    )

    whole, lacks_a_cell = fits(matrix, area), fits(matrix, on.cells(area.cells[1:]))

    pain = weight(area)
    reached = [min(3 * part, pain) for part in (essential, all_of_it, with_local)]
    common = reached[0] + 0.5 * (reached[1] - reached[0]) + 0.4 * (reached[2] - reached[1])
    not_felt = weight(typical.essential) - essential
    not_felt += 0.5 * (weight(typical.spillover) - (all_of_it - essential))
    felt = (1 + essential / weight(typical.essential)) / 2
    tversky = common / (common + 0.7 * (pain - reached[2]) + 0.3 * not_felt)
    assert pytest.approx(1 / 3) == ENOUGH_OF_A_REGION
    assert 0 < essential < all_of_it < with_local < pain / 3
    assert whole.score[number] == pytest.approx(matrix.prior[number] * felt * tversky)
    assert lacks_a_cell.score[number] < whole.score[number]
    assert whole.pain_covered[number] == pytest.approx(all_of_it / pain)


def test_a_muscle_scores_that_any_of_its_trigger_points_could_be_the_one(
    atlas: Atlas, body: Body
) -> None:
    matrix = matrix_of(atlas)
    fit = fits(matrix, body.fill(["calf.left"]))

    for muscle in atlas.muscles.values():
        own = [list(atlas.trigger_points).index(point.id) for point in muscle.trigger_points]
        assert len(set(fit.muscle_score[own])) == 1
        assert max(fit.score[own]) <= fit.muscle_score[own[0]] + 1e-12
        if {int(fit.side[n]) for n in own} == {SIDES.index(Laterality.LEFT)}:
            apart = 1 - np.prod(1 - fit.score[own])
            assert fit.muscle_score[own[0]] == pytest.approx(apart)
    calf = list(atlas.trigger_points).index("gastrocnemius_tp1")
    assert fit.muscle_score[calf] > 1.1 * fit.score[calf]


def test_a_whole_pattern_finds_its_trigger_point_on_its_side(atlas: Atlas) -> None:
    for side in (Laterality.LEFT, Laterality.RIGHT):
        first = look_up(whole_pattern(atlas, PATTERN, side), atlas)[0]

        assert (first.trigger_point.id, first.laterality) == (PATTERN, side)
        assert first.score == pytest.approx(1)
        assert first.pain_covered == pytest.approx(1)
        assert first.pattern_present == pytest.approx(1)
        assert first.essential_present == pytest.approx(1)


def test_the_numbers_are_shares_of_what_was_drawn_and_of_the_pattern(atlas: Atlas) -> None:
    typical = typical_referral(atlas.trigger_points[PATTERN], Laterality.RIGHT)
    elsewhere = typical.essential.body.fill(["calf.left"])
    drawn = typical.essential | elsewhere

    found = next(c for c in look_up(drawn, atlas) if c.trigger_point.id == PATTERN)

    inside = weight(typical.essential) / weight(drawn)
    both = weight(typical.essential | typical.spillover)
    assert found.pain_in_essential == pytest.approx(inside)
    assert found.pain_covered == pytest.approx(inside)
    assert found.essential_present == pytest.approx(1)
    assert found.pattern_present == pytest.approx(weight(typical.essential) / both)


def test_reasons_say_the_numbers_in_words(atlas: Atlas) -> None:
    typical = typical_referral(atlas.trigger_points[PATTERN], Laterality.RIGHT)

    reasons = {r.kind: r.text for r in look_up(typical.essential, atlas)[0].reasons}

    first = look_up(typical.essential, atlas)[0]
    assert reasons[ReasonKind.COVERS] == (
        f"Its typical zones cover {100 * first.pain_covered:.0f} % of the marked pain: "
        f"{100 * first.pain_in_essential:.0f} % in the essential zone, "
        f"{100 * (first.pain_covered - first.pain_in_essential):.0f} % in the spillover."
    )
    assert reasons[ReasonKind.SIDE].endswith(f"the muscle's side, the {first.laterality.lower()}.")
    assert "found in this muscle" in reasons[ReasonKind.FREQUENCY]


def test_a_pattern_without_its_essential_zone_gets_half(atlas: Atlas) -> None:
    matrix = matrix_of(atlas)
    number = list(atlas.trigger_points).index(PATTERN)
    typical = typical_referral(atlas.trigger_points[PATTERN], Laterality.RIGHT)
    common, not_felt = 0.5 * weight(typical.spillover), weight(typical.essential)

    fit = fits(matrix, typical.spillover)

    assert fit.essential_present[number] == 0
    assert fit.score[number] == pytest.approx(0.5 * common / (common + NOT_FELT * not_felt))


def test_one_side_is_the_mirror_of_the_other(atlas: Atlas, body: Body) -> None:
    right = look_up(body.fill(["shoulder_front.right"]), atlas)
    left = look_up(body.fill(["shoulder_front.left"]), atlas)

    assert [c.trigger_point.id for c in left] == [c.trigger_point.id for c in right]
    assert [c.laterality for c in left] == [c.laterality.mirrored() for c in right]
    assert [c.score for c in left] == pytest.approx([c.score for c in right], rel=0.02)


def test_pain_on_both_sides_fits_both_muscles_of_a_pair_as_one(atlas: Atlas) -> None:
    drawn = whole_pattern(atlas, PATTERN, Laterality.BILATERAL)

    first = look_up(drawn, atlas)[0]

    assert (first.trigger_point.id, first.laterality) == (PATTERN, Laterality.BILATERAL)
    assert first.pain_covered == pytest.approx(1)


def test_pain_on_the_midline_fits_either_side(atlas: Atlas, body: Body) -> None:
    found = look_up(body.site("tongue"), atlas)

    assert found[0].laterality is Laterality.BILATERAL


def test_a_trigger_point_of_one_side_is_never_offered_for_the_other(atlas: Atlas) -> None:
    only = next(p for p in atlas.trigger_points.values() if p.only_on and p.referral.zones)
    pattern = whole_pattern(atlas, only.id, Laterality.RIGHT)

    there = [c.trigger_point.id for c in look_up(pattern, atlas)]
    mirrored = [
        c.laterality
        for c in look_up(pattern.mirrored(), atlas, limit=len(atlas.trigger_points))
        if c.trigger_point.id == only.id
    ]

    assert only.id in there
    assert Laterality.LEFT not in mirrored


def test_the_very_same_patterns_are_told_as_one(atlas: Atlas) -> None:
    matrix = matrix_of(atlas)
    groups = {twins for twins in matrix.twins if len(twins) > 1}

    for twins in groups:
        ids = {matrix.points[twin].id for twin in twins}
        pattern = whole_pattern(atlas, min(ids), Laterality.LEFT)
        told = [c for c in look_up(pattern, atlas) if c.trigger_point.id in ids]
        assert len(told) == 1
        assert {told[0].trigger_point.id, *told[0].same_pattern} == ids
        assert ReasonKind.SAME_PATTERN in {r.kind for r in told[0].reasons}


def test_equal_scores_are_ordered_by_how_often_trigger_points_are_found(atlas: Atlas) -> None:
    levels = ["very_common", "common", "less_common", "rare"]
    for place in ("head_temple", "buttock_mid", "hand_palm"):
        rows = [
            (-round(c.score, 2), levels.index(c.muscle.frequency.level))
            for c in look_up([place], atlas)
        ]
        assert rows == sorted(rows)


def test_a_muscle_stands_once_by_its_trigger_point_that_fits_best(atlas: Atlas, body: Body) -> None:
    fit = fits(matrix_of(atlas), body.fill(["trapezius_ridge.left", "neck_back_lower.left"]))
    points = list(atlas.trigger_points)

    found = look_up(["trapezius_ridge.left", "neck_back_lower.left"], atlas, limit=200)

    muscles = [each.muscle.id for each in found]
    assert len(muscles) == len(set(muscles))
    for each in found:
        own = {point.id: fit.score[points.index(point.id)] for point in each.muscle.trigger_points}
        apart = {i: score for i, score in own.items() if i not in each.same_pattern}
        assert own[each.trigger_point.id] == pytest.approx(max(apart.values()))
        best = own[each.trigger_point.id]
        assert {*each.more_points} <= {i for i, s in own.items() if s >= 0.5 * best}
    more = next(each for each in found if each.more_points)
    text = {reason.kind: reason.text for reason in more.reasons}[ReasonKind.MORE_POINTS]
    assert text.startswith("Of the same muscle also: ")


def test_how_often_a_muscle_is_affected_counts_as_the_reason_says(atlas: Atlas) -> None:
    told = {}
    for level in FrequencyLevel:
        muscle = next(
            m
            for m in atlas.muscles.values()
            if m.frequency.level is level and m.trigger_points[0].referral.zones
        )
        point = muscle.trigger_points[0].id
        found = look_up(whole_pattern(atlas, point, Laterality.RIGHT), atlas, limit=200)
        own = next(each for each in found if each.muscle is muscle)
        fit = fits(matrix_of(atlas), whole_pattern(atlas, point, Laterality.RIGHT))
        assert fit.score[list(atlas.trigger_points).index(point)] == pytest.approx(PRIOR[level])
        told[level] = next(r.text for r in own.reasons if r.kind is ReasonKind.FREQUENCY)

    assert list(PRIOR.values()) == [1.0, 0.8, 0.6, 0.3]
    assert list(told.values()) == [
        "Trigger points are very commonly found in this muscle (a rank by experts).",
        (
            "Trigger points are commonly found in this muscle "
            "(a rank by experts; its fit counts 80 %)."
        ),
        (
            "Trigger points are less commonly found in this muscle "
            "(a rank by experts; its fit counts 60 %)."
        ),
        "Trigger points are rarely found in this muscle (a rank by experts; its fit counts 30 %).",
    ]


def test_a_rare_muscle_is_never_first_where_another_fits_as_well(atlas: Atlas, body: Body) -> None:
    for region in body.regions:
        found = look_up(body.fill([region]), atlas)
        if found[0].muscle.frequency.level is FrequencyLevel.RARE:
            assert all(round(each.score, 2) < round(found[0].score, 2) for each in found[1:])


def test_pain_round_the_mark_counts_a_little_and_the_reason_says_how_much(atlas: Atlas) -> None:
    point = atlas.trigger_points["gastrocnemius_tp1"]
    typical = typical_referral(point, Laterality.LEFT)
    local = point.referral.local(Laterality.LEFT) - typical.essential - typical.spillover
    elsewhere = typical.essential.body.fill(["shoulder_front.right"])

    def own(area: SurfaceArea) -> tuple[float, float, list[str]]:
        found = look_up(area, atlas, limit=200)
        each = next(each for each in found if each.muscle.id == "gastrocnemius")
        kinds = [reason.text for reason in each.reasons if reason.kind is ReasonKind.ROUND_MARK]
        return each.score, each.pain_round_mark, kinds

    alone, with_local, with_other = (
        own(typical.essential | more) for more in (local - local, local, elsewhere)
    )

    assert alone[1:] == (0, [])
    assert with_other[0] < alone[0] < with_local[0]
    share = weight(local) / weight(typical.essential | local)
    assert with_local[1] == pytest.approx(share)
    assert with_local[2] == [f"Another {100 * share:.0f} % lies round the trigger point itself."]


def test_there_is_never_a_single_answer(atlas: Atlas, body: Body) -> None:
    for region in body.regions:
        found = look_up(body.fill([region]), atlas)
        assert LEAST_LISTED <= len(found) <= MOST_LISTED, region
    for site in body.sites.values():
        if site.inside:
            assert len(look_up(body.site(site.id), atlas)) >= LEAST_LISTED, site.id
    assert len(look_up(["head_temple"], atlas, limit=1)) == LEAST_LISTED
    lone = body.cells([int(body.fill(["foot_sole.left"]).cells[5])])
    assert len(look_up(lone, atlas)) >= LEAST_LISTED


def test_listed_is_what_scores_two_percent_and_no_less(atlas: Atlas, body: Body) -> None:
    left_out, listed = [], []
    matrix = matrix_of(atlas)
    for region in ("leg_inner.left", "acromion.left", "scapula_infraspinous.left"):
        area = body.fill([region])
        found = look_up(area, atlas, limit=len(atlas.trigger_points))
        named = {c.muscle.id for c in found}
        named |= {atlas.muscle_of(twin).id for c in found for twin in c.same_pattern}
        best: dict[str, float] = {}
        for muscle, score in zip(matrix.muscles, fits(matrix, area).muscle_score, strict=True):
            best[muscle.id] = max(best.get(muscle.id, 0.0), float(score))
        assert named == {muscle for muscle, score in best.items() if score >= 0.02}
        left_out += [score for muscle, score in best.items() if muscle not in named]
        listed += [score for muscle, score in best.items() if muscle in named]

    # The border is tried from both sides.
    assert 0.018 < max(left_out) < 0.02 <= min(listed) < 0.022


def test_what_fits_about_as_well_is_named(atlas: Atlas) -> None:
    found = look_up(["head"], atlas, limit=40)
    scores_by_muscle: dict[str, float] = {}
    for c in found:
        scores_by_muscle.setdefault(c.muscle.id, c.score)

    assert any(c.also_fits for c in found)
    for c in found:
        assert c.muscle.id not in c.also_fits
        assert len(c.also_fits) <= 3


def test_red_flags_stand_in_front_also_of_a_place_that_is_only_touched(
    atlas: Atlas, body: Body
) -> None:
    calf = {q.flag.id for q in look_up(body.fill(["calf.left"]), atlas).red_flags}
    touched = look_up(
        body.fill(["shin.left"]) | body.cells(body.fill(["calf.left"]).cells[:1]), atlas
    )

    assert calf
    assert calf <= {q.flag.id for q in touched.red_flags}


def test_nothing_marked_has_no_candidates_but_says_what_is_asked_of_everybody(
    atlas: Atlas, body: Body
) -> None:
    found = look_up(body.fill(()), atlas)

    assert tuple(found) == ()
    assert found.red_flags


def test_pain_everywhere_is_answered_too(atlas: Atlas, body: Body) -> None:
    found = look_up(body.whole(), atlas)

    assert len(found) == MOST_LISTED
    assert all(0 < c.score < 0.5 for c in found)


def test_only_a_lining_that_weighs_nothing_is_answered_without_a_number_that_is_none(
    atlas: Atlas, body: Body
) -> None:
    linings = np.flatnonzero(body.area_cm2[: body.cell_table.mesh_count] == 0)
    found = look_up(body.cells(linings[:5]), atlas)

    assert all(np.isfinite(c.score) for c in found)


def test_pain_only_on_the_pelvic_floor_chart_and_only_inside_is_looked_up(
    atlas: Atlas, body: Body
) -> None:
    floor = look_up(body.fill(["pelvic_floor_puborectalis.left"]), atlas)
    teeth = look_up(["teeth_upper.right"], atlas)

    assert "levator_ani_pubococcygeus" in {c.muscle.id for c in floor}
    assert teeth[0].muscle.id in {"temporalis", "masseter"}
    assert all(c.score > 0 for c in (floor[0], teeth[0]))


def test_words_ids_and_a_drawing_of_the_same_place_give_the_same_answer(
    atlas: Atlas, body: Body
) -> None:
    by_words = look_up("left temple", atlas)
    by_id = look_up(["head_temple"], atlas, laterality=Laterality.LEFT)
    by_area = look_up(body.fill(["head_temple.left"]), atlas)

    assert by_words == by_id == by_area


def test_an_area_of_another_body_version_is_refused(atlas: Atlas) -> None:
    class Other:
        version = "older"

    with pytest.raises(AtlasOfOtherBody):
        look_up(SurfaceArea(Other(), np.array([1], np.uint16)), atlas)


def test_every_figure_gives_the_same_best_answer(atlas: Atlas, body: Body) -> None:
    for figure in ("female", "male", "child", "broad"):
        pattern = whole_pattern(atlas, PATTERN, Laterality.LEFT).on(body.as_figure(figure))
        assert look_up(pattern, atlas)[0].trigger_point.id == PATTERN


def test_a_pattern_without_any_zone_is_never_offered(atlas: Atlas) -> None:
    empty = [p.id for p in atlas.trigger_points.values() if not p.referral.zones]
    fit = fits(matrix_of(atlas), matrix_of(atlas).body.whole())

    assert empty
    for point in empty:
        assert fit.score[list(atlas.trigger_points).index(point)] == 0


def test_extents_are_summed_in_the_order_the_matrix_says(atlas: Atlas) -> None:
    assert (Extent.ESSENTIAL, Extent.SPILLOVER, "local") == ZONES
    assert isinstance(matrix_of(atlas), ReferralMatrix)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("head_tempel", "head_temple"),
        ("calf.lft", "calf.left"),
        ("tempel", "temple"),
        ("xyzzy_q", None),
    ],
)
def test_an_unknown_place_names_the_nearest(atlas: Atlas, name: str, nearest: str | None) -> None:
    with pytest.raises(UnknownPlace) as caught:
        look_up([name], atlas)

    assert caught.value.nearest == nearest


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "0 %"),
        (1e-12, "0 %"),
        (0.004, "less than 1 %"),
        (0.5, "50 %"),
        (0.996, "99 %"),
        (1 - 1e-12, "100 %"),
        (1.0, "100 %"),
    ],
)
def test_a_share_is_not_called_nothing_or_all_unless_it_is(share: float, said: str) -> None:
    assert percent(share) == said
