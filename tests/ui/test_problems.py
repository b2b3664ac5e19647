"""What went wrong, in words for the person at the screen."""

import pytest

from bodymap.errors import (
    BodymapError,
    NothingMarked,
    NotOpen,
    UnknownAssessment,
    UnknownDrawing,
    UnknownFinding,
    UnknownMark,
    UnknownPerson,
)
from bodymap.ui.problems import in_words

ID = "f98dfe59cc7ed3b5c6f17b2f"


@pytest.mark.parametrize(
    "error",
    [
        NothingMarked(ID),
        NotOpen(ID, "FINISHED", kind="drawing"),
        UnknownAssessment(ID),
        UnknownDrawing(ID),
        UnknownFinding(ID, ID),
        UnknownMark(ID, ID),
        UnknownPerson(ID),
    ],
    ids=lambda error: type(error).__name__,
)
def test_no_message_names_an_id_that_means_nothing_to_a_person(error: BodymapError) -> None:
    assert ID in str(error)
    assert ID not in in_words(error)


def test_a_stroke_beside_the_body_is_refused_in_plain_words() -> None:
    assert in_words(NothingMarked(ID)) == (
        "Nothing was drawn: that lies beside the body. Draw on the body."
    )
