"""Muscles on the Explore page: shown when asked for, named where the body is clicked."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from bodymap.analysis.muscles_here import LEAST_SHARE, muscles_here
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Laterality
from tests import shipped
from tests.ui.reading_pages import opened, texts

BODY = shipped.body()
ATLAS = shipped.atlas()
LAYER = MuscleLayer.load()


def overlay(at: AppTest) -> Any:
    return json.loads(at.get("bidi_component")[0].proto.json)["muscles"]


def test_muscles_are_shown_when_asked_for_and_say_what_they_rest_on() -> None:
    at = opened("explore", muscle="infraspinatus")
    assert not at.exception
    assert overlay(at) is None
    assert "schematic outlines" not in texts(at)

    (control,) = [each for each in at.get("button_group") if each.key.startswith("explore-layer")]
    control.set_value("muscles").run()

    assert not at.exception
    assert overlay(at) == {
        "url": "muscles/1/neutral/",
        "depth": "superficial",
        "muscle": "infraspinatus",
        "side": "right",
    }
    assert "schematic outlines" in texts(at)


def test_a_region_lists_the_muscles_drawn_in_it_while_they_are_shown() -> None:
    at = opened("explore", region="shoulder_front.right", layer="deep_muscles")
    assert not at.exception
    assert overlay(at)["depth"] == "deep"
    first = next(each for each in at.button if each.key.startswith("hit-lies-"))
    assert "Deltoid" in first.label
    assert "right side, at the surface" in first.label


def test_muscles_of_a_place_come_from_the_surface_down_and_by_how_much_they_take() -> None:
    here = muscles_here(LAYER, ATLAS, BODY.fill(["interscapular.right"]))
    assert [each.deep for each in here] == sorted(each.deep for each in here)
    assert all(each.laterality is Laterality.RIGHT for each in here)
    assert all(each.share >= LEAST_SHARE for each in here)
    names = {each.muscle.id: each.deep for each in here}
    assert names["rhomboids"] is True
    assert names["trapezius_lower"] is False
