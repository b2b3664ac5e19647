"""What the pages say when a link or a choice leads nowhere, and what stands in front of a place."""

import re
from html import escape

from bodymap.analysis.red_flag_questions import questions_for
from bodymap.analysis.safety_steps import SafetyQuestions
from bodymap.composition import atlas
from bodymap.ui.wording import plain
from tests.ui.reading_pages import none_but, opened, texts


def test_a_wrong_topic_is_said_and_the_list_is_there() -> None:
    page = opened("learn", topic="cause")

    assert [each.value for each in page.warning] == [
        "There is no topic called cause here. Choose one from the list."
    ]
    shown = texts(page)
    assert "Did you mean: Why do they come, and why do they stay?" in shown
    assert all(plain(topic.title) in shown for topic in atlas().topics.values())


def test_each_wrong_name_of_a_treatments_address_is_said_and_the_rest_is_shown() -> None:
    page = opened("treatments", treatment="magic", region="tail", muscle="infraspinatus")

    assert [each.value for each in page.warning][:2] == [
        "There is no treatment called magic here. Choose one from the list.",
        "There is no part of the body called tail here. Choose one from the list.",
    ]
    assert page.button("treatments-chip").label == "Infraspinatus ✕"


def test_a_comparison_of_nothing_says_so_and_shows_all_again() -> None:
    page = opened("treatments")
    page.multiselect("comparison-only").select("heat_and_cold").run()
    page.segmented_control("comparison-needle").set_value("with").run()
    assert "reading-table" not in texts(page)
    assert "No treatment fits what you chose" in texts(page)

    page.button("comparison-again").click().run()
    assert texts(page).count("<tr>") == 1 + len(atlas().treatments)


def test_the_comparison_is_kept_to_needles_to_treatments_and_to_columns() -> None:
    page = opened("treatments")
    page.segmented_control("comparison-needle").set_value("without").run()
    page.multiselect("comparison-columns").select("Sore after").run()
    shown = texts(page)

    free = [escape(t.name) for t in atlas().treatments.values() if not t.invasive]
    assert re.findall('<th scope="row">(.*?)</th>', shown) == free
    assert re.findall('<th scope="col">(.*?)</th>', shown) == ["Treatment", "Sore after"]


def test_hazards_come_first_then_questions_and_nothing_of_treatments() -> None:
    page = opened("treatments", muscle="quadratus_lumborum", treatment="dry_needling_ims")

    (warning,) = page.warning
    assert warning.value == (
        "A needle here could injure: Kidney; Lower pleura; Peritoneal cavity and bowel. "
        "Ask your therapist how they avoid it."
    )
    asked = SafetyQuestions(questions_for(atlas(), "lower_back"), atlas()).steps({})[0]
    assert [box.label for box in page.checkbox] == [
        *(plain(ask.words) for ask in asked.asks),
        "None of these",
    ]
    assert "What studies found, in short" not in texts(page)


def test_a_yes_stays_a_yes_on_the_next_treatment_of_the_same_place() -> None:
    page = opened("treatments", region="neck", treatment="eswt")
    none_but(page, "neck:None", "cue_chest", "cardiac_chest_pain_minutes")
    (said,) = [each.value for each in page.error]
    assert said.startswith(f"**{plain(atlas().advice['emergency'] + '.')}**")
    assert "What studies found, in short" not in texts(page)

    page.query_params["treatment"] = "acupuncture"
    page.run()
    assert [each.value for each in page.error] == [said]
    assert "What studies found, in short" not in texts(page)


def test_what_was_answered_for_one_place_says_nothing_of_another() -> None:
    page = opened("treatments", region="neck", treatment="eswt")
    none_but(page, "neck:None")
    assert "What studies found, in short" in texts(page)

    page.query_params["region"] = "chest"
    page.run()
    assert "What studies found, in short" not in texts(page)
