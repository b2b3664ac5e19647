"""What stands in front of treatments of a place: questions, hazards, and which are described."""

import pytest

from bodymap.analysis.looking_up.explained_words import words_to_explain
from bodymap.analysis.red_flag_questions import questions_for
from bodymap.analysis.treated_place import treated_place
from bodymap.atlas import Atlas, RiskLevel
from bodymap.body import Body
from bodymap.errors import UnknownEntry

RISKS = list(RiskLevel)


def test_a_muscle_has_its_own_hazards_in_its_own_order(atlas: Atlas, body: Body) -> None:
    muscle = atlas.muscles["quadratus_lumborum"]
    place = treated_place(atlas, body, muscle=muscle.id)

    assert [each.hazard.id for each in place.hazards] == list(muscle.needling.hazards)
    assert place.questions == questions_for(atlas, *muscle.regions)


def test_every_region_of_the_figure_has_questions_and_treatments(atlas: Atlas, body: Body) -> None:
    for region in body.regions:
        place = treated_place(atlas, body, region=region)
        assert place.questions
        assert any(place.suits(treatment) for treatment in atlas.treatments.values()), region


def test_hazards_of_a_region_come_most_dangerous_first(atlas: Atlas, body: Body) -> None:
    for group in atlas.groups:
        risks = [
            RISKS.index(h.risk_level) for h in treated_place(atlas, body, region=group).hazards
        ]
        assert risks == sorted(risks, reverse=True)
    neck = treated_place(atlas, body, region="neck")
    assert neck.hazards[0].hazard.id == "vertebral_artery"


def test_a_part_of_a_part_is_treated_as_the_whole(atlas: Atlas, body: Body) -> None:
    place = treated_place(atlas, body, region="knee")

    assert place.groups == ("knee", "leg")
    assert place.suits(atlas.treatments["eswt"])
    assert not place.suits(atlas.treatments["pelvic_floor_myofascial_pt"])


def test_a_muscle_at_a_region_is_asked_about_both_each_question_once(
    atlas: Atlas, body: Body
) -> None:
    place = treated_place(atlas, body, region="chest", muscle="quadratus_lumborum")
    asked = [question.flag.id for question in place.questions]

    both = {q.flag.id for part in ("chest", "lower_back") for q in questions_for(atlas, part)}
    assert len(asked) == len(set(asked))
    assert set(asked) == both


def test_an_unknown_region_is_refused_with_the_nearest(atlas: Atlas, body: Body) -> None:
    with pytest.raises(UnknownEntry, match="Did you mean 'lower_back'"):
        treated_place(atlas, body, region="lowerback")


def test_hard_words_are_explained_in_the_order_they_are_met(atlas: Atlas) -> None:
    found = words_to_explain(atlas, ["Lidocaine, or salt water.", "It makes the band twitch."])

    assert [word.id for word in found] == ["anaesthetic", "twitch"]
    assert words_to_explain(atlas, ["A cat sat."]) == ()


def test_a_word_within_a_word_is_not_met(atlas: Atlas) -> None:
    assert words_to_explain(atlas, ["Activity counts."]) == ()
