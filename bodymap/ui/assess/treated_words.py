"""A treatment that was done, and what was said about it later, in a line."""

from bodymap.atlas import Atlas
from bodymap.exchange.treatment_words import dose_in_words, unwanted_in_words
from bodymap.records import Assessment, TreatmentRecord, TreatmentResponse
from bodymap.ui.assess.naming import numbered
from bodymap.ui.wording import LASTED, LATERALITIES, TREATMENT_COURSES


def treatment_name(atlas: Atlas, treatment: str) -> str:
    """Name of a treatment, also of one that this atlas does not know."""
    return atlas.treatments[treatment].name if treatment in atlas.treatments else treatment


def treated_place(atlas: Atlas, assessment: Assessment, done: TreatmentRecord) -> str:
    """Which finding or side was treated; empty if neither was said."""
    finding = assessment.finding(done.finding_id or "")
    if finding is not None:
        return numbered(atlas, finding, assessment.findings.index(finding) + 1)
    side = LATERALITIES[done.laterality] if done.laterality else ""
    if done.finding_id is None:
        return side
    return ", ".join(part for part in ("a finding that was deleted", side) if part)


def treatment_in_a_line(atlas: Atlas, assessment: Assessment, done: TreatmentRecord) -> str:
    """What was done where, how much, and what came of it at once."""
    before, after = done.pain_before, done.pain_after
    pain = f"pain {before.nrs} before, {after.nrs} after" if before and after else ""
    facts = (
        treatment_name(atlas, done.treatment),
        treated_place(atlas, assessment, done),
        dose_in_words(done.dose),
        pain,
        unwanted_in_words(done),
    )
    return " · ".join(fact for fact in facts if fact)


def response_in_words(said: TreatmentResponse) -> str:
    """Such as "better for days"."""
    lasted = f" {LASTED[said.lasted]}" if said.lasted else ""
    return f"{TREATMENT_COURSES[said.course].lower()}{lasted}"
