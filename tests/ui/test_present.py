"""What is presented: its address, and its slides."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Laterality
from bodymap.canvas import Reveal, SlideShow
from bodymap.ui.present.address import Presented, of_group, read
from bodymap.ui.present.slides import slide_show_of
from tests import shipped

BODY = shipped.body()
ATLAS = shipped.atlas()
MOST_BYTES = 150_000


def show_of(**parameters: str) -> SlideShow:
    presented, missing = read(parameters, ATLAS, BODY)
    assert missing == ()
    return slide_show_of(presented, ATLAS, BODY)


def test_a_group_is_presented_with_the_most_common_first() -> None:
    presented, missing = read({"group": "neck"}, ATLAS, BODY)

    assert missing == ()
    assert (presented.title, presented.group) == ("Neck", "neck")
    assert presented.muscles == of_group("neck", ATLAS)
    levels = [ATLAS.muscles[name].frequency.level for name in presented.muscles]
    ranks = ["very_common", "common", "less_common", "rare"]
    assert levels == sorted(levels, key=ranks.index)


def test_muscles_are_presented_in_the_order_of_the_address_each_once() -> None:
    presented, _ = read({"muscles": "soleus,infraspinatus,soleus"}, ATLAS, BODY)

    assert presented == Presented(
        title="Soleus, Infraspinatus", muscles=("soleus", "infraspinatus")
    )


def test_an_address_says_where_and_how() -> None:
    asked = {
        "muscles": "soleus",
        "side": "left",
        "figure": "female",
        "at": "2",
        "step": "3",
        "order": "quiz",
        "room": "light",
        "layer": "muscles",
        "take": "away",
    }

    assert read(asked, ATLAS, BODY) == (
        Presented(
            title="Soleus",
            muscles=("soleus",),
            laterality=Laterality.LEFT,
            figure="female",
            at=2,
            step=3,
            quiz=True,
            light=True,
            muscle=True,
            taking=True,
        ),
        (),
    )


def test_an_address_as_explore_says_it_begins_at_the_trigger_point() -> None:
    asked = {"muscle": "infraspinatus", "point": "infraspinatus_medial", "side": "left"}

    assert read(asked, ATLAS, BODY) == (
        Presented(
            title="Infraspinatus", muscles=("infraspinatus",), laterality=Laterality.LEFT, at=2
        ),
        (),
    )
    assert read({**asked, "at": "1"}, ATLAS, BODY)[0].at == 1


def test_what_is_not_there_is_left_out_and_told() -> None:
    asked = {"muscles": "soleus,nose", "figure": "giant", "group": "nowhere", "at": "-1"}

    presented, missing = read(asked, ATLAS, BODY)

    assert missing == ("nose", "nowhere", "giant")
    assert (presented.muscles, presented.figure, presented.at) == (("soleus",), "neutral", 1)


@given(st.dictionaries(st.sampled_from(["group", "muscles", "at", "step", "side"]), st.text()))
def test_no_address_fails(asked: dict[str, str]) -> None:
    presented, _ = read(asked, ATLAS, BODY)

    assert presented.at >= 1
    assert presented.step >= 1


def test_there_is_a_slide_for_each_trigger_point_with_all_that_is_revealed() -> None:
    show = show_of(muscles="infraspinatus", side="left")
    points = ATLAS.muscles["infraspinatus"].trigger_points

    assert [slide.id for slide in show.slides] == [point.id for point in points]
    first = show.slides[0]
    assert first.name == "Infraspinatus"
    assert first.about == "Upper belly below the scapular spine, left"
    assert [step.kind for step in first.steps] == list(Reveal)
    assert first.steps[2].lines == (
        (
            "Where it is mainly felt",
            "Front of the shoulder, front of the upper arm, outer upper arm.",
        ),
        (
            "In words",
            (
                "An oval deep in the front of the shoulder, running down the front and outer upper "
                "arm over the biceps."
            ),
        ),
    )
    assert first.steps[3].lines[1] == (
        "In words",
        (
            "A band down the thumb side of the forearm to the back of the hand, thumb and index "
            "finger; at times just under the skull."
        ),
    )
    assert first.muscle == "muscles/1/neutral/infraspinatus/LEFT"
    assert first.zones == "referral/1/neutral/infraspinatus_upper/LEFT"
    assert first.sources.startswith("Sources: Simons DG et al. 1999, ")
    said = "Its sources agree. The picture was drawn by hand after these words."
    assert first.sources.endswith(said)


def test_a_pattern_without_spillover_has_a_step_fewer() -> None:
    point = next(
        p
        for p in ATLAS.trigger_points.values()
        if p.referral.essential_zones
        and not p.referral.spillover_zones
        and not p.referral.instead_of_pain
    )
    show = show_of(muscles=ATLAS.muscle_of(point.id).id)
    slide = next(each for each in show.slides if each.id == point.id)

    kinds = [step.kind for step in slide.steps]
    assert kinds == [Reveal.FIGURE, Reveal.PLACE, Reveal.ESSENTIAL, Reveal.FACTS]


@pytest.mark.parametrize("group", [g.id for g in ATLAS.groups.values() if g.parent is None])
def test_on_every_slide_one_of_two_views_shows_the_cross(group: str) -> None:
    show = show_of(group=group)

    assert show.slides
    for slide in show.slides:
        assert 1 <= len(slide.views) <= 3
        assert any(view.place for view in slide.views[:2]), slide.id
    assert len(json.dumps(show.to_json())) < MOST_BYTES


def test_the_patch_of_the_scalenes_on_the_back_is_on_their_slide() -> None:
    slide = next(s for s in show_of(muscles="scalenes").slides if s.id == "scalenes_belly")

    assert [view.id for view in slide.views] == ["right", "front", "back"]
    assert slide.views[0].place


def test_what_is_noticed_with_one_trigger_point_stands_on_its_slide_alone() -> None:
    said = {
        slide.id: dict(slide.steps[-1].lines).get("Noticed with this trigger point")
        for slide in show_of(muscles="sternocleidomastoid").slides
    }

    assert said == {
        "sternocleidomastoid_sternal": (
            "A watery, red eye or a lid that droops on that side; blurred sight; a blocked nose on "
            "that side"
        ),
        "sternocleidomastoid_sternal_lower": "A dry cough",
        "sternocleidomastoid_clavicular": "Dizziness or unsteadiness",
    }


def test_the_name_is_in_no_step_before_the_last() -> None:
    for name in ATLAS.muscles:
        for slide in show_of(muscles=name).slides:
            early = " ".join(text for step in slide.steps[:-1] for _, text in step.lines)
            assert slide.name.casefold() not in early.casefold()


def test_another_figure_is_served_its_own_zones() -> None:
    presented = replace(read({"muscles": "soleus"}, ATLAS, BODY)[0], figure="male")
    show = slide_show_of(presented, ATLAS, BODY.as_figure("male"))

    assert show.figure == "male"
    assert all("/male/" in slide.zones for slide in show.slides)
