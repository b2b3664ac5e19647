"""Label pictures to outlines: shared borders, nothing lost, mirrored exactly."""

from collections import Counter

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.body.asset_files import area, backwards, contains, segments
from tests.example_count import at_most
from tools.figure.outlines import arcs, trace
from tools.figure.produce import _flipped_path, other_side
from tools.figure.tidy import prune, without_crumbs

Picture = npt.NDArray[np.int64]


@st.composite
def label_pictures(draw: st.DrawFn) -> Picture:
    """A disc cut into pieces by the nearest of a few seeds."""
    count = draw(st.integers(1, 6))
    seeds = draw(
        st.lists(
            st.tuples(st.integers(10, 90), st.integers(10, 90)),
            min_size=count, max_size=count, unique=True,
        )
    )  # fmt: skip
    y, x = np.mgrid[:100, :100]
    distance = np.stack([(x - a) ** 2 + (y - b) ** 2 for a, b in seeds])
    return np.where((x - 50) ** 2 + (y - 50) ** 2 < 45**2, distance.argmin(axis=0), -1)


@settings(max_examples=at_most(25), deadline=None)
@given(label_pictures())
def test_traced_regions_share_every_border_and_cover_the_picture(labels: Picture) -> None:
    traced = trace(labels, 2.0, sigma=2.0)
    drawn = Counter(s for d in traced.paths.values() for s in segments(d))
    unpaired = {s for s in drawn if backwards(s) not in drawn}
    assert unpaired == set(segments(traced.outline))
    total = sum(area(d) for d in traced.paths.values())
    assert total == pytest.approx(np.count_nonzero(labels >= 0) / 4, rel=0.03)
    for label, d in traced.paths.items():
        assert contains(d, *traced.at[label])


def test_arcs_run_between_junctions_or_close() -> None:
    labels = np.zeros((6, 6), np.int64)
    labels[:, 3:] = 1
    chains = arcs(labels)
    ends = sorted((tuple(c[0]), tuple(c[-1])) for c in chains)
    assert len(ends) == 3
    assert {p for pair in ends for p in pair} == {(3.0, 0.0), (3.0, 6.0)}
    (ring,) = arcs(np.zeros((4, 4), np.int64))
    assert (ring[0] == ring[-1]).all()


def test_a_sliver_goes_to_its_neighbour_and_a_speck_to_what_surrounds_it() -> None:
    labels = np.zeros((60, 60), np.int64)
    labels[:, 57:] = 1
    labels[30, 30] = 2
    tidy = without_crumbs(labels, 6, 3, np.zeros(3, np.bool_))
    assert tidy[30, 40] == 0
    main = {"wide": np.ones((60, 60), np.int64), "edge": labels}
    pruned = prune(main, {"wide": 1.0, "edge": 1.0}, {}, 3)
    assert (pruned["edge"][:, 57:] == 0).all()
    assert (pruned["wide"] == 1).all()


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 9999)), min_size=2, max_size=9))
def test_a_flipped_path_flips_back(points: list[tuple[int, int]]) -> None:
    path = "M" + "L".join(f"{x / 10:g} {y / 10:g}" for x, y in points) + "Z"
    assert _flipped_path(_flipped_path(path, 1000), 1000) == path


def test_the_other_side_of_the_midline_is_itself() -> None:
    assert [other_side(i) for i in ("nose", "ear.left", "ear.right")] == [
        "nose",
        "ear.right",
        "ear.left",
    ]
