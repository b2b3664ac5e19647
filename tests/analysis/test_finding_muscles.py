"""Which muscles words find, and in which order."""

import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap.analysis.finding_muscles import FoundBy, MuscleIndex
from tests import shipped


@cache
def the_index() -> MuscleIndex:
    return MuscleIndex.of(shipped.atlas())


@pytest.fixture
def index() -> MuscleIndex:
    return the_index()


def first(index: MuscleIndex, query: str, count: int = 3) -> list[str]:
    return [found.muscle.id for found in index.find(query)[:count]]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("Infraspinatus", "infraspinatus"),
        ("infrasp", "infraspinatus"),
        ("infraspinatis", "infraspinatus"),
        ("front of shoulder pain", "infraspinatus"),
        ("cannot sleep on either side", "infraspinatus"),
        ("headache behind the eye", "occipitofrontalis"),
        ("pectoral major", "pectoralis_major"),
        ("quadratus lumborum", "quadratus_lumborum"),
        ("temple", "temporalis"),
    ],
)
def test_the_muscle_that_is_meant_comes_first(index: MuscleIndex, query: str, meant: str) -> None:
    assert first(index, query, 1) == [meant]


@pytest.mark.parametrize(
    ("query", "among"),
    [
        ("rotator cuff", {"infraspinatus", "supraspinatus", "teres_minor"}),
        ("buttock", {"gluteus_maximus", "piriformis", "gluteus_minimus"}),
        ("sciatica", {"gluteus_minimus", "piriformis"}),
    ],
)
def test_a_plain_word_finds_all_it_is_said_of(
    index: MuscleIndex, query: str, among: set[str]
) -> None:
    assert set(first(index, query, len(among))) == among


Meant = dict[str, list[str]]
"""By query, the muscles that must all be among the first three."""


def by_hand() -> Meant:
    """Queries in the words of people, with what they mean."""
    table: Meant = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text("utf-8"))
    return table


def by_name() -> Meant:
    """Every muscle by its name and its Latin name."""
    return {
        name: [muscle.id]
        for muscle in shipped.atlas().muscles.values()
        for name in (muscle.name, muscle.latin_name)
    }


def by_other_name() -> Meant:
    """Every muscle by its abbreviations and other names."""
    return {said: [a.muscle] for a in shipped.atlas().aliases.names for said in a.said}


def by_complaint() -> Meant:
    """Every complaint and diagnosis by all its names: the first two muscles of its list."""
    complaints = shipped.atlas().aliases.complaints
    return {said: list(c.muscles[:2]) for c in complaints for said in c.said}


def by_mistake() -> dict[str, set[str]]:
    """What pain is mistaken for, where no complaint is called so, with all muscles of which."""
    called = {said.lower() for c in shipped.atlas().aliases.complaints for said in c.said}
    meant: dict[str, set[str]] = {}
    for muscle in shipped.atlas().muscles.values():
        for mistaken in muscle.often_mistaken_for:
            if mistaken.lower() not in called:
                meant.setdefault(mistaken.lower(), set()).add(muscle.id)
    return meant


@pytest.mark.parametrize(
    ("table", "least"),
    [(by_hand, 280), (by_name, 150), (by_other_name, 170), (by_complaint, 80)],
)
def test_each_query_finds_what_is_meant_among_the_first_three(
    index: MuscleIndex,
    capsys: pytest.CaptureFixture[str],
    table: Callable[[], Meant],
    least: int,
) -> None:
    queries = table()
    found = {query: first(index, query) for query in queries}
    wrong = {q: (meant, found[q]) for q, meant in queries.items() if not {*meant} <= {*found[q]}}
    with capsys.disabled():
        name = table.__name__.replace("_", " ")
        sys.stdout.write(f"\nqueries {name}: {len(queries) - len(wrong)} of {len(queries)}\n")

    assert len(queries) >= least
    assert wrong == {}


def test_what_pain_is_mistaken_for_finds_its_muscles_first(
    index: MuscleIndex, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a complaint is called just so, its list goes first: see the test before."""
    queries = by_mistake()
    wrong = {
        query: (meant, found)
        for query, meant in queries.items()
        if len(meant.intersection(found := first(index, query))) < min(3, len(meant))
    }
    with capsys.disabled():
        right = len(queries) - len(wrong)
        sys.stdout.write(f"\nqueries by mistake: {right} of {len(queries)}\n")

    assert len(queries) >= 100
    assert wrong == {}


def test_every_muscle_is_found_by_all_that_its_pain_is_mistaken_for(index: MuscleIndex) -> None:
    for muscle in shipped.atlas().muscles.values():
        for mistaken in muscle.often_mistaken_for:
            assert muscle.id in [found.muscle.id for found in index.find(mistaken)], mistaken


@pytest.mark.parametrize(
    "place", ["temple", "jaw", "knee", "heel", "shoulder", "chest", "low back", "eye", "thumb"]
)
def test_a_side_changes_nothing_of_what_a_place_finds(index: MuscleIndex, place: str) -> None:
    without = [(each.muscle.id, each.score) for each in index.find(place)]

    assert without
    for asked in (f"left {place}", f"{place} right", f"pain in my left {place}"):
        assert [(each.muscle.id, each.score) for each in index.find(asked)] == without


def test_the_muscle_of_the_temple_comes_first_for_the_left_temple(index: MuscleIndex) -> None:
    assert first(index, "left temple") == ["temporalis", "trapezius_upper", "semispinalis_capitis"]


def test_a_side_does_not_hide_a_complaint_and_half_a_complaint_is_none(index: MuscleIndex) -> None:
    assert first(index, "left sciatica") == first(index, "sciatica")
    assert index.find("sciatica")[0].by is FoundBy.COMPLAINT
    assert index.find("front of the shoulder")[0].by is FoundBy.FELT_IN


def test_what_was_found_says_why_and_at_which_trigger_point(index: MuscleIndex) -> None:
    best = index.find("front of the shoulder")[0]

    assert (best.muscle.id, best.trigger_point, best.by, best.because) == (
        "infraspinatus",
        "infraspinatus_upper",
        FoundBy.FELT_IN,
        "Front of the shoulder",
    )


def test_a_professional_word_for_a_place_finds_the_same_as_a_plain_one(index: MuscleIndex) -> None:
    assert first(index, "low back") == first(index, "lower back")


@pytest.mark.parametrize("query", ["", "   ", "?!", "xyzzy", "qwrtz fghjk"])
def test_words_that_mean_nothing_find_nothing(index: MuscleIndex, query: str) -> None:
    assert index.find(query) == ()


def test_a_word_that_stands_everywhere_is_still_answered(index: MuscleIndex) -> None:
    assert len(index.find("pain")) > 10


@settings(deadline=None)
@given(st.text(max_size=400))
def test_anything_that_is_typed_is_answered_in_order(query: str) -> None:
    found = the_index().find(query)

    scores = [round(each.score, 6) for each in found]
    assert scores == sorted(scores, reverse=True)
    assert len({each.muscle.id for each in found}) == len(found)


def test_the_first_result_is_there_within_a_tenth_of_a_second(index: MuscleIndex) -> None:
    taken = []
    for query in ("front of shoulder pain", "pain in the lower back", "zzzz qqqq wwww"):
        start = time.perf_counter()
        index.find(query)
        taken.append(time.perf_counter() - start)

    assert max(taken) < 0.1
