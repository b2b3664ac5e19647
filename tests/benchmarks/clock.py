"""Time a call many times and keep what can be said about it."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

WARM_UP = 3
MS = 1e3
NANOSECONDS_IN_MS = 1e6


@dataclass(frozen=True)
class Times:
    """Milliseconds of many runs of one thing."""

    each_ms: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.each_ms)

    @property
    def p95(self) -> float:
        return percentile(self.each_ms, 0.95)


def percentile(values: Sequence[float], part: float) -> float:
    """Smallest value that at least `part` of all reach; `part` from 0 to 1."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def timed(work: Callable[[], object], runs: int, *, warm_up: int = WARM_UP) -> Times:
    """Run `work` `runs` times after a few that do not count."""
    for _ in range(warm_up):
        work()
    each = []
    for _ in range(runs):
        start = time.perf_counter_ns()
        work()
        each.append((time.perf_counter_ns() - start) / NANOSECONDS_IN_MS)
    return Times(tuple(each))
