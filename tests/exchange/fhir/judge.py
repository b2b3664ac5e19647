"""A judge of Bundles that asks nobody: two readers of other people, and rules that neither knows.

`fhirkit` reads R4 (4.0.1) strictly. `fhir.resources` reads R4B and R5; it knows which codes and
kinds of reference are allowed and enforces neither, so that is done here, with the invariants of
HL7 that concern what we write.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final
from xml.etree import ElementTree as ET

import fhirkit
from fhir.resources.bundle import Bundle as BundleR5
from fhir.resources.R4B.bundle import Bundle as BundleR4
from pydantic import ValidationError

from bodymap.exchange.fhir.writing import Release

UNITS: Final = {"kPa", "cm", "cm2", "{score}", "%"}
XHTML: Final = "{http://www.w3.org/1999/xhtml}"
TAGS: Final = {
    XHTML + tag for tag in ("div", "p", "b", "ul", "li", "table", "tr", "td", "th", "br")
}
ID: Final = re.compile(r"[A-Za-z0-9\-.]{1,64}")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def judge(text: str, release: Release) -> list[str]:
    """Everything that is wrong with a Bundle; nothing if it is in order."""
    bundle = json.loads(text)
    wrong = [f"{path}: {reason}" for path, reason in _anywhere(bundle, "Bundle")]
    wrong += _of_the_bundle(bundle)
    if release is Release.R4:
        wrong += [f"{i.path}: {i.message}" for i in fhirkit.validate(text.encode())]
    try:
        read = (BundleR4 if release is Release.R4 else BundleR5).model_validate_json(text)
    except KeyError as error:  # how it says that a resource is unknown
        return [*wrong, f"{error} is not known"]
    except ValidationError as error:
        return [*wrong, *(f"{each['loc']}: {each['msg']}" for each in error.errors())]
    return [*wrong, *_allowed(read, "Bundle", _targets(bundle))]


def _targets(bundle: dict[str, Any]) -> dict[str, str]:
    return {
        entry["fullUrl"]: entry["resource"]["resourceType"] for entry in bundle.get("entry", [])
    }


def _of_the_bundle(bundle: dict[str, Any]) -> Iterator[str]:
    urls = Counter(entry.get("fullUrl") for entry in bundle.get("entry", []))
    yield from (f"{url} stands twice (bdl-7)" for url, count in urls.items() if count > 1)
    asked = bundle["type"] in {"batch", "transaction", "history"}
    for number, entry in enumerate(bundle.get("entry", [])):
        if ("request" in entry) != asked:
            yield f"entry[{number}]: a request goes with a transaction (bdl-3)"
        yield from _references(entry["resource"], f"entry[{number}]", _targets(bundle))


def _references(value: Any, path: str, targets: dict[str, str]) -> Iterator[str]:
    if isinstance(value, dict):
        named = value.get("reference")
        if isinstance(named, str):
            if named not in targets:
                yield f"{path}: {named} is not in the Bundle"
            elif value.get("type") not in {None, targets[named]}:
                yield f"{path}: {named} is no {value['type']}"
        for name, inner in value.items():
            yield from _references(inner, f"{path}.{name}", targets)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _references(inner, f"{path}[{number}]", targets)


def _allowed(model: Any, path: str, targets: dict[str, str]) -> Iterator[str]:
    """Codes of required value sets, and kinds of reference, as the models name them."""
    for name, field in type(model).model_fields.items():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        codes, kinds = extra.get("enum_values"), extra.get("enum_reference_types")
        value = getattr(model, name, None)
        for each in value if isinstance(value, list) else [value]:
            if codes and isinstance(each, str) and each not in codes:
                yield f"{path}.{name}: {each!r} is not one of {codes}"
            named = targets.get(getattr(each, "reference", None) or "")
            if kinds and named and named not in kinds and "Resource" not in kinds:
                yield f"{path}.{name}: a {named} is not one of {kinds}"
            if hasattr(type(each), "model_fields"):
                yield from _allowed(each, f"{path}.{name}", targets)


def _anywhere(value: Any, path: str) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            if not value:
                yield path, "an empty object"
            yield from ((path, reason) for reason in _object(value))
            for name, inner in value.items():
                if name == "div":
                    yield from ((path, reason) for reason in _narrative(inner))
                yield from _anywhere(inner, f"{path}.{name}")
        case list():
            if not value:
                yield path, "an empty list"
            for number, inner in enumerate(value):
                yield from _anywhere(inner, f"{path}[{number}]")
        case None:
            yield path, "null"
        case str():
            yield from ((path, reason) for reason in _text(value, path))


def _text(value: str, path: str) -> Iterator[str]:
    if not value.strip():
        yield "an empty text"
    if CONTROL.search(value):
        yield "a control character"
    if len(value.encode()) > 1_048_576 and not path.endswith("attachment.data"):
        yield "a text of more than 1 MB"


def _object(made: dict[str, Any]) -> Iterator[str]:
    if "resourceType" in made and "id" in made and not ID.fullmatch(str(made["id"])):
        yield f"{made['id']} is no id"
    if "url" in made and sum(name.startswith("value") for name in made) > 1:
        yield "an extension with two values (ext-1)"
    if "unit" in made and "value" in made:
        if isinstance(made["value"], str):
            yield "a number as text"
        if "code" in made and "system" not in made:
            yield "a unit without its system (qty-3)"
        if made.get("code") not in UNITS:
            yield f"{made.get('code')} is none of our units"
    if "system" in made and made.get("code") == "BI":
        yield "HL7's code for both sides is BIL"
    if made.get("resourceType") == "Observation":
        yield from _observation(made)


def _observation(made: dict[str, Any]) -> Iterator[str]:
    valued = [name for name in made if name.startswith("value")]
    if valued and "dataAbsentReason" in made:
        yield "a value and the reason why there is none (obs-6)"
    if len(valued) > 1:
        yield "two values"
    if "bodySite" in made and "bodyStructure" in made:
        yield "a bodySite beside a bodyStructure (obs-8)"
    for part in made.get("component", []):
        if valued and part.get("code") == made.get("code"):
            yield "a component with the code of the whole (obs-7)"
        inner = [name for name in part if name.startswith("value")]
        if (len(inner) == 1) == ("dataAbsentReason" in part):
            yield "a component with a value or the reason why there is none (obs-6)"


def _narrative(text: str) -> Iterator[str]:
    try:
        root = ET.fromstring(text)  # noqa: S314 - made by the test
    except ET.ParseError as error:
        yield f"a narrative that is no XHTML: {error}"
        return
    if root.tag != f"{XHTML}div" or not "".join(root.itertext()).strip():
        yield "a narrative is a div with words"
    yield from (
        f"{each.tag} in a narrative (txt-1)" for each in root.iter() if each.tag not in TAGS
    )


def loinc_is_whole(code: str) -> bool:
    """Whether the check digit of a LOINC code fits (Luhn's, as LOINC takes it)."""
    number, _, check = code.partition("-")
    doubled = [
        sum(divmod(int(digit) * (2 if place % 2 == 0 else 1), 10))
        for place, digit in enumerate(reversed(number))
    ]
    return -sum(doubled) % 10 == int(check)


_TIMES: Final = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_TURNED: Final = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def snomed_is_whole(code: str) -> bool:
    """Whether the check digit of a SNOMED CT code fits (Verhoeff's)."""
    left = 0
    for place, digit in enumerate(reversed(code)):
        left = int(_TIMES[left][int(_TURNED[place % 8][int(digit)])])
    return left == 0
