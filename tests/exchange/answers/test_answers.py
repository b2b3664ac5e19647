"""Answers on other charts come in as the codes that were said, and leave as 1/0 for REDCap."""

import csv
import io
import random
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.analysis.coding.answered import NUMBERINGS, coded_places, codings_of
from bodymap.errors import ImportRefused
from bodymap.exchange.answers.asking import asked_in
from bodymap.exchange.answers.columns import plain
from bodymap.exchange.answers.writing import ANSWERS, CHARTS, DICTIONARY, write_answers
from bodymap.exchange.arrival import Arrival, Left
from bodymap.exchange.forms import Said, open_records
from bodymap.records import PainDrawing, PainMark, Person
from bodymap.records.portable import Portable, Whole, kind_of
from tests import shipped
from tests.example_count import examples
from tests.exchange.archive.archives import packed, read
from tests.exchange.fhir.bundles import mapper, one_pain
from tests.records.builders import NOON, a_pain_drawing, a_person, an_id

DAY = datetime(2026, 3, 31, 12, tzinfo=UTC)


def opened(text: str | bytes, charts: dict[str, str] | None = None, zone: str = "UTC") -> Arrival:
    data = text if isinstance(text, bytes) else text.encode()
    said = Said(charts or {}, ZoneInfo(zone))
    return open_records(io.BytesIO(data), mapper(), at=NOON, said=said)


def drawings(arrived: Arrival) -> list[PainDrawing]:
    found = (each.record for each in arrived.records() if isinstance(each, Whole))
    return [each for each in found if isinstance(each, PainDrawing)]


def said(arrived: Arrival) -> list[list[tuple[str, tuple[str, ...]]]]:
    """Numbering and codes of every answer of every drawing."""
    return [
        [(answer.numbering, answer.codes) for mark in drawing.marks for answer in mark.coded]
        for drawing in drawings(arrived)
    ]


def marked(drawing: PainDrawing) -> dict[str, list[str]]:
    body = shipped.body()
    found = codings_of([(mark, mark.area(body)) for mark in drawing.marks], shipped.atlas(), body)
    return {chart: [code.code for code in getattr(found, chart).marked] for chart in CHARTS}


def written(records: Sequence[Portable]) -> bytes:
    target = io.BytesIO()
    write_answers(
        target,
        lambda kind: [each for each in records if kind_of(each) == kind],
        at=NOON,
        atlas=shipped.atlas(),
        body=shipped.body(),
    )
    return target.getvalue()


