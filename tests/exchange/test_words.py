"""Words of pictures and sheets."""

import re

import pytest

from bodymap import files
from bodymap.atlas import Atlas
from bodymap.atlas.citing import citation, short_citation
from bodymap.body import Body, Laterality
from bodymap.canvas import Texts
from bodymap.exchange import panels, words
from bodymap.wording.views import cues, view_name

WORDS_JS = files.package("canvas", "frontend", "words.js").read_text("utf-8")


def test_every_view_has_a_name_of_its_own(body: Body) -> None:
    for yours in (True, False):
        names = [view_name(view, yours=yours) for view in body.views]
        assert len(set(names)) == len(names)
        assert not any("_" in name for name in names)


@pytest.mark.parametrize("view", ["front", "back", "head_front", "head_back"])
def test_the_patients_left_is_on_the_same_side_as_on_the_canvas(view: str) -> None:
    facing = re.search(r"FACING = new Set\(\[(.*?)\]\)", WORDS_JS)
    assert facing is not None
    faces_us = f'"{view}"' in facing[1]

    at_left, at_right = cues(view, yours=True)

    assert (at_left, at_right) == (
        ("your right", "your left") if faces_us else ("your left", "your right")
    )


def test_a_view_of_one_side_is_named_for_it_and_has_no_cues() -> None:
    assert cues("hand_palm.left", yours=True) == ("", "")
    assert view_name("hand_palm.left") == "Left palm"
    assert view_name("head_right") == "Head, right side"


def test_places_on_another_side_say_so(atlas: Atlas) -> None:
    rules = {
        zone.laterality: zone
        for point in atlas.trigger_points.values()
        for zone in point.referral.zones
    }
    told = {rule: words.places([zone], atlas)[0] for rule, zone in rules.items()}

    assert all(
        told[rule].endswith(ending)
        for rule, ending in (("contralateral", "(other side)"), ("bilateral", "(both sides)"))
        if rule in told
    )
    assert "side)" not in told["ipsilateral"]


def test_sides_are_words_and_none_for_both() -> None:
    assert [words.side(each) for each in Laterality] == [
        {"LEFT": "left", "RIGHT": "right"}.get(each.value, "") for each in Laterality
    ]


def test_sources_are_cited_in_a_line_and_in_short(atlas: Atlas) -> None:
    book = atlas.sources["travell_simons_v1"]

    assert citation(book) == (
        "Simons DG, Travell JG, Simons LS, 1999: Travell & Simons' Myofascial Pain and "
        "Dysfunction: The Trigger Point Manual, Vol. 1, Upper Half of Body (2nd ed.)"
    )
    assert short_citation(book) == "Simons DG et al. 1999"
    assert all("(none)" not in citation(source) for source in atlas.sources.values())


def test_signs_are_explained_and_coloured_as_on_the_canvas() -> None:
    style = files.package("canvas", "frontend", "canvas.css").read_text("utf-8")

    assert (Texts.essential, Texts.spillover) == (words.ESSENTIAL, words.SPILLOVER)
    assert cues("front", yours=True) == (Texts.your_right, Texts.your_left)
    for rule in (
        f"--zone: {panels.ZONE};",
        f"--skin: {panels.SKIN};",
        f"--mark: {panels.CROSS};",
        f"fill-opacity: {panels.ESSENTIAL_OPACITY}; stroke: {panels.ZONE_RIM}",
    ):
        assert rule in style
