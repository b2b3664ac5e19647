"""What a presenter wrote and drew, read from a browser that may say anything."""

from hypothesis import given
from hypothesis import strategies as st

from bodymap.body.showing import Box
from bodymap.canvas import Line, Own, Slide, SlideShow, SlideView
from bodymap.canvas.own import MOST_LETTERS, MOST_LINES, MOST_POINTS, read_own

VIEW = SlideView("back", Box(0, 0, 100, 100))
SHOW = SlideShow(
    title="Two",
    figure="neutral",
    figure_url="figure/1/",
    slides=tuple(
        Slide(name, name, "", (VIEW,), f"zones/{name}", f"muscle/{name}", (), "")
        for name in ("upper", "lower")
    ),
    notice="",
)


def test_notes_and_lines_of_the_slides_are_read() -> None:
    raw = {
        "notes": {"upper": " Ask first. ", "lower": "  "},
        "lines": {"lower": [{"view": "back", "points": [[1, 2.5], [3, 4]]}]},
    }

    assert read_own(raw, SHOW) == Own(
        notes={"upper": "Ask first."},
        lines={"lower": (Line("back", ((1.0, 2.5), (3.0, 4.0))),)},
    )


def test_what_belongs_to_no_slide_or_view_is_left_out() -> None:
    raw = {
        "notes": {"nobody": "text", "upper": 7},
        "lines": {
            "nobody": [{"view": "back", "points": [[1, 2]]}],
            "upper": [{"view": "front", "points": [[1, 2]]}, {"view": "back", "points": []}],
        },
    }

    assert read_own(raw, SHOW) == Own()


def test_points_that_are_no_places_are_left_out() -> None:
    points = [[1, 2], [float("nan"), 2], [True, 2], ["1", 2], [1], [1, 10_001], 5]
    raw = {"lines": {"upper": [{"view": "back", "points": points}]}}

    assert read_own(raw, SHOW).lines == {"upper": (Line("back", ((1.0, 2.0),)),)}


def test_notes_lines_and_points_have_bounds() -> None:
    line = {"view": "back", "points": [[0, 0]] * (MOST_POINTS + 1)}
    raw = {"notes": {"upper": "a" * (MOST_LETTERS + 1)}, "lines": {"upper": [line] * 101}}

    own = read_own(raw, SHOW)

    assert len(own.notes["upper"]) == MOST_LETTERS
    assert len(own.lines["upper"]) == MOST_LINES
    assert {len(each.points) for each in own.lines["upper"]} == {MOST_POINTS}


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["notes", "lines", "upper", "view", "points", "back"]), inner
        )
    ),
    max_leaves=12,
)


@given(anything)
def test_nothing_a_browser_says_fails(raw: object) -> None:
    own = read_own(raw, SHOW)

    assert set(own.notes) | set(own.lines) <= {"upper", "lower"}
