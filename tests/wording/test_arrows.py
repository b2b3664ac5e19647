"""An arrow is told in everyday words, alike for the same places, and compared by them."""

import pytest

from bodymap.analysis.arrow_between import arrow_between
from bodymap.analysis.mirrored import mirrored_arrow
from bodymap.body import Body
from bodymap.errors import UnknownView
from bodymap.records import PainArrow
from bodymap.wording.arrows import arrow_in_words, arrows_changed


def arrow(body: Body, start: str, end: str, name: str = "arrow-01") -> PainArrow:
    return arrow_between(arrow_id=name, start=start, end=end, body=body)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (
            "neck_sternomastoid.right",
            "hand_palm.right",
            "from the right side of the neck to the right hand",
        ),
        (
            "lumbar_midline_l1_l3",
            "foot_sole.left",
            "from the middle of the lower back to the left foot",
        ),
        ("nose", "abdomen_upper.left", "from the nose to the left side of the belly"),
        (
            "thigh_front.right",
            "thigh_back.right",
            "from the right thigh (front of the thigh) to the right thigh (back of the thigh)",
        ),
    ],
)
def test_an_arrow_is_told_by_its_parts_and_sides(
    body: Body, start: str, end: str, words: str
) -> None:
    assert arrow_in_words(arrow(body, start, end), body) == words


def test_the_mirror_image_is_told_on_the_other_side_and_back(body: Body) -> None:
    drawn = arrow(body, "scapula_infraspinous.right", "upper_arm_front.right")
    other = mirrored_arrow(drawn, body)

    assert arrow_in_words(other, body) == arrow_in_words(drawn, body).replace("right", "left")
    assert mirrored_arrow(other, body) == drawn


def test_an_end_beside_the_body_is_said_to_be_so_and_an_unknown_view_is_an_error(
    body: Body,
) -> None:
    drawn = arrow(body, "nose", "chin")

    assert (
        arrow_in_words(drawn.changed(x=1, y=1), body) == "from a place beside the body to the chin"
    )
    with pytest.raises(UnknownView):
        arrow_in_words(drawn.changed(to_view="above"), body)


def test_two_drawings_are_compared_by_what_their_arrows_say(body: Body) -> None:
    kept, gone, new = (
        arrow(body, "shoulder_front.left", "hand_palm.left", "arrow-01"),
        arrow(body, "nose", "chin", "arrow-02"),
        arrow(body, "knee_front.left", "foot_top.left", "arrow-03"),
    )
    again = kept.changed(id="arrow-09", x=kept.x + 1)

    assert arrows_changed((kept, gone), (again, new), body) == (
        "The pain now moves from the left knee to the left foot.",
        "The pain no longer moves from the nose to the chin.",
        "As before, the pain moves from the left shoulder to the left hand.",
    )
    assert arrows_changed((), (), body) == ()
