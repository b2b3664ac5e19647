"""What follows from a finished assessment: in which regions something was found."""

from bodymap.records import Assessment
from bodymap.records.derived import Derived, MarkedRegion


def derived_of(assessment: Assessment) -> Derived:
    """The region and side of each finding, with the pain on pressure."""
    return Derived(
        body_version=assessment.body_version,
        regions=tuple(
            MarkedRegion(
                finding.id,
                finding.place.region,
                finding.laterality,
                None if finding.pain_on_pressure is None else finding.pain_on_pressure.nrs,
            )
            for finding in assessment.findings
        ),
    )
