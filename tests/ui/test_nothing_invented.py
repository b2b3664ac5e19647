"""The panel invents nothing and keeps no contradiction; finishing and editions say how it is."""

from itertools import permutations
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.records import Assessment, ReferralFelt, SignValue, TriggerPointFinding
from bodymap.services.assessing.assessments import amend_assessment, finish_assessment
from bodymap.services.assessing.findings import record_finding, remove_finding, revise_finding
from bodymap.services.kernel.editing import Editing
from bodymap.ui import links
from bodymap.ui.assess import state as states
from tests.records.builders import a_finding, a_point
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.reading_pages import texts
from tests.ui.test_drawing_in_assess import an_assessment, now, opened

PRESENT, ABSENT, NOT_EXAMINED = SignValue
INFRASPINATUS = {"muscle": "infraspinatus", "trigger_point": "infraspinatus_medial"}


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def recorded(bench: Bench, *findings: TriggerPointFinding) -> Assessment:
    assessment = an_assessment(bench)
    for finding in findings:
        record_finding(Editing(assessment.id, "window-1", bench.kept.ports), finding=finding)
    return now(bench, assessment)


def press(at: AppTest, label: str) -> AppTest:
    (button,) = [each for each in at.button if each.label == label]
    button.click().run()
    assert not at.exception
    return at


def copying(at: AppTest) -> AppTest:
    """What copies and moves the finding m1-00001 is open."""
    at.session_state["elsewhere-m1-00001"] = True
    return at.run()


def answer(at: AppTest, part: str, finding_id: str, value: object) -> AppTest:
    name = f"{part}-{finding_id[-8:]}"
    (group,) = [each for each in at.button_group if str(each.key).startswith(name)]
    group.set_value(value).run()
    assert not at.exception
    return at


def said(bench: Bench, assessment: Assessment) -> tuple[ReferralFelt, SignValue]:
    (finding,) = now(bench, assessment).findings
    return finding.referral.felt, finding.signs.referred_sensation


def test_where_it_was_felt_answers_the_sign(bench: Bench) -> None:
    assessment = recorded(bench, a_finding("m1-00001", **INFRASPINATUS))
    at = opened(assessment)

    answer(at, "referral", "m1-00001", ReferralFelt.AS_TYPICAL)

    assert said(bench, assessment) == (ReferralFelt.AS_TYPICAL, PRESENT)


@pytest.mark.parametrize(
    ("pressed", "kept"),
    [
        ("Keep “as typical”", (ReferralFelt.AS_TYPICAL, PRESENT)),
        ("Nothing was felt", (ReferralFelt.NONE, ABSENT)),
    ],
)
def test_a_sign_against_it_is_asked_about_and_not_kept_before(
    bench: Bench, pressed: str, kept: tuple[ReferralFelt, SignValue]
) -> None:
    assessment = recorded(bench, a_finding("m1-00001", **INFRASPINATUS))
    at = answer(opened(assessment), "referral", "m1-00001", ReferralFelt.AS_TYPICAL)

    answer(at, "sign-referred_sensation", "m1-00001", ABSENT)

    assert said(bench, assessment) == (ReferralFelt.AS_TYPICAL, PRESENT)
    assert "contradict each other. Which is right?" in texts(at)
    press(at, pressed)
    assert said(bench, assessment) == kept
    assert "contradict each other" not in texts(at)


def test_felt_after_all_asks_where(bench: Bench) -> None:
    assessment = recorded(bench, a_finding("m1-00001", **INFRASPINATUS))
    at = answer(opened(assessment), "referral", "m1-00001", ReferralFelt.NONE)

    answer(at, "sign-referred_sensation", "m1-00001", PRESENT)

    labels = [each.label for each in at.button]
    assert {"Felt as typical", "Felt elsewhere: draw it"} <= set(labels)
    press(at, "Felt elsewhere: draw it")
    assert said(bench, assessment) == (ReferralFelt.OTHER, PRESENT)
    assert "No new mark is set meanwhile." in texts(at)


def test_a_copy_has_nothing_examined_and_one_tap_takes_the_findings_along(bench: Bench) -> None:
    signs = {"taut_band": "PRESENT", "hypersensitive_spot": "PRESENT", "familiar_pain": "PRESENT"}
    found = a_finding("m1-00001", signs=signs, pain_on_pressure={"nrs": 7}, **INFRASPINATUS)
    assessment = recorded(bench, found)
    at = press(copying(opened(assessment)), "Copy to the other side")
    assert now(bench, assessment).findings[1].is_examined is False

    press(at, r"Same findings as 1 · Infraspinatus, right")

    copied = now(bench, assessment).findings[1]
    assert (copied.found, copied.copied_from) == (found.found, "m1-00001")
    assert "Nobody has examined this place yet" in texts(at).replace("\\", "")
    press(at, "Examined here")
    assert now(bench, assessment).findings[1] == copied.changed(copied_from=None)


def test_the_wrong_side_is_put_right_by_one_button(bench: Bench) -> None:
    assessment = recorded(bench, a_finding("m1-00001", **INFRASPINATUS))

    press(copying(opened(assessment)), "Move to the other side")

    (moved,) = now(bench, assessment).findings
    assert (moved.id, moved.laterality.value) == ("m1-00001", "LEFT")


