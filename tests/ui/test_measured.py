"""Outcome measures over visits: scores, and changes beside the error of the score."""

from typing import Any

from bodymap.records import Assessment
from bodymap.ui.people.measured import rows_of
from tests.records.builders import an_assessment


def a_visit(*measures: dict[str, Any]) -> Assessment:
    asked = tuple({"id": f"o{number}"} | each for number, each in enumerate(measures))
    return an_assessment(measures=asked)


def psfs(*answers: int, named: tuple[str, ...] = ("lifting", "sitting")) -> dict[str, Any]:
    return {"instrument": "PSFS", "answers": answers, "activities": named}


def test_a_change_is_told_beside_the_error_of_its_score() -> None:
    visits = (
        a_visit(psfs(3, 4), {"instrument": "PEG", "answers": (7, 5, 6)}),
        a_visit(psfs(5, 5), {"instrument": "PEG", "answers": (5, 5, 6)}),
        a_visit(psfs(7, 7), {"instrument": "GRC", "answers": (3,)}),
        a_visit(psfs(9, 9, named=("lifting", "driving"))),
    )

    told = [[cell.text for cell in row[1:]] for row in rows_of(visits)]

    assert told == [
        ["Patient-Specific Functional Scale 3.5", ""],
        ["PEG 6", ""],
        ["Patient-Specific Functional Scale 5", "+1.5, within the error of the score (2)"],
        ["PEG 5.3", "-0.7; no error of this score is known"],
        ["Patient-Specific Functional Scale 7", "+2, more than the error of the score (2)"],
        ["Global Rating of Change 3", ""],
        [
            "Patient-Specific Functional Scale 9",
            "other activities were rated: cannot be compared",
        ],
    ]


def test_a_typed_score_is_compared_with_that_of_its_own_name() -> None:
    ndi = {"instrument": "OTHER", "name": "NDI", "score": 24, "most": 50}
    visits = (a_visit(ndi), a_visit(ndi | {"score": 10}), a_visit(ndi | {"name": "ODI"}))

    told = [[cell.text for cell in row[1:]] for row in rows_of(visits)]

    assert told == [
        ["NDI 24 of 50", ""],
        ["NDI 10 of 50", "-14; no error of this score is known"],
        ["ODI 24 of 50", ""],
    ]
