"""Counts of what came of treatments, equal to those counted by hand."""

from typing import Any

from bodymap.analysis.over_time.outcomes import Outcome, outcomes
from bodymap.records import Assessment
from tests.records.builders import an_assessment, an_id

NEEDLE, PRESS = "dry_needling_ims", "manual_pressure_release"


def done(number: int, treatment: str, before: int | None, after: int | None) -> dict[str, Any]:
    def rated(nrs: int | None) -> Any:
        return None if nrs is None else {"nrs": nrs, "recall": "NOW"}

    pains = {"pain_before": rated(before), "pain_after": rated(after)}
    return {"id": f"t{number}", "treatment": treatment, **pains}


def said(visit: int, number: int, course: str) -> dict[str, Any]:
    return {"id": f"t{number}", "assessment_id": an_id(visit), "course": course}


def visit(number: int, treatments: list[Any], responses: list[Any]) -> Assessment:
    return an_assessment(id=an_id(number), treatments=treatments, responses=responses)


def test_each_treatment_is_counted_in_the_order_of_first_use() -> None:
    reaction = done(1, NEEDLE, 7, 4) | {"adverse": ["BRUISING"]}
    typed = done(2, NEEDLE, 6, 6) | {"adverse_other": "dizzy"}
    visits = (
        visit(1, [reaction, typed, done(3, PRESS, 5, None)], []),
        visit(2, [done(1, NEEDLE, None, 2)], [said(1, 1, "BETTER"), said(1, 2, "WORSE")]),
        visit(3, [], [said(2, 1, "SAME"), said(9, 3, "BETTER")]),
    )

    assert outcomes(visits) == (
        Outcome(NEEDLE, 3, better=1, same=1, worse=1, pains=((7, 4), (6, 6)), reactions=2),
        Outcome(PRESS, 1, better=0, same=0, worse=0, pains=(), reactions=0),
    )
    assert [each.not_answered for each in outcomes(visits)] == [0, 1]


def test_where_nothing_was_done_there_is_nothing_to_count() -> None:
    assert outcomes((visit(1, [], []),)) == ()