def test_no_button_is_shared_by_two_findings(bench: Bench) -> None:
    signs = {"taut_band": "PRESENT"}
    first, second = (
        a_finding(name, signs=signs, **INFRASPINATUS) for name in ("m1-00001", "m2-00002")
    )
    copied = first.changed(id="m3-00003", copied_from="m1-00001")
    assessment = recorded(bench, first, second, copied)
    at = opened(assessment)
    name = f"assess_state:{assessment.id}"

    def buttons(finding_id: str | None) -> set[str]:
        at.session_state[name] = states.select(at.session_state[name], finding_id)
        if finding_id is not None:
            at.session_state[f"elsewhere-{finding_id}"] = True  # what copies and moves is open
        at.run()
        return {str(each.key) for each in at.button}

    none, *of_each = (buttons(each) for each in (None, "m1-00001", "m2-00002", "m3-00003"))
    assert min(len(keys - none) for keys in of_each) >= 5
    for keys, others in permutations(of_each, 2):
        assert (keys & others) - none - {"to-treatments"} == set()


def finishing(at: AppTest) -> AppTest:
    at.session_state["finishing"] = True
    at.run()
    return at


def test_finishing_lists_what_is_not_settled_and_says_so_on_the_button(bench: Bench) -> None:
    settled = a_finding(
        "m1-00001", signs={"taut_band": "ABSENT", "hypersensitive_spot": "ABSENT"}, **INFRASPINATUS
    )
    copied = a_finding("m2-00002", copied_from="m1-00001", notes="firm", **INFRASPINATUS)
    bare = a_finding("m3-00003", place=a_point(cell=12))
    at = finishing(opened(recorded(bench, settled, copied, bare)))

    labels = [each.label.replace("\\", "") for each in at.button]
    assert [label for label in labels if " · " in label and ": " in label] == [
        "2 · Infraspinatus, right: copied, not examined here yet, not decided yet",
        "3 · right: no muscle chosen, nothing examined yet",
    ]
    assert "Finish anyway" in labels
    assert "Finishing closes 3 findings." in texts(at)


def test_what_is_settled_is_finished_without_more_words(bench: Bench) -> None:
    signs = {"taut_band": "ABSENT", "hypersensitive_spot": "ABSENT"}
    at = finishing(opened(recorded(bench, a_finding("m1-00001", signs=signs, **INFRASPINATUS))))

    assert "Finish now" in [each.label for each in at.button]
    assert "Not settled" not in texts(at)


def amended(bench: Bench) -> Assessment:
    """Two editions: in the second, one finding is changed, one gone and one new."""
    ports = bench.kept.ports
    first = recorded(
        bench,
        a_finding("m1-00001", signs={"taut_band": "PRESENT"}, **INFRASPINATUS),
        a_finding("m2-00002", muscle="soleus"),
    )
    kept: dict[str, Any] = {"assessment_id": first.id, "ports": ports}
    once = finish_assessment(by="Kim", expected_version=first.version, **kept)
    again = amend_assessment(because="slip", expected_version=once.version, **kept)
    window = Editing(first.id, "window-1", ports, expected_version=again.version)
    revise_finding(window, finding_id="m1-00001", changes={"signs": {"taut_band": "ABSENT"}})
    window = Editing(first.id, "window-1", ports, expected_version=again.version + 1)
    remove_finding(window, finding_id="m2-00002")
    window = Editing(first.id, "window-1", ports)
    record_finding(window, finding=a_finding("m3-00003", muscle="masseter"))
    return finish_assessment(by="Bo", expected_version=again.version + 3, **kept)


def test_the_current_edition_is_not_called_an_earlier_one(bench: Bench) -> None:
    assessment = amended(bench)
    at = opened(assessment)
    at.session_state["details"] = True
    at.run()

    ways = [each.label for each in at.button if str(each.key).startswith("edition-")]
    assert len(ways) == 1
    assert ways[0].startswith("Edition 1, ")


def test_an_earlier_edition_opens_as_it_was_and_says_what_changed(bench: Bench) -> None:
    assessment = amended(bench)
    at = AppTest.from_function(page_of(), default_timeout=60)
    at.query_params[links.DRAFT] = assessment.id
    at.query_params[links.EDITION] = "1"

    at.run()

    assert not at.exception
    shown = texts(at).replace("\\", "")
    assert "Edition 1, " in shown
    assert "What changed later" in shown
    assert "Changed: 1 · Infraspinatus, right: taut band present → absent" in shown
    assert "Removed: 2 · Soleus, right" in shown
    assert "Added: 2 · Masseter, right" in shown
    assert "Amend" not in [each.label for each in at.button]
    assert all(group.disabled for group in at.button_group)


def page_of() -> Any:
    from tests.ui.test_drawing_in_assess import page  # noqa: PLC0415

    return page


@pytest.mark.parametrize("asked", ["2", "0", "-1", "9", "x"])
def test_an_address_of_no_earlier_edition_shows_the_record(bench: Bench, asked: str) -> None:
    assessment = amended(bench)
    at = AppTest.from_function(page_of(), default_timeout=60)
    at.query_params[links.DRAFT] = assessment.id
    at.query_params[links.EDITION] = asked

    at.run()

    assert not at.exception
    assert "As it was finished then" not in texts(at)


def test_a_note_that_is_too_long_is_refused_with_a_sentence_and_stays_in_the_field(
    bench: Bench,
) -> None:
    assessment = recorded(bench, a_finding("m1-00001", notes="firm", **INFRASPINATUS))
    at = opened(assessment)
    (field,) = [each for each in at.text_area if each.label == "Notes"]

    field.set_value("x" * 4_001).run()

    assert not at.exception
    assert "at most 4000 characters are allowed, these are 4001" in texts(at).replace("\\", "")
    (field,) = [each for each in at.text_area if each.label == "Notes"]
    assert field.value == "x" * 4_001
    assert now(bench, assessment).findings[0].notes == "firm"
