"""What is written holds the rules of both releases, and says not more than the record."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import fhirkit
import pytest
from hypothesis import given, settings

from bodymap.analysis.coding.answered import coded_places
from bodymap.exchange.fhir.bundle import BundleKind
from bodymap.exchange.fhir.definitions import definitions
from bodymap.exchange.fhir.foreign_places import SIDES_SAID
from bodymap.exchange.fhir.questionnaires import questionnaires
from bodymap.exchange.fhir.terms import BASE, PAIN, TABLES
from bodymap.exchange.fhir.writing import Release
from bodymap.files import assets
from bodymap.records import (
    AdverseEffect,
    Called,
    Course,
    Depth,
    DrawnBy,
    Lasted,
    Occasion,
    PainDepth,
    PainMark,
    PainQuality,
    PainSince,
    PainTiming,
    RecallPeriod,
    ReferralFelt,
    Sign,
    SignValue,
)
from bodymap.records.outcome_measure import ANSWERS, LEAST, MOST, Instrument
from bodymap.records.portable import Portable, Whole
from tests import shipped
from tests.example_count import examples
from tests.exchange.archive.test_archive import any_records
from tests.exchange.fhir.bundles import (
    RELEASES,
    bundle_of,
    of_alma,
    of_type,
    one_pain,
    read,
    written,
)
from tests.exchange.fhir.judge import judge, loinc_is_whole, snomed_is_whole
from tests.records.builders import a_finding, a_pain_drawing, a_person, an_assessment

Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize("kind", BundleKind)
@pytest.mark.parametrize("release", RELEASES)
def test_what_is_written_holds_every_rule(release: Release, kind: BundleKind) -> None:
    assert judge(written(of_alma(), release, kind), release) == []


@given(records=any_records)
@settings(max_examples=examples(fast=5, whole=15, nightly=500), deadline=None)
def test_any_record_holds_every_rule(records: tuple[Portable, ...]) -> None:
    for release in RELEASES:
        wrong = judge(written(records, release), release)
        assert wrong == []


@pytest.mark.parametrize("release", RELEASES)
def test_the_same_records_make_the_same_bundle(release: Release) -> None:
    assert written(of_alma(), release) == written(of_alma(), release)


def finding_of(**fields: Any) -> dict[str, Any]:
    """The Observation of one finding."""
    record = an_assessment(findings=(a_finding(**fields),))
    (observed,) = of_type(bundle_of((Whole(record),)), "Observation")
    return observed


def by_code(observed: dict[str, Any]) -> dict[str, Any]:
    return {
        part["code"]["coding"][0]["code"]: next(
            (value["text"] if name.endswith("Concept") else value["value"])
            if name.startswith("value")
            else value["coding"][0]["code"]
            for name, value in part.items()
            if name != "code"
        )
        for part in observed["component"]
    }


def test_what_was_not_examined_or_asked_says_so_and_is_never_absent() -> None:
    observed = finding_of()

    assert "valueCodeableConcept" not in observed
    assert observed["dataAbsentReason"]["coding"][0]["code"] == "not-performed"
    assert by_code(observed) == {
        "taut-band": "not-performed",
        "hypersensitive-spot": "not-performed",
        "local-twitch": "not-performed",
        "referred-pain": "not-performed",
        "pain-recognition": "not-performed",
        "pain-on-pressure": "not-asked",
        "pressure-pain-threshold": "not-performed",
        "referral": "not-asked",
    }


def test_what_was_found_says_its_value_and_unit() -> None:
    observed = finding_of(
        signs={"taut_band": "PRESENT", "familiar_pain": "ABSENT"},
        pain_on_pressure={"nrs": 7},
        pressure_pain_threshold={"kilopascals": 245.2, "probe_area_cm2": 1},
        referral={"felt": "NONE"},
    )

    assert observed["valueCodeableConcept"]["coding"][0]["code"] == "tender-place-so-far"
    assert by_code(observed) == {
        "taut-band": "present",
        "hypersensitive-spot": "not-performed",
        "local-twitch": "not-performed",
        "referred-pain": "not-performed",
        "pain-recognition": "absent",
        "pain-on-pressure": 7,
        "recall": "On pressure",
        "pressure-pain-threshold": 245.2,
        "probe-area": 1.0,
        "referral": "None",
    }
    units = [p["valueQuantity"]["code"] for p in observed["component"] if "valueQuantity" in p]
    assert units == ["{score}", "kPa", "cm2"]


def test_what_is_carried_from_last_time_was_not_examined_today() -> None:
    observed = finding_of(signs={"taut_band": "PRESENT"}, copied_from="m0")

    assert observed["dataAbsentReason"]["coding"][0]["code"] == "not-performed"
    assert by_code(observed)["taut-band"] == "not-performed"


def test_a_pain_that_was_not_rated_has_no_value() -> None:
    person, drawn = one_pain()
    assert isinstance(drawn, Whole)
    mark = drawn.record.marks[0]  # type: ignore[union-attr]
    unrated = Whole(drawn.record.changed(marks=(mark.changed(intensity=None),)))

    pain, _ = of_type(bundle_of((person, unrated)), "Observation")

    assert pain["dataAbsentReason"]["coding"][0]["code"] == "not-asked"
    assert not [name for name in pain if name.startswith("value")]


def test_a_pain_says_its_rating_and_its_side_in_both_releases() -> None:
    for release in RELEASES:
        bundle = bundle_of(one_pain(), release)
        (site,) = of_type(bundle, "BodyStructure")
        pain, drawing = of_type(bundle, "Observation")

        assert pain["code"]["coding"][0]["code"] == "72514-3"
        assert pain["valueQuantity"] == {
            "value": 7,
            "unit": "{score}",
            "system": "http://unitsofmeasure.org",
            "code": "{score}",
        }
        assert drawing["hasMember"][0]["reference"] == f"urn:uuid:{pain['id']}"
        if release is Release.R4:
            assert site["locationQualifier"][0]["coding"][0]["code"] == "L"
            where = pain["bodySite"]["extension"][0]["valueReference"]
        else:
            assert site["includedStructure"][0]["laterality"]["coding"][0]["code"] == "L"
            where = pain["bodyStructure"]
        assert where["reference"] == f"urn:uuid:{site['id']}"


def test_a_finding_says_how_far_from_a_landmark_it_lies() -> None:
    site = of_type(bundle_of(of_alma(), Release.R5), "BodyStructure")[0]

    (included,) = site["includedStructure"]
    for each in included["bodyLandmarkOrientation"]:
        (distance,) = each["distanceFromLandmark"]
        assert distance["value"][0]["code"] == "cm"
        assert distance["value"][0]["value"] > 0


@pytest.mark.parametrize("release", RELEASES)
def test_what_was_answered_stands_under_the_question_it_answers(release: Release) -> None:
    answers = of_type(bundle_of(of_alma(), release), "QuestionnaireResponse")
    psfs, peg, grc, other = answers
    kept = dict(questionnaires())

    for each in answers:
        url, _, version = each["questionnaire"].partition("|")
        asked = kept[url.rsplit("/", 1)[-1]]
        assert (asked["url"], asked["version"]) == (url, version)
        assert {*links(each)} <= {*links(asked)}
        assert (each["status"], isinstance(each["identifier"], list)) == (
            "completed",
            release is Release.R5,
        )
    assert said(psfs) == [
        ("activity-name", [{"valueString": "stairs"}]),
        ("activity-rating", [{"valueInteger": 4}]),
        ("activity-name", [{"valueString": "to <lift>"}]),
        ("activity-rating", None),
    ]
    assert said(peg) == [
        ("1", [{"valueInteger": 7}]),
        ("2", None),
        ("3", [{"valueInteger": 5}]),
    ]
    assert said(grc) == [("1", [{"valueInteger": -5}])]
    assert said(other) == [
        ("name", [{"valueString": "NDI"}]),
        ("score", [{"valueDecimal": 12.5}]),
        ("most", [{"valueDecimal": 50.0}]),
    ]


def links(made: dict[str, Any]) -> list[str]:
    """Link of every question, also of those within a question."""
    return [link for item in made.get("item", []) for link in (item["linkId"], *links(item))]


def said(made: dict[str, Any]) -> list[tuple[str, Any]]:
    """Link and answer of every question that has no questions within it."""
    return [
        pair
        for item in made["item"]
        for pair in (said(item) if "item" in item else [(item["linkId"], item.get("answer"))])
    ]


@pytest.mark.parametrize("instrument", [*Instrument])
def test_each_questionnaire_asks_what_the_instrument_does(instrument: Instrument) -> None:
    made = dict(questionnaires())[instrument.value.lower()]
    rated = [item for item in made["item"] if item["type"] == "integer"]
    bounds = [[bound["valueInteger"] for bound in item["extension"]] for item in rated]

    assert len(rated) == ANSWERS.get(instrument, 0)
    assert bounds == [[LEAST.get(instrument, 0), MOST.get(instrument, 10)]] * len(rated)
    assert len({*links(made)}) == len(links(made))


def test_a_pain_that_was_answered_on_another_chart_says_the_codes_as_they_were_said() -> None:
    answer = coded_places("choir_older_female", ["114"], shipped.atlas(), shipped.body())
    mark = PainMark(id="answer", coded=(answer,))
    records = (a_person(), Whole(a_pain_drawing(person_id=a_person().id, marks=(mark,))))
    pain, _ = of_type(bundle_of(records), "Observation")
    (part,) = pain["component"]

    assert part["code"]["coding"][0]["code"] == "answered-place"
    assert part["valueCodeableConcept"] == {
        "coding": [
            {
                "system": f"{BASE}/CodeSystem/chart-choir-older-female",
                "code": "114",
                "display": "Bicep (front-left)",
            }
        ],
        "text": "Bicep (front-left)",
    }
    assert judge(written(records), Release.R4) == []
    assert tuple(read(written(records)).records()) == records


def test_what_was_made_up_is_labelled() -> None:
    (patient,) = of_type(bundle_of(of_alma()), "Patient")

    assert patient["meta"]["security"][0]["code"] == "HTEST"


class Server:
    """A server that keeps what a transaction says, by type and id, with its references settled."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}

    def send(self, bundle: dict[str, Any]) -> None:
        assert bundle["type"] == "transaction"
        places = {e["fullUrl"]: e["request"]["url"] for e in bundle["entry"]}
        for entry in bundle["entry"]:
            assert entry["request"]["method"] == "PUT"
            assert entry["request"]["url"].split("/")[1] == entry["resource"]["id"]
            self.kept[entry["request"]["url"]] = settled(entry["resource"], places)


