"""Measures everything, prints it and writes `docs/performance.md`.

python -m tests.benchmarks
python -m tests.benchmarks --print-only
"""

import argparse
import sys

from tests.benchmarks import (
    body_beside,
    growth,
    machine,
    pain_speed,
    report_speed,
    save_speed,
    screens_beside,
)
from tests.benchmarks.page import page
from tests.benchmarks.servers import ROOT

PAGE = ROOT / "docs" / "performance.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--print-only", action="store_true", help="leave the page as it is")
    print_only = parser.parse_args().print_only
    described = machine.lines()
    grown = growth.grown()
    rows = [
        *screens_beside.rows(),
        *body_beside.rows(),
        *body_beside.further_rows(),
        *pain_speed.rows(),
        *report_speed.rows(),
        *save_speed.rows(),
        *growth.rows(grown),
    ]
    text = page(rows, described, grown)
    sys.stdout.write(text)
    if not print_only:
        PAGE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
