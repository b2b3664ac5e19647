"""Text blocks of a practice, and the notes of a visit that they are put into."""

from dataclasses import replace

import pytest

from bodymap.errors import InvalidRecord
from bodymap.records.assessment import NOTE_FIELDS
from bodymap.services.assessing.findings import edit_assessment
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.undo import undo
from bodymap.services.visits.text_blocks import (
    MOST_BLOCKS,
    keep_text_block,
    list_text_blocks,
    remove_text_block,
    with_block,
)
from tests.services.visits.desk import Visits


def keep(visits: Visits, name: str, text: str) -> None:
    keep_text_block(name=name, text=text, ports=visits.ports)


def test_blocks_are_kept_by_name_replaced_and_removed(visits: Visits) -> None:
    keep(visits, "red flags", "None of the questions for safety was answered with yes.")
    keep(visits, "  Home   advice ", "Warmth, move as usual. ")
    keep(visits, "Home advice", "Move as usual.")

    assert list(list_text_blocks(ports=visits.ports).items()) == [
        ("Home advice", "Move as usual."),
        ("red flags", "None of the questions for safety was answered with yes."),
    ]
    remove_text_block(name="red flags", ports=visits.ports)
    assert list_text_blocks(ports=visits.ports) == {"Home advice": "Move as usual."}


@pytest.mark.parametrize(
    ("name", "text"), [("", "text"), ("name", "  "), ("n" * 201, "text"), ("name", "t" * 4_001)]
)
def test_a_block_without_name_or_text_or_too_long_is_refused(
    visits: Visits, name: str, text: str
) -> None:
    with pytest.raises(InvalidRecord):
        keep(visits, name, text)
    assert list_text_blocks(ports=visits.ports) == {}


def test_the_last_block_that_fits_is_kept_and_the_next_refused(visits: Visits) -> None:
    for number in range(MOST_BLOCKS):
        keep(visits, f"block {number}", "text")

    keep(visits, "block 7", "another text")
    with pytest.raises(InvalidRecord):
        keep(visits, "one more", "text")


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "block"), ("said", "said\nblock"), ("said \n\n", "said\nblock")],
)
def test_a_block_stands_in_a_line_of_its_own(before: str, after: str) -> None:
    assert with_block(before, "block") == after


def test_each_note_of_a_visit_is_a_step_that_is_taken_back(visits: Visits) -> None:
    visit = visits.start()
    for name in NOTE_FIELDS:
        shown = visits.now(visit).version
        editing = replace(visits.on(visit), expected_version=shown)
        edit_assessment(editing, changes={name: f"about {name}"})

    said = visits.now(visit)
    assert {name: getattr(said, name) for name in NOTE_FIELDS} == {
        name: f"about {name}" for name in NOTE_FIELDS
    }
    assert undo(ASSESSMENTS, visits.on(visit)).plan == ""
    finished = visits.finish(visit)
    assert (finished.subjective, finished.plan) == ("about subjective", "")
