"""The patient's drawing beside the findings: which one, what it says, and what is examined next."""

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.body import Stroke, StrokeKind
from bodymap.records import (
    Assessment,
    Drawing,
    DrawnStroke,
    Occasion,
    PainDrawing,
    PainIntensity,
    PainMark,
    ReferralFelt,
    SignValue,
    ViewStrokes,
)
from bodymap.services.assessing.assessments import (
    finish_assessment,
    open_assessment,
    start_assessment,
)
from bodymap.services.assessing.findings import revise_finding
from bodymap.services.drawing.drawings import finish_drawing, list_drawings, start_drawing
from bodymap.services.drawing.marks import fill_regions
from bodymap.services.kernel.editing import Editing
from bodymap.ui import links
from bodymap.ui.assess.under import DrawingAtHand
from tests.analysis.practice.books import ATLAS, BODY
from tests.records.builders import a_finding, a_pain_drawing
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import SLOW_S, texts

CARD = "Patient's drawing"
PORTS = Bench().kept.ports


def page() -> None:
    import streamlit as st  # noqa: PLC0415 - this function is a page of its own

    from bodymap.ui import links  # noqa: PLC0415
    from bodymap.ui.pages import assess  # noqa: PLC0415
    from tests.ui.practise_bench import bench  # noqa: PLC0415

    paths = ("assess", "mark", "explore", "treatments", "people")
    made = {path: st.Page(lambda: None, title=path, url_path=path) for path in paths}
    st.session_state[links.PAGES] = made
    st.navigation(list(made.values()), position="hidden")
    assess.show(bench.kept)


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def an_assessment(bench: Bench, person_id: str | None = None) -> Assessment:
    return start_assessment(
        body_version="1", request_id="start", ports=bench.kept.ports, person_id=person_id
    )


def drawn(
    bench: Bench,
    assessment: Assessment | None = None,
    region: str = "shoulder_front.right",
    occasion: Occasion | None = None,
) -> PainDrawing:
    """A finished drawing of one region."""
    ports = bench.kept.ports
    drawing = start_drawing(
        body_version="1",
        request_id=f"draw:{len(region)}:{occasion}",
        ports=ports,
        assessment_id=assessment.id if assessment else None,
        occasion=occasion,
    )
    marked = fill_regions(
        Editing(drawing.id, "window-1", ports), mark_id="m1-00001", regions=(region,), body=BODY
    )
    return finish_drawing(
        drawing_id=drawing.id, body=BODY, expected_version=marked.version, ports=ports
    )


def opened(assessment: Assessment) -> AppTest:
    at = AppTest.from_function(page, default_timeout=SLOW_S)
    at.query_params[links.DRAFT] = assessment.id
    at.run()
    assert not at.exception
    return at


def now(bench: Bench, assessment: Assessment) -> Assessment:
    return open_assessment(assessment_id=assessment.id, ports=bench.kept.ports)


def examine(at: AppTest) -> str:
    """Press the first button that examines; what it was called."""
    button = next(each for each in at.button if str(each.key).startswith("examine-"))
    button.click().run()
    assert not at.exception
    return str(button.label)


def test_without_a_drawing_the_page_says_how_to_get_one(bench: Bench) -> None:
    at = opened(an_assessment(bench))

    assert "No drawing yet" in texts(at)
    assert at.button(key="draw-now").label == "Draw now"


def test_who_could_refer_there_is_told_with_reasons_never_one_alone(bench: Bench) -> None:
    assessment = an_assessment(bench)
    drawn(bench, assessment)

    said = texts(opened(assessment))

    assert "not findings" in said
    assert said.count("of its pattern · not found yet") >= 3
    assert "of its typical pattern is marked" not in said  # the reasons are one tap away


def test_examine_begins_a_finding_without_signs_and_takes_it_to_hand(bench: Bench) -> None:
    assessment = an_assessment(bench)
    drawn(bench, assessment)
    at = opened(assessment)

    examine(at)

    (finding,) = now(bench, assessment).findings
    assert finding.muscle is not None
    assert finding.trigger_point is not None
    assert "1 · " in texts(at)
    assert "No finding counts yet" in texts(at)


