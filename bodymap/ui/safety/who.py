"""Who is asked for safety: the person whose drawing or page it is, as far as it is known."""

from bodymap.analysis.safety_steps import Whom, whom
from bodymap.errors import BodymapError
from bodymap.services.assessing.assessments import open_assessment
from bodymap.services.people.persons import open_person
from bodymap.ui import links
from bodymap.ui.session import Workspace


def who_is_asked(workspace: Workspace, figure: str, person_id: str | None) -> Whom:
    """Who is asked; a visitor's page knows the figure only.

    Args:
        workspace: Where people are kept.
        figure: The figure that is drawn on.
        person_id: The person, if the record has one.
    """
    year = workspace.ports.clock.now().year
    if person_id is None or not workspace.access.is_whole:
        return whom(figure, year=year)
    try:
        person = open_person(person_id=person_id, ports=workspace.ports)
    except BodymapError:
        return whom(figure, year=year)
    sex = person.sex.value if person.sex else None
    return whom(figure, sex=sex, born=person.year_of_birth, year=year)


def of_last_assessment(workspace: Workspace) -> Whom:
    """The person of the assessment that this window came from; nobody known if there is none."""
    last = links.last_assessment()
    if last is None or not workspace.access.is_whole:
        return Whom()
    try:
        assessment = open_assessment(assessment_id=last, ports=workspace.ports)
    except BodymapError:
        return Whom()
    return who_is_asked(workspace, assessment.figure, assessment.person_id)
