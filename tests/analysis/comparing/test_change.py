"""What changed between two drawings."""

import numpy as np
import pytest

from bodymap.analysis.comparing.change import change
from bodymap.atlas import Atlas, Certainty
from bodymap.body import Body, Laterality, SurfaceArea
from bodymap.body.area import of_cells


def thinned(area: SurfaceArea, part: float) -> SurfaceArea:
    """About such a part of an area by size: its first cells."""
    sizes = area.body.area_cm2[area.cells]
    count = int(np.searchsorted(np.cumsum(sizes), part * sizes.sum()))
    return of_cells(area.body, area.cells[:count])


def test_gained_lost_and_kept_are_the_parts(atlas: Atlas, body: Body) -> None:
    before = body.fill(["calf.left", "shin.left"])
    after = body.fill(["shin.left", "nose"])

    result = change(before, after, atlas)

    assert result.gained == body.fill(["nose"])
    assert result.lost == body.fill(["calf.left"])
    assert result.kept == body.fill(["shin.left"])
    shin, calf, nose = (body.fill([r]).cm2 for r in ("shin.left", "calf.left", "nose"))
    assert result.overlap == pytest.approx(shin / (shin + calf + nose))
    assert result.extent_points == pytest.approx(100 * (nose - calf) / body.total_cm2)
    assert result.beyond_reading_error
    assert not result.like_drawn_twice
    assert result.text == (
        "The pain is marked partly in another place than before.",
        f"The marked area is {1 - (shin + nose) / (calf + shin):.0%}".replace("%", " %")
        + f" smaller than before ({shin + nose:.0f} cm² instead of {calf + shin:.0f} "
        "on the model body).",
        (
            "Nobody draws the same pain twice alike: drawn again after a minute, two drawings "
            "overlap by about 60 %. A change of the size alone says little. "
            "(Leoni D et al. 2013, 52 people)"
        ),
    )
    assert result.sources == ("leoni_2013_drawn_twice", "barbero_2024_read_twice")
    assert result.certainty is Certainty.LOW


def test_the_same_drawing_has_not_changed(atlas: Atlas, body: Body) -> None:
    calf = body.fill(["calf.left"])

    result = change(calf, calf, atlas, intensity=(5, 5))

    assert (len(result.gained), len(result.lost), result.kept) == (0, 0, calf)
    assert (result.extent_points, result.overlap, result.intensity_points) == (0, 1, 0)
    assert (result.like_drawn_twice, result.beyond_reading_error) == (True, False)
    assert result.text[2] == "The pain is as strong as before."


def test_a_small_change_of_size_is_told_as_about_as_large(atlas: Atlas, body: Body) -> None:
    thigh = body.fill(["thigh_front.left"])
    less = thinned(thigh, 0.92)

    result = change(thigh, less, atlas)

    assert abs(result.extent_points) < 0.38
    assert not result.beyond_reading_error
    assert result.text[1] == (
        f"The marked area is about as large as before ({less.cm2:.0f} cm² instead of "
        f"{thigh.cm2:.0f} on the model body)."
    )


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (0.91, "about as large as before"),
        (0.89, "11 % smaller than before"),
        (0.56, "44 % smaller than before"),
    ],
)
def test_the_size_is_told_in_relation_to_the_drawing(
    atlas: Atlas, body: Body, part: float, said: str
) -> None:
    thigh = body.fill(["thigh_front.left"])

    assert said in change(thigh, thinned(thigh, part), atlas).text[1]


@pytest.mark.parametrize("part", [1 / 1.5, 1 / 1.95])
def test_growth_is_told_in_percent_of_the_drawing_before(
    atlas: Atlas, body: Body, part: float
) -> None:
    thigh = body.fill(["thigh_front.left"])
    less = thinned(thigh, part)

    percent = 100 * (thigh.cm2 / less.cm2 - 1)
    assert f"{percent:.0f} % larger than before" in change(less, thigh, atlas).text[1]