def test_what_is_explained_follows_from_the_signs(bench: Bench) -> None:
    assessment = an_assessment(bench)
    drawn(bench, assessment)
    at = opened(assessment)
    examine(at)
    (finding,) = now(bench, assessment).findings
    key = f"sign-hypersensitive_spot-{finding.id[-8:]}"

    at.button_group(key=key).set_value(SignValue.PRESENT).run()

    assert "The findings so far cover" in texts(at)


def test_the_muscles_for_the_rest_are_examined_from_the_card_too(bench: Bench) -> None:
    assessment = an_assessment(bench)
    drawn(bench, assessment)
    at = opened(assessment)
    examine(at)

    called = examine(at)

    assert "then" in called
    assert len(now(bench, assessment).findings) == 2


def test_a_finished_assessment_shows_it_and_lets_nothing_be_examined(bench: Bench) -> None:
    assessment = an_assessment(bench)
    drawn(bench, assessment)
    finish_assessment(
        assessment_id=assessment.id,
        by="Kim",
        expected_version=assessment.version,
        ports=bench.kept.ports,
    )

    at = opened(assessment)

    assert CARD in texts(at)
    assert [each.key for each in at.button if str(each.key).startswith("examine-")] == []


def test_a_drawing_that_waits_is_fetched_by_its_code(bench: Bench) -> None:
    assessment = an_assessment(bench)
    waiting = drawn(bench)
    at = opened(assessment)
    at.session_state["drawing-by-code"] = True
    at.run()

    at.text_input(key="drawing-code").input(f" {waiting.code.lower()} ").run()
    at.button(key="fetch-drawing").click().run()

    lines = list_drawings(ports=bench.kept.ports, assessment_id=assessment.id)
    assert [line.id for line in lines] == [waiting.id]
    assert CARD in texts(at)


def test_before_and_after_treatment_are_compared_and_either_can_be_chosen(bench: Bench) -> None:
    assessment = an_assessment(bench)
    before = drawn(bench, assessment, occasion=Occasion.BEFORE_TREATMENT)
    after = drawn(bench, assessment, "chin", Occasion.AFTER_TREATMENT)
    at = opened(assessment)
    choice = at.selectbox(key=f"which-drawing-{assessment.id}")
    assert choice.value == before.id

    at.session_state["treatment-change"] = True
    choice.select(after.id).run()

    assert at.selectbox(key=f"which-drawing-{assessment.id}").value == after.id
    assert "The pain is marked in another place than before" in texts(at)


def test_a_referral_that_was_drawn_is_compared_with_the_typical_one(bench: Bench) -> None:
    assessment = an_assessment(bench)
    drawn(bench, assessment)
    at = opened(assessment)
    examine(at)
    (finding,) = now(bench, assessment).findings
    at.button_group(key=f"referral-{finding.id[-8:]}").set_value(ReferralFelt.OTHER).run()
    assert "lies in the typical zones" not in texts(at)

    stroke = DrawnStroke.of(Stroke(StrokeKind.REGION, (), region="hand_back.right"))
    drawing = Drawing(
        figure="neutral",
        body_version=BODY.version,
        views=(ViewStrokes(view="back", strokes=(stroke,)),),
    )
    kept = now(bench, assessment)
    revise_finding(
        Editing(assessment.id, "window-1", bench.kept.ports, expected_version=kept.version),
        finding_id=finding.id,
        changes={"referral": {"felt": "OTHER", "drawing": drawing}},
    )
    at.run()

    assert "0 % of what was felt lies in the typical zones" in texts(at)
    assert "Also felt" in texts(at)


def painted(figure: str, view: str, region: str, nrs: int | None) -> PainMark:
    """A region of a view, filled."""
    stroke = DrawnStroke.of(Stroke(StrokeKind.REGION, (), region=region))
    drawing = Drawing(
        figure=figure,
        body_version=BODY.version,
        views=(ViewStrokes(view=view, strokes=(stroke,)),),
    )
    intensity = None if nrs is None else PainIntensity(nrs=nrs)
    return PainMark(id=f"mark-{region[:4]}-{nrs}", drawing=drawing, intensity=intensity)


