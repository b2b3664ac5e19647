"""A drawn shape goes into the file of its muscle, and nothing else in the file changes."""

import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bodymap import files
from bodymap.atlas.editing.drawn_yaml import block, read_drawn, save_drawn, with_drawn
from bodymap.atlas.referral import DrawnStroke, DrawnZones
from bodymap.errors import PatternNotSaved
from tests.example_count import at_most

FILE = files.assets("atlas", "muscles", "infraspinatus.yaml")
POINT = "infraspinatus_upper"
OTHER = "infraspinatus_medial"
BRUSH = DrawnStroke(view="front", kind="brush", radius=12, points=((188, 214), (186.5, 236)))

coordinates = st.floats(-10_000, 10_000, allow_nan=False)
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=40).map(tuple)
views = st.sampled_from(["front", "hand_back.right", "pelvic_floor_female", "no", "front: view"])
strokes = st.one_of(
    st.builds(
        DrawnStroke,
        view=views,
        kind=st.sampled_from(["brush", "erase"]),
        radius=st.floats(1e-9, 500),
        points=points,
    ),
    st.builds(DrawnStroke, view=views, kind=st.just("outline"), points=points),
    st.builds(
        DrawnStroke,
        view=views,
        kind=st.just("region"),
        region=st.sampled_from(["shoulder_front.right", "sternum"]),
    ),
)
several = st.lists(strokes, max_size=4).map(tuple)
shapes = st.none() | st.builds(
    DrawnZones,
    made=st.just("by_hand"),
    body_version=st.sampled_from(["1", "12"]),
    essential=several,
    spillover=several,
)


def text_of(path: Path = FILE) -> str:
    return path.read_bytes().decode("utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / FILE.name
    path.write_bytes(FILE.read_bytes())
    return path


@settings(max_examples=at_most(40), deadline=None)
@given(shape=shapes)
def test_any_shape_is_read_back_as_it_was_written(shape: DrawnZones | None) -> None:
    old = read_drawn(FILE, POINT)

    written = with_drawn(FILE, text_of(), POINT, shape)
    back = with_drawn(FILE, written, POINT, old)

    assert with_drawn(FILE, written, POINT, shape) == written
    assert shape is not None or "drawn:" not in written.split(OTHER)[0]
    assert with_drawn(FILE, back, POINT, shape) == written


def test_a_stroke_more_adds_its_line_and_changes_no_other(copy: Path) -> None:
    old = read_drawn(copy, POINT)
    assert old is not None
    new = old.model_copy(update={"essential": (*old.essential, BRUSH)})

    save_drawn(copy, POINT, new, instead_of=old)

    line = "          - {view: front, kind: brush, radius: 12, points: [[188, 214], [186.5, 236]]}"
    before, after = text_of().splitlines(), text_of(copy).splitlines()
    at = after.index(line)
    assert [*after[:at], *after[at + 1 :]] == before
    assert after[at + 1] == "        spillover:"
    assert read_drawn(copy, POINT) == new


@pytest.mark.parametrize("name", sorted(p.name for p in FILE.parent.glob("*.yaml"))[::9])
def test_writing_what_is_there_leaves_every_stroke_in_its_lines(name: str) -> None:
    path = FILE.parent / name
    text = text_of(path)
    for line in text.splitlines():
        if line.startswith("  - id: "):
            point = line.removeprefix("  - id: ")
            written = with_drawn(path, text, point, read_drawn(path, point))
            kept = [line for line in text.splitlines() if line.strip() not in EMPTY]
            assert [line for line in written.splitlines() if line.strip() not in EMPTY] == kept


EMPTY = {"essential: []", "spillover: []"}


def test_a_first_shape_stands_at_the_end_of_the_referral_and_goes_without_a_trace() -> None:
    bare = with_drawn(FILE, text_of(), POINT, None)
    shape = DrawnZones(made="by_hand", body_version="1", essential=(BRUSH,))

    first = with_drawn(FILE, bare, POINT, shape)

    shown = first.splitlines()
    at = shown.index("      drawn:")
    assert (
        shown[at - 1] == "        - {site: neck_upper_back, laterality: ipsilateral, shape: spot}"
    )
    assert "".join(f"{line}\n" for line in shown[at : at + 5]) == block(shape)
    assert shown[at + 5].startswith("    zone_shape:")
    assert with_drawn(FILE, first, POINT, None) == bare


def test_comments_blank_lines_and_line_ends_stay_as_they_are(copy: Path) -> None:
    text = text_of().replace("    zone_shape:", "\n    # of the words below\n    zone_shape:", 1)
    copy.write_bytes(text.replace("\n", "\r\n").encode())
    old = read_drawn(copy, POINT)

    save_drawn(copy, POINT, None, instead_of=old)

    after = copy.read_bytes().decode()
    assert "\r\n\r\n    # of the words below\r\n    zone_shape:" in after
    assert after.count("\n") == after.count("\r\n")
    assert read_drawn(copy, POINT) is None
    assert read_drawn(copy, OTHER) is not None


def test_a_shape_that_was_changed_meanwhile_is_not_overwritten(copy: Path) -> None:
    old = read_drawn(copy, POINT)
    save_drawn(copy, POINT, None, instead_of=old)
    before = copy.read_bytes()

    with pytest.raises(PatternNotSaved, match="changed in the file meanwhile") as refused:
        save_drawn(copy, POINT, old, instead_of=old)

    assert refused.value.path == copy
    assert copy.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda text: text.replace(POINT, "somebody_else"), "it has no trigger point"),
        (lambda _: "id: [", "it is not a valid file of a muscle"),
        (lambda text: text.replace("name: Infra", "nmae: Infra", 1), "it is not a valid file"),
    ],
)
def test_a_file_that_is_not_right_is_left_alone(copy: Path, change: object, problem: str) -> None:
    assert callable(change)
    copy.write_text(change(text_of()), "utf-8")
    before = copy.read_bytes()

    with pytest.raises(PatternNotSaved, match=problem):
        save_drawn(copy, POINT, None, instead_of=None)

    assert copy.read_bytes() == before


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(PatternNotSaved, match="No such file"):
        read_drawn(tmp_path / "nobody.yaml", POINT)


def test_nothing_but_the_file_is_left_behind_and_its_mode_stays(copy: Path) -> None:
    copy.chmod(0o640)

    save_drawn(copy, POINT, None, instead_of=read_drawn(copy, POINT))

    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o640
