"""Screens: six shipped, own ones kept, and each point one step."""

from dataclasses import replace
from typing import Any

import pytest

from bodymap.body import Laterality
from bodymap.errors import InvalidRecord
from bodymap.records import Assessment, Called
from bodymap.services.assessing.findings import revise_finding
from bodymap.services.assessing.kind import ASSESSMENTS
from bodymap.services.kernel.undo import undo
from bodymap.services.visits.screens import (
    MOST_OWN,
    NOTHING_FOUND,
    SCREENS,
    Screen,
    answer_point,
    keep_screen,
    list_screens,
    remove_screen,
)
from tests.records.builders import a_finding, an_assessment
from tests.services.visits.desk import Visits
from tests.shipped import atlas, body

UPPER = {"muscle": "infraspinatus", "trigger_point": "infraspinatus_upper"}
OTHER = {"muscle": "infraspinatus", "trigger_point": "other"}
VISIT = an_assessment(
    findings=(
        a_finding("m1", **UPPER),
        a_finding("m2", laterality="LEFT", **UPPER),
        a_finding("m3", **OTHER),
        a_finding("m4"),
        a_finding("m5", muscle="soleus", trigger_point="soleus_tp1"),
    )
)


def keep(visits: Visits, name: str, **more: Any) -> Screen:
    given = {"name": name, "visit": VISIT, "atlas": atlas(), "ports": visits.ports}
    return keep_screen(**given | more)


def test_six_are_shipped_and_every_point_is_one_of_the_atlas() -> None:
    assert len(SCREENS) == 6
    assert len({each.name for each in SCREENS}) == 6
    for screen in SCREENS:
        assert len(set(screen.points)) == len(screen.points)
        assert set(screen.points) <= atlas().trigger_points.keys()


def test_the_points_of_a_visit_are_kept_once_each_and_found_by_name(visits: Visits) -> None:
    assert keep(visits, "  My   shoulder ") == Screen(
        "My shoulder", ("infraspinatus_upper", "soleus_tp1")
    )
    keep(visits, "a knee")

    assert [each.name for each in list_screens(ports=visits.ports)[6:]] == ["a knee", "My shoulder"]
    only = an_assessment(findings=(a_finding("m1", **UPPER),))
    keep(visits, "a knee", visit=only)
    own = list_screens(ports=visits.ports)[6:]
    assert own[0] == Screen("a knee", ("infraspinatus_upper",))
    remove_screen(name="a knee", ports=visits.ports)
    remove_screen(name=SCREENS[0].name, ports=visits.ports)
    assert list_screens(ports=visits.ports) == (*SCREENS, own[1])


@pytest.mark.parametrize(
    ("name", "more"),
    [
        (" ", {}),
        ("x" * 201, {}),
        (SCREENS[0].name, {}),
        ("empty", {"visit": an_assessment(findings=(a_finding("m1", **OTHER),))}),
    ],
)
def test_what_is_no_screen_is_refused(visits: Visits, name: str, more: dict[str, Any]) -> None:
    with pytest.raises(InvalidRecord):
        keep(visits, name, **more)
    assert list_screens(ports=visits.ports) == SCREENS


def test_there_are_so_many_and_no_more(visits: Visits) -> None:
    for number in range(MOST_OWN):
        keep(visits, f"screen {number}")

    with pytest.raises(InvalidRecord):
        keep(visits, "one more")
    keep(visits, "screen 7")
    assert len(list_screens(ports=visits.ports)) == 6 + MOST_OWN


def answer(visits: Visits, visit: Assessment, *, is_found: bool) -> Assessment:
    kept, finding_id = answer_point(
        visits.on(visit),
        trigger_point="infraspinatus_upper",
        laterality=Laterality.RIGHT,
        is_found=is_found,
        new_id="point-1",
        atlas=atlas(),
        body=body(),
    )
    assert finding_id == "point-1"
    return kept


def test_nothing_found_at_a_point_is_one_step(visits: Visits) -> None:
    visit = visits.start()
    (finding,) = answer(visits, visit, is_found=False).findings

    assert (finding.signs, finding.called) == (NOTHING_FOUND, Called.NOTHING_FOUND)
    assert answer(visits, visit, is_found=False).findings == (finding,)
    assert undo(ASSESSMENTS, visits.on(visit)).findings == ()


def test_a_finding_begun_by_mistake_becomes_nothing_found(visits: Visits) -> None:
    visit = visits.start()
    answer(visits, visit, is_found=True)

    assert answer(visits, visit, is_found=False).findings[0].signs == NOTHING_FOUND


def test_what_was_examined_at_a_point_stays_as_it_is(visits: Visits) -> None:
    visit = visits.start()
    version = answer(visits, visit, is_found=True).version
    on = replace(visits.on(visit), expected_version=version)
    examined = revise_finding(on, finding_id="point-1", changes={"signs": {"taut_band": "PRESENT"}})

    assert answer(visits, visit, is_found=False) == examined
