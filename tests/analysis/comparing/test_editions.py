"""What changed between two editions is told whole, and nothing where nothing changed."""

from hypothesis import given

from bodymap.analysis.comparing.editions import Differences, FindingDifference, differences
from bodymap.records import Assessment
from tests.records import strategies
from tests.records.builders import a_finding, an_assessment


def test_added_changed_and_removed_findings_are_told_with_their_numbers() -> None:
    stays, changes, goes = a_finding("m1"), a_finding("m2"), a_finding("m3")
    changed = changes.changed(notes="firm", signs={"taut_band": "PRESENT"})
    added = a_finding("m4")

    found = differences(
        an_assessment(findings=(goes, stays, changes), reason="neck"),
        an_assessment(findings=(stays, changed, added), reason="neck and arm"),
    )

    assert found == Differences(
        findings=(
            FindingDifference(changes, changed, 2),
            FindingDifference(None, added, 3),
            FindingDifference(goes, None, 1),
        ),
        details=("reason",),
    )
    assert [each.fields for each in found.findings] == [("signs", "notes"), (), ()]
    assert [each.finding for each in found.findings] == [changed, added, goes]


def test_another_order_is_no_difference_of_a_finding() -> None:
    one, two = a_finding("m1"), a_finding("m2")

    assert not differences(an_assessment(findings=(one, two)), an_assessment(findings=(two, one)))


@given(strategies.assessments, strategies.assessments)
def test_what_is_added_one_way_is_removed_the_other(one: Assessment, other: Assessment) -> None:
    there, back = differences(one, other), differences(other, one)

    pairs = {(each.before, each.after) for each in there.findings}
    assert pairs == {(each.after, each.before) for each in back.findings}
    assert there.details == back.details
    assert not differences(one, one)
