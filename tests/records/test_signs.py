from itertools import product

import pytest

from bodymap.records import CRITERIA_2018, Called, Criteria, Sign, Signs, SignValue, State
from bodymap.records.signs import called, criteria_2018, state

PRESENT, ABSENT, NOT_EXAMINED = SignValue.PRESENT, SignValue.ABSENT, SignValue.NOT_EXAMINED
LETTERS = {"P": PRESENT, "A": ABSENT, "n": NOT_EXAMINED}

# Taut band, hypersensitive spot, referred sensation, written out by hand from the published rule.
MET = "PPP PPA PPn PAP PnP APP nPP"
NOT_MET = "AAA AAP AAn APA AnA PAA nAA"
UNDECIDED = "nnn nnP nnA nPn nAn Pnn Ann PAn PnA APn AnP nPA nAP"
EXPECTED_CRITERIA = {
    **dict.fromkeys(MET.split(), Criteria.MET),
    **dict.fromkeys(NOT_MET.split(), Criteria.NOT_MET),
    **dict.fromkeys(UNDECIDED.split(), Criteria.UNDECIDED),
}
EXPECTED_STATE = {"P": State.ACTIVE, "A": State.LATENT, "n": State.UNDECIDED}
EXPECTED_NAME = {
    (Criteria.MET, State.ACTIVE): Called.ACTIVE_TRIGGER_POINT,
    (Criteria.MET, State.LATENT): Called.LATENT_TRIGGER_POINT,
    (Criteria.MET, State.UNDECIDED): Called.TRIGGER_POINT,
    (Criteria.NOT_MET, State.ACTIVE): Called.TENDER_PLACE,
    (Criteria.NOT_MET, State.LATENT): Called.TENDER_PLACE,
    (Criteria.NOT_MET, State.UNDECIDED): Called.TENDER_PLACE,
    (Criteria.UNDECIDED, State.ACTIVE): Called.TENDER_PLACE_SO_FAR,
    (Criteria.UNDECIDED, State.LATENT): Called.TENDER_PLACE_SO_FAR,
    (Criteria.UNDECIDED, State.UNDECIDED): Called.TENDER_PLACE_SO_FAR,
}
NOTHING_FOUND = "AAnAA AAAAA"
ALL = ["".join(letters) for letters in product("PAn", repeat=5)]


def test_the_table_has_every_combination_once() -> None:
    assert len(ALL) == 243
    assert sorted(EXPECTED_CRITERIA) == sorted("".join(three) for three in product("PAn", repeat=3))


@pytest.mark.parametrize("letters", ALL)
def test_criteria_state_and_name_follow_from_the_five_signs(letters: str) -> None:
    taut, spot, twitch, referred, familiar = letters
    signs = Signs(
        taut_band=LETTERS[taut],
        hypersensitive_spot=LETTERS[spot],
        twitch_response=LETTERS[twitch],
        referred_sensation=LETTERS[referred],
        familiar_pain=LETTERS[familiar],
    )

    expected_criteria = EXPECTED_CRITERIA[taut + spot + referred]
    expected_state = EXPECTED_STATE[familiar]
    expected_name = EXPECTED_NAME[expected_criteria, expected_state]
    if letters in NOTHING_FOUND.split():
        expected_name = Called.NOTHING_FOUND

    assert (criteria_2018(signs), state(signs), called(signs)) == (
        expected_criteria,
        expected_state,
        expected_name,
    )


def test_only_what_meets_the_criteria_is_called_a_trigger_point() -> None:
    named = {criteria: set() for criteria in Criteria}
    for (criteria, _), name in EXPECTED_NAME.items():
        named[criteria].add("trigger point" in name.value)

    assert named == {
        Criteria.MET: {True},
        Criteria.NOT_MET: {False},
        Criteria.UNDECIDED: {False},
    }
    assert Called.TENDER_PLACE.value == "tender place, criteria not met"


def test_signs_are_not_examined_until_somebody_looks() -> None:
    assert [Signs()[sign] for sign in Sign] == [NOT_EXAMINED] * 5


def test_each_sign_names_its_id_in_the_criteria() -> None:
    assert {sign.name: sign.value for sign in Sign} == {
        "TAUT_BAND": "taut_band",
        "HYPERSENSITIVE_SPOT": "hypersensitive_spot",
        "TWITCH_RESPONSE": "local_twitch",
        "REFERRED_SENSATION": "referred_pain",
        "FAMILIAR_PAIN": "pain_recognition",
    }


def test_the_rule_is_shown_with_its_sources() -> None:
    assert CRITERIA_2018.id == "delphi_2018"
    assert CRITERIA_2018.needed == 2
    assert [sign.name for sign in CRITERIA_2018.signs] == [
        "TAUT_BAND",
        "HYPERSENSITIVE_SPOT",
        "REFERRED_SENSATION",
    ]
    assert CRITERIA_2018.sources == ("fdlp_dommerholt_2018", "ics_triggerpoint")
