"""What a pain drawing says: each pain, its place, and the answers given with it."""

from collections.abc import Iterator

from bodymap.exchange.fhir.examined import SCORE, status_of
from bodymap.exchange.fhir.facts import Amount, Component, Fact, Named, Observed
from bodymap.exchange.fhir.names import Names
from bodymap.exchange.fhir.terms import (
    DRAWN_BY,
    MEASURE,
    NOT_ASKED,
    OCCASION,
    PAIN,
    PAIN_DEPTH,
    QUALITY,
    RECALL,
    SINCE_WHEN,
    SURVEY,
    TIMING,
    own,
)
from bodymap.records import PainDrawing, PainMark, PainQuality


def drawn_facts(
    record: PainDrawing, patient: str, visit: str | None, names: Names
) -> Iterator[Fact]:
    """The drawing as a whole, and each pain of it."""
    members: list[str] = []
    for mark in record.marks:
        site = names.mark_site(mark, names.derived_id("site", record.id, mark.id), patient)
        yield site
        pain = mark.intensity
        observed = Observed(
            id=names.derived_id("mark", record.id, mark.id),
            patient=patient,
            named=Named.of(PAIN),
            category=SURVEY,
            at=record.drawn_at,
            status=status_of(record),
            visit=visit,
            performer=patient,
            value=None if pain is None else Amount(pain.nrs, SCORE),
            absent=NOT_ASKED if pain is None else None,
            components=tuple(_components(mark, names)),
            site=site,
        )
        members.append(observed.id)
        yield observed
    yield Observed(
        id=record.id,
        patient=patient,
        named=Named.of(MEASURE["pain-drawing"]),
        category=SURVEY,
        at=record.drawn_at,
        status=status_of(record),
        visit=visit,
        performer=patient,
        value=Named.of(MEASURE["no-pain"]) if record.no_pain else None,
        absent=NOT_ASKED if not record.no_pain and not members else None,
        components=tuple(_answers(record, names)),
        members=tuple(members),
    )


def _components(mark: PainMark, names: Names) -> Iterator[Component]:
    for answer in mark.coded:
        for code in answer.codes:
            place = names.answered(answer.numbering, code)
            yield Component(Named.of(MEASURE["answered-place"]), place)
    if mark.intensity is not None:
        yield Component(Named.of(MEASURE["recall"]), Named.of(RECALL[mark.intensity.recall]))
    for quality in mark.qualities:
        own_word = mark.other_quality if quality is PainQuality.OTHER else ""
        value = Named(own_word or quality.lower(), (QUALITY[quality],))
        yield Component(Named.of(MEASURE["quality"]), value)
    if mark.depth:
        yield Component(Named.of(MEASURE["pain-depth"]), Named.of(PAIN_DEPTH[mark.depth]))
    for timing in mark.timing:
        yield Component(Named.of(MEASURE["timing"]), Named.of(TIMING[timing]))
    if mark.since:
        yield Component(Named.of(MEASURE["since"]), Named.of(SINCE_WHEN[mark.since]))


def _answers(record: PainDrawing, names: Names) -> Iterator[Component]:
    yield Component(Named.of(MEASURE["drawn-by"]), Named.of(DRAWN_BY[record.drawn_by]))
    if record.occasion:
        yield Component(Named.of(MEASURE["occasion"]), Named.of(OCCASION[record.occasion]))
    for question, answer in record.red_flags.items():
        yield Component(names.question(question), answer)
    if record.severity:
        levels = {**record.severity.past_week, **record.severity.past_six_months}
        for symptom, level in levels.items():
            yield Component(Named.of(own("symptom", symptom, symptom)), level)
