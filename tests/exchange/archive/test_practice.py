"""A whole practice leaves, is removed for good, and comes back to the last row."""

import pytest

from tests.benchmarks.archive_speed import left_and_came_back, step_here
from tests.example_count import examples


@pytest.mark.slow
def test_a_practice_leaves_is_removed_and_comes_back_to_the_last_row() -> None:
    costs = left_and_came_back(examples(fast=50, whole=200, nightly=10_000), step_here)

    assert list(costs) == ["archived", "removed", "imported"]
