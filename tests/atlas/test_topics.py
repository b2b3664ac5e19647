"""Pages to learn from: each statement is cited, each fact is read somewhere, and broken copies."""

from pathlib import Path

import pytest

from bodymap.atlas import Atlas, Certainty, Compared, Drawing, FactPage
from bodymap.atlas.editing.checking import check
from bodymap.atlas.topics import LEARNT_FACTS
from bodymap.body import Body

CAUSES = "learn/causes.yaml"


def test_topics_come_in_their_order(atlas: Atlas) -> None:
    assert list(atlas.topics) == [
        "trigger_points",
        "causes",
        "active_and_latent",
        "examination",
        "disputes",
        "aftercare",
        "self_care",
        "seek_help",
    ]


def test_every_statement_of_a_topic_and_every_word_has_source_kind_and_certainty(
    atlas: Atlas,
) -> None:
    said = [
        *(topic.summary for topic in atlas.topics.values()),
        *(
            statement
            for topic in atlas.topics.values()
            for part in topic.parts
            for statement in part.statements
        ),
        *atlas.words.values(),
    ]
    assert len(said) > 100
    for statement in said:
        assert [name for name in statement.sources if name not in atlas.sources] == []
        assert statement.sources
        assert statement.kind
        assert statement.certainty in Certainty


def test_every_page_of_facts_to_learn_from_stands_on_one_topic(atlas: Atlas) -> None:
    shown = [page for topic in atlas.topics.values() for page in topic.facts_of]
    assert sorted(shown) == sorted(LEARNT_FACTS)


def test_every_drawing_is_used(atlas: Atlas) -> None:
    drawn = {part.drawing for topic in atlas.topics.values() for part in topic.parts}
    assert drawn == {None, *Drawing}


def test_facts_about_a_part_of_the_body_are_read_at_it_and_at_its_parts(atlas: Atlas) -> None:
    told = {group: [fact.id for fact in atlas.facts_about(group)] for group in atlas.groups}
    assert {group: facts for group, facts in told.items() if facts} == {
        "head": ["f1_15"],
        "neck": ["f1_14", "f4_09"],
        "shoulder": ["f1_14"],
        "upper_back": ["f1_14", "f4_07"],
        "lower_back": ["f1_14", "f4_08"],
        "buttocks": ["f1_14", "f4_06"],
        "pelvis": ["f1_14"],
        "leg": ["f1_14"],
        "thigh": ["f1_14"],
        "knee": ["f1_14"],
        "lower_leg": ["f1_14"],
    }
    read = {fact for facts in told.values() for fact in facts}
    assert read == {fact.id for fact in atlas.facts_at(FactPage.REGION_PAGES)}


def test_every_cell_of_the_comparison_rests_on_claims_of_its_treatment(atlas: Atlas) -> None:
    for treatment in atlas.treatments.values():
        own = {claim.id for claim in treatment.claims}
        for aspect in Compared.model_fields:
            cell = getattr(treatment.compared, aspect)
            assert cell is None or set(cell.claims) <= own


@pytest.fixture
def small(copy: Path) -> Path:
    """An atlas folder with one muscle, which is enough, and quicker."""
    for path in (copy / "muscles").glob("*.yaml"):
        if path.stem != "masseter":
            path.unlink()
    return copy


BROKEN = {
    "a misspelt field": (
        CAUSES,
        "    drawing_: x\n",
        "{line}: unknown field 'drawing_'. Did you mean 'drawing'?",
    ),
    "an unknown drawing": (
        CAUSES,
        "    drawing: agrement\n",
        "{line}: 'drawing' is 'agrement'. Did you mean 'agreement'? Allowed are: referral, signs",
    ),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_broken_part_is_refused_with_file_line_and_nearest_name(
    small: Path, body: Body, mistake: str
) -> None:
    file, added, sentence = BROKEN[mistake]
    heading = "  - heading: What may start them\n"
    replace(small / file, heading, heading + added)
    line = (small / file).read_text("utf-8").splitlines().index(added.rstrip()) + 1
    said = told(small, body, file)
    assert [each for each in said if each.startswith(f"{file}:" + sentence.format(line=line))]


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            CAUSES,
            "sources: [general_red_flag_knowledge]",
            "sources: [general_red_flags]",
            "there is no source 'general_red_flags' in sources.yaml. Did you mean",
        ),
        (
            CAUSES,
            "    sources: [travell_simons_v1]\n        certainty: low\n",
            "    certainty: low\n",
            "the field 'sources' is missing: every statement names at least one source",
        ),
        (
            CAUSES,
            "see: [trigger_points,",
            "see: [trigger_point,",
            "there is no topic 'trigger_point' in learn/. Did you mean 'trigger_points'?",
        ),
        (CAUSES, "place: 2", "place: 1", "place 1 is already taken by "),
        (CAUSES, "id: causes", "id: cause", "the id is 'cause', so this file must be named"),
        (
            CAUSES,
            "facts_of: [learn_causes]",
            "facts_of: [aftercare]",
            "no topic names 'learn_causes' in 'facts_of', so its facts cannot be read",
        ),
        (
            CAUSES,
            "facts_of: [learn_causes]",
            "facts_of: [learn_causes, about_and_sources]",
            "the facts of 'about_and_sources' are not read on a topic; allowed: learn_trigger",
        ),
        (
            "facts.yaml",
            "    regions: [buttocks]\n",
            "",
            "name in 'regions' the parts of the body at which it is read",
        ),
        (
            "facts.yaml",
            "    regions: [buttocks]\n",
            "    regions: [buttock]\n",
            "there is no group 'buttock' in regions.yaml. Did you mean 'buttocks'?",
        ),
        (
            "words.yaml",
            "id: latent",
            "id: active",
            "the word id 'active' is already used at words.yaml:",
        ),
        (
            "treatments/eswt.yaml",
            "claims: [eswt_05]",
            "claims: [eswt_55]",
            "there is no claim 'eswt_55' in the claims of this treatment. Did you mean",
        ),
        (
            "treatments/eswt.yaml",
            "  sensation:\n",
            "  sensaton:\n",
            "unknown field 'sensaton'. Did you mean 'sensation'?",
        ),
    ],
)
def test_what_points_nowhere_or_is_left_out_is_refused(
    small: Path, body: Body, file: str, *, old: str, new: str, sentence: str
) -> None:
    before = [str(problem) for problem in check(small, body=body)]
    replace(small / file, old, new)
    said = [str(each) for each in check(small, body=body) if str(each) not in before]
    assert [each for each in said if sentence in each], said


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def told(folder: Path, body: Body, file: str) -> list[str]:
    return [str(each) for each in check(folder, body=body) if each.file == file]