def test_from_twice_its_size_growth_is_told_as_a_multiple(atlas: Atlas, body: Body) -> None:
    thigh = body.fill(["thigh_front.left"])
    less = thinned(thigh, 0.4)

    assert f"{thigh.cm2 / less.cm2:.1f} times as large as" in change(less, thigh, atlas).text[1]


def test_a_small_change_of_the_body_says_that_reading_can_differ_as_much(
    atlas: Atlas, body: Body
) -> None:
    temple = body.fill(["head_temple.left"])

    text = change(temple, thinned(temple, 0.5), atlas).text[1]

    assert text.endswith("Reading the same drawing twice can differ by as much.")


def test_a_whole_place_that_is_gone_or_new_is_named(atlas: Atlas, body: Body) -> None:
    temple, occiput = body.fill(["head_temple.left"]), body.fill(["head_occiput_upper.left"])
    labels = {
        region: body.regions[region].plain_label
        for region in ("head_temple.left", "head_occiput_upper.left")
    }

    less = change(temple | occiput, temple, atlas)
    more = change(temple, temple | occiput, atlas)

    gone = [(place.label, place.laterality) for place in less.places_gone]
    assert gone == [(labels["head_occiput_upper.left"], Laterality.LEFT)]
    assert less.places_new == ()
    new = [(place.label, place.laterality) for place in more.places_new]
    assert new == gone
    assert more.places_gone == ()


def test_a_place_of_which_a_rim_is_left_counts_as_gone_and_one_of_which_more_is_left_not(
    atlas: Atlas, body: Body
) -> None:
    both = body.fill(["head_temple.left", "calf.left"])
    temple, calf = body.fill(["head_temple.left"]), body.fill(["calf.left"])

    rim = change(both, temple | thinned(calf, 0.045), atlas)
    some = change(both, temple | thinned(calf, 0.06), atlas)

    assert len(rim.places_gone) == 1
    assert some.places_gone == ()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([], [], "No pain is marked in either drawing."),
        (["nose"], [], "All the pain that was marked is gone from the drawing."),
        ([], ["nose"], "There was no pain marked before; now there is."),
        (["nose"], ["calf.left"], "The pain is marked in another place than before."),
    ],
)
def test_empty_and_distant_drawings_have_their_own_words(
    atlas: Atlas, body: Body, before: list[str], after: list[str], said: str
) -> None:
    assert change(body.fill(before), body.fill(after), atlas).text[0] == said


@pytest.mark.parametrize(
    ("first", "second", "meaning"),
    [
        (8, 5, "Much better"),  # 3 points, 38 percent
        (6, 5, "Slightly better (MCID)"),  # 1 point, 17 percent
        (8, 7, None),  # 1 point, but 12.5 percent
        (5, 5, None),
        (3, 6, None),
        (9, 7, "Slightly better (MCID)"),  # 2 points, but 22 percent
    ],
)
def test_a_fall_of_intensity_has_the_published_meaning_in_points_and_percent(
    atlas: Atlas, body: Body, first: int, second: int, meaning: str | None
) -> None:
    calf = body.fill(["calf.left"])

    result = change(calf, calf, atlas, intensity=(first, second))

    assert result.intensity_points == second - first
    if meaning == "Much better":
        assert result.meaning is not None
        assert (result.meaning.value_points, result.meaning.default_in_app) == (2.0, True)
        assert result.sources[-1] == "farrar_2001"
    else:
        assert (result.meaning.meaning if result.meaning else None) == meaning


def test_intensity_stated_once_is_no_change(atlas: Atlas, body: Body) -> None:
    calf = body.fill(["calf.left"])

    result = change(calf, calf, atlas, intensity=(5, None))

    assert (result.intensity_points, result.meaning, len(result.text)) == (None, None, 3)


def test_drawings_on_two_figures_compare(atlas: Atlas, body: Body) -> None:
    calf = body.fill(["calf.left"])

    result = change(calf, calf.on(body.as_figure("child")), atlas)

    assert (result.overlap, result.extent_points) == (1, 0)
