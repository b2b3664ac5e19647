"""Definitions of our own codes, questions and extensions, as files that other programs can load.

`python -m tools.fhir` writes them to `assets/fhir`.
"""

from collections.abc import Iterator
from typing import Final

from bodymap.exchange.fhir.questionnaires import questionnaires
from bodymap.exchange.fhir.terms import BASE, OF_THE_ATLAS, TABLES, Table, system
from bodymap.exchange.fhir.writing import Json, Release, head

_EXTENSIONS: Final = {
    "region": ("Region of the figure that a place covers at least in part", "Coding", "*"),
    "extent": ("Part of the body surface that a place covers", "Quantity", "1"),
}


def definitions() -> Iterator[tuple[str, Json]]:
    """Every definition with the name of its file."""
    for table in TABLES:
        yield f"CodeSystem-{table.id}.json", _code_system(table)
        yield f"ValueSet-{table.id}.json", _value_set(table.id, table.title)
    for name, title in OF_THE_ATLAS.items():
        yield f"CodeSystem-{name}.json", _system_of_the_atlas(name, title)
    for name, made in questionnaires():
        yield f"Questionnaire-{name}.json", made
    for name, (title, kind, most) in _EXTENSIONS.items():
        yield f"StructureDefinition-{name}.json", _extension(name, title, kind, most)


def _code_system(table: Table) -> Json:
    concepts = [{"code": code, "display": said} for code, said in table.words.items()]
    return head("CodeSystem", table.id, table.title) | {
        "caseSensitive": True,
        "valueSet": f"{BASE}/ValueSet/{table.id}",
        "content": "complete",
        "count": len(concepts),
        "concept": concepts,
    }


def _value_set(name: str, title: str) -> Json:
    return head("ValueSet", name, title) | {"compose": {"include": [{"system": system(name)}]}}


def _system_of_the_atlas(name: str, title: str) -> Json:
    said = "Its codes are ids of Bodymap's figure or atlas, which are never renamed or used again."
    return head("CodeSystem", name, title) | {
        "description": said,
        "caseSensitive": True,
        "content": "not-present",
    }


def _extension(name: str, title: str, kind: str, most: str) -> Json:
    made = head("StructureDefinition", name, title)
    return made | {
        "fhirVersion": Release.R4,
        "kind": "complex-type",
        "abstract": False,
        "context": [{"type": "element", "expression": "BodyStructure"}],
        "type": "Extension",
        "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Extension",
        "derivation": "constraint",
        "differential": {
            "element": [
                {"id": "Extension", "path": "Extension", "short": title, "max": most},
                {"id": "Extension.url", "path": "Extension.url", "fixedUri": made["url"]},
                {
                    "id": "Extension.value[x]",
                    "path": "Extension.value[x]",
                    "min": 1,
                    "type": [{"code": kind}],
                },
            ]
        },
    }
