"""The stored form of a set of cells, read back only if it can be one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bodymap.body.packing import pack, unpack
from bodymap.errors import AreaUnreadable, OtherBody

COUNT = 60_000


@given(st.sets(st.integers(0, COUNT - 1), max_size=400))
def test_what_is_packed_is_unpacked(cells: set[int]) -> None:
    ascending = np.array(sorted(cells), np.uint16)

    assert unpack(pack(ascending, "1"), "1", COUNT).tolist() == ascending.tolist()


@pytest.mark.parametrize("cells", [[5, 5], [0, 0], [7, 3], [1, 2, 2, 9]])
def test_cells_that_repeat_or_go_back_are_refused(cells: list[int]) -> None:
    with pytest.raises(AreaUnreadable):
        unpack(pack(np.array(cells, np.uint16), "1"), "1", COUNT)


def test_a_cell_that_the_body_does_not_have_is_refused() -> None:
    stored = pack(np.array([9, 10], np.uint16), "1")

    assert unpack(stored, "1", 11).tolist() == [9, 10]
    with pytest.raises(AreaUnreadable):
        unpack(stored, "1", 10)


def test_another_body_is_refused_by_its_version() -> None:
    with pytest.raises(OtherBody):
        unpack(pack(np.array([1], np.uint16), "2"), "1", COUNT)
