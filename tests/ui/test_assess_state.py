"""Where a window is on the Assess page, as pure steps."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Laterality
from bodymap.records import Assessment, PointPlace, Sign, TriggerPointFinding
from bodymap.ui.assess import state as states
from bodymap.ui.assess.state import AssessState, Notice, Tone

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def finding(finding_id: str) -> TriggerPointFinding:
    place = PointPlace(
        view="back", figure="neutral", body_version="1", x=200, y=250, cell=7, region="nape"
    )
    return TriggerPointFinding(id=finding_id, place=place, laterality=Laterality.RIGHT)


def assessment(*ids: str, version: int = 1) -> Assessment:
    return Assessment(
        body_version="1",
        id="00000000-0000-7000-8000-000000000001",
        code="K7M2QX",
        examined_at=NOON,
        findings=tuple(finding(each) for each in ids),
        version=version,
    )


def test_an_assessment_opens_with_its_last_finding_at_hand() -> None:
    assert states.opened(assessment("a", "b", version=4), "w") == AssessState(
        client_id="w", version=4, selected="b"
    )


def test_an_empty_assessment_opens_with_nothing_at_hand() -> None:
    assert states.opened(assessment(), "w").selected is None


def test_taking_another_finding_to_hand_starts_again_at_the_first_sign() -> None:
    before = AssessState(client_id="w", version=1, selected="a", next_sign=3)

    assert states.select(before, "b") == replace(before, selected="b", next_sign=0)
    assert states.select(before, "a") == before


def test_after_the_last_sign_the_first_comes_next() -> None:
    state = AssessState(client_id="w", version=1)

    after_each = []
    for sign in Sign:
        state = states.answered(state, sign)
        after_each.append(state.next_sign)

    assert after_each == [1, 2, 3, 4, 0]


@given(st.sampled_from(list(Sign)))
def test_the_sign_that_comes_next_is_always_the_one_after(sign: Sign) -> None:
    order = list(Sign)
    after = states.answered(AssessState(client_id="w", version=1), sign).next_sign

    assert order[after] is order[(order.index(sign) + 1) % len(order)]


def test_a_kept_change_moves_the_version_on_and_clears_what_was_said() -> None:
    before = AssessState(client_id="w", version=3, notice=Notice("no", Tone.PROBLEM))

    after = states.kept(before, assessment(version=4), NOON)

    assert after == AssessState(client_id="w", version=4, saved_at=NOON)


def test_a_change_kept_after_somebody_elses_does_not_hide_theirs() -> None:
    before = AssessState(client_id="w", version=3)

    assert states.kept(before, assessment(version=9), NOON).version == 3


def test_a_finding_that_is_gone_gives_way_to_the_last_one_left() -> None:
    before = AssessState(client_id="w", version=1, selected="gone")

    assert states.looked_at(before, assessment("a", "b", version=5)) == AssessState(
        client_id="w", version=5, selected="b"
    )
    assert states.looked_at(before, assessment(version=5)).selected is None


def test_choosing_nothing_stays_a_choice_when_the_draft_is_read_again() -> None:
    before = AssessState(client_id="w", version=1, selected=None)

    assert states.looked_at(before, assessment("a")).selected is None
