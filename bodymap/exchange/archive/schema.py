"""JSON Schema of what an archive holds, line by line; `assets/archive` has it as a file."""

from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import models_json_schema

from bodymap.exchange.archive.manifest import FILES, NAME, VERSION, Manifest
from bodymap.records import Person
from bodymap.records.portable import DRAFTS

if TYPE_CHECKING:
    from bodymap.records.base import Record
    from bodymap.records.origin import Kind

FILE: Final = f"schema-{VERSION}.json"
"""Name of the published file; one for each version of the archive."""
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema: under `$defs`, by the name of each file, what a line of it holds."""
    classes: dict[Kind, type[Record]] = {"person": Person, **DRAFTS}
    made: list[type[Record]] = [*classes.values(), Manifest]
    _, shared = models_json_schema([(each, "serialization") for each in made])
    lines = {
        FILES[kind]: _line(record.__name__, may_be_edition=kind in DRAFTS)
        for kind, record in classes.items()
    }
    return {
        "$schema": _DIALECT,
        "title": f"Bodymap archive, version {VERSION}",
        "description": "A line of each file of the zip, and the manifest, by the file's name.",
        "$defs": {**lines, NAME: {"$ref": "#/$defs/Manifest"}, **shared["$defs"]},
    }


def _line(record: str, *, may_be_edition: bool) -> dict[str, Any]:
    properties: dict[str, Any] = {"record": {"$ref": f"#/$defs/{record}"}}
    if may_be_edition:
        properties["edition"] = {"type": "integer", "minimum": 1}
    return {
        "type": "object",
        "properties": properties,
        "required": ["record"],
        "additionalProperties": False,
    }
