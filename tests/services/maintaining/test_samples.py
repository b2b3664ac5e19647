from types import SimpleNamespace

import pytest

from bodymap.body import Body, Laterality
from bodymap.records import Occasion
from bodymap.services.assessing.assessments import list_assessments, open_assessment
from bodymap.services.drawing.drawings import list_drawings, open_drawing
from bodymap.services.maintaining.samples import _PEOPLE, add_sample_people, remove_sample_people
from bodymap.services.people.persons import find_persons
from tests import shipped
from tests.services.desk import Desk


@pytest.fixture(scope="module")
def atlas(body: Body) -> SimpleNamespace:
    """An atlas in which every trigger point lies at one place on the right."""
    hit = body.hit("back", 310.5, 250.5)
    assert hit is not None
    assert hit.laterality is Laterality.RIGHT
    return SimpleNamespace(
        place_cell=lambda _: hit.cell, muscle_of=lambda _: SimpleNamespace(id="some_muscle")
    )


def test_sample_people_are_labelled_and_live_apart(
    desk: Desk, body: Body, atlas: SimpleNamespace
) -> None:
    real = desk.person()

    samples = add_sample_people(ports=desk.ports, body=body, atlas=atlas)

    assert all(person.is_sample and "sample" in person.label.casefold() for person in samples)
    assert [line.person for line in find_persons(ports=desk.ports)] == [real]
    assert {line.person for line in find_persons(ports=desk.ports, sample=True)} == set(samples)
    assert [line.id for line in list_assessments(ports=desk.ports)] == [desk.draft.id]
    assert all(line.is_sample for line in list_assessments(ports=desk.ports, sample=True))


def test_their_findings_lie_on_the_side_they_say(
    desk: Desk, body: Body, atlas: SimpleNamespace
) -> None:
    add_sample_people(ports=desk.ports, body=body, atlas=atlas)

    lines = list_assessments(ports=desk.ports, sample=True)
    opened = [open_assessment(assessment_id=line.id, ports=desk.ports) for line in lines]
    findings = [finding for assessment in opened for finding in assessment.findings]

    expected = sum(len(visit.findings) for _, visits in _PEOPLE for visit in visits)
    assert len(findings) == expected
    for finding in findings:
        hit = body.hit(finding.place.view, finding.place.x, finding.place.y)
        assert hit == (finding.place.cell, finding.place.region, finding.laterality)


def test_the_second_visit_of_a_sample_says_what_came_of_the_first(
    desk: Desk, body: Body, atlas: SimpleNamespace
) -> None:
    samples = add_sample_people(ports=desk.ports, body=body, atlas=atlas)
    (alma,) = [person for person in samples if "Alma" in person.label]

    with desk.ports.store.reading() as unit:
        first, second = unit.assessments.finished_of(alma.id)

    (done,) = first.treatments
    assert done.finding_id == first.findings[0].id
    assert [(said.id, said.assessment_id) for said in second.responses] == [(done.id, first.id)]
    said = second.findings[0].continues
    assert said is not None
    assert (said.assessment_id, said.finding_id) == (first.id, first.findings[0].id)


def test_sample_people_are_added_once_and_go_with_one_call(
    desk: Desk, body: Body, atlas: SimpleNamespace
) -> None:
    before = list_assessments(ports=desk.ports).items
    samples = add_sample_people(ports=desk.ports, body=body, atlas=atlas)

    assert set(add_sample_people(ports=desk.ports, body=body, atlas=atlas)) == set(samples)
    assert remove_sample_people(ports=desk.ports) == len(samples)
    assert find_persons(ports=desk.ports, sample=True).items == ()
    assert list_assessments(ports=desk.ports, sample=True).items == ()
    assert list_assessments(ports=desk.ports).items == before


def test_the_atlas_knows_every_trigger_point_of_the_samples() -> None:
    atlas = shipped.atlas()
    used = {f.trigger_point for _, visits in _PEOPLE for visit in visits for f in visit.findings}

    assert {point for point in used if point not in atlas.trigger_points} == set()


def test_samples_have_drawings_that_lie_where_it_is_said(
    desk: Desk, body: Body, atlas: SimpleNamespace
) -> None:
    add_sample_people(ports=desk.ports, body=body, atlas=atlas)

    lines = list_drawings(ports=desk.ports, sample=True)
    drawings = [open_drawing(drawing_id=line.id, ports=desk.ports) for line in lines]
    assert len(drawings) == 4
    assert list_drawings(ports=desk.ports).items == ()
    for drawing in drawings:
        assert drawing.assessment_id
        assert drawing.marks
        assert drawing.area(body).laterality in {Laterality.LEFT, Laterality.RIGHT}
    regions = {region for each in drawings for region in each.area(body).by_region()}
    assert {"head_temple.left", "shoulder_front.right"} <= regions
    (after,) = [each for each in drawings if each.occasion is Occasion.AFTER_TREATMENT]
    (before,) = [
        each
        for each in drawings
        if each.assessment_id == after.assessment_id and each.id != after.id
    ]
    assert before.drawn_at < after.drawn_at

    remove_sample_people(ports=desk.ports)
    assert list_drawings(ports=desk.ports, sample=True).items == ()
