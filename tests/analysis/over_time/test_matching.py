"""Which finding continues which: as said, else by the rule; each of them at most once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.analysis.over_time.matching import Match, MatchedBy, distance_cm, matched
from bodymap.body import Body
from bodymap.records import TriggerPointFinding
from tests.records.builders import a_finding, a_point, an_id
from tests.shipped import body as shipped

VISIT = an_id(9)
INFRASPINATUS = {"muscle": "infraspinatus", "trigger_point": "infraspinatus_upper"}
SAID = {"continues": {"assessment_id": VISIT, "finding_id": "a"}}
HERE = 4711


def near(body: Body, least: float, most: float) -> int:
    """A cell whose distance from `HERE` lies between two values."""
    skin = body.xyz_cm[: body.cell_table.mesh_count]
    away = np.linalg.norm(skin - skin[HERE], axis=1)
    return int(np.flatnonzero((away > least) & (away <= most))[0])


def pairs(
    body: Body, *later: TriggerPointFinding, **earlier: object
) -> list[tuple[str, MatchedBy]]:
    found = matched([a_finding("a", **earlier)], later, visit_id=VISIT, body=body)
    return [(match.later.id, match.by) for match in found]


def test_the_same_trigger_point_and_side_is_matched_however_far_away(body: Body) -> None:
    later = a_finding("b", place=a_point(cell=20), **INFRASPINATUS)

    assert pairs(body, later, **INFRASPINATUS) == [("b", MatchedBy.TRIGGER_POINT)]


@pytest.mark.parametrize(
    "changes",
    [
        {"laterality": "LEFT"},
        {"trigger_point": "infraspinatus_medial"},
        {"trigger_point": "other"},
        {"trigger_point": None},
        {"muscle": "teres_minor", "trigger_point": "teres_minor_1"},
        {"is_new": True},
        {"continues": {"assessment_id": an_id(8), "finding_id": "a"}},
        {"continues": {"assessment_id": VISIT, "finding_id": "another"}},
    ],
)
def test_another_point_elsewhere_or_one_said_to_be_another_is_not(
    body: Body, changes: dict[str, object]
) -> None:
    later = a_finding("b", **{"place": a_point(cell=20), **INFRASPINATUS} | changes)

    assert pairs(body, later, **INFRASPINATUS) == []


def test_up_to_two_centimetres_are_the_same_place(body: Body) -> None:
    inside, outside = near(body, 1.8, 2.0), near(body, 2.0, 2.2)

    assert pairs(body, a_finding("b", place=a_point(cell=inside))) == [("b", MatchedBy.PLACE)]
    assert pairs(body, a_finding("b", place=a_point(cell=outside))) == []


@pytest.mark.parametrize(
    ("muscles", "same"),
    [
        (("infraspinatus", "infraspinatus"), ["b"]),
        (("infraspinatus", None), ["b"]),
        (("infraspinatus", "teres_minor"), []),
    ],
)
def test_two_different_muscles_at_one_place_are_two_findings(
    body: Body, muscles: tuple[str, str | None], same: list[str]
) -> None:
    found = pairs(body, a_finding("b", muscle=muscles[1]), muscle=muscles[0])

    assert [later for later, _ in found] == same


def test_a_chart_and_places_of_another_body_have_no_distance(body: Body) -> None:
    chart = body.cell_table.mesh_count
    here, there = a_point(cell=chart), a_point(cell=chart + 1)

    assert distance_cm(here, here, body) == 0
    assert distance_cm(here, there, body) == float("inf")
    assert distance_cm(a_point(), a_point(body_version="0"), body) == float("inf")


def test_what_was_said_comes_before_the_rule_and_the_nearest_before_others(body: Body) -> None:
    earlier = [a_finding("a"), a_finding("c", place=a_point(cell=near(body, 0.5, 1.0)))]
    said = a_finding("b", place=a_point(cell=20), **SAID)
    at_c = a_finding("d", place=earlier[1].place)
    also = a_finding("e")

    found = matched(earlier, [said, also, at_c], visit_id=VISIT, body=body)

    assert found == (
        Match(earlier[0], said, MatchedBy.SAID),
        Match(earlier[1], at_c, MatchedBy.PLACE),
    )


_places = st.sampled_from([HERE, near(shipped(), 0.5, 1.0), near(shipped(), 1.8, 2.0), 20])
_said = st.sampled_from([{}, {}, {"is_new": True}, SAID])
_points = st.sampled_from([{}, INFRASPINATUS, {"muscle": "teres_minor"}])


@st.composite
def findings(draw: st.DrawFn, letter: str) -> list[TriggerPointFinding]:
    return [
        a_finding(
            f"{letter}{number or ''}", place=a_point(cell=draw(_places)), **draw(_points), **said
        )
        for number, said in enumerate(draw(st.lists(_said, max_size=5)))
    ]


@given(findings("a"), findings("b"))
def test_each_finding_is_in_one_pair_at_most_and_what_is_parted_in_none(
    earlier: list[TriggerPointFinding], later: list[TriggerPointFinding]
) -> None:
    found = matched(earlier, later, visit_id=VISIT, body=shipped())

    for ids in ([m.earlier.id for m in found], [m.later.id for m in found]):
        assert len(set(ids)) == len(ids)
    parted = [each.changed(continues=None, is_new=True) for each in later]
    assert matched(earlier, parted, visit_id=VISIT, body=shipped()) == ()
    assert matched(earlier, later, visit_id=VISIT, body=shipped()) == found
