"""Put views, cells, sites and manifest together into the files of `assets/body`."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tools.figure import partition
from tools.figure.cells import Cells
from tools.figure.follow import follows, seen_in_all
from tools.figure.packing import npz
from tools.figure.produce import Drawn
from tools.figure.write import group_files, manifest_rows, regions_file, text, view_rows

BODY_VERSION = "1"
NO_CELL = 0xFFFF
DrawnGroups = Mapping[tuple[str | None, str], Sequence[Drawn]]


def assemble(table: Cells, figures: Sequence[str], drawn: DrawnGroups) -> dict[str, bytes]:
    """All files, the manifest last.

    Args:
        table: the cells of the mesh.
        figures: names of the figures drawn.
        drawn: (figure or None, group) to its views.
    """
    files: dict[str, bytes] = {}
    rows: list[dict[str, Any]] = []
    for (figure, name), views in drawn.items():
        files |= group_files(f"{figure}." if figure else "", name, views)
        rows += view_rows(figure, name, views)
    mesh_cells = len(table.region)
    inside = [s for s in partition.SITES.values() if s.at is not None]
    count = mesh_cells + len(inside)
    files["regions.json"] = regions_file()
    files["sites.json"] = text(
        {
            s.id: {"regions": list(s.regions), "laterality": s.laterality}
            if s.at is None
            else {
                "inside": mesh_cells + inside.index(s),
                "at": s.at,
                "laterality": s.laterality,
            }
            for s in partition.SITES.values()
        }
    )
    files["cells.npz"] = npz(_cell_arrays(table, figures, drawn, count))
    files["manifest.json"] = text(
        {
            "body_version": BODY_VERSION,
            "cell_count": count,
            "mesh_cells": mesh_cells,
            "figures": list(figures),
            "figure_height_cm": {f: _height(table, f) for f in figures},
            "views": rows,
            "files": manifest_rows(files),
        }
    )
    return files


def _height(table: Cells, figure: str) -> float:
    return round(float(np.ptp(table.xyz_cm[figure][:, 1])), 1)


def packable(area_cm2: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Areas in binary fractions of about 0.0001 cm2: they pack well, and no shown sum changes."""
    return np.asarray(np.round(area_cm2 * 8192) / 8192)


def _padded(
    values: npt.NDArray[Any], count: int, fill: float, kind: type[np.generic]
) -> npt.NDArray[Any]:
    out = np.full((count, *values.shape[1:]), fill, kind)
    out[: len(values)] = values
    return out


def _cell_arrays(
    table: Cells, figures: Sequence[str], drawn: DrawnGroups, count: int
) -> dict[str, npt.NDArray[Any]]:
    mesh_cells = len(table.region)
    mirror = np.arange(count, dtype=np.uint16)
    mirror[:mesh_cells] = table.mirror
    arrays: dict[str, npt.NDArray[Any]] = {
        "region": _padded(table.region, count, NO_CELL, np.uint16),
        "laterality": _padded(table.laterality, count, 0, np.int8),
        "mirror": mirror,
    }
    for name in dict.fromkeys(group for _, group in drawn):
        pictures = [[d.cells for d in v] for (_, group), v in drawn.items() if group == name]
        seen = seen_in_all(pictures, mesh_cells)
        led = follows(seen, table, everything=name == "main")
        arrays[f"follows_{name}"] = _padded(led, count, NO_CELL, np.uint16)
    for figure in figures:
        hundredths = np.round(table.xyz_cm[figure] * 100)
        arrays[f"xyz_{figure}"] = _padded(hundredths, count, 0, np.int16)
        arrays[f"area_{figure}"] = _padded(packable(table.area_cm2[figure]), count, 0, np.float32)
    return arrays
