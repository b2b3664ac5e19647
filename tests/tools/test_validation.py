"""The validation measures what it says it does."""

import sys
from collections import Counter

import numpy as np
import pytest

from bodymap.atlas import Atlas, typical_referral
from bodymap.body import Body, Laterality
from tools.validate_look_up import PAGE
from tools.validation import cases, described, described_page, exact, hand
from tools.validation.baseline import ByNames
from tools.validation.ranking import indistinguishable, outcomes, shares
from tools.validation.simulated import LEVELS, Level, Simulator

POINT = "infraspinatus_upper"
CLEAN = Level("clean", kept=1.0, shift_cm=0.0, rough_cm=0.0, unrelated=0.0)


def test_a_level_without_any_error_draws_the_pattern(atlas: Atlas, body: Body) -> None:
    simulator = Simulator(body)
    for point in (POINT, "levator_ani_pubococcygeus_belly", "temporalis_anterior"):
        zones = typical_referral(atlas.trigger_points[point], Laterality.RIGHT)

        drawn = simulator.draw(zones.essential, zones.spillover, CLEAN, (1, 2, 3))

        assert drawn == zones.essential | zones.spillover


def test_a_level_departs_as_far_as_it_says(atlas: Atlas, body: Body) -> None:
    zones = typical_referral(atlas.trigger_points[POINT], Laterality.RIGHT)
    whole = zones.essential | zones.spillover
    simulator = Simulator(body)

    half = simulator.draw(zones.essential, zones.spillover, Level("", 0.5, 0, 0, 0), (0, 0, 0))
    more = simulator.draw(zones.essential, zones.spillover, Level("", 1, 0, 0, 0.3), (0, 0, 0))

    assert half - whole == body.fill(())
    assert half.cm2 == pytest.approx(whole.cm2 / 2, rel=0.1)
    assert more.cm2 == pytest.approx(1.3 * whole.cm2, rel=0.1)


def test_the_same_seed_gives_the_same_drawing(atlas: Atlas, body: Body) -> None:
    zones = typical_referral(atlas.trigger_points[POINT], Laterality.RIGHT)

    def draw(repetition: int) -> object:
        seed = (1, 2, repetition)
        return Simulator(body).draw(zones.essential, zones.spillover, LEVELS[1], seed)

    assert draw(0) == draw(0)
    assert draw(0) != draw(1)


def test_the_baseline_finds_a_whole_pattern_by_its_names(atlas: Atlas, body: Body) -> None:
    names = ByNames(atlas, body)
    points = list(atlas.trigger_points)
    for point in (POINT, "soleus_tp1", "gluteus_minimus_posterior"):
        zones = typical_referral(atlas.trigger_points[point], Laterality.LEFT)

        ranking = names.ranking(zones.essential | zones.spillover)

        assert points.index(point) in ranking[:10]
        assert sorted(ranking) == list(range(len(points)))


def test_outcomes_are_ranks_of_the_right_muscle(atlas: Atlas, body: Body) -> None:
    found = list(outcomes(atlas, body, repetitions=2, only=[POINT, "soleus_tp1"]))

    assert len(found) == 2 * len(LEVELS) * 2
    assert {each.trigger_point for each in found} == {POINT, "soleus_tp1"}
    mild = [each for each in found if each.level == "mild"]
    assert {each.rank for each in mild} == {1}
    assert all(each.side_right for each in mild)
    assert all(each.by_names >= 1 for each in found)


def test_shares_count_places() -> None:
    assert shares([1, 2, 4, 9]) == (0.25, 0.5, 0.75)


def test_patterns_that_are_the_same_are_listed(atlas: Atlas) -> None:
    for group in indistinguishable(atlas):
        areas = {
            (zones.essential, zones.spillover)
            for zones in (
                typical_referral(atlas.trigger_points[point], Laterality.LEFT) for point in group
            )
        }
        assert len(group) > 1
        assert len(areas) == 1


