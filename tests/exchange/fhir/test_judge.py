"""The judge finds what is wrong: each way to break a Bundle, in both releases."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from bodymap.exchange.fhir.writing import Release
from tests.exchange.fhir.bundles import RELEASES, bundle_of, of_alma, of_type
from tests.exchange.fhir.judge import judge

Change = Callable[[dict[str, Any]], object]
WHOLE = {release: bundle_of(of_alma(), release) for release in RELEASES}


def first(bundle: dict[str, Any], kind: str, number: int = 0) -> dict[str, Any]:
    return of_type(bundle, kind)[number]


def observation(**fields: Any) -> Change:
    return lambda bundle: first(bundle, "Observation").update(fields)


def rated(bundle: dict[str, Any]) -> dict[str, Any]:
    return next(o for o in of_type(bundle, "Observation") if "valueQuantity" in o)


def answers(**fields: Any) -> Change:
    return lambda bundle: first(bundle, "QuestionnaireResponse").update(fields)


def other_identifier(bundle: dict[str, Any]) -> None:
    made = first(bundle, "QuestionnaireResponse")
    known = made["identifier"]
    made["identifier"] = known[0] if isinstance(known, list) else [known]


def narrated(div: str) -> Change:
    return lambda bundle: first(bundle, "Patient")["text"].update(div=div)


def swapped(kind: str, one: str, other: str) -> Change:
    def change(bundle: dict[str, Any]) -> None:
        made = first(bundle, kind)
        old, new = (one, other) if one in made else (other, one)
        made[new] = made.pop(old)

    return change


def other_status(bundle: dict[str, Any]) -> None:
    visit = first(bundle, "Encounter")
    visit["status"] = "finished" if visit["status"] == "completed" else "completed"


def other_class(bundle: dict[str, Any]) -> None:
    visit = first(bundle, "Encounter")
    said = visit["class"]
    visit["class"] = said[0]["coding"][0] if isinstance(said, list) else [{"coding": [said]}]


def other_place(bundle: dict[str, Any]) -> None:
    site = first(bundle, "BodyStructure")
    if "includedStructure" in site:
        site["location"] = site.pop("includedStructure")[0]["structure"]
    else:
        site["includedStructure"] = [{"structure": site.pop("location")}]
        site.pop("locationQualifier", None)


def same_component(bundle: dict[str, Any]) -> None:
    made = rated(bundle)
    made["component"] = [{"code": made["code"], "valueInteger": 3}]


DIV = '<div xmlns="http://www.w3.org/1999/xhtml">'
BROKEN: dict[str, Change] = {
    "a status of no value set": observation(status="wrong"),
    "a place as a list": observation(bodySite=[{"text": "a"}]),
    "two values": lambda b: rated(b).update(valueInteger=4),
    "a value and none": lambda b: rated(b).update(dataAbsentReason={"text": "x"}),
    "an unknown element": observation(laterality={"text": "left"}),
    "a reference to nothing": observation(subject={"reference": "urn:uuid:0000"}),
    "a Bundle of no kind": lambda b: b.update(type="nonsense"),
    "an id with an underscore": observation(id="mark_1"),
    "an impossible day": observation(effectiveDateTime="2026-13-01"),
    "a time without its zone": observation(effectiveDateTime="2026-11-02T01:58:34"),
    "no code": lambda b: first(b, "Observation").pop("code"),
    "a place of nobody": lambda b: first(b, "BodyStructure").pop("patient"),
    "an empty text": lambda b: first(b, "BodyStructure").update(description=""),
    "an empty list": observation(note=[]),
    "null": observation(issued=None),
    "a script in a narrative": narrated(f"{DIV}<script>alert(1)</script></div>"),
    "a narrative without namespace": narrated("<div><p>x</p></div>"),
    "text that is not escaped": narrated(f"{DIV}<p>Tom & <b>Jerry</p></div>"),
    "a resource twice": lambda b: b["entry"].append(deepcopy(b["entry"][0])),
    "a unit without system": lambda b: rated(b)["valueQuantity"].pop("system"),
    "an unknown unit": lambda b: rated(b)["valueQuantity"].update(code="kilopascal"),
    "a number as text": lambda b: rated(b)["valueQuantity"].update(value="7"),
    "a gender of no value set": lambda b: first(b, "Patient").update(gender="F"),
    "a body of somebody who is no patient": lambda b: first(b, "BodyStructure").update(
        patient={"reference": f"urn:uuid:{first(b, 'Practitioner')['id']}"}
    ),
    "a request in a collection": lambda b: b["entry"][0].update(
        request={"method": "POST", "url": "Patient"}
    ),
    "a text of more than 1 MB": lambda b: first(b, "BodyStructure").update(description="x" * 2**21),
    "a control character": lambda b: first(b, "BodyStructure").update(description="a\x01b"),
    "an extension of two values": lambda b: first(b, "BodyStructure")["extension"][0].update(
        valueInteger=1
    ),
    "a component like the whole": same_component,
    "the status of the other release": other_status,
    "the class of the other release": other_class,
    "the time of the other release": swapped(
        "Procedure", "performedDateTime", "occurrenceDateTime"
    ),
    "the place of the other release": other_place,
    "an unknown resource": lambda b: first(b, "Practitioner").update(resourceType="Practicioner"),
    "answers of an unknown status": answers(status="final"),
    "answers of a status in capitals": answers(status="Completed"),
    "a question without its link": lambda b: first(b, "QuestionnaireResponse")["item"][0].pop(
        "linkId"
    ),
    "an answer without its type": lambda b: first(b, "QuestionnaireResponse", 1)["item"][0].update(
        answer=[{"value": 7}]
    ),
    "the identifier of the other release": other_identifier,
    "a Provenance of nothing": lambda b: first(b, "Provenance").update(target=[]),
    "HL7's side by a wrong code": lambda b: json.loads(
        json.dumps(b).replace('"code": "R", "display": "Right"', '"code": "BI", "display": "x"'),
        object_hook=None,
    ),
}
ONLY_R5: dict[str, Change] = {
    "answers of no questionnaire": lambda b: first(b, "QuestionnaireResponse").pop("questionnaire"),
    "a bodySite beside a bodyStructure": observation(bodySite={"text": "x"}),
    "a distance that is no list": lambda b: first(b, "BodyStructure")["includedStructure"][0][
        "bodyLandmarkOrientation"
    ][0]["distanceFromLandmark"][0].update(value={"value": 1, "unit": "cm", "code": "cm"}),
}


def broken(change: Change, release: Release) -> str:
    bundle = deepcopy(WHOLE[release])
    made = change(bundle)
    if isinstance(made, dict) and made.get("resourceType") == "Bundle":
        bundle = made
    return json.dumps(bundle)


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("release", RELEASES)
def test_what_is_wrong_is_found(release: Release, name: str) -> None:
    assert judge(broken(BROKEN[name], release), release)


@pytest.mark.parametrize("name", ONLY_R5)
def test_what_is_wrong_in_r5_alone_is_found(name: str) -> None:
    assert judge(broken(ONLY_R5[name], Release.R5), Release.R5)


@pytest.mark.parametrize("release", RELEASES)
def test_there_is_no_false_alarm(release: Release) -> None:
    assert judge(json.dumps(WHOLE[release]), release) == []
