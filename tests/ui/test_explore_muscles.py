"""Muscles on the Explore page: shown when asked for, named where the body is clicked."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from bodymap.analysis.muscles_here import LEAST_SHARE, muscles_here
from bodymap.atlas import Atlas
from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Body, Laterality

SLOW_S = 60
BODY = Body.load()
ATLAS = Atlas.load(body=BODY)
LAYER = MuscleLayer.load()


def page() -> None:
    from bodymap.ui.pages import explore  # noqa: PLC0415 - runs as a page of its own
    from bodymap.workspace import workspace  # noqa: PLC0415

    explore.show(workspace())


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> AppTest:
    monkeypatch.setenv("BODYMAP_DATA_DIR", str(tmp_path_factory.mktemp("data")))
    return AppTest.from_function(page, default_timeout=SLOW_S)


def overlay(at: AppTest) -> object:
    return json.loads(at.get("bidi_component")[0].proto.json)["muscles"]


def words(at: AppTest) -> str:
    return " ".join(each.value for each in [*at.caption, *at.markdown])


def test_muscles_are_shown_when_asked_for_and_say_what_they_rest_on(at: AppTest) -> None:
    at.query_params["muscle"] = "infraspinatus"
    at.run()
    assert not at.exception
    assert overlay(at) is None
    assert "schematic" not in words(at)

    (control,) = [each for each in at.get("button_group") if each.key.startswith("explore-layer")]
    control.set_value("muscles").run()

    assert not at.exception
    assert at.query_params["layer"] in ("muscles", ["muscles"])
    assert overlay(at) == {
        "url": "muscles/1/neutral/",
        "depth": "superficial",
        "muscle": "infraspinatus",
        "side": "right",
    }
    assert "schematic" in words(at)


def test_a_region_lists_the_muscles_drawn_in_it_while_they_are_shown(at: AppTest) -> None:
    at.query_params["region"] = "shoulder_front.right"
    at.query_params["layer"] = "deep_muscles"
    at.run()
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
