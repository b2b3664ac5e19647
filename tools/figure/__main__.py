"""Make the body's files: `python -m tools.figure [--figures neutral ...] [--out DIR] [--check]`."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tools.figure import base_mesh, landmarks, partition, pelvic_floor, produce, reread, views
from tools.figure import cells as cell_module
from tools.figure.assemble import CHART_GROUP, assemble
from tools.figure.shapes import RECIPES
from tools.figure.write import save

ASSETS = Path(__file__).parents[2] / "assets" / "body"
GROUPS = (*views.PER_FIGURE, *views.SHARED, CHART_GROUP)


def make(
    figures: Sequence[str], groups: Sequence[str], pictures: Path | None = None
) -> dict[str, bytes]:
    """All files of the body.

    Args:
        figures: names of recipes, the first of which is drawn where one stands for all.
        groups: groups of views.
        pictures: folder to take views of the skin from instead of drawing them anew.

    Returns:
        File name to content, the manifest included.
    """
    started = time.monotonic()
    table = cell_module.build(figures)
    _say(started, f"{len(table.region)} cells, {len(partition.REGIONS)} regions")

    def views_of(figure: str | None, name: str, specs: Sequence[views.View]) -> list[produce.Drawn]:
        if pictures:
            return reread.views(pictures, figure, name)
        made = produce.group(specs, figure or figures[0], table.mirror)
        _say(started, f"{figure or 'all figures'}: {name}")
        _describe(made)
        return made

    drawn: dict[tuple[str | None, str], list[produce.Drawn]] = {}
    for figure in figures:
        for name, specs in views.PER_FIGURE.items():
            if name in groups:
                drawn[figure, name] = views_of(figure, name, specs)
    for name, shared in views.SHARED.items():
        if name in groups:
            drawn[None, name] = views_of(None, name, shared)
    charts = None
    if CHART_GROUP in groups:
        charts = pelvic_floor.build()
        _say(started, f"{CHART_GROUP}: {len(charts.region)} cells, {len(charts.regions)} regions")
        _describe(charts.views)
    surface = base_mesh.arrays(figures)
    found = landmarks.rows(table)
    return assemble(table, figures, drawn, charts=charts, landmarks=found, base_mesh=surface)


def _describe(made: Sequence[produce.Drawn]) -> None:
    for d in made:
        if d.mirror_of is None:
            size = f"{d.width} x {d.height}, {len(d.regions)} regions"
            print(f"          {d.id}: {size}, area error {100 * d.area_error:+.2f} %")


def _say(started: float, what: str) -> None:
    print(f"{time.monotonic() - started:6.1f} s  {what}", flush=True)


def _compare(folder: Path, files: dict[str, bytes]) -> int:
    """Number of files that differ from the folder, each named."""
    bad = 0
    for name, data in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            bad += 1
            print(f"differs: {name}")
    print(f"{len(files) - bad} of {len(files)} files are identical")
    return bad


def main() -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.figure", description=__doc__)
    parser.add_argument("--figures", nargs="+", choices=[*RECIPES], default=[*RECIPES])
    parser.add_argument("--groups", nargs="+", choices=GROUPS, default=[*GROUPS])
    parser.add_argument("--out", type=Path, default=ASSETS)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument(
        "--keep-pictures",
        action="store_true",
        help="draw only the charts and take the other views from --out: enough after a change of"
        " landmarks, charts, sites or labels, but not of borders",
    )
    chosen = parser.parse_args()
    partial = {*chosen.figures} != {*RECIPES} or {*chosen.groups} != {*GROUPS}
    if partial and not chosen.check and chosen.out.resolve() == ASSETS.resolve():
        parser.error(
            "some figures or groups alone would leave the others' files behind: give --out"
        )
    files = make(chosen.figures, chosen.groups, chosen.out if chosen.keep_pictures else None)
    if chosen.check:
        if partial:
            # these speak of all figures
            files = {
                k: v
                for k, v in files.items()
                if k not in ("cells.npz", "mesh.npz", "manifest.json")
            }
        return 1 if _compare(chosen.out, files) else 0
    save(chosen.out, files)
    print(f"{sum(map(len, files.values())) / 1e6:.2f} MB in {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
