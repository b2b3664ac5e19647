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


LUNG = {"pneumothorax", "pleura_low", "supraclav"}
ORGANS = {"pelvic_organs", "pudendal"}


@pytest.mark.parametrize(
    ("region", "there", "never"),
    [
        ("calf.left", {"tibial_nv", "sural"}, {*LUNG, *ORGANS, "femoral_nv", "sciatic"}),
        ("shin.right", {"ant_tibial"}, {*LUNG, "popliteal", "femoral_nv"}),
        ("knee_back.right", {"popliteal"}, {*LUNG, "ant_tibial", "obturator_nv"}),
        ("thigh_inner", {"femoral_nv", "obturator_nv", "saphenous"}, {*LUNG, "radial_nerve"}),
        ("thigh_back", {"sciatic"}, {*LUNG, "lat_fem_cut", "popliteal"}),
        ("hand", {"hand_nv"}, {*LUNG, "radial_nerve", "sciatic"}),
        ("forearm_front", {"median_nerve", "ulnar_nerve"}, {*LUNG, "axillary_nv"}),
        ("elbow_outer", {"radial_nerve"}, {*LUNG, "axillary_nv", "hand_nv"}),
        ("interscapular", {"pneumothorax", "spinal_canal"}, {"kidney", "foramen_magnum", "eye"}),
        ("chest_front", {"pneumothorax", "heart"}, {"kidney", "foramen_magnum", *ORGANS}),
        ("lumbar_paraspinal", {"kidney", "spinal_canal"}, {"foramen_magnum", "heart", "eye"}),
        ("neck_upper_back", {"foramen_magnum", "vertebral_artery"}, {"kidney", "heart"}),
        ("neck_front", {"carotid", "supraclav"}, {"foramen_magnum", "kidney"}),
        ("jaw", {"facial_nv", "maxillary_nv"}, {*LUNG, "foramen_magnum"}),
        ("pelvic_floor", ORGANS, {*LUNG, "kidney", "popliteal"}),
        ("buttock_mid", {"sciatic", "gluteal_nv"}, {*LUNG, "femoral_nv"}),
        ("foot_sole", {"plantar_nv"}, {*LUNG, "ant_tibial", "sciatic"}),
    ],
)
def test_hazards_are_those_that_lie_at_the_place(
    atlas: Atlas, body: Body, region: str, there: set[str], never: set[str]
) -> None:
    near = {h.hazard.id for h in treated_place(atlas, body, region=region).hazards}
    assert there <= near
    assert near.isdisjoint(never)


def test_the_foramen_magnum_is_near_under_the_skull_only(atlas: Atlas, body: Body) -> None:
    near = {
        region.base
        for region in body.regions.values()
        for each in treated_place(atlas, body, region=region.id).hazards
        if each.hazard.id == "foramen_magnum"
    }
    under = {"neck_upper_back", "head_occiput"}
    sites = {site.id for site in body.sites.values() if not near.isdisjoint(site.regions)}
    assert near
    assert under & sites
    assert not sites & {"neck_base", "neck_front", "interscapular", "lumbar_midline", "mid_back"}


@pytest.mark.parametrize(
    ("muscle", "region", "sex", "named"),
    [
        ("coccygeus", None, "male", "Rectum, bladder, prostate"),
        ("coccygeus", None, "female", "Rectum, bladder, vagina"),
        ("coccygeus", None, None, "Rectum, bladder, and in women the vagina"),
        ("abdominal_obliques", "flank_side.right", None, "Liver"),
        ("abdominal_obliques", "flank_side.left", None, "Spleen"),
        ("abdominal_obliques", None, None, "Liver (right) or spleen (left)"),
        (None, "flank_side.right", "male", "Liver"),
        (None, "flank_side.left", "male", "Spleen"),
    ],
)
def test_hazards_know_the_side_and_the_person(
    atlas: Atlas, body: Body, *, muscle: str | None, region: str | None, sex: str | None, named: str
) -> None:
    place = treated_place(atlas, body, region=region, muscle=muscle, sex=sex)
    assert named in {each.structure for each in place.hazards}


def test_no_man_has_a_vagina_and_no_side_the_organ_of_the_other(atlas: Atlas, body: Body) -> None:
    for region in body.regions:
        named = "; ".join(
            h.structure for h in treated_place(atlas, body, region=region, sex="male").hazards
        )
        assert "vagina" not in named
        if region.endswith(".right"):
            assert "pleen" not in named
        if region.endswith(".left"):
            assert "iver" not in named


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