def settled(value: Any, places: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {
            name: places[inner] if name == "reference" else settled(inner, places)
            for name, inner in value.items()
        }
    return [settled(each, places) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("release", RELEASES)
def test_sent_to_a_server_twice_nobody_is_there_twice(release: Release) -> None:
    server, bundle = Server(), json.loads(written(of_alma(), release, BundleKind.TRANSACTION))

    server.send(bundle)
    once = deepcopy(server.kept)
    server.send(bundle)

    assert server.kept == once
    assert len(once) == len(bundle["entry"])


def test_the_published_definitions_are_those_that_are_written() -> None:
    kept = {path.name: path.read_text("utf-8") for path in assets("fhir").glob("*.json")}

    assert {name: json.loads(text) for name, text in kept.items()} == dict(definitions())


@pytest.mark.parametrize("definition", dict(definitions()).values(), ids=lambda each: each["id"])
def test_each_definition_is_valid_r4(definition: dict[str, Any]) -> None:
    assert [each.message for each in fhirkit.validate(json.dumps(definition).encode())] == []


OF_THE_RECORDS = {
    "sign": [each.value for each in Sign],
    "sign-value": [v.value for v in SignValue if v is not SignValue.NOT_EXAMINED],
    "finding-kind": [each.name for each in Called],
    "referral-felt": [v.value for v in ReferralFelt if v is not ReferralFelt.NOT_ASKED],
    "palpated-depth": [*Depth],
    "course": [*Course],
    "lasted": [*Lasted],
    "adverse-effect": [*AdverseEffect],
    "pain-quality": [*PainQuality],
    "pain-depth": [*PainDepth],
    "pain-timing": [*PainTiming],
    "pain-since": [*PainSince],
    "recall-period": [*RecallPeriod],
    "drawn-by": [*DrawnBy],
    "occasion": [*Occasion],
}


@pytest.mark.parametrize("name", OF_THE_RECORDS)
def test_each_table_has_exactly_the_values_of_the_records(name: str) -> None:
    table = next(each for each in TABLES if each.id == name)

    assert [*table.words] == [v.lower().replace("_", "-") for v in OF_THE_RECORDS[name]]


def test_the_check_digit_of_the_code_for_pain_fits_and_finds_a_slip() -> None:
    assert loinc_is_whole(PAIN.code)
    assert loinc_is_whole("8302-2")
    assert not loinc_is_whole("72541-3")


def test_the_check_digit_of_every_code_of_snomed_fits_and_finds_a_slip() -> None:
    """Bundles of others are read by these codes."""
    atlas = shipped.atlas()
    published = [site.codes for site in atlas.regions.values() if site.codes]
    codes = [each.snomed_ct.code for each in published if each.snomed_ct]
    codes += [code for system, code in SIDES_SAID if "snomed" in system]

    assert len(codes) > 60
    assert [code for code in codes if not snomed_is_whole(code)] == []
    assert not snomed_is_whole("7771001")
    assert not snomed_is_whole("24020827")
