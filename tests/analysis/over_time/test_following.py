"""A finding followed over visits: as said, else by the rule, each in one row."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis.over_time.following import Row, Seen, followed
from bodymap.analysis.over_time.matching import MatchedBy
from bodymap.body import Body
from bodymap.records import Assessment
from tests.records.builders import a_finding, a_point, an_assessment, an_id
from tests.shipped import body as shipped

UPPER = {"muscle": "infraspinatus", "trigger_point": "infraspinatus_upper"}
SOLEUS = {"muscle": "soleus", "trigger_point": "soleus_tp1"}
FAR = {"place": a_point(cell=20)}


def visit(number: int, *findings: Any) -> Assessment:
    return an_assessment(id=an_id(number), code=f"V{number}", findings=findings)


def said(visit_number: int, finding_id: str) -> dict[str, Any]:
    return {"continues": {"assessment_id": an_id(visit_number), "finding_id": finding_id}}


def test_a_row_goes_on_as_said_and_by_the_rule_also_over_a_visit_without_it(body: Body) -> None:
    first, second = a_finding("a", **UPPER), a_finding("b", **SOLEUS, **FAR)
    again = a_finding("a", **SOLEUS, **FAR)
    moved = a_finding("c", **FAR, **said(1, "a"))
    visits = (visit(1, first, second), visit(2, again), visit(3, moved))

    assert followed(visits, body) == (
        Row((Seen(0, 1, first), Seen(2, 1, moved, MatchedBy.SAID))),
        Row((Seen(0, 2, second), Seen(1, 1, again, MatchedBy.TRIGGER_POINT))),
    )


def test_what_is_said_to_be_new_begins_a_row(body: Body) -> None:
    first, new = a_finding("a", **UPPER), a_finding("b", is_new=True, **UPPER)

    rows = followed((visit(1, first), visit(2, new)), body)

    assert rows == (Row((Seen(0, 1, first),)), Row((Seen(1, 1, new),)))
    assert rows[0].last == first
    assert (rows[0].at(0), rows[0].at(1)) == (Seen(0, 1, first), None)


def test_what_continues_a_finding_that_is_not_there_begins_a_row(body: Body) -> None:
    first, lost = a_finding("a", **UPPER), a_finding("b", **UPPER, **said(9, "a"))

    assert len(followed((visit(1, first), visit(2, lost)), body)) == 2


def test_two_that_say_they_continue_the_same_are_two_rows_from_there(body: Body) -> None:
    first = a_finding("a", **UPPER)
    one, other = a_finding("b", **FAR, **said(1, "a")), a_finding("c", **said(1, "a"))

    rows = followed((visit(1, first), visit(2, one, other)), body)

    assert [[each.finding.id for each in row.seen] for row in rows] == [["a", "b"], ["c"]]


_findings = st.lists(
    st.tuples(
        st.sampled_from([UPPER, SOLEUS, {}]),
        st.sampled_from([FAR, {}]),
        st.sampled_from([{}, {}, {"is_new": True}, said(0, "m0"), said(1, "m1")]),
    ),
    max_size=4,
)


@given(st.lists(_findings, max_size=4))
def test_every_finding_is_in_one_row_and_once_at_each_visit(drawn: list[Any]) -> None:
    visits = [
        visit(
            number,
            *(a_finding(f"m{n}", **which, **where, **link) for n, (which, where, link) in all_of),
        )
        for number, all_of in enumerate(map(enumerate, drawn))
    ]

    rows = followed(visits, shipped())

    found = sorted((each.visit, each.finding.id) for row in rows for each in row.seen)
    assert found == sorted((n, f.id) for n, v in enumerate(visits) for f in v.findings)
    for row in rows:
        at = [each.visit for each in row.seen]
        assert at == sorted(set(at))
        assert [each.by is None for each in row.seen] == [True, *[False] * (len(at) - 1)]
