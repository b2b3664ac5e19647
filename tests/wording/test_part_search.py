"""The list is searched in the language of the page, by the names that people type."""

import pytest

from bodymap.body import Body
from bodymap.ui.mark.place_list import rows
from bodymap.wording import ENGLISH, PSEUDO, words_in
from bodymap.wording.part_search import parts_called


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Kniekehle", {"Back of the knee"}),
        ("linkes Ohr", {"Ear", "Side of the head above the ear", "Bone behind the ear"}),
        ("Grosse Zehe", {"Big toe"}),
        ("große zehe", {"Big toe"}),
        ("Stirn", {"Forehead"}),
        ("nasenbein", set()),
        ("mein", set()),
        ("", set()),
    ],
)
def test_a_german_name_finds_its_parts(body: Body, typed: str, found: set[str]) -> None:
    assert {row.label for row in parts_called(typed, rows(body), words_in("de"))} == found


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("Wade", "leg"),
        ("Finger", "hand"),
        ("Popo", "buttocks"),
        ("Zahnschmerzen", "mouth"),
        ("Genick", "neck"),
    ],
)
def test_what_people_say_finds_the_parts_of_one_group(body: Body, typed: str, group: str) -> None:
    found = parts_called(typed, rows(body), words_in("de"))

    assert found
    assert {row.group for row in found} == {group}


def test_a_word_within_a_longer_one_counts_where_none_begins_so(body: Body) -> None:
    labels = {row.label for row in parts_called("Schenkel", rows(body), words_in("de"))}

    assert {"Front of the thigh", "Outer lower leg"} < labels


@pytest.mark.parametrize("typed", ["Ruecken", "Rücken", "RUCKEN"])
def test_marks_over_letters_can_be_typed_in_any_way(body: Body, typed: str) -> None:
    german = words_in("de")

    assert parts_called(typed, rows(body), german) == parts_called("rücken", rows(body), german)


@pytest.mark.parametrize("code", [ENGLISH, PSEUDO])
def test_english_keeps_its_own_rules(body: Body, code: str) -> None:
    found = {row.label for row in parts_called("bum", rows(body), words_in(code))}

    assert "Buttock, lower part" in found