def of_zip(data: bytes, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [*csv.DictReader(io.StringIO(archive.read(name).decode(), newline=""))]


def an_answer(numbering: str, codes: Sequence[str], **changes: object) -> Whole[PainDrawing]:
    answer = coded_places(numbering, codes, shipped.atlas(), shipped.body())
    mark = PainMark(id="answer", coded=(answer,))
    fields = {"person_id": an_id(2), "marks": (mark,), "status": "FINISHED", "editions": 1}
    drawing = a_pain_drawing(**fields | changes)
    return Whole(drawing, (drawing,))


def test_columns_of_1_and_0_as_redcap_names_them_are_the_codes_that_were_said() -> None:
    arrived = opened(
        "record_id,visit_date,choir___101,choir___102,choir___121,intensity\n"
        "P-1,2026-03-31,1,0,1,7\n"
        "P-2,2026-03-31 14:30,0,1,,\n",
        zone="Europe/Zurich",
    )
    first, second = drawings(arrived)

    assert said(arrived) == [[("choir", ("101", "121"))], [("choir", ("102",))]]
    assert marked(first)["choir"] == ["101", "121"]
    assert (first.drawn_at, second.drawn_at) == (DAY, datetime(2026, 3, 31, 12, 30, tzinfo=UTC))
    assert [m.intensity and m.intensity.nrs for d in (first, second) for m in d.marks] == [7, None]
    people = [each for each in arrived.records() if isinstance(each, Person)]
    assert [person.code for person in people] == ["P-1", "P-2"]
    assert [first.person_id, second.person_id] == [person.id for person in people]
    assert arrived.left == ()


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("id;date;wpi[1];wpi[2]\nA;2026-03-31;Y;N\n", ("wpi", ("1",))),
        ('code,date,choir\nA,2026-03-31,"101, 102"\n', ("choir", ("101", "102"))),
        (
            "code\tdate\tmypain\nA\t2026-03-31\tUpper back;neck\n",
            ("mypain", ("neck", "upper back")),
        ),
        ("code,date,choir_redcap\nA,2026-03-31,f01|b02\n", ("choir_redcap", ("f01", "b02"))),
    ],
    ids=["limesurvey", "list", "words", "image map"],
)
def test_other_shapes_of_answers_are_understood(
    table: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert said(opened(table)) == [[expected]]
    assert said(opened(b"\xef\xbb\xbf" + table.encode())) == [[expected]]


def test_the_older_female_numbers_are_those_of_whoever_says_so() -> None:
    table = "code,date,choir___114,choir___112\nA,2026-03-31,1,0\n"
    now, older = opened(table), opened(table, {"choir": "choir_older_female"})

    assert said(now) == [[("choir", ("114",))]]
    assert said(older) == [[("choir_older_female", ("114",))]]
    assert [marked(*drawings(each))["choir"] for each in (now, older)] == [["114"], ["112"]]


def test_a_question_that_does_not_say_its_chart_is_left_until_somebody_says_it() -> None:
    table = "code,date,map___1,map___2,race___1,race___2\nA,2026-03-31,1,0,1,0\n"
    (asked, other) = asked_in(io.BytesIO(table.encode()), shipped.atlas()).questions

    assert (asked.name, other.name) == ("map", "race")
    assert asked.named is None
    assert asked.numberings == ("michigan", "wpi")
    with pytest.raises(ImportRefused, match="say which body chart it is: map, race"):
        opened(table)
    arrived = opened(table, {"map": "michigan"})
    assert said(arrived) == [[("michigan", ("1",))]]
    assert [left.path for left in arrived.left] == ["column race___1", "column race___2"]


def test_several_charts_in_a_row_are_one_pain_as_answered_on_each() -> None:
    arrived = opened("code,date,wpi,michigan\nA,2026-03-31,1,13\n")
    (drawing,) = drawings(arrived)

    assert said(arrived) == [[("wpi", ("1",)), ("michigan", ("13",))]]
    assert (marked(drawing)["wpi"], marked(drawing)["michigan"]) == (["1"], ["13"])


def test_the_same_file_makes_the_same_records_and_two_rows_alike_are_two() -> None:
    table = "code,date,wpi\nA,2026-03-31,1\nA,2026-03-31,1\n"
    once, again = (tuple(opened(table).records()) for _ in range(2))

    assert once == again
    assert len({each.record.id for each in once if isinstance(each, Whole)}) == 2


@pytest.mark.parametrize("numbering", ["choir", "choir_older_female"])
def test_two_hundred_random_answers_come_in_with_every_code(numbering: str) -> None:
    chance = random.Random(numbering)  # noqa: S311
    known = [*NUMBERINGS[numbering].places(shipped.atlas())]
    sets = [chance.sample(known, chance.randint(1, 12)) for _ in range(200)]
    columns = ",".join(f"{numbering}___{code}" for code in known)
    rows = (",".join("1" if code in codes else "0" for code in known) for codes in sets)
    arrived = opened(f"code,date,{columns}\n" + "".join(f"P-1,2026-03-31,{row}\n" for row in rows))

    assert said(arrived) == [
        [(numbering, tuple(code for code in known if code in codes))] for codes in sets
    ]
    assert arrived.left == ()


LEFT = {
    "no such code": (
        'code,date,wpi\nA,2026-03-31,"1,20"\n',
        "row 2: Widespread pain index has no code '20'",
    ),
    "no such column": ("code,date,wpi___1,wpi___20\nA,2026-03-31,0,1\n", "has no code '20'"),
    "no date": ("code,date,wpi\nA,31.3.2026,1\n", "row 2: '31.3.2026' is no date"),
    "no yes and no no": ("code,date,wpi___1\nA,2026-03-31,2\n", "row 2: wpi___1 is '2'"),
    "nothing answered": ("code,date,wpi___1\nA,2026-03-31,\n", "row 2: nothing is answered"),
    "beyond the scale": (
        "code,date,wpi,nrs\nA,2026-03-31,1,11\n",
        "row 2: marks.0.intensity.nrs",
    ),
    "pain and no pain": (
        "code,date,wpi,no_pain\nA,2026-03-31,1,1\n",
        "a drawing that says no pain has no marks",
    ),
    "rated without a place": (
        "code,date,wpi___1,nrs\nA,2026-03-31,0,5\n",
        "row 2: pain is rated, but no place is said",
    ),
}


@pytest.mark.parametrize("name", LEFT)
def test_a_row_that_is_wrong_is_left_by_its_number_and_reason(name: str) -> None:
    table, reason = LEFT[name]
    arrived = opened(table)

    assert drawings(arrived) == []
    (left,) = arrived.left
    assert reason in f"{left.path}: {left.reason}"


REFUSED = {
    "no chart": ("code,date,age\nA,2026-03-31,40\n", "no column asks for places"),
    "codes that no chart has": ("code,date,map\nA,2026-03-31,1;x9\n", "no column asks for places"),
    "nobody": ("date,wpi\n2026-03-31,1\n", "a column named person is needed"),
    "no time": ("code,wpi\nA,1\n", "a column named date is needed"),
    "a cell too many": ("code,date,wpi\nA,2026-03-31,1,2\n", "it has 4 cells and not 3"),
    "a column twice": ("code,date,wpi,WPI\nA,2026-03-31,1,1\n", "two columns have the same name"),
    "quotes without end": ('code,date,wpi\nA,2026-03-31,"1\n', "it is no table"),
    "no UTF-8": (b"code,date,wpi\n\xff,2026-03-31,1\n", "saved as UTF-8"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_table_that_cannot_be_understood_is_refused_with_the_reason(name: str) -> None:
    table, reason = REFUSED[name]

    with pytest.raises(ImportRefused, match=reason):
        opened(table)


@given(data=st.data())
@settings(max_examples=examples(fast=15, whole=60, nightly=1_000), deadline=None)
def test_every_set_of_codes_leaves_as_1_and_0_and_comes_back(data: st.DataObject) -> None:
    chart = data.draw(st.sampled_from(CHARTS))
    known = [*NUMBERINGS[chart].places(shipped.atlas())]
    codes = data.draw(st.lists(st.sampled_from(known), unique=True, min_size=1))
    record = an_answer(chart, codes)
    out = written((a_person(code="P-1"), record))
    (row,) = of_zip(out, ANSWERS)
    (back,) = drawings(opened(out))

    in_order = [code for code in known if code in codes]
    assert [code for code in known if row[f"{chart}___{plain(code)}"] == "1"] == in_order
    assert back.id == record.record.id
    assert back.drawn_at == record.record.drawn_at
    assert marked(back) == marked(record.record)
    assert marked(back)[chart] == in_order


def test_a_drawing_by_hand_leaves_in_every_chart_and_comes_back_with_the_same_codes() -> None:
    records = one_pain()
    out = written(records)
    (row,), (back,) = of_zip(out, ANSWERS), drawings(opened(out))
    (drawn,) = (each.record for each in records if isinstance(each, Whole))

    assert isinstance(drawn, PainDrawing)
    assert (row["intensity"], row["wpi___11"], row["no_pain"]) == ("7", "1", "0")
    assert marked(back) == marked(drawn)
    assert [mark.intensity and mark.intensity.nrs for mark in back.marks] == [7]
    assert written(records) == out


def test_no_pain_and_another_figure_are_told_apart_from_nothing_marked() -> None:
    free = a_pain_drawing(no_pain=True)
    other = an_answer("wpi", ["1"], id=an_id(6)).record
    (mark,) = other.marks
    (answer,) = mark.coded
    other = other.changed(
        marks=(mark.changed(coded=(answer.changed(body_version="0"),)),), body_version="0"
    )
    out = written((a_person(), Whole(free), Whole(other)))
    first, second = of_zip(out, ANSWERS)
    arrived = opened(out)

    assert (first["no_pain"], first["wpi___1"]) == ("1", "0")
    assert (second["no_pain"], second["wpi___1"]) == ("0", "")
    assert [drawing.no_pain for drawing in drawings(arrived)] == [True]
    assert arrived.left == (Left("row 3", "nothing is answered"),)


def test_the_data_dictionary_has_every_column_and_names_redcap_takes() -> None:
    out = written(())
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        head = archive.read(ANSWERS).decode().splitlines()[0].split(",")
    columns = []
    for field in of_zip(out, DICTIONARY):
        name, choices = (
            field["Variable / Field Name"],
            field["Choices, Calculations, OR Slider Labels"],
        )
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
        codes = [choice.split(",")[0].strip() for choice in choices.split("|")] if choices else []
        columns += [f"{name}___{code}" for code in codes] or [name]
    assert columns == head
    assert len(head) == 6 + 74 + 35 + 19 + 15
    choir = next(f for f in of_zip(out, DICTIONARY) if f["Variable / Field Name"] == "choir")
    assert choir["Field Type"] == "checkbox"
    assert choir["Choices, Calculations, OR Slider Labels"].startswith(
        "101, Cranium (front-right) | 102, Cranium (front-left)"
    )


def test_no_code_of_a_person_is_a_formula_and_it_comes_back() -> None:
    out = written((a_person(code="=1+1"), an_answer("wpi", ["1"])))
    (row,) = of_zip(out, ANSWERS)
    people = [each for each in opened(out).records() if isinstance(each, Person)]

    assert row["person"] == "'=1+1"
    assert [person.code for person in people] == ["=1+1"]


@pytest.mark.parametrize(("code", "kept"), [("P-1", "P-1"), ("", an_id(2)[:8])])
def test_the_person_of_a_drawing_that_left_is_known_again(code: str, kept: str) -> None:
    out = written((a_person(code=code), an_answer("wpi", ["1"])))
    arrived = opened(out)
    people = [each for each in arrived.records() if isinstance(each, Person)]

    assert [(person.id, person.code) for person in people] == [(an_id(2), kept)]
    assert arrived.left == ()


def test_an_answer_goes_out_and_in_with_an_archive_as_it_was_said() -> None:
    records = (a_person(), an_answer("choir_older_female", ["114", "121"]))

    assert read(packed(records)) == records
