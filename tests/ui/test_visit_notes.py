"""Notes on a visit: free, by subjective, objective, assessment and plan, and with text blocks."""

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.services.visits.text_blocks import keep_text_block, list_text_blocks
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import texts
from tests.ui.test_drawing_in_assess import an_assessment, now, opened


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def unfolded(at: AppTest) -> AppTest:
    at.session_state["visit-notes"] = True
    return at.run()


def test_what_is_written_is_kept_under_its_heading_and_named_when_folded(bench: Bench) -> None:
    assessment = an_assessment(bench)
    at = unfolded(opened(assessment))

    for label, text in (("Subjective", "worse at night"), ("Plan", "again in a week")):
        next(each for each in at.text_area if each.label == label).set_value(text).run()

    kept = now(bench, assessment)
    assert (kept.subjective, kept.plan, kept.notes) == ("worse at night", "again in a week", "")
    assert "Written: subjective, plan." in texts(opened(assessment))


def test_a_text_block_is_put_behind_what_is_written(bench: Bench) -> None:
    assessment = an_assessment(bench)
    keep_text_block(name="Advice", text="Move as usual.", ports=bench.kept.ports)
    at = unfolded(opened(assessment))

    at.selectbox(key="block-into").set_value("plan").run()
    at.button(key="block-put").click().run()
    at.button(key="block-put").click().run()

    assert now(bench, assessment).plan == "Move as usual.\nMove as usual."


def test_a_block_is_kept_from_the_page_and_a_nameless_one_is_refused_in_words(
    bench: Bench,
) -> None:
    at = unfolded(opened(an_assessment(bench)))
    at.session_state["blocks"] = True
    at.run()

    at.text_area(key="new-block-text").set_value("Move as usual.").run()
    at.button(key="block-keep").click().run()
    assert "a name of at most 200 characters is needed" in texts(at)
    assert at.text_area(key="new-block-text").value == "Move as usual."

    at.text_input(key="new-block-name").set_value("Advice").run()
    at.button(key="block-keep").click().run()
    assert list_text_blocks(ports=bench.kept.ports) == {"Advice": "Move as usual."}
