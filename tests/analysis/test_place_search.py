"""What people call a part of the body finds that part, and never a wrong one."""

import pytest

from bodymap.analysis.place_search import Part, matching
from bodymap.body import Body
from bodymap.ui.mark.place_list import rows

FOUND = {
    "left leg": ("Front of the thigh", "Calf", "Shin"),
    "face": ("Forehead", "Cheek", "Nose", "Chin"),
    "left shoulder": ("Front of the shoulder", "Back of the shoulder"),
    "right arm": ("Front of the upper arm", "Outer elbow"),
    "tooth": ("Upper teeth", "Lower teeth"),
    "bum": ("Buttock, lower part",),
    "bottom": ("Buttock, lower part",),
    "back": ("Lower back, outer part", "Over the spine, middle of the back"),
    "lower left back": ("Lower back, outer part", "Flat bone at the base of the spine"),
    "back of the knee": ("Back of the knee",),
    "headache": ("Temple", "Forehead", "Just under the skull"),
    "stomach": ("Upper belly",),
    "lower stomach": ("Lower belly, outer part",),
    "collar bone": ("Collarbone",),
    "hamstring": ("Back of the thigh",),
    "flank": ("Side of the waist",),
    "kidney": ("Over the lower ribs at the back",),
    "abdomen": ("Upper belly",),
    "coccyx": ("Tailbone",),
    "sciatica": ("Back of the thigh", "Calf", "Buttock, lower part"),
    "toes": ("Big toe", "Other toes"),
    "neck": ("Back of the neck, upper half",),
}
NOT_FOUND = {
    "back": ("Back of the hand", "Back of the knee"),
    "left leg": ("Front of the upper arm",),
    "back of the knee": ("Calf",),
    "foot": ("Back of the hand",),
    "arm": ("Armpit", "Warm"),
}


@pytest.fixture(scope="module")
def parts(body: Body) -> list[Part]:
    return [row for row in rows(body) if row.group != "private"]


@pytest.mark.parametrize(("query", "labels"), FOUND.items())
def test_what_people_say_finds_the_part(
    parts: list[Part], query: str, labels: tuple[str, ...]
) -> None:
    assert set(labels) <= {part.label for part in matching(query, parts)}


@pytest.mark.parametrize(("query", "labels"), NOT_FOUND.items())
def test_a_part_that_is_not_meant_is_not_offered(
    parts: list[Part], query: str, labels: tuple[str, ...]
) -> None:
    assert not set(labels) & {part.label for part in matching(query, parts)}


@pytest.mark.parametrize("query", ["", "left", "everywhere", "xyz", "sdf knee"])
def test_what_names_no_part_finds_none(parts: list[Part], query: str) -> None:
    assert matching(query, parts) == ()


def test_every_part_is_found_by_its_own_name(parts: list[Part]) -> None:
    assert [part.label for part in parts if part not in matching(part.label, parts)] == []
