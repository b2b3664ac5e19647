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
