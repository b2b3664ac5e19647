"""FHIR R4, 4.0.1: what it writes in its own way."""

from datetime import datetime

from bodymap.exchange.fhir import facts
from bodymap.exchange.fhir.terms import AMBULATORY
from bodymap.exchange.fhir.writing import (
    Json,
    coding,
    concept,
    extension,
    identified,
    moment,
    narrative,
    quantity,
    reference,
    side,
)

BODY_SITE = "http://hl7.org/fhir/StructureDefinition/bodySite"


class R4:
    """Writes R4."""

    def visit(self, fact: facts.Visit) -> Json:
        """An Encounter."""
        made: Json = {
            "resourceType": "Encounter",
            "text": narrative(fact.reason or "Examination"),
            **identified(fact.id),
            "status": "in-progress" if fact.is_open else "finished",
            "class": coding(AMBULATORY),
            "subject": reference("Patient", fact.patient),
            "period": {"start": moment(fact.at)},
        }
        if fact.performer:
            made["participant"] = [{"individual": reference("Practitioner", fact.performer)}]
        if fact.reason:
            made["reasonCode"] = [{"text": fact.reason}]
        return made

    def answers_known_as(self, identifier: Json) -> Json:
        """The identifier of a QuestionnaireResponse: one."""
        return {"identifier": identifier}

    def site(self, fact: facts.Site) -> Json:
        """A BodyStructure; several regions have no common code, so they stand in our extension."""
        if len(fact.parts) != 1:
            return body_structure(fact, {"location": {"text": fact.words}})
        (part,) = fact.parts
        sides = side(part)
        qualified: Json = {"locationQualifier": sides} if sides else {}
        return body_structure(fact, {"location": concept(part.named)} | qualified)

    def observed_at(self, site: facts.Site) -> Json:
        """The place in words, and HL7's extension for the BodyStructure."""
        where = reference("BodyStructure", site.id)
        pointed = {"url": BODY_SITE, "valueReference": where}
        return {"bodySite": {"extension": [pointed], "text": site.words}}

    def done_at(self, at: datetime) -> Json:
        """When it was done."""
        return {"performedDateTime": moment(at)}

    def complications(self, effects: list[Json]) -> Json:
        """Unwanted effects."""
        return {"complication": effects}

    def document(self, fact: facts.Document) -> Json:
        """The visit."""
        if fact.visit is None:
            return {}
        return {"context": {"encounter": [reference("Encounter", fact.visit)]}}

    def in_form(self, form: Json) -> Json:
        """The form of a document."""
        return {"format": form}


def body_structure(fact: facts.Site, located: Json) -> Json:
    """A BodyStructure, given how its release says where it is."""
    kind: Json = {"morphology": concept(fact.kind)} if fact.kind else {}
    return {
        "resourceType": "BodyStructure",
        "text": narrative(fact.words),
        **_extensions(fact),
        **identified(fact.id),
        "active": True,
        **kind,
        **located,
        "description": fact.words,
        "patient": reference("Patient", fact.patient),
    }


def _extensions(fact: facts.Site) -> Json:
    """Which regions it covers, and how much of the body surface."""
    made = [extension("region", valueCoding=coding(term)) for term in fact.regions]
    if fact.share_percent is not None:
        share = quantity(facts.Amount(fact.share_percent, "%"))
        made.append(extension("extent", valueQuantity=share))
    return {"extension": made} if made else {}
