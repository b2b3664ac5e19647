"""What an assessment says: findings, treatments and what came of earlier ones."""

from collections.abc import Iterator
from typing import Any

from bodymap.exchange.fhir.facts import Amount, Component, Done, Fact, Named, Observed
from bodymap.exchange.fhir.names import Names
from bodymap.exchange.fhir.terms import (
    ADVERSE,
    CALLED,
    COURSE,
    DEPTH,
    EXAM,
    FELT,
    LASTED,
    MEASURE,
    NOT_ASKED,
    NOT_PERFORMED,
    PAIN,
    RECALL,
    SIGN,
    SIGN_VALUE,
    SURVEY,
    Term,
)
from bodymap.exchange.treatment_words import dose_in_words
from bodymap.records import (
    Assessment,
    PainIntensity,
    ReferralFelt,
    Sign,
    SignValue,
    Status,
    TreatmentRecord,
    TriggerPointFinding,
)
from bodymap.records.draftable import Draftable

SCORE = "{score}"


def status_of(record: Draftable) -> str:
    """Where a record stands, as FHIR calls it."""
    if record.is_open:
        return "preliminary"
    return "amended" if record.status is Status.AMENDED else "final"


def component(term: Term, value: Amount | Named | None, absent: Term, *more: Term) -> Component:
    """A part with its value, or with the reason why there is none."""
    named = Named.of(term, *more)
    return Component(named, absent=absent) if value is None else Component(named, value)


def pain_components(term: Term, pain: PainIntensity | None) -> Iterator[Component]:
    """Pain 0 to 10 and which time it is about."""
    yield component(term, Amount(pain.nrs, SCORE) if pain else None, NOT_ASKED, PAIN)
    if pain:
        yield Component(Named.of(MEASURE["recall"]), Named.of(RECALL[pain.recall]))


def examined_facts(
    record: Assessment, patient: str, examiner: str | None, names: Names
) -> Iterator[Fact]:
    """Everything that was examined and done at a visit."""
    for finding in record.findings:
        kind = _kind(finding)
        site_id = names.derived_id("site", record.id, finding.id)
        site = names.finding_site(finding, site_id, patient, kind)
        yield site
        yield _observed(
            record,
            id=names.derived_id("finding", record.id, finding.id),
            patient=patient,
            named=Named.of(MEASURE["palpation"]),
            category=EXAM,
            performer=examiner,
            value=kind,
            absent=None if kind else NOT_PERFORMED,
            components=tuple(_components(finding)),
            site=site,
            note=finding.notes,
        )
    for done in record.treatments:
        yield from _treatment(record, done, patient, examiner, names)
    for said in record.responses:
        components = []
        if said.lasted:
            components = [Component(Named.of(MEASURE["lasted"]), Named.of(LASTED[said.lasted]))]
        yield _observed(
            record,
            id=names.derived_id("response", record.id, said.id),
            patient=patient,
            named=Named.of(MEASURE["after-treatment"]),
            category=SURVEY,
            value=Named.of(COURSE[said.course]),
            components=tuple(components),
        )


def _observed(record: Assessment, **fields: Any) -> Observed:
    """What was observed at a visit, when and how far it stands."""
    return Observed(at=record.examined_at, status=status_of(record), visit=record.id, **fields)


def _kind(finding: TriggerPointFinding) -> Named | None:
    """What the finding may be called; None where nobody examined it at this visit."""
    return Named.of(CALLED[finding.called]) if finding.was_examined else None


def _components(finding: TriggerPointFinding) -> Iterator[Component]:
    # What is carried over from last time was not examined at this visit, whatever it says.
    now = finding if finding.copied_from is None else None
    for sign in Sign:
        found = now.signs[sign] if now else SignValue.NOT_EXAMINED
        value = None if found is SignValue.NOT_EXAMINED else Named.of(SIGN_VALUE[found])
        yield component(SIGN[sign], value, NOT_PERFORMED)
    yield from pain_components(MEASURE["pain-on-pressure"], now.pain_on_pressure if now else None)
    threshold = now.pressure_pain_threshold if now else None
    pressed = Amount(threshold.kilopascals, "kPa") if threshold else None
    yield component(MEASURE["pressure-pain-threshold"], pressed, NOT_PERFORMED)
    if threshold:
        area = Amount(threshold.probe_area_cm2, "cm2")
        yield Component(Named.of(MEASURE["probe-area"]), area)
    if now and now.depth:
        yield Component(Named.of(MEASURE["depth"]), Named.of(DEPTH[now.depth]))
    felt = now.referral.felt if now else ReferralFelt.NOT_ASKED
    said = None if felt is ReferralFelt.NOT_ASKED else Named.of(FELT[felt])
    yield component(MEASURE["referral"], said, NOT_ASKED)
    if finding.course:
        yield Component(Named.of(MEASURE["course"]), Named.of(COURSE[finding.course]))


def _treatment(
    record: Assessment, done: TreatmentRecord, patient: str, examiner: str | None, names: Names
) -> Iterator[Fact]:
    procedure = names.derived_id("treatment", record.id, done.id)
    treated = record.finding(done.finding_id) if done.finding_id else None
    site_id = names.derived_id("site", record.id, treated.id) if treated else None
    where: Named | None = None
    if treated:
        where = Named(names.finding_site(treated, "", patient, None).words)
    elif done.region:
        where = names.region(done.region).named
    effects = tuple(Named.of(ADVERSE[each]) for each in done.adverse)
    if done.adverse_other:
        effects = (*effects, Named(done.adverse_other))
    yield Done(
        id=procedure,
        patient=patient,
        visit=record.id,
        performer=examiner,
        at=record.examined_at,
        named=names.treatment(done.treatment),
        where=where,
        site=site_id,
        adverse=effects,
        notes=tuple(text for text in (dose_in_words(done.dose), done.home_advice) if text),
    )
    for name, pain in (("pain-before", done.pain_before), ("pain-after", done.pain_after)):
        if pain is None:
            continue
        yield _observed(
            record,
            id=names.derived_id(name, record.id, done.id),
            patient=patient,
            named=Named.of(PAIN, MEASURE[name]),
            category=SURVEY,
            performer=examiner,
            value=Amount(pain.nrs, SCORE),
            components=(Component(Named.of(MEASURE["recall"]), Named.of(RECALL[pain.recall])),),
            part_of=procedure,
        )