def test_a_mark_shows_in_every_view_and_part_of_the_body_on_any_figure() -> None:
    mark = painted("female", "front", "hand_back.right", 5)
    shown = DrawingAtHand(a_pain_drawing(marks=(mark,)), BODY, ATLAS, PORTS)

    (layer,) = shown.layers

    assert {"back", "hand_back.right"} <= layer.shapes.keys()
    assert layer.shapes["hand_back.right"] == BODY.traces(shown.area)["hand_back.right"]
    assert shown.name != DrawingAtHand(shown.drawing, BODY.as_figure("male"), ATLAS, PORTS).name


def test_the_weakest_pain_lies_lowest_and_goes_on_under_the_stronger_ones() -> None:
    strong = painted("neutral", "front", "shoulder_front.right", 8)
    weak = painted("neutral", "front", "upper_arm_front.right", 3)
    unrated = painted("neutral", "front", "chin", None)
    shown = DrawingAtHand(a_pain_drawing(marks=(strong, weak, unrated)), BODY, ATLAS, PORTS)

    assert [layer.intensity for layer in shown.layers] == [None, 3, 8]
    assert shown.layers[0].shapes == BODY.traces(shown.area)
    assert shown.layers[2].shapes == BODY.traces(strong.area(BODY))


def test_a_drawing_of_another_body_is_left_out_and_the_assessment_goes_on() -> None:
    mark = painted("neutral", "front", "chin", 3)
    assert mark.drawing is not None
    other = mark.changed(drawing=mark.drawing.changed(body_version="0"))

    assert not DrawingAtHand(a_pain_drawing(marks=(other,)), BODY, ATLAS, PORTS).can_be_shown


def test_what_is_covered_is_worked_out_again_only_when_a_finding_counts() -> None:
    mark = painted("neutral", "front", "shoulder_front.right", 8)
    shown = DrawingAtHand(a_pain_drawing(marks=(mark,)), BODY, ATLAS, PORTS)
    only_marked = a_finding("mark-1")
    found = a_finding(
        muscle="infraspinatus",
        trigger_point="infraspinatus_upper",
        signs={"taut_band": SignValue.PRESENT},
    )

    nothing = shown.covered_by(())

    assert shown.covered_by((only_marked,)) is nothing
    covered = shown.covered_by((only_marked, found))
    assert covered is not None
    assert covered.share > 0
    assert shown.covered_by((found,)) is covered


def mark_page() -> None:
    import streamlit as st  # noqa: PLC0415 - this function is a page of its own

    from bodymap.ui import links  # noqa: PLC0415
    from bodymap.ui.pages import mark  # noqa: PLC0415
    from tests.ui.practise_bench import bench  # noqa: PLC0415

    made = {
        path: st.Page(lambda: None, title=path, url_path=path)
        for path in ("assess", "mark", "hand-over")
    }
    st.session_state[links.PAGES] = made
    st.navigation(list(made.values()), position="hidden")
    mark.show(bench.kept)


@pytest.mark.parametrize(("when", "occasion"), [("after", Occasion.AFTER_TREATMENT), ("", None)])
def test_a_drawing_begun_from_an_assessment_is_attached_to_it(
    bench: Bench, when: str, occasion: Occasion | None
) -> None:
    assessment = an_assessment(bench, bench.person("Ada Beispiel").id)
    at = AppTest.from_function(mark_page, default_timeout=SLOW_S)
    at.query_params[links.FOR] = assessment.id
    at.query_params[links.WHEN] = when
    at.run()
    assert "Ada Beispiel" in texts(at)

    at.button(key="mark-none").click().run()

    (line,) = list_drawings(ports=bench.kept.ports, assessment_id=assessment.id)
    assert (line.person_id, line.occasion) == (assessment.person_id, occasion)


def test_an_address_of_no_assessment_begins_a_drawing_of_its_own(bench: Bench) -> None:
    at = AppTest.from_function(mark_page, default_timeout=SLOW_S)
    at.query_params[links.FOR] = "01900000-0000-7000-8000-000000000000"
    at.run()
    assert not at.exception

    at.button(key="mark-none").click().run()

    (line,) = list_drawings(ports=bench.kept.ports)
    assert line.assessment_id is None
