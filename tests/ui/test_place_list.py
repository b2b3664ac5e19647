"""The list of parts for a person who does not draw."""

import pytest

from bodymap.body import Body, Laterality
from bodymap.ui.mark.place_list import rows
from bodymap.ui.mark.places import place_names


def test_every_place_of_a_figure_without_a_sex_stands_in_one_row_once(body: Body) -> None:
    listed = [place for row in rows(body) for place, _ in row.sides]
    assert sorted(listed) == sorted(place_names(body))


@pytest.mark.parametrize(
    ("figure", "own", "other"),
    [("female", "Opening of the vagina", "Penis"), ("male", "Penis", "Opening of the vagina")],
)
def test_a_figure_with_a_sex_is_asked_for_its_own_private_parts(
    figure: str, own: str, other: str
) -> None:
    labels = {row.label for row in rows(Body.load(figure)) if row.group == "private"}
    assert own in labels
    assert other not in labels


def test_a_row_has_one_side_for_each_tap(body: Body) -> None:
    knee = next(row for row in rows(body) if row.label == "Front of the knee")
    assert knee.sides == (
        ("knee_front.right", Laterality.RIGHT),
        ("knee_front.left", Laterality.LEFT),
    )
