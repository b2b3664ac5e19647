"""Patterns beside each other: the views that matter for any of them, cut alike for all."""

import json
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pytest

from bodymap.atlas import typical_referral
from bodymap.body import Laterality
from bodymap.canvas import Comparison
from bodymap.ui.explore.patterns import patterns_of
from bodymap.ui.explore.side_by_side import comparison_of
from tests import shipped

BODY = shipped.body()
ATLAS = shipped.atlas()
TOGETHER = (
    ("infraspinatus_upper", "scalenes_belly"),
    ("infraspinatus_upper", "scalenes_belly", "supraspinatus_belly", "subscapularis_belly"),
    ("gluteus_minimus_posterior", "piriformis_lateral"),
    ("temporalis_anterior", "sternocleidomastoid_sternal", "trapezius_upper_tp1"),
    ("soleus_tp1", "soleus_tp2", "gastrocnemius_tp1"),
)
LEAST_SEEN = 0.3
"""Share of a place that must be seen; half of a limb always faces away."""


def shown_in(views: Iterable[str]) -> npt.NDArray[np.bool_]:
    """Which cells own a pixel in some views."""
    return np.any([BODY.view(view).pixels[: BODY.cell_count] > 0 for view in views], axis=0)


SHOWN = shown_in(BODY.views)


def compared(
    *points: str, side: Laterality = Laterality.RIGHT, muscles: bool = False
) -> Comparison:
    return comparison_of(patterns_of(points, side, ATLAS), ATLAS, BODY, muscles=muscles)


def test_the_patch_of_the_scalenes_on_the_back_is_among_what_is_shown() -> None:
    (first, second) = compared("infraspinatus_upper", "scalenes_belly").patterns

    assert [view.id for view in first.views] == ["front", "back", "right", "hand_back.right"]
    assert [(view.id, view.box) for view in second.views] == [
        (view.id, view.box) for view in first.views
    ]


@pytest.mark.parametrize("points", TOGETHER)
@pytest.mark.parametrize("side", [Laterality.RIGHT, Laterality.LEFT])
def test_every_place_that_any_of_them_names_is_seen(
    points: tuple[str, ...], side: Laterality
) -> None:
    shown = compared(*points, side=side).patterns
    seen = shown_in(view.id for view in shown[0].views)

    for pattern in patterns_of(points, side, ATLAS):
        painted = typical_referral(pattern.point, pattern.laterality, BODY).painted
        for zones, area in (
            (pattern.point.referral.essential_zones, painted.essential),
            (pattern.point.referral.spillover_zones, painted.spillover),
        ):
            for site in {zone.site for zone in zones}:
                part = area & BODY.site(site) & BODY.whole()
                could = SHOWN[part.cells].sum()
                share = float(seen[part.cells].sum() / could) if could else 1.0
                assert share >= LEAST_SEEN, (pattern.point.id, site, share)


@pytest.mark.parametrize("points", TOGETHER)
def test_every_cross_stands_in_a_view_and_all_are_shown_alike(points: tuple[str, ...]) -> None:
    shown = compared(*points).patterns

    assert 1 <= len(shown[0].views) <= 4
    assert len({tuple((view.id, view.box) for view in pattern.views) for pattern in shown}) == 1
    assert all(any(view.place for view in pattern.views) for pattern in shown)


def test_all_are_of_one_side_and_their_words_say_what_is_shown() -> None:
    (first, second) = compared("soleus_tp1", "soleus_tp2", side=Laterality.LEFT).patterns

    assert (first.name, second.name) == ("Soleus, left", "Soleus, left")
    assert first.zones == "referral/1/neutral/soleus_tp1/LEFT"
    assert second.muscle is None
    assert first.told.startswith("Soleus, left: ")
    assert "Trigger point" in first.told
    assert "Essential: " in first.told
    assert compared("soleus_tp1", muscles=True).patterns[0].muscle == (
        "muscles/1/neutral/soleus/RIGHT"
    )


def test_what_is_no_pain_is_said_so() -> None:
    (first,) = compared("pectoralis_major_arrhythmia").patterns

    assert "Not pain: " in first.told
    assert "Essential" not in first.told


def test_a_comparison_travels_as_plain_values() -> None:
    told = compared("infraspinatus_upper", "scalenes_belly").to_json()

    assert len(json.loads(json.dumps(told))["patterns"]) == 2
    assert told["figureUrl"] == "figure/1/"
    assert {"id", "box", "place"} == set(told["patterns"][0]["views"][0])
    assert (told["texts"]["your_right"], told["texts"]["whose"]) == ("R", "patient's")
