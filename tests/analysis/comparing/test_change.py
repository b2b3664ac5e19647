"""What changed between two drawings."""

import pytest

from bodymap.analysis.comparing.change import change
from bodymap.atlas import Atlas, Certainty
from bodymap.body import Body


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
        f"The marked area is {(calf - nose) / body.total_cm2:.1%}".replace("%", " %")
        + " of the body's surface smaller than before.",
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
    less = body.cells(thigh.cells[: int(0.9 * len(thigh))])

    result = change(thigh, less, atlas)

    assert abs(result.extent_points) < 0.38
    assert not result.beyond_reading_error
    assert "about as large as before" in result.text[1]


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
