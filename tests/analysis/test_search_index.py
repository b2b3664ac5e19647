"""What the search offers, and that the browser is given all of it."""

import json
from functools import cache

import pytest

from bodymap.analysis.search_index import About, Entry, Kind, Said, SearchIndex
from bodymap.analysis.words import EMPTY_WORDS, SAME
from tests import shipped


@cache
def index() -> SearchIndex:
    body = shipped.body()
    return SearchIndex.of(shipped.atlas(), body)


@pytest.mark.parametrize(
    "entry",
    [
        Entry(
            Kind.COMPLAINT,
            "Deep pain in the front of the shoulder joint",
            "typical of Infraspinatus",
            "explore?muscle=infraspinatus",
        ),
        Entry(
            Kind.TRIGGER_POINT,
            "Infraspinatus: Upper belly below the scapular spine",
            "on the back, 2.5 cm below the middle of the spine of the scapula",
            "explore?muscle=infraspinatus&point=infraspinatus_upper",
            (Said(About.LIES, "on the back, 2.5 cm below the middle of the spine of the scapula"),),
        ),
        Entry(
            Kind.PLACE,
            "Lower back",
            "its muscles",
            "explore?group=lower_back",
            (Said(About.NAME, "Lower back"),),
        ),
    ],
    ids=lambda entry: entry.title,
)
def test_an_entry_says_what_it_is_and_where_it_is_read(entry: Entry) -> None:
    assert entry in index().entries


def test_a_muscle_is_found_by_its_plain_name_and_by_where_it_is_felt() -> None:
    (muscle,) = [e for e in index().entries if e.href == "explore?muscle=infraspinatus"][:1]

    assert muscle.title == "Infraspinatus"
    assert Said(About.NAME, muscle.hint) in muscle.words
    assert Said(About.FELT_IN, "Front of the shoulder") in muscle.words
    assert Said(About.SPILLS_TO, "Thumb") in muscle.words


def test_every_kind_of_the_atlas_is_there_in_full() -> None:
    body = shipped.body()
    atlas = shipped.atlas()
    by_kind = {kind: [e.href for e in index().entries if e.kind is kind] for kind in Kind}

    assert by_kind[Kind.MUSCLE] == list(dict.fromkeys(by_kind[Kind.MUSCLE]))
    assert {href.partition("=")[2] for href in by_kind[Kind.MUSCLE]} == set(atlas.muscles)
    assert {h.rpartition("=")[2] for h in by_kind[Kind.TRIGGER_POINT]} == set(atlas.trigger_points)
    regions = {h.partition("=")[2] for h in by_kind[Kind.PLACE] if "region=" in h}
    assert regions == set(body.regions)
    treatments = {h.partition("=")[2] for h in by_kind[Kind.TREATMENT] if "treatment=" in h}
    assert treatments == set(atlas.treatments)
    assert {href.partition("=")[2] for href in by_kind[Kind.TOPIC]} == set(atlas.topics)
    symptoms = sum(len(m.symptoms) for m in atlas.muscles.values())
    assert len(by_kind[Kind.COMPLAINT]) == symptoms + len(atlas.aliases.complaints)


def test_a_place_inside_the_body_leads_to_the_skin_over_it() -> None:
    inside = [entry for entry in index().entries if entry.hint.startswith("inside, under: ")]

    assert inside
    assert all(entry.href.startswith("explore?region=") for entry in inside)


def test_the_browser_reads_the_same_entries_and_the_same_rules() -> None:
    told = json.loads(index().content)

    assert [entry[1:4] for entry in told["entries"]] == [
        [entry.title, entry.hint, entry.href] for entry in index().entries
    ]
    assert told["kinds"] == [kind.value for kind in Kind]
    assert told["rules"]["same"] == SAME
    assert told["rules"]["empty"] == sorted(EMPTY_WORDS)


def test_another_content_has_another_version() -> None:
    fewer = SearchIndex(index().entries[1:])

    assert fewer.version != index().version
    assert SearchIndex(index().entries).version == index().version
