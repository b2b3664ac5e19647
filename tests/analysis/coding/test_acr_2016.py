"""The ACR 2016 criterion: every arm and every way to miss it."""

from dataclasses import replace

import pytest

from bodymap.analysis.coding.acr_2016 import CAUTION, acr_2016
from bodymap.analysis.coding.codings import Coded, codings
from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.errors import InvalidRecord
from bodymap.records import SeverityAnswers

WEEK = ("fatigue", "waking_unrefreshed", "cognitive_symptoms")
MONTHS = ("headaches", "lower_abdominal_pain_or_cramps", "depression")


def answered(severity: int, *, lasting: bool | None = True) -> SeverityAnswers:
    """Answers that add up to a severity of 0 to 12."""
    week, rest = {}, severity
    for symptom in WEEK:
        week[symptom] = min(rest, 3)
        rest -= week[symptom]
    months = {s: i < rest for i, s in enumerate(MONTHS)}
    return SeverityAnswers(past_week=week, past_six_months=months, three_months=lasting)


def marked(coded: Coded, *codes: int) -> Coded:
    kept = tuple(code for code in coded.marked if int(code.code) in codes)
    assert len(kept) == len(codes)
    return replace(coded, marked=kept)


@pytest.fixture(scope="module")
def everywhere(atlas: Atlas, body: Body) -> Coded:
    return codings(body.whole(), atlas).wpi


FOUR_REGIONS = (2, 6, 9, 12)  # shoulder girdles and hips: four regions
SEVEN = (2, 3, 6, 7, 9, 12, 15)


@pytest.mark.parametrize(
    "row",
    [
        (SEVEN, 5, True, True),
        (SEVEN, 4, True, False),
        (SEVEN, 12, False, False),
        (SEVEN, 12, None, None),
        (FOUR_REGIONS, 9, True, True),
        (FOUR_REGIONS, 8, True, False),
        ((2, 6, 9), 12, True, False),
        ((2, 3, 4, 6, 7, 8, 15), 12, True, False),  # seven areas in three regions
        ((1, 5, 18, 19, 2, 6, 9), 12, True, False),  # jaw, chest, abdomen count in the index alone
        ((1, 5, 18, 19, 2, 6, 9, 12), 5, True, True),
    ],
)
def test_the_criterion_as_published(
    atlas: Atlas, everywhere: Coded, row: tuple[tuple[int, ...], int, bool | None, bool | None]
) -> None:
    codes, severity, lasting, met = row

    result = acr_2016(marked(everywhere, *codes), answered(severity, lasting=lasting), atlas)

    assert (result.wpi, result.severity, result.met) == (len(codes), severity, met)


def test_what_was_not_answered_is_named(atlas: Atlas, everywhere: Coded) -> None:
    some = SeverityAnswers(past_week={"fatigue": 2}, past_six_months={"headaches": False})
    assert acr_2016(everywhere, some, atlas).missing == (
        "Waking unrefreshed",
        "Trouble thinking or remembering",
        "Pain or cramps in the lower belly",
        "Depression",
        "At a similar level for 3 months",
    )
    assert acr_2016(everywhere, answered(12), atlas).missing == ()


def test_pain_everywhere_and_every_symptom_is_the_highest_score(
    atlas: Atlas, everywhere: Coded
) -> None:
    result = acr_2016(everywhere, answered(12), atlas)

    assert (result.wpi, result.severity, len(result.regions)) == (19, 12, 5)
    assert (result.generalised_pain, result.met) == (True, True)
    assert result.text.endswith("(widespread pain index 19 of 19, symptom severity 12 of 12).")


def test_it_is_a_criterion_and_not_a_diagnosis(atlas: Atlas, everywhere: Coded) -> None:
    result = acr_2016(everywhere, answered(12), atlas)

    assert "criterion and not a diagnosis" in result.caution
    assert result.caution == CAUTION
    assert "as published" in result.text
    assert "you have" not in result.text.lower()


def test_missing_answers_leave_it_open_unless_the_pain_alone_decides(
    atlas: Atlas, body: Body, everywhere: Coded
) -> None:
    some = SeverityAnswers(past_week={"fatigue": 3}, three_months=True)
    none = codings(body.fill(()), atlas).wpi

    assert acr_2016(everywhere, some, atlas).met is None
    assert acr_2016(everywhere, some, atlas).severity is None
    assert acr_2016(none, some, atlas).met is False
    assert acr_2016(none, some, atlas).wpi == 0


@pytest.mark.parametrize(
    "answers",
    [{"past_week": {"tiredness": 1}}, {"past_six_months": {"headache": True}}],
)
def test_an_answer_about_an_unknown_symptom_is_refused(
    atlas: Atlas, everywhere: Coded, answers: dict
) -> None:
    with pytest.raises(InvalidRecord, match="known are"):
        acr_2016(everywhere, SeverityAnswers.checked(answers), atlas)


@pytest.mark.parametrize("level", [4, -1, 1.5, float("nan")])
def test_a_level_that_is_none_is_refused(level: float) -> None:
    with pytest.raises(InvalidRecord):
        SeverityAnswers.checked({"past_week": {"fatigue": level}})
