"""Facts become resources: what R4 (4.0.1) and R5 (5.0.0) write alike; the rest in `r4`, `r5`."""

import base64
from datetime import UTC, datetime
from enum import StrEnum
from html import escape
from typing import Any, Final, Protocol

from bodymap.exchange.fhir import facts
from bodymap.exchange.fhir.terms import (
    ASSEMBLER,
    AUTHOR,
    BASE,
    DOCUMENT,
    MADE_UP,
    SIDES,
    UCUM,
    WRITTEN,
    Term,
)

Json = dict[str, Any]
VERSION: Final = "1"
"""Version of our own definitions; a code keeps its meaning for ever."""
LINES: Final = "application/x-ndjson"
"""Kind of the document that carries a record: JSON lines, as an archive holds them."""


class Release(StrEnum):
    """A release of FHIR."""

    R4 = "4.0.1"
    R5 = "5.0.0"


class Writer(Protocol):
    """What the releases write differently."""

    def visit(self, fact: facts.Visit) -> Json:
        """An Encounter."""

    def answers_known_as(self, identifier: Json) -> Json:
        """The identifier of a QuestionnaireResponse."""

    def site(self, fact: facts.Site) -> Json:
        """A BodyStructure."""

    def observed_at(self, site: facts.Site) -> Json:
        """How an Observation says where it was made."""

    def done_at(self, at: datetime) -> Json:
        """How a Procedure says when."""

    def complications(self, effects: list[Json]) -> Json:
        """Unwanted effects of a Procedure."""

    def document(self, fact: facts.Document) -> Json:
        """How a DocumentReference says to which visit it belongs."""

    def in_form(self, form: Json) -> Json:
        """How a DocumentReference says in which form it is kept; tells the releases apart."""


def resource(fact: facts.Fact, writer: Writer) -> Json:
    """The resource that says a fact."""
    match fact:
        case facts.Someone():
            made = _patient(fact)
        case facts.Professional():
            made = {"resourceType": "Practitioner", "name": [{"text": fact.name}]}
            made |= identified(fact.id) | {"text": narrative(fact.name)}
        case facts.Visit():
            made = writer.visit(fact)
        case facts.Site():
            made = writer.site(fact)
        case facts.Observed():
            made = _observation(fact, writer)
        case facts.Answered():
            made = _answers(fact, writer)
        case facts.Done():
            made = _procedure(fact, writer)
        case facts.Document():
            made = _document(fact, writer)
        case facts.Written():
            made = _provenance(fact)
    return {"resourceType": made.pop("resourceType"), "id": fact.id} | made


def coding(term: Term) -> Json:
    """A code with its system."""
    return {"system": term.system, "code": term.code, "display": term.display}


def concept(named: facts.Named) -> Json:
    """Something with a code, or only words."""
    coded: Json = {"coding": [coding(term) for term in named.terms]} if named.terms else {}
    return coded | {"text": named.text}


def side(part: facts.Part) -> list[Json]:
    """The side of a place, in a list of one or none."""
    if part.laterality is None:
        return []
    return [concept(facts.Named.of(SIDES[part.laterality]))]


def quantity(amount: facts.Amount) -> Json:
    """A number with its unit."""
    return {"value": amount.value, "unit": amount.unit, "system": UCUM, "code": amount.unit}


def reference(kind: str, resource_id: str) -> Json:
    """A reference within the same Bundle."""
    return {"reference": f"urn:uuid:{resource_id}", "type": kind}