def test_every_case_names_a_muscle_and_regions_that_are_there(atlas: Atlas, body: Body) -> None:
    told = list(cases.ranks(atlas, body))

    assert len(told) == len(cases.CASES) == 20
    assert all(case.muscle in atlas.muscles for case, _, _ in told)
    assert all(place is None or 1 <= place <= 12 for _, place, _ in told)


def test_every_described_case_says_where_it_comes_from_and_names_what_is_there(
    atlas: Atlas, body: Body
) -> None:
    told = described.cases()

    assert len(told) >= 60
    assert all(case.read in {"abstract", "part", "secondary"} for case in told)
    assert all(case.area(atlas, body) for case in told)
    assert {muscle for case in told for muscle in case.muscles} <= set(atlas.muscles)
    titles = {s.title.lower() for s in atlas.sources.values() if len(s.title) > 40}
    assert [c.citation for c in told if any(t in c.citation.lower() for t in titles)] == []


def test_the_half_of_a_described_case_follows_from_its_citation_alone() -> None:
    halves: dict[str, set[described.Half]] = {}
    for case in described.cases():
        halves.setdefault(case.citation, set()).add(case.half)

    assert all(len(half) == 1 for half in halves.values())
    assert Counter(case.half for case in described.cases()) == {
        described.Half.TUNING: 28,
        described.Half.SET_ASIDE: 33,
    }


def test_described_cases_are_found_as_often_as_the_page_says(
    atlas: Atlas, body: Body, capsys: pytest.CaptureFixture[str]
) -> None:
    told = list(described.ranks(atlas, body))
    found = {
        half: tuple(
            sum(p is not None and p <= most for c, p, _ in told if c.half is half)
            for most in described.TOPS
        )
        for half in described.Half
    }
    with capsys.disabled():
        sys.stdout.write(f"\ndescribed cases in the top {described.TOPS}: {found}\n")

    assert found == {
        described.Half.TUNING: (12, 20, 23, 25),
        described.Half.SET_ASIDE: (9, 21, 25, 29),
    }
    assert described_page.GOALS == {3: 0.80, 5: 0.90}
    assert "\n".join(described_page.section(atlas, body)) in PAGE.read_text("utf-8")


def test_the_icc_of_known_tables() -> None:
    same = np.array([[1.0, 1.0], [2.0, 2.0], [5.0, 5.0]])
    # Shrout and Fleiss 1979, table 2: six targets, four judges, ICC(2,1) = 0.29
    published = np.array(
        [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float
    )

    assert hand.icc(same) == pytest.approx(1)
    assert hand.icc(published) == pytest.approx(0.29, abs=0.005)


def test_a_hand_that_never_errs_draws_the_same_twice(atlas: Atlas, body: Body) -> None:
    steady = hand.Screen(hand.SCREENS[0].name, 9.0, aim_mm=0.0, tremor_mm=0.0)

    class Steady(tuple):
        __slots__ = ()

        def index(self, _: object) -> int:
            return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hand, "SCREENS", Steady((steady,)))
        got = hand.agreement(atlas, body, steady, 12.0, count=4)

    assert (got.icc, got.jaccard, got.count) == (pytest.approx(1), pytest.approx(1), 4)


def test_strokes_are_measured_against_their_exact_extent(body: Body) -> None:
    drawn = list(exact.strokes(body, count=3))

    assert len(drawn) == 3 * len(exact.RADII) * len(exact.VIEWS)
    assert all(stroke.exact > 0 for stroke in drawn)
    assert np.mean([abs(stroke.error) for stroke in drawn]) < 0.05
    # a wider brush covers more
    means = [np.mean([s.exact for s in drawn if s.radius == r]) for r in exact.RADII]
    assert means[0] < means[-1]


def test_a_disc_is_covered_by_its_area() -> None:
    covered = exact._covered(np.array([[50.2, 60.7]] * 2), 9.0, (120, 100))

    assert covered.sum() == pytest.approx(np.pi * 81, rel=0.002)
