"""A finding is copied beside itself."""

from bodymap.analysis.mirrored import other_side
from bodymap.body import Body
from bodymap.services.assessing.findings import copy_finding_to_other_side
from tests.analysis.test_mirrored import found_at
from tests.services.desk import Desk


def test_the_copy_is_added_beside_the_finding(desk: Desk, body: Body) -> None:
    finding = found_at(body, "back", 310.5, 250.5).changed(notes="firm")
    desk.record(finding)

    copied = copy_finding_to_other_side(desk.on(), finding_id=finding.id, new_id="m2", body=body)

    assert copied.findings == (finding, other_side(finding, body).changed(id="m2"))
