from bodymap.services.assessing.assessments import list_assessments
from bodymap.services.kernel.ports import Ports
from bodymap.services.maintaining.deleting import delete_assessment, list_deleted
from bodymap.services.maintaining.tidying import Tidied, tidy
from tests.services.desk import Desk
from tests.shipped import body


def tidied(ports: Ports) -> Tidied:
    return tidy(ports=ports, body=body())


def test_what_was_deleted_goes_for_good_after_thirty_days_and_not_before(desk: Desk) -> None:
    delete_assessment(assessment_id=desk.draft.id, ports=desk.ports)

    desk.clock.move(days=30)
    assert tidied(desk.ports).removed == 0
    assert [gone.id for gone in list_deleted(ports=desk.ports)] == [desk.draft.id]

    desk.clock.move(seconds=1)
    assert tidied(desk.ports).removed == 1
    assert tidied(desk.ports).removed == 0
    assert list_deleted(ports=desk.ports) == ()
    assert list_assessments(ports=desk.ports).total == 0
