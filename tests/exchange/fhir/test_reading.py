"""Our own Bundles give the same records; of others some is taken, and the rest is named."""

import io
import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.errors import ImportRefused
from bodymap.exchange.arrival import Left
from bodymap.exchange.fhir.writing import Release
from bodymap.exchange.forms import open_records
from bodymap.records import PainDrawing, Person, RecallPeriod, Sex
from bodymap.records.portable import Portable, Whole
from tests.example_count import examples
from tests.exchange.archive.test_archive import PIECES, any_records
from tests.exchange.fhir.bundles import (
    RELEASES,
    bundle_of,
    mapper,
    of_alma,
    of_type,
    one_pain,
    read,
    written,
)
from tests.exchange.fhir.foreign_bundles import ANNA, SHAPES, foreign, pain
from tests.records.builders import NOON


@given(records=any_records)
@settings(max_examples=examples(fast=10, whole=40, nightly=1_000), deadline=None)
def test_nothing_is_lost_or_invented_on_the_way_out_and_in(records: tuple[Portable, ...]) -> None:
    for release in RELEASES:
        found = read(written(records, release))

        assert tuple(found.records()) == records
        assert found.left == ()


@pytest.mark.parametrize("release", RELEASES)
def test_a_whole_visit_comes_back_with_every_edition(release: Release) -> None:
    found = read(written(of_alma(), release))

    assert tuple(found.records()) == of_alma()
    assert found.left == ()
    assert found.record_count == len(of_alma())


