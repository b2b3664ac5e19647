"""Referral felt and referred sensation are one answer."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.errors import ReferralContradicted
from bodymap.records import ReferralFelt, SignValue, TriggerPointFinding
from tests.records.builders import a_drawing, a_finding
from tests.services.desk import Desk
from tests.store.memory_store import MemoryStore

NOT_ASKED, NONE, AS_TYPICAL, OTHER = ReferralFelt
PRESENT, ABSENT, NOT_EXAMINED = SignValue
AGREEING = {
    NOT_ASKED: {PRESENT, ABSENT, NOT_EXAMINED},
    NONE: {ABSENT},
    AS_TYPICAL: {PRESENT},
    OTHER: {PRESENT},
}
ALL = list(product(ReferralFelt, SignValue))


def finding(felt: ReferralFelt, sign: SignValue) -> TriggerPointFinding:
    return a_finding("m1", referral={"felt": felt}, signs={"referred_sensation": sign})


def said(finding: TriggerPointFinding) -> tuple[ReferralFelt, SignValue]:
    return finding.referral.felt, finding.signs.referred_sensation


@pytest.mark.parametrize(("felt", "sign"), ALL)
def test_what_contradicts_itself_is_known_and_cannot_be_recorded(
    desk: Desk, felt: ReferralFelt, sign: SignValue
) -> None:
    given = finding(felt, sign)

    assert given.contradicts_itself is (sign not in AGREEING[felt])
    if not given.contradicts_itself:
        assert desk.record(given).findings == (given,)
        return
    with pytest.raises(ReferralContradicted) as caught:
        desk.record(given)
    assert (caught.value.finding_id, caught.value.felt, caught.value.referred_sensation) == (
        "m1",
        felt,
        sign,
    )
    assert desk.now().findings == ()


@pytest.mark.parametrize("sign", SignValue)
@pytest.mark.parametrize(
    ("felt", "expected"),
    [(NONE, ABSENT), (AS_TYPICAL, PRESENT), (OTHER, PRESENT)],
)
def test_where_it_was_felt_answers_whether_it_was_felt(
    desk: Desk, felt: ReferralFelt, expected: SignValue, sign: SignValue
) -> None:
    desk.record(finding(NOT_ASKED, sign))

    assert said(desk.revise("m1", {"referral": {"felt": felt}}).findings[0]) == (felt, expected)
    assert said(desk.undo().findings[0]) == (NOT_ASKED, sign)


def test_taking_the_answer_away_takes_the_sign_it_had_set(desk: Desk) -> None:
    desk.record(finding(NOT_ASKED, NOT_EXAMINED))
    desk.revise("m1", {"referral": {"felt": AS_TYPICAL}})

    revised = desk.revise("m1", {"referral": {"felt": NOT_ASKED}})

    assert said(revised.findings[0]) == (NOT_ASKED, NOT_EXAMINED)


@pytest.mark.parametrize(
    ("felt", "sign"),
    [(AS_TYPICAL, ABSENT), (AS_TYPICAL, NOT_EXAMINED), (OTHER, ABSENT), (NONE, PRESENT)],
)
def test_a_sign_against_the_referral_felt_is_refused(
    desk: Desk, felt: ReferralFelt, sign: SignValue
) -> None:
    desk.record("m1")
    before = desk.revise("m1", {"referral": {"felt": felt}})

    with pytest.raises(ReferralContradicted):
        desk.revise("m1", {"signs": {"referred_sensation": sign}})

    assert desk.now() == before


def test_drawing_more_of_a_referral_changes_no_sign(desk: Desk) -> None:
    desk.record("m1")
    desk.revise("m1", {"referral": {"felt": OTHER}})

    drawn = desk.revise("m1", {"referral": {"drawing": a_drawing()}})

    assert said(drawn.findings[0]) == (OTHER, PRESENT)


def test_an_old_contradiction_stays_readable_and_can_be_put_right(desk: Desk) -> None:
    desk.keep_as_it_is(finding(AS_TYPICAL, ABSENT))

    assert said(desk.revise("m1", {"notes": "firm"}).findings[0]) == (AS_TYPICAL, ABSENT)
    right = desk.revise("m1", {"signs": {"referred_sensation": PRESENT}}).findings[0]
    assert said(right) == (AS_TYPICAL, PRESENT)


answers = st.one_of(
    st.sampled_from(ReferralFelt).map(lambda felt: {"referral": {"felt": felt}}),
    st.sampled_from(SignValue).map(lambda sign: {"signs": {"referred_sensation": sign}}),
    st.tuples(st.sampled_from(ReferralFelt), st.sampled_from(SignValue)).map(
        lambda both: {"referral": {"felt": both[0]}, "signs": {"referred_sensation": both[1]}}
    ),
)


@given(st.lists(answers, max_size=8))
def test_no_answers_in_any_order_leave_a_contradiction(
    given_answers: list[dict[str, dict[str, str]]],
) -> None:
    desk = Desk(MemoryStore())
    desk.record("m1")

    for changes in given_answers:
        try:
            desk.revise("m1", changes)
        except ReferralContradicted:
            desk.undo() if desk.now().findings != (a_finding("m1"),) else None
        assert not desk.now().findings[0].contradicts_itself
