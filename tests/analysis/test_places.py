"""Places by id or in words."""

import pytest

from bodymap.analysis import area_of_places, places_in_words
from bodymap.atlas import Atlas
from bodymap.body import Body, Laterality
from bodymap.errors import UnknownPlace

L, R, B = Laterality.LEFT, Laterality.RIGHT, Laterality.BILATERAL


@pytest.mark.parametrize(
    ("name", "side", "regions"),
    [
        ("calf.left", B, ["calf.left"]),
        ("calf", R, ["calf.right"]),
        ("calf", B, ["calf.right", "calf.left"]),
        ("Calf", B, ["calf.right", "calf.left"]),
        ("head_temple.left", R, ["head_temple.left"]),
        ("left calf", B, ["calf.left"]),
        ("calf", Laterality.MIDLINE, ["calf.right", "calf.left"]),
        ("thumb_base", L, ["thumb_base.left"]),
        ("nose", L, ["nose"]),
        ("buttock_upper.right", B, ["buttock_upper_inner.right", "buttock_upper_outer.right"]),
    ],
)
def test_a_name_is_an_area(
    atlas: Atlas, body: Body, name: str, side: Laterality, regions: list[str]
) -> None:
    assert area_of_places([name], atlas, body, side) == body.fill(regions)


def test_a_group_is_all_its_sites(atlas: Atlas, body: Body) -> None:
    sites = [site.id for site in atlas.sites.values() if site.parent == "shoulder"]
    expected = body.fill(())
    for site in sites:
        expected |= body.site(site, L)

    assert sites
    assert area_of_places(["shoulder"], atlas, body, L) == expected


def test_no_name_is_no_area(atlas: Atlas, body: Body) -> None:
    assert not area_of_places([], atlas, body)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("left temple", [("head_temple", L)]),
        ("pain in my left temple and the jaw", [("head_temple", L), ("jaw", L)]),
        ("temple, right", [("head_temple", R)]),
        ("right temple and left calf", [("head_temple", R), ("calf", L)]),
        ("both calfs", [("calf", B)]),
        ("front of the shoulder", [("shoulder_front", B)]),
        ("it hurts", []),
    ],
)
def test_words_are_places_with_their_sides(
    atlas: Atlas, text: str, places: list[tuple[str, Laterality]]
) -> None:
    assert list(places_in_words(text, atlas)) == places


def test_a_word_that_is_not_understood_is_refused_and_not_dropped(atlas: Atlas) -> None:
    with pytest.raises(UnknownPlace, match=r"'tempel'.*'temple'"):
        places_in_words("left tempel and jaw", atlas)


def test_words_that_name_no_place_are_refused(atlas: Atlas, body: Body) -> None:
    with pytest.raises(UnknownPlace):
        area_of_places(["it hurts on the left"], atlas, body)


def test_every_site_and_group_is_found_by_its_id_and_its_labels(atlas: Atlas, body: Body) -> None:
    for region in (*atlas.sites.values(), *atlas.groups.values()):
        assert area_of_places([region.id], atlas, body)
        assert area_of_places([region.label], atlas, body), region.label
        assert area_of_places([region.plain_label], atlas, body), region.plain_label
