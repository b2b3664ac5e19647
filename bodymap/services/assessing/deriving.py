"""What follows from a finished assessment: what was found where, and what was done."""

from bodymap.body import Laterality
from bodymap.records import Assessment, Course, Criteria, TreatmentRecord, TriggerPointFinding
from bodymap.records.derived import Derived, MarkedRegion


def derived_of(assessment: Assessment) -> Derived:
    """The region and side of each finding, with the pain on pressure, and each treatment.

    What is gone or was not examined lies nowhere; what was copied or carried over and not
    confirmed was not stated.
    """
    found = (
        _found(finding)
        for finding in assessment.findings
        if finding.course not in {Course.GONE, Course.NOT_EXAMINED}
    )
    done = (_done(treatment) for treatment in assessment.treatments)
    return Derived(body_version=assessment.body_version, regions=(*found, *done))


def _found(finding: TriggerPointFinding) -> MarkedRegion:
    is_stated = not finding.copied_from
    pain = finding.pain_on_pressure if is_stated else None
    return MarkedRegion(
        finding.id,
        finding.place.region,
        finding.laterality,
        None if pain is None else pain.nrs,
        muscle=finding.muscle,
        state=finding.state if is_stated and finding.criteria_2018 is Criteria.MET else None,
    )


def _done(treatment: TreatmentRecord) -> MarkedRegion:
    return MarkedRegion(
        treatment.id,
        "",
        treatment.laterality or Laterality.BILATERAL,
        None,
        treatment=treatment.treatment,
        reaction=treatment.has_reaction,
    )
