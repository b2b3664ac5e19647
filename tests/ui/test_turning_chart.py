"""The turning body as a chart: what it is made of, and what it weighs."""

import numpy as np
import plotly.io
import plotly.tools
import pytest

from bodymap.atlas.muscle_layer import MuscleLayer
from bodymap.body import Laterality
from bodymap.ui.explore.address import Explored, with_muscle
from bodymap.ui.explore.turning import chart_of, in_words
from bodymap.ui.explore.turning_chart import EYES, camera
from tests import shipped

BODY = shipped.body()
ATLAS = shipped.atlas()
MOST_BYTES = 1_000_000
#: Patterns with the longest borders, which are cut into the most triangles.
MUSCLES = [
    "infraspinatus",
    "gluteus_minimus",
    "scaleni",
    "longissimus_thoracis",
    "rectus_abdominis",
]


def asked(muscle: str, side: Laterality = Laterality.RIGHT) -> Explored:
    return with_muscle(Explored(), ATLAS.muscles[muscle], None, side)


@pytest.mark.parametrize("figure", BODY.manifest.figures)
@pytest.mark.parametrize("muscle", [m for m in MUSCLES if m in ATLAS.muscles])
def test_a_pattern_weighs_less_than_a_megabyte(muscle: str, figure: str) -> None:
    spec = chart_of(asked(muscle), ATLAS, BODY.as_figure(figure))

    sent = plotly.io.to_json(
        plotly.tools.return_figure_from_figure_or_data(spec, validate_figure=True)
    )

    assert len(sent) < MOST_BYTES


def test_the_body_is_a_mesh_coloured_face_by_face_and_so_are_its_signs() -> None:
    skin, signs = chart_of(asked("infraspinatus"), ATLAS, BODY)["data"]

    for mesh in (skin, signs):
        assert (mesh["type"], mesh["intensitymode"]) == ("mesh3d", "cell")
        assert len(mesh["intensity"]) == len(mesh["i"]) == len(mesh["j"]) == len(mesh["k"])
        assert max(mesh["i"].max(), mesh["j"].max(), mesh["k"].max()) < len(mesh["x"])
        assert len(mesh["colorscale"]) == mesh["cmax"] + 1
    assert set(skin["intensity"].tolist()) == {0, 1, 2}


def test_the_patients_right_is_on_the_left_of_somebody_who_looks_from_the_front() -> None:
    skin, _ = chart_of(asked("infraspinatus"), ATLAS, BODY)["data"]
    essential = np.unique(np.concatenate([skin[c][skin["intensity"] == 2] for c in "ijk"]))
    eye, up = (np.array([camera("front")[name][axis] for axis in "xyz"]) for name in ("eye", "up"))
    to_the_right = np.cross(-eye, up)
    places = np.stack([skin[axis][essential] for axis in "xyz"], axis=1).astype(float)

    assert (places @ to_the_right < 0).all()
    # The pattern lies at the front of the shoulder: nearer to the eye than the middle of the body.
    assert (places @ eye).mean() > 0


@pytest.mark.parametrize(("view", "axis", "sign"), [("left", 0, 1), ("right", 0, -1)])
def test_a_side_is_seen_from_the_patients_side(view: str, axis: int, sign: int) -> None:
    assert np.sign(EYES[view][axis]) == sign


def test_the_chart_is_told_in_words_for_those_who_do_not_see_it() -> None:
    told = in_words(asked("infraspinatus", Laterality.LEFT), ATLAS, BODY)

    assert told.startswith("The body, to be turned, with Infraspinatus, left. Trigger point: ")
    assert "Essential: " in told
    assert "Front of the shoulder, left" in told
    assert "right" not in told
    assert in_words(Explored(), ATLAS, BODY) == "The body, to be turned. No muscle is chosen."


def test_the_muscle_at_hand_lies_under_the_pattern_where_it_is_asked_for() -> None:
    layer = MuscleLayer.load()
    skin, _ = chart_of(asked("infraspinatus"), ATLAS, BODY, layer)["data"]

    assert set(skin["intensity"].tolist()) == {0, 1, 2, 3}
    lies = np.unique(np.concatenate([skin[c][skin["intensity"] == 3] for c in "ijk"]))
    assert (skin["x"][lies] < 0).all()  # the patient's right
    assert (skin["y"][lies] > 0).all()  # the back
    told = in_words(asked("infraspinatus"), ATLAS, BODY, layer)
    assert "The muscle lies in: Shoulder blade, below its ridge, right." in told