def test_when_to_get_help_covers_every_pressing_question(atlas: Atlas) -> None:
    """By the words that a reader would look for."""
    said = " ".join(
        statement.text.lower()
        for part in atlas.topics["seek_help"].parts
        for statement in part.statements
    )
    words = {
        "spinal_fracture_osteoporosis": "fall or a crash",
        "spinal_fracture_trauma": "fall or a crash",
        "neck_injury_weakness": "hurt your head or neck",
        "sepsis": "blotchy",
        "spreading_skin_infection": "spreads by the hour",
        "cancer_history": "have had cancer",
        "cancer_signs": "day and night",
        "cervical_artery": "neck artery",
        "stroke": "one side of the face",
        "thunderclap_headache": "within minutes",
        "meningitis": "light hurts your eyes",
        "head_injury": "hurt your head",
        "giant_cell_arteritis": "sore scalp",
        "acute_eye": "an eye is red",
        "throat_jaw_swelling": "swallow your spit",
        "cardiac_chest_pain": "pressure in the chest",
        "exertional_chest_pain": "pressure in the chest",
        "chest_infection": "fever",
        "lung_top_tumour": "hands get clumsy",
        "aortic_dissection": "tearing",
        "aortic_aneurysm": "main artery",
        "pulmonary_embolism": "cough up blood",
        "pneumothorax_after_needling": "needle near the chest",
        "shingles": "band on one side",
        "dvt": "clot. do not rub",
        "cold_limb": "suddenly cold, pale",
        "compartment": "very tight",
        "septic_joint": "joint is newly hot",
        "hip_fracture": "cannot stand on it",
        "limb_fracture": "bent out of shape",
        "stress_fracture": "bone hurts in one spot",
        "tendon_rupture": "tendon snapped",
        "hand_infection": "finger is swollen",
        "diabetic_foot": "diabetes",
        "muscle_breakdown": "dark like cola",
        "acute_abdomen": "belly is hard",
        "hernia_stuck": "lump in the groin",
        "belly_injury": "injury",
        "ectopic": "outside the womb",
        "pregnancy_warning": "baby moves less",
        "ovarian_torsion": "testicle or ovary",
        "testicular_torsion": "a testicle suddenly",
        "priapism": "erection lasts",
        "retention": "cannot pass urine",
        "pelvic_infection": "fever",
        "kidney": "pain in the side with a fever",
        "bleeding": "blood in your urine or stool",
        "infection_after_needling": "fever",
        "allergy_after_injection": "face or throat swells",
        "anaesthetic_toxicity": "after an injection",
        "nerve_after_needling": "weaker",
        "bleeding_after_needling": "needle",
        "child_fever_limp": "child limps",
        "slipped_hip": "may have slipped",
        "child_injury": "a fall or a pull",
        "sickle_crisis": "sickle cell",
        "adrenal_crisis": "steroids each day",
        "severe_depression": "harming yourself",
        "foot_drop": "weaker day by day",
        "myelopathy": "hands get clumsy",
        "spinal_infection": "fever",
        "cauda_equina_saddle": "between your legs goes numb",
        "cauda_equina_bladder": "control of your bladder",
        "cauda_equina_bowel": "bladder or bowels",
        "cauda_equina_sexual": "between your legs goes numb",
        "cauda_equina_both_legs": "weaker",
    }
    pressing = {f.id for f in atlas.red_flags.values() if f.advice_level != "see_clinician"}
    assert pressing == set(words)
    assert {flag: word for flag, word in words.items() if word not in said} == {}
