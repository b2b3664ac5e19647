"""Whatever is imported, it is refused with place and reason, or is there whole."""

import json
import subprocess
import sys
from pathlib import Path

from tests.example_count import examples

ROOT = Path(__file__).parents[2]
MOST_MB = 300
MOST_SECONDS = 2
"""Of the processor, so that a busy machine makes no difference."""


def test_thousands_of_imports_are_refused_or_whole() -> None:
    count = examples(fast=60, whole=200, nightly=5_000)
    command = [sys.executable, "-m", "tests.exchange.attacks", str(count), "0", "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    tried = json.loads(done.stdout)

    assert tried["wrong"] == []
    assert tried["slowest"] <= MOST_SECONDS, tried["slowest_was"]
    assert tried["megabytes"] <= MOST_MB
    fates = tried["fates"].values()
    assert sum(sum(each.values()) for each in fates) == count
    # Some are let through, so that it is seen that what is taken is whole.
    assert sum(each.get("taken", 0) + each.get("taken in part", 0) for each in fates) > count / 20
    assert sum(each.get("refused", 0) for each in fates) > count / 3
