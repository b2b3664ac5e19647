"""Outcome measures: what each of them asks (Questionnaire), and what was answered at a visit.

The questions themselves stand on the sheet that a practice uses; here they have short names.
"""

from collections.abc import Iterator
from typing import Final

from bodymap.analysis.over_time.scores import SCORINGS
from bodymap.exchange.fhir.facts import Answered, Item
from bodymap.exchange.fhir.names import Names
from bodymap.exchange.fhir.terms import code_of
from bodymap.exchange.fhir.writing import Json, head
from bodymap.records import Assessment
from bodymap.records.outcome_measure import LEAST, MOST, Instrument, OutcomeMeasure

_ACTIVITY: Final = "activity"
_HL7: Final = "http://hl7.org/fhir/StructureDefinition"
_TEN: Final = 10
_OTHER: Final = {
    "name": ("Name", "string"),
    "score": ("Score", "decimal"),
    "most": ("Best or worst score it can have", "decimal"),
}


def questionnaires() -> Iterator[tuple[str, Json]]:
    """The definition of each instrument, with its id."""
    for instrument in Instrument:
        name = code_of(instrument)
        made = head("Questionnaire", name, _title(instrument))
        made |= {"subjectType": ["Patient"], "item": [*_asked(instrument)]}
        yield name, made


def measured_facts(record: Assessment, patient: str, names: Names) -> Iterator[Answered]:
    """The answers to each instrument at a visit."""
    for measure in record.measures:
        yield Answered(
            id=names.derived_id("measure", record.id, measure.id),
            patient=patient,
            visit=record.id,
            at=record.examined_at,
            is_open=record.is_open,
            is_amended=record.editions > 1,
            questionnaire=code_of(measure.instrument),
            title=measure.name or _title(measure.instrument),
            items=tuple(_answers(measure)),
        )


def _title(instrument: Instrument) -> str:
    known = SCORINGS.get(instrument)
    return known.name if known else "Another outcome measure"


def _asked(instrument: Instrument) -> Iterator[Json]:
    if instrument is Instrument.OTHER:
        for link, (text, kind) in _OTHER.items():
            yield {"linkId": link, "text": text, "type": kind}
    elif instrument is Instrument.PSFS:
        inner = [
            {"linkId": f"{_ACTIVITY}-name", "text": "Activity", "type": "string"},
            _rated(f"{_ACTIVITY}-rating", "Rating", instrument),
        ]
        group = {"linkId": _ACTIVITY, "text": "Activity", "type": "group", "repeats": True}
        yield group | {"item": inner}
    else:
        for number, text in enumerate(SCORINGS[instrument].asks, start=1):
            yield _rated(str(number), text, instrument)


def _rated(link: str, text: str, instrument: Instrument) -> Json:
    low, high = LEAST.get(instrument, 0), MOST.get(instrument, _TEN)
    bounds = [
        {"url": f"{_HL7}/{name}", "valueInteger": value}
        for name, value in (("minValue", low), ("maxValue", high))
    ]
    return {"extension": bounds, "linkId": link, "text": text, "type": "integer"}


def _answers(measure: OutcomeMeasure) -> Iterator[Item]:
    if measure.instrument is Instrument.OTHER:
        for link, (text, _) in _OTHER.items():
            yield Item(link, text, getattr(measure, link))
    elif measure.instrument is Instrument.PSFS:
        for activity, rating in zip(measure.activities, measure.answers, strict=True):
            yield Item(
                _ACTIVITY,
                "Activity",
                items=(
                    Item(f"{_ACTIVITY}-name", "Activity", activity),
                    Item(f"{_ACTIVITY}-rating", "Rating", rating),
                ),
            )
    else:
        asks = SCORINGS[measure.instrument].asks
        for number, (text, said) in enumerate(zip(asks, measure.answers, strict=True), start=1):
            yield Item(str(number), text, said)
