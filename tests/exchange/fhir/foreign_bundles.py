"""Bundles as other programs write them."""

import json
from typing import Any


def foreign(*resources: dict[str, Any]) -> str:
    entries = [{"resource": made} for made in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries})


ANNA = {
    "resourceType": "Patient",
    "id": "anna-7",
    "name": [{"given": ["Anna", "Maria"], "family": "Muster"}],
    "gender": "female",
    "birthDate": "1980-05-02",
    "address": [{"city": "Bern"}],
}


def pain(**fields: Any) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": "p1",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "72514-3"}]},
        "subject": {"reference": "Patient/anna-7"},
        "effectiveDateTime": "2026-03-01T12:00:00Z",
        "valueInteger": 6,
        "bodySite": {"text": "left calf"},
    } | fields


NO_PLACE = "a record has no place for it"
OF_ANNA = {"subject": {"reference": "urn:uuid:anna-7"}}


def bundle(kind: str, *resources: dict[str, Any], **entry: Any) -> dict[str, Any]:
    """A Bundle with each resource under its own address."""
    made = [{"fullUrl": f"urn:uuid:{each['id']}", "resource": each} | entry for each in resources]
    return {"resourceType": "Bundle", "type": kind, "entry": made}


def not_taken(number: int, kind: str) -> tuple[str, str]:
    return f"entry[{number}].resource", f"no {kind} is taken from other programs"


SHAPES: dict[str, tuple[dict[str, Any], list[str], list[tuple[str, str]]]] = {
    "made-up patients": (
        bundle(
            "transaction",
            ANNA | {"extension": [{"url": "http://x.y/race", "valueString": "x"}]},
            {"resourceType": "Encounter", "id": "e", "status": "finished"} | OF_ANNA,
            {"resourceType": "Condition", "id": "c", "code": {"text": "Low back pain"}} | OF_ANNA,
            {name: value for name, value in pain(**OF_ANNA).items() if name != "bodySite"},
            request={"method": "POST", "url": "x"},
        ),
        ["Person"],
        [
            ("entry[0].resource.address", NO_PLACE),
            ("entry[0].resource.extension", NO_PLACE),
            not_taken(1, "Encounter"),
            not_taken(2, "Condition"),
            ("entry[3].resource", "it says no place, and pain is kept on the body"),
        ],
    ),
    "a search of a clinic's record": (
        bundle(
            "searchset",
            ANNA,
            pain(
                id="a",
                bodySite={
                    "coding": [{"system": "http://snomed.info/sct", "code": "72696002"}],
                    "text": "Left knee",
                },
            ),
            pain(id="b", bodySite={"text": "Right upper limb"}),
            pain(id="c", component=[{"code": {"text": "Quality"}, "valueString": "burning"}]),
            {"resourceType": "OperationOutcome", "id": "o", "issue": []},
            search={"mode": "include"},
        ),
        ["Person", "PainDrawing"],
        [
            ("entry[0].resource.address", NO_PLACE),
            ("entry[2].resource", "'Right upper limb' is no place that the atlas knows"),
            ("entry[3].resource.component", NO_PLACE),
            not_taken(4, "OperationOutcome"),
        ],
    ),
    "an international patient summary": (
        bundle(
            "document",
            {"resourceType": "Composition", "id": "s", "status": "final"} | OF_ANNA,
            ANNA,
            {"resourceType": "Condition", "id": "c", "bodySite": [{"text": "neck"}]} | OF_ANNA,
            {"resourceType": "MedicationStatement", "id": "m", "status": "active"} | OF_ANNA,
            {"resourceType": "QuestionnaireResponse", "id": "q", "status": "completed"} | OF_ANNA,
        ),
        ["Person"],
        [
            not_taken(0, "Composition"),
            ("entry[1].resource.address", NO_PLACE),
            not_taken(2, "Condition"),
            not_taken(3, "MedicationStatement"),
            not_taken(4, "QuestionnaireResponse"),
        ],
    ),
}
"""Shapes of Bundles that other programs write, what is taken of each, and what is left and why."""
