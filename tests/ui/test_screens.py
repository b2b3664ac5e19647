"""A screen is gone through with one tap for each point; all referrals of a visit in one picture."""

import pytest

from bodymap.canvas import ZoneLook
from bodymap.records import Called
from bodymap.ui.assess.chart import all_zones
from bodymap.ui.assess.screens import Answer, answer_of
from tests.analysis.practice.books import ATLAS, BODY
from tests.records.builders import a_finding, an_assessment, an_id
from tests.ui import practise_bench
from tests.ui.practise_bench import Bench
from tests.ui.test_drawing_in_assess import now, opened
from tests.ui.test_last_time import visit

UPPER = {"muscle": "infraspinatus", "trigger_point": "infraspinatus_upper"}
SOLEUS = {"muscle": "soleus", "trigger_point": "soleus_tp1"}


ABSENT = dict.fromkeys(
    ("taut_band", "hypersensitive_spot", "referred_sensation", "familiar_pain"), "ABSENT"
)
GONE = {"assessment_id": an_id(7), "finding_id": "m0", "course": "GONE"}


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Bench:
    bench = Bench()
    monkeypatch.setattr(practise_bench, "bench", bench)
    return bench


def test_the_screens_are_made_only_when_somebody_looks(bench: Bench) -> None:
    at = opened(visit(bench, name="today"))

    assert [each.label for each in at.selectbox if each.label == "Screen"] == []


def test_a_finding_answers_its_point() -> None:
    nothing = a_finding(signs=ABSENT, **UPPER)

    assert answer_of(None) is None
    assert nothing.called is Called.NOTHING_FOUND
    assert answer_of(nothing) is Answer.NOTHING
    assert answer_of(a_finding(**UPPER)) is Answer.FINDING


def test_all_referrals_are_shown_by_finding_each_pattern_once() -> None:
    findings = (
        a_finding("m1", **UPPER),
        a_finding("m2"),
        a_finding("m3", laterality="LEFT", **SOLEUS),
        a_finding("m4", **UPPER),
        a_finding("m6", signs=ABSENT, **SOLEUS),
        a_finding("m7", continues=GONE, **UPPER | {"laterality": "LEFT"}),
        a_finding("m5", referral={"felt": "NONE"}, laterality="LEFT", **UPPER),
    )

    shown = all_zones(ATLAS, an_assessment(findings=findings), BODY)

    assert [(zone.url, zone.title, zone.look) for zone in shown] == [
        ("referral/1/neutral/infraspinatus_upper/RIGHT", "1 · Infraspinatus, right", ZoneLook.ONE),
        ("referral/1/neutral/soleus_tp1/LEFT", "3 · Soleus, left", ZoneLook.TWO),
    ]


def test_the_picture_of_the_whole_is_offered_where_there_is_something_to_show(
    bench: Bench,
) -> None:
    empty = opened(visit(bench, a_finding("today-m1"), name="without"))
    assert [each.label for each in empty.toggle] == []


def test_it_is_shown_while_no_finding_is_at_hand(bench: Bench) -> None:
    today = visit(bench, a_finding("today-m1", **UPPER), name="with")
    at = opened(today)
    next(each for each in at.button if each.label == "Next point").click().run()
    (toggle,) = at.toggle

    toggle.set_value(True).run()

    assert not at.exception
    assert at.toggle[0].value is True
    assert now(bench, today) == today