def from_a_server(bundle: dict[str, Any]) -> dict[str, Any]:
    """As a server gives it: its own references, versions, and words it likes better."""
    kinds = {e["resource"]["id"]: e["resource"]["resourceType"] for e in bundle["entry"]}

    def there(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: there(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [there(each) for each in value]
        if isinstance(value, str) and value.startswith("urn:uuid:"):
            known = value.removeprefix("urn:uuid:")
            return f"{kinds[known]}/{known}" if known in kinds else value
        return value

    entries = []
    for entry in bundle["entry"]:
        made = {
            name: inner if name == "identifier" else there(inner)
            for name, inner in entry["resource"].items()
            if name != "text"
        }
        made["meta"] = {"versionId": "3", "lastUpdated": "2026-11-30T12:00:00Z"}
        url = f"https://server.invalid/{made['resourceType']}/{made['id']}"
        entries.append({"fullUrl": url, "resource": made, "search": {"mode": "match"}})
    return {"resourceType": "Bundle", "type": "searchset", "entry": entries}


@pytest.mark.parametrize("release", RELEASES)
def test_what_a_server_gives_back_is_known_again(release: Release) -> None:
    found = read(json.dumps(from_a_server(bundle_of(of_alma(), release))))

    assert tuple(found.records()) == of_alma()
    assert found.left == ()


def test_what_was_changed_elsewhere_is_named_and_not_taken() -> None:
    bundle = bundle_of(one_pain())
    number, pain = next(
        (number, entry["resource"])
        for number, entry in enumerate(bundle["entry"])
        if "valueQuantity" in entry["resource"]
    )
    pain["valueQuantity"]["value"] = 2

    found = read(json.dumps(bundle))

    assert tuple(found.records()) == one_pain()
    (left,) = found.left
    assert left.path == f"entry[{number}].resource.valueQuantity.value "
    assert "what Bodymap recorded is taken" in left.reason


def drawn(text: str) -> tuple[Person, PainDrawing]:
    person, whole = read(text).records()
    assert isinstance(person, Person)
    assert isinstance(whole, Whole)
    record = whole.record
    assert isinstance(record, PainDrawing)
    assert whole.editions == (record,)
    return person, record


def test_a_person_and_a_rated_pain_of_another_program_are_taken() -> None:
    person, record = drawn(foreign(ANNA, pain()))

    assert (person.name, person.sex, person.year_of_birth) == (
        "Anna Maria Muster",
        Sex.FEMALE,
        1980,
    )
    assert (record.person_id, record.drawn_at) == (person.id, NOON)
    (mark,) = record.marks
    assert mark.intensity is not None
    assert (mark.intensity.nrs, mark.intensity.recall) == (6, RecallPeriod.NOW)
    assert mark.drawing is not None
    (view,) = mark.drawing.views
    assert {stroke.region for stroke in view.strokes} == {"calf.left"}


@pytest.mark.parametrize("before", ["", "\ufeff", "\ufeff \r\n\t"])
def test_a_bundle_is_known_whatever_stands_before_it(before: str) -> None:
    file = io.BytesIO((before + foreign(ANNA, pain())).encode())

    assert open_records(file, mapper(), at=NOON).record_count == 2


def test_the_same_file_gives_the_same_ids() -> None:
    one, other = (tuple(read(foreign(ANNA, pain())).records()) for _ in range(2))

    assert one == other


def test_what_is_left_is_named_by_path_and_reason() -> None:
    other = {"resourceType": "Condition", "id": "c1", "code": {"text": "asthma"}}
    pulse = pain(id="p2", code={"coding": [{"system": "http://loinc.org", "code": "8867-4"}]})

    found = read(foreign(ANNA, other, pulse, pain(method={"text": "asked"})))

    assert set(found.left) == {
        Left("entry[0].resource.address", "a record has no place for it"),
        Left("entry[1].resource", "no Condition is taken from other programs"),
        Left("entry[2].resource.code", "only pain from 0 to 10 (LOINC 72514-3) is taken"),
        Left("entry[3].resource.method", "a record has no place for it"),
    }
    assert found.record_count == 2


@pytest.mark.parametrize("name", SHAPES)
def test_bundles_in_the_shapes_of_other_programs_are_taken_as_far_as_they_say(name: str) -> None:
    bundle, taken, left = SHAPES[name]
    found = read(json.dumps(bundle))

    assert [type(getattr(each, "record", each)).__name__ for each in found.records()] == taken
    assert [(each.path, each.reason) for each in found.left] == left


@pytest.mark.parametrize(
    ("value", "nrs"),
    [
        ({"valueInteger": 0}, 0),
        ({"valueQuantity": {"value": 10, "code": "{score}"}}, 10),
        ({"valueQuantity": {"value": 4.0}}, 4),
        ({"valueCodeableConcept": {"coding": [{"code": "LA10137-0", "display": "5"}]}}, 5),
        ({"dataAbsentReason": {"text": "not asked"}}, None),
    ],
)
def test_a_rating_is_read_however_it_is_written(value: dict[str, Any], nrs: int | None) -> None:
    said = {name: v for name, v in pain().items() if not name.startswith("value")}

    _, record = drawn(foreign(ANNA, said | value))

    rated = record.marks[0].intensity
    assert (None if rated is None else rated.nrs) == nrs


LEFT_SIDE = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0495", "code": "L"}]}
CALF = {"resourceType": "BodyStructure", "id": "s1", "patient": {"reference": "Patient/anna-7"}}


@pytest.mark.parametrize(
    "site",
    [
        CALF | {"location": {"text": "calf"}, "locationQualifier": [LEFT_SIDE]},
        CALF | {"includedStructure": [{"structure": {"text": "calf"}, "laterality": LEFT_SIDE}]},
    ],
)
def test_a_place_is_read_from_its_structure_in_both_releases(site: dict[str, Any]) -> None:
    for where in (
        {"bodyStructure": {"reference": "BodyStructure/s1"}},
        {
            "bodySite": {
                "extension": [
                    {
                        "url": "http://hl7.org/fhir/StructureDefinition/bodySite",
                        "valueReference": {"reference": "BodyStructure/s1"},
                    }
                ]
            }
        },
    ):
        said = {name: v for name, v in pain().items() if name != "bodySite"}
        _, record = drawn(foreign(ANNA, site, said | where))

        drawing = record.marks[0].drawing
        assert drawing is not None
        assert {s.region for s in drawing.views[0].strokes} == {"calf.left"}


REFUSED = {
    "a rating beyond the scale": (pain(valueInteger=11), "a whole number from 0 to 10"),
    "half a point": (pain(valueQuantity={"value": 5.5}), "a whole number from 0 to 10"),
    "another unit": (pain(valueQuantity={"value": 5, "code": "mm"}), "'mm' is no unit"),
    "no side": (pain(bodySite={"text": "calf"}), "'calf': no side is said"),
    "an unknown place": (pain(bodySite={"text": "left grommet"}), "no place that the atlas knows"),
    "a code alone": (pain(bodySite={"coding": [{"code": "x"}]}), "a code alone"),
    "no place": ({k: v for k, v in pain().items() if k != "bodySite"}, "it says no place"),
    "nobody": (pain(subject={"reference": "Patient/other"}), "nobody in the file is meant"),
    "a day alone": (pain(effectiveDateTime="2026-03-01"), "a time with its hour and zone"),
    "a mistake": (pain(status="entered-in-error"), "it is not final"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_understood_is_left_with_its_reason(name: str) -> None:
    observed, reason = REFUSED[name]

    found = read(foreign({k: v for k, v in ANNA.items() if k != "address"}, observed))

    (left,) = found.left
    assert left.path.startswith("entry[1].resource")
    assert reason in left.reason
    assert found.record_count == 1


def test_a_midline_place_needs_no_side_and_both_is_both() -> None:
    _, both = drawn(foreign(ANNA, pain(bodySite={"text": "both calf"})))

    drawing = both.marks[0].drawing
    assert drawing is not None
    assert {s.region for s in drawing.views[0].strokes} == {"calf.left", "calf.right"}


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("{}", "resourceType", "a FHIR Bundle is needed"),
        ('{"resourceType": "Patient"}', "resourceType", "a FHIR Bundle is needed"),
        ('{"resourceType": "Bundle", "entry": 1}', "entry", "a list is needed"),
        ('{"resourceType": "Bundle", "entry": [{}]}', "entry[0].resource", "a resource is needed"),
        ('{"resourceType": "Bundle", "x": NaN}', "the file", "no finite number"),
        ('{"resourceType": "Bundle", "resourceType": 1}', "the file", "stands twice"),
        ("[" * 100_000, "the file", "nested too deeply"),
    ],
)
def test_what_is_no_bundle_is_refused(text: str, path: str, reason: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read(text)

    assert refused.value.path == path
    assert reason in refused.value.reason


def test_a_carried_record_that_is_wrong_refuses_the_file() -> None:
    bundle = bundle_of(one_pain())
    document = of_type(bundle, "DocumentReference")[0]
    document["content"][0]["attachment"]["data"] = "???"

    with pytest.raises(ImportRefused, match="not written in base64"):
        read(json.dumps(bundle))


@given(chance=st.integers(0, 2**32).map(random.Random))
@settings(max_examples=examples(fast=20, whole=100, nightly=5_000), deadline=None)
def test_a_mutated_bundle_gives_records_or_is_refused(chance: random.Random) -> None:
    data = bytearray(chance.choice(WHOLE).encode())
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data))
        piece = chance.choice([*PIECES, b'"code"', b"{}", b"[]", b"1"])
        data[at : at + chance.choice((0, 1, len(piece)))] = piece
    try:
        found = read(data.decode("utf-8", "replace"))
    except ImportRefused:
        return
    records = tuple(found.records())
    assert tuple(read(written(records)).records()) == records


WHOLE = [written(one_pain()), foreign(ANNA, CALF, pain())]


KEYS = st.sampled_from(
    ["coding", "text", "code", "system", "value", "reference", "extension", "url", "given",
     "family", "structure", "laterality", "valueReference", "display", "valueCoding"]
)  # fmt: skip
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 12) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(value=ANYTHING, place=st.integers(0, 2), data=st.data())
@settings(max_examples=examples(fast=50, whole=300, nightly=5_000), deadline=None)
def test_anything_in_place_of_anything_is_left_or_refused(
    value: Any, place: int, data: st.DataObject
) -> None:
    resources = [ANNA, CALF, pain(bodyStructure={"reference": "BodyStructure/s1"})]
    name = data.draw(st.sampled_from([*resources[place]]))
    resources[place] = resources[place] | {name: value}
    try:
        found = read(foreign(*resources))
    except ImportRefused:
        return
    assert found.record_count <= len(resources)
