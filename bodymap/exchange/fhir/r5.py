"""FHIR R5, 5.0.0: what it writes in its own way."""

from datetime import datetime

from bodymap.exchange.fhir import facts
from bodymap.exchange.fhir.r4 import body_structure
from bodymap.exchange.fhir.terms import AMBULATORY
from bodymap.exchange.fhir.writing import (
    Json,
    concept,
    identified,
    moment,
    narrative,
    quantity,
    reference,
    side,
)


class R5:
    """Writes R5."""

    def visit(self, fact: facts.Visit) -> Json:
        """An Encounter."""
        made: Json = {
            "resourceType": "Encounter",
            "text": narrative(fact.reason or "Examination"),
            **identified(fact.id),
            "status": "in-progress" if fact.is_open else "completed",
            "class": [concept(facts.Named.of(AMBULATORY))],
            "subject": reference("Patient", fact.patient),
            "actualPeriod": {"start": moment(fact.at)},
        }
        if fact.performer:
            made["participant"] = [{"actor": reference("Practitioner", fact.performer)}]
        if fact.reason:
            made["reason"] = [{"value": [{"concept": {"text": fact.reason}}]}]
        return made

    def answers_known_as(self, identifier: Json) -> Json:
        """The identifier of a QuestionnaireResponse: a list."""
        return {"identifier": [identifier]}

    def site(self, fact: facts.Site) -> Json:
        """A BodyStructure with each place, its side and its distance from a landmark."""
        parts = fact.parts or (facts.Part(facts.Named(fact.words), None),)
        included = [_included(part, fact.offsets) for part in parts]
        return body_structure(fact, {"includedStructure": included})

    def observed_at(self, site: facts.Site) -> Json:
        """The BodyStructure, which must not stand beside a bodySite (obs-8)."""
        return {"bodyStructure": reference("BodyStructure", site.id)}

    def done_at(self, at: datetime) -> Json:
        """When it was done."""
        return {"occurrenceDateTime": moment(at), "recorded": moment(at)}

    def complications(self, effects: list[Json]) -> Json:
        """Unwanted effects."""
        return {"complication": [{"concept": effect} for effect in effects]}

    def document(self, fact: facts.Document) -> Json:
        """The visit."""
        return {"context": [reference("Encounter", fact.visit)]} if fact.visit else {}

    def in_form(self, form: Json) -> Json:
        """The form of a document."""
        return {"profile": [{"valueCoding": form}]}


def _included(part: facts.Part, offsets: tuple[facts.Offset, ...]) -> Json:
    made: Json = {"structure": concept(part.named)}
    if sides := side(part):
        made["laterality"] = sides[0]
    if offsets:
        made["bodyLandmarkOrientation"] = [
            {
                "landmarkDescription": [concept(each.landmark)],
                "distanceFromLandmark": [{"value": [quantity(facts.Amount(each.cm, "cm"))]}],
            }
            for each in offsets
        ]
    return made