def moment(at: datetime) -> str:
    """A time, as an instant is written."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def narrative(text: str) -> Json:
    """Words for who reads the resource without knowing it."""
    said = f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{escape(text)}</p></div>'
    return {"status": "generated", "div": said}


def head(kind: str, name: str, title: str) -> Json:
    """What every definition of ours begins with."""
    return {
        "resourceType": kind,
        "id": name,
        "url": f"{BASE}/{kind}/{name}",
        "version": VERSION,
        "name": "Bodymap" + "".join(part.capitalize() for part in name.split("-")),
        "title": title,
        "status": "active",
    }


def identified(resource_id: str) -> Json:
    """The id as an identifier, by which it is found again elsewhere."""
    return {"identifier": [{"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{resource_id}"}]}


def extension(name: str, **value: Any) -> Json:
    """An extension of ours; its definition stands in `assets/fhir`."""
    return {"url": f"{BASE}/StructureDefinition/{name}"} | value


def _patient(fact: facts.Someone) -> Json:
    made: Json = {"resourceType": "Patient"}
    if fact.is_made_up:
        made["meta"] = {"security": [coding(MADE_UP)]}
    made |= {"text": narrative(fact.label)} | identified(fact.id)
    if fact.code:
        system = f"{BASE}/NamingSystem/person-code"
        made["identifier"].append({"system": system, "value": fact.code})
    if fact.name:
        made["name"] = [{"text": fact.name}]
    if fact.gender:
        made["gender"] = fact.gender
    if fact.year_of_birth is not None:
        made["birthDate"] = f"{fact.year_of_birth:04}"
    return made


def _observation(fact: facts.Observed, writer: Writer) -> Json:
    shown = fact.site.words if fact.site else ""
    made: Json = {
        "resourceType": "Observation",
        "text": narrative(": ".join(part for part in (fact.named.text, shown) if part)),
        **identified(fact.id),
    }
    if fact.part_of:
        made["partOf"] = [reference("Procedure", fact.part_of)]
    made |= {
        "status": fact.status,
        "category": [concept(facts.Named.of(fact.category))],
        "code": concept(fact.named),
        "subject": reference("Patient", fact.patient),
    }
    if fact.visit:
        made["encounter"] = reference("Encounter", fact.visit)
    made["effectiveDateTime"] = moment(fact.at)
    if fact.performer:
        kind = "Patient" if fact.performer == fact.patient else "Practitioner"
        made["performer"] = [reference(kind, fact.performer)]
    made |= _value(fact.value, fact.absent)
    if fact.note:
        made["note"] = [{"text": fact.note}]
    if fact.site:
        made |= writer.observed_at(fact.site)
    if fact.members:
        made["hasMember"] = [reference("Observation", member) for member in fact.members]
    if fact.components:
        made["component"] = [
            {"code": concept(part.named)} | _value(part.value, part.absent)
            for part in fact.components
        ]
    return made


def _value(value: facts.Value, absent: Term | None) -> Json:
    match value:
        case facts.Amount():
            return {"valueQuantity": quantity(value)}
        case facts.Named():
            return {"valueCodeableConcept": concept(value)}
        case bool():
            return {"valueBoolean": value}
        case int():
            return {"valueInteger": value}
    return {"dataAbsentReason": concept(facts.Named.of(absent))} if absent else {}


def _answers(fact: facts.Answered, writer: Writer) -> Json:
    said = "amended" if fact.is_amended else "completed"
    (known,) = identified(fact.id)["identifier"]
    return {
        "resourceType": "QuestionnaireResponse",
        "text": narrative(fact.title),
        **writer.answers_known_as(known),
        "questionnaire": f"{BASE}/Questionnaire/{fact.questionnaire}|{VERSION}",
        "status": "in-progress" if fact.is_open else said,
        "subject": reference("Patient", fact.patient),
        "encounter": reference("Encounter", fact.visit),
        "authored": moment(fact.at),
        "source": reference("Patient", fact.patient),
        "item": [_item(each) for each in fact.items],
    }


def _item(item: facts.Item) -> Json:
    made: Json = {"linkId": item.link, "text": item.text}
    match item.answer:
        case str() as said if said:
            made["answer"] = [{"valueString": said}]
        case int():
            made["answer"] = [{"valueInteger": item.answer}]
        case float():
            made["answer"] = [{"valueDecimal": item.answer}]
    return made | ({"item": [_item(each) for each in item.items]} if item.items else {})


def _procedure(fact: facts.Done, writer: Writer) -> Json:
    made: Json = {
        "resourceType": "Procedure",
        "text": narrative(fact.named.text),
        **identified(fact.id),
        "status": "completed",
        "code": concept(fact.named),
        "subject": reference("Patient", fact.patient),
        "encounter": reference("Encounter", fact.visit),
        **writer.done_at(fact.at),
    }
    if fact.site:
        url = "http://hl7.org/fhir/StructureDefinition/procedure-targetBodyStructure"
        pointed = {"url": url, "valueReference": reference("BodyStructure", fact.site)}
        made["extension"] = [pointed]
    if fact.performer:
        made["performer"] = [{"actor": reference("Practitioner", fact.performer)}]
    if fact.where:
        made["bodySite"] = [concept(fact.where)]
    if fact.adverse:
        made |= writer.complications([concept(each) for each in fact.adverse])
    if fact.notes:
        made["note"] = [{"text": text} for text in fact.notes]
    return made


def _document(fact: facts.Document, writer: Writer) -> Json:
    what = concept(facts.Named.of(DOCUMENT["record"]))
    made: Json = {
        "resourceType": "DocumentReference",
        "text": narrative(what["text"]),
        **identified(fact.id),
        "status": "current",
        "type": what,
        "subject": reference("Patient", fact.patient),
    }
    if fact.at is not None:
        made["date"] = moment(fact.at)
    attachment = {
        "contentType": LINES,
        "data": base64.b64encode(fact.data).decode(),
        "title": fact.kind,
    }
    made["content"] = [{"attachment": attachment} | writer.in_form(coding(DOCUMENT["record"]))]
    return made | writer.document(fact)


def _provenance(fact: facts.Written) -> Json:
    author: Json = {"display": fact.author_name} if fact.author_name else {}
    if fact.author:
        author = reference(*fact.author) | author
    if not author:
        author = {"display": "not stated"}
    agents = [(AUTHOR, author), (ASSEMBLER, {"display": fact.program})]
    return {
        "resourceType": "Provenance",
        "text": narrative(f"Recorded with {fact.program}"),
        "target": [reference(kind, target) for kind, target in fact.targets],
        "occurredDateTime": moment(fact.occurred_at),
        "recorded": moment(fact.recorded_at),
        "activity": concept(facts.Named.of(WRITTEN)),
        "agent": [{"type": concept(facts.Named.of(of)), "who": who} for of, who in agents],
    }
