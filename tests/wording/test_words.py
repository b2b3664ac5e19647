"""Sentences are filled, counted and dated as each language does."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body import Laterality
from bodymap.wording import ENGLISH, LANGUAGES, PSEUDO, best_of, words_in
from bodymap.wording.patterns import filled
from bodymap.wording.places import place_with_side, places_joined
from bodymap.wording.pseudo import CLOSES, OPENS, pseudo
from bodymap.wording.views import cues, view_name

SHOULDER, BACK, ARM = "Front of the shoulder", "Lower back, outer part", "Upper teeth"


@pytest.mark.parametrize(
    ("code", "count", "said"),
    [
        ("en", 1, "1 more place"),
        ("en", 2, "2 more places"),
        ("en", 0, "0 more places"),
        ("de", 1, "1 weitere Stelle"),
        ("de", 1200, "1.200 weitere Stellen"),
    ],
)
def test_a_count_takes_the_plural_and_the_digits_of_its_language(
    code: str, count: int, said: str
) -> None:
    assert words_in(code)("pain-more-places", count=count) == said


def test_a_missing_value_or_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        words_in()("pain-more-places")
    with pytest.raises(KeyError):
        words_in("de")("no-such-sentence")


def test_dates_times_and_lists_are_those_of_the_language() -> None:
    day, moment = date(2026, 11, 2), datetime(2026, 11, 2, 8, 5, tzinfo=UTC)

    assert [words_in(code).day(day) for code in ("en", "de")] == [
        "2 November 2026",
        "2. November 2026",
    ]
    assert [words_in(code).time(moment) for code in ("en", "de")] == ["08:05", "08:05"]
    assert words_in("en").listed(["front", "side", "back"]) == "front, side and back"
    assert words_in("de").listed(["1", "2"]) == "1 und 2"


@pytest.mark.parametrize(
    ("label", "side", "said"),
    [
        (SHOULDER, Laterality.LEFT, "Vorderseite der linken Schulter"),
        (BACK, Laterality.RIGHT, "Rechter unterer Rücken, äußerer Teil"),
        ("Knee joint", Laterality.RIGHT, "Knee joint, rechts"),
        ("Big toe", Laterality.LEFT, "Linke große Zehe"),
        ("Little finger", Laterality.LEFT, "Linker kleiner Finger"),
        ("Eye", Laterality.RIGHT, "Rechtes Auge"),
        ("Calf", Laterality.BILATERAL, "Wade, beidseits"),
        ("Tailbone", Laterality.MIDLINE, "Steißbein"),
    ],
)
def test_a_side_takes_the_gender_and_case_of_its_place(
    label: str, side: Laterality, said: str
) -> None:
    assert place_with_side(label, side, words_in("de")) == said


def test_a_place_that_is_felt_inside_says_so() -> None:
    english = words_in()

    assert place_with_side(ARM, Laterality.RIGHT, english, inside=True) == (
        "Upper teeth, inside, right"
    )
    assert place_with_side("Deep", Laterality.MIDLINE, english, inside=True) == "Deep, inside"


def test_parts_of_one_thing_are_joined_in_each_language() -> None:
    labels = (SHOULDER, "Side of the shoulder", "Calf")

    assert places_joined(labels, words_in()) == ["front and side of the shoulder", "calf"]
    assert places_joined(labels, words_in("de")) == [
        "Vorderseite und Außenseite der Schulter",
        "Wade",
    ]


@pytest.mark.parametrize("code", [*LANGUAGES, PSEUDO])
def test_the_two_sides_of_a_view_are_never_called_the_same(code: str) -> None:
    say = words_in(code)
    for yours in (True, False):
        for view in ("hand_palm", "hand_back", "foot_top", "foot_sole", "foot_inner", "foot_outer"):
            names = {view_name(f"{view}.{side}", say, yours=yours) for side in ("left", "right")}
            assert len(names) == 2
        assert cues("front", say, yours=yours) == cues("back", say, yours=yours)[::-1]


@pytest.mark.parametrize(
    ("wished", "best"),
    [
        (["de-AT", "en"], "de"),
        (["fi", "de"], "de"),
        (["en-GB", "de"], "en"),
        (["fi", "xx-nonsense", "*", ""], ENGLISH),
        ([], ENGLISH),
    ],
)
def test_the_dearest_language_that_there_is_is_taken(wished: list[str], best: str) -> None:
    assert best_of(wished) == best


def test_the_pseudo_language_leaves_no_plain_letter_and_no_value_changed() -> None:
    said = words_in(PSEUDO)("mark-for", name="Ana")

    assert said.startswith(OPENS)
    assert said.endswith(f"Ana{CLOSES}")
    assert not any(letter.isascii() and letter.isalpha() for letter in said.replace("Ana", ""))


@given(st.text(st.characters(codec="ascii"), min_size=1))
def test_pseudo_words_are_longer_and_hold_no_plain_letter(text: str) -> None:
    said = pseudo(text)

    assert not any(letter.isascii() and letter.isalpha() for letter in said)
    assert len(said) >= len(text)


def test_a_choice_is_made_by_value_then_by_plural_then_otherwise() -> None:
    pattern = [["n", {"0": "none", "one": "one", "other": ["many: ", ["n"]]}, "other"]]

    def said(value: int | str) -> str:
        return filled(pattern, {"n": value}, number=str, plural=lambda n: "one" if n == 1 else "x")

    assert [said(value) for value in (0, 1, 7, "one", "few")] == [
        "none",
        "one",
        "many: 7",
        "one",
        "many: few",
    ]
