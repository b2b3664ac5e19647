"""Words for values, and text of a user's that stays text."""

import ast
import re
from enum import Enum
from html import escape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bodymap.body import Laterality
from bodymap.records import (
    Called,
    Criteria,
    Depth,
    Handedness,
    Person,
    PressureUnit,
    ReferralFelt,
    Sex,
    Sign,
    SignValue,
    State,
    Status,
)
from bodymap.ui import wording
from bodymap.ui.reading_table import Cell, markup


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (wording.SIGNS, Sign),
        (wording.SIGN_HELP, Sign),
        (wording.SIGN_VALUES, SignValue),
        (wording.STATES, State),
        (wording.CRITERIA, Criteria),
        (wording.CALLED, Called),
        (wording.DEPTHS, Depth),
        (wording.REFERRALS_FELT, ReferralFelt),
        (wording.PRESSURE_UNITS, PressureUnit),
        (wording.SEXES, Sex),
        (wording.HANDEDNESS, Handedness),
        (wording.LATERALITIES, Laterality),
        (wording.STATUSES, Status),
    ],
)
def test_every_value_has_its_word(table: dict[Enum, str], values: type[Enum]) -> None:
    assert set(table) == set(values)
    assert all(table.values())


def test_markup_formulas_and_colours_in_a_name_are_shown_as_typed() -> None:
    assert wording.plain("<b>x</b>") == r"\<b\>x\</b\>"
    assert wording.plain("$a$ :red[b] **c**") == r"\$a\$ \:red\[b\] \*\*c\*\*"
    assert wording.plain("# one\n- two") == r"\# one \- two"


@given(st.text())
@example("0\x85\\")
def test_text_without_its_escapes_is_the_text_on_one_line(text: str) -> None:
    shown = wording.plain(text)

    assert re.sub(r"\\(.)", r"\1", shown) == " ".join(text.split())
    assert "\n" not in shown


def test_a_person_is_described_by_what_is_known_and_no_more() -> None:
    nobody = Person(id="00000000-0000-7000-8000-000000000001", name="A")
    known = Person(
        id="00000000-0000-7000-8000-000000000001",
        name="A",
        code="7",
        year_of_birth=1984,
        sex=Sex.FEMALE,
        height_cm=166,
        handedness=Handedness.RIGHT,
    )

    assert wording.about_person(nobody) == ""
    assert wording.about_person(known) == "1984 · female · 166 cm · right-handed · code 7"


def test_no_page_lets_user_text_through_as_html() -> None:
    """But for constants, HTML is shown in five places, made of what escapes or takes no text."""
    ui = Path(wording.__file__).parent
    made = set()
    for path in ui.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            assert "unsafe_allow_html" not in {word.arg for word in node.keywords}, path
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if called == "html" and not (
                isinstance(node.args[0], ast.Name) and node.args[0].id.isupper()
            ):
                made.add(path.relative_to(ui).as_posix())

    pictures = {"people/played.py", "people/time_line.py", "practise/picture.py"}
    report = "assess/header.py"  # made in `exchange.report.html`
    assert made == {*pictures, report, "reading_table.py"}


def test_markup_in_a_reading_table_stays_text() -> None:
    bad = "<b onclick='x'>&"
    shown = markup(bad, [bad, bad], [[Cell(bad), Cell(bad, clinics=True, others=(bad,))]])

    assert "<b onclick" not in shown
    assert shown.count(escape(bad)) == 7
