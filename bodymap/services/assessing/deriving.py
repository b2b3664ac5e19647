"""What follows from a finished assessment: in which regions something was found."""

from bodymap.records import Assessment, Course
from bodymap.records.derived import Derived, MarkedRegion


def derived_of(assessment: Assessment) -> Derived:
    """The region and side of each finding, with the pain on pressure.

    What is gone or was not examined lies nowhere; pain that was copied or carried over and not
    confirmed was not stated.
    """
    return Derived(
        body_version=assessment.body_version,
        regions=tuple(
            MarkedRegion(
                finding.id,
                finding.place.region,
                finding.laterality,
                pain.nrs
                if (pain := finding.pain_on_pressure) and not finding.copied_from
                else None,
            )
            for finding in assessment.findings
            if finding.course not in {Course.GONE, Course.NOT_EXAMINED}
        ),
    )
