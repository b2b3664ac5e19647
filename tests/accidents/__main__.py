"""Accidents while 500 random operations are made; prints what was lost, doubled or misplaced.

python -m tests.accidents
python -m tests.accidents --seed 8 --operations 100
"""

import argparse
import contextlib
import math
import sys
import tempfile
import time
from pathlib import Path

from tests.accidents.work import Report, work
from tests.benchmarks.browsing import chromium_running

OPERATIONS = 500


def main() -> int:
    """1 if anything is not as it was made."""
    parser = argparse.ArgumentParser(prog="python -m tests.accidents", description=__doc__)
    parser.add_argument("--seed", type=int, default=2026, help="what happens, and when")
    parser.add_argument("--operations", type=int, default=OPERATIONS)
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop after so long")
    parser.add_argument("--folder", type=Path, help="for records, log and pictures; is kept")
    given = parser.parse_args()
    begun = time.monotonic()
    kept = contextlib.nullcontext(given.folder) if given.folder else tempfile.TemporaryDirectory()
    with kept as folder, chromium_running() as browser:
        report = work(
            Path(folder) / "records",
            browser,
            seed=given.seed,
            operations=given.operations,
            most_s=60 * given.minutes,
            tell=lambda line: sys.stderr.write(f"{line}\n"),
        )
    seconds = time.monotonic() - begun
    sys.stdout.write(f"seed {given.seed}, {seconds:.0f} s\n{in_words(report)}\n")
    return int(any(report.outcome.counts))


def in_words(report: Report) -> str:
    """The report as printed."""
    outcome = report.outcome
    made = ", ".join(f"{name} {count}" for name, count in sorted(report.operations.items()))
    met = ", ".join(f"{name} {count}" for name, count in sorted(report.accidents.items()))
    lost, doubled, misplaced = outcome.counts
    return "\n".join(
        [
            f"operations: {report.operations.total()} ({made})",
            f"records finished: {report.finished}",
            f"accidents: {report.accidents.total()} ({met})",
            f"refused, with a sentence on the page: {report.refused}",
            f"lost: {lost}, doubled: {doubled}, in the wrong place: {misplaced}",
            *(f"  lost: {line}" for line in outcome.lost),
            *(f"  doubled: {line}" for line in outcome.doubled),
            *(f"  in the wrong place: {line}" for line in outcome.misplaced),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
