"""What was answered on another chart stays what was said, in every numbering."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.analysis.coding.answered import (
    NUMBERINGS,
    coded_on,
    coded_places,
    codings_of,
    holds,
)
from bodymap.analysis.coding.codings import Coded, DrawingCodings, codings
from bodymap.atlas import Atlas
from bodymap.body import Body
from bodymap.errors import InvalidRecord
from bodymap.records import CodedPlaces, PainMark
from tests import shipped
from tests.example_count import examples
from tests.records.builders import a_drawing

COUNTS = {
    "choir": 74,
    "choir_older_female": 74,
    "choir_redcap": 74,
    "michigan": 35,
    "wpi": 19,
    "wpi_redcap": 19,
    "mypain": 15,
}
RANDOM_SETS = {"choir": 200, "choir_older_female": 200}
FEWER_SETS = 30
"""Of the other charts, whose codes share no cells."""


def said(numbering: str, codes: Sequence[str]) -> CodedPlaces:
    return coded_places(numbering, codes, shipped.atlas(), shipped.body())


def coded(*marks: PainMark) -> DrawingCodings:
    body = shipped.body()
    return codings_of([(mark, mark.area(body)) for mark in marks], shipped.atlas(), body)


def in_chart(numbering: str, *marks: PainMark) -> Coded:
    body = shipped.body()
    pains = [(mark, mark.area(body)) for mark in marks]
    return coded_on(NUMBERINGS[numbering].chart, pains, shipped.atlas(), body)


def a_pain(*answers: CodedPlaces, mark_id: str = "answer") -> PainMark:
    return PainMark(id=mark_id, coded=answers)


def back(numbering: str, codes: Sequence[str]) -> list[str]:
    """The codes of an answer, out of the drawing again, in the numbering they were said in."""
    places = NUMBERINGS[numbering].places(shipped.atlas())
    of_place = {place.code: code for code, place in places.items()}
    marked = in_chart(numbering, a_pain(said(numbering, codes))).marked
    return [of_place[code.code] for code in marked]


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_every_code_alone_comes_back_as_it_was_said(numbering: str) -> None:
    known = [*NUMBERINGS[numbering].places(shipped.atlas())]

    assert len(known) == COUNTS[numbering]
    assert [back(numbering, [code]) for code in known] == [[code] for code in known]


@pytest.mark.parametrize("numbering", NUMBERINGS)
def test_random_sets_of_codes_come_back_as_they_were_said(numbering: str) -> None:
    chance = random.Random(numbering)  # noqa: S311
    known = [*NUMBERINGS[numbering].places(shipped.atlas())]

    for _ in range(RANDOM_SETS.get(numbering, FEWER_SETS)):
        codes = chance.sample(known, chance.randint(1, min(12, len(known))))
        assert sorted(back(numbering, codes)) == sorted(codes)


@given(data=st.data())
@settings(max_examples=examples(fast=30, whole=100, nightly=2_000), deadline=None)
def test_an_answer_keeps_the_codes_and_has_cells_on_the_skin_alone(data: st.DataObject) -> None:
    numbering = data.draw(st.sampled_from([*NUMBERINGS]))
    known = [*NUMBERINGS[numbering].places(shipped.atlas())]
    codes = data.draw(st.lists(st.sampled_from(known), min_size=1, unique=True))
    answer = said(numbering, codes)
    area = answer.area(shipped.body())

    assert answer.codes == tuple(code for code in known if code in codes)
    assert len(area) > 0
    assert area.inside_sites == ()
    assert area.schematic_cells == 0
    assert holds(answer, shipped.atlas(), shipped.body())


def test_the_two_numberings_of_choir_name_one_place_by_two_codes() -> None:
    body = shipped.body()
    now, older = said("choir", ["112"]), said("choir_older_female", ["114"])

    assert now.area(body) == older.area(body)
    assert [code.label for code in in_chart("choir", a_pain(older)).marked] == [
        "Bicep (front-left)"
    ]
    assert said("choir_redcap", ["f12"]).area(body) == now.area(body)


def test_everywhere_is_all_of_the_skin_and_fourteen_sites_are_not_everywhere() -> None:
    known = [*NUMBERINGS["mypain"].places(shipped.atlas())]

    assert said("mypain", ["everywhere"]).area(shipped.body()) == shipped.body().whole()
    assert back("mypain", ["everywhere"]) == ["everywhere"]
    assert back("mypain", known[:-1]) == known[:-1]


def test_a_pain_that_was_answered_on_two_charts_is_said_as_answered_in_both() -> None:
    found = coded(a_pain(said("wpi", ["1"]), said("michigan", ["13"])))

    assert [code.code for code in found.wpi.marked] == ["1"]
    assert [code.code for code in found.michigan.marked] == ["13"]


def test_other_charts_are_read_from_the_cells(atlas: Atlas, body: Body) -> None:
    pain = a_pain(said("wpi", ["1"]))

    assert coded(pain).michigan == codings(pain.area(body), atlas).michigan
    assert [code.label for code in coded(pain).michigan.marked] == ["Jaw"]


def test_a_chart_on_which_no_place_was_chosen_has_no_code_whatever_the_others_cover() -> None:
    head = a_pain(said("mypain", ["head"]))
    none_of_it = a_pain(said("mypain", ["head"]), said("wpi", []))

    assert [code.label for code in coded(head).wpi.marked] == ["Jaw", "Jaw"]
    assert coded(none_of_it).wpi.marked == ()
    with pytest.raises(ValueError, match="a mark is drawn on the body"):
        a_pain(said("wpi", []))


def test_a_pain_that_was_drawn_adds_its_own_codes_to_those_that_were_said(body: Body) -> None:
    drawn = a_drawing().changed(
        body_version=body.version,
        views=({"view": "front", "strokes": [{"kind": "REGION", "region": "calf.left"}]},),
    )
    both = PainMark(id="both", drawing=drawn, coded=(said("wpi", ["1"]),))
    drawn_only = PainMark(id="drawn", drawing=drawn)

    for marks in ((both,), (a_pain(said("wpi", ["1"])), drawn_only)):
        assert [code.label for code in in_chart("wpi", *marks).marked] == ["Jaw", "Lower leg"]
    assert both.area(body) == a_pain(said("wpi", ["1"])).area(body) | drawn_only.area(body)


@pytest.mark.parametrize(
    ("numbering", "codes", "reason"),
    [
        ("wpi", ["20"], "Widespread pain index has no such code"),
        ("choir", ["101", "f01"], "CHOIR body map has no such code"),
        ("wpi", ["1", "1"], "each code is said once"),
        ("margolis", ["1"], "known are choir, choir_older_female"),
    ],
)
def test_what_no_chart_knows_is_refused_by_name(
    numbering: str, codes: list[str], reason: str
) -> None:
    with pytest.raises(InvalidRecord, match=reason):
        said(numbering, codes)


def test_cells_that_do_not_follow_from_the_codes_do_not_hold(atlas: Atlas, body: Body) -> None:
    answer = said("wpi", ["1"])
    other = answer.changed(cells=said("wpi", ["2"]).cells)

    assert holds(answer, atlas, body)
    assert not holds(other, atlas, body)
    assert holds(other.changed(crosswalk="bodymap crosswalk 0"), atlas, body)
    assert not holds(answer.changed(cells="AAAA"), atlas, body)
    assert not holds(answer.changed(numbering="margolis"), atlas, body)
