"""Put views, cells, sites and manifest together into the files of `assets/body`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from tools.figure import inside, partition
from tools.figure.cells import Cells
from tools.figure.follow import follows, seen_in_all
from tools.figure.packing import npz
from tools.figure.partition.names import RegionName
from tools.figure.partition.sites import SiteName
from tools.figure.produce import Drawn
from tools.figure.schematics import Schematics
from tools.figure.write import group_files, manifest_rows, regions_file, text, view_rows

BODY_VERSION = "1"
NO_CELL = 0xFFFF
CHART_GROUP = "pelvic_floor"
DrawnGroups = Mapping[tuple[str | None, str], Sequence[Drawn]]


def assemble(
    table: Cells,
    figures: Sequence[str],
    drawn: DrawnGroups,
    *,
    charts: Schematics | None = None,
    landmarks: Sequence[Mapping[str, Any]] | None = None,
    base_mesh: Mapping[str, npt.NDArray[Any]] | None = None,
) -> dict[str, bytes]:
    """All files, the manifest last.

    Args:
        table: the cells of the mesh.
        figures: names of the figures drawn.
        drawn: (figure or None, group) to its views.
        charts: the pelvic-floor charts; their cells follow those of the mesh.
        landmarks: rows of `landmarks.json`.
        base_mesh: arrays of `mesh.npz`.
    """
    mesh_cells = len(table.region)
    regions = [*partition.REGIONS, *(charts.regions if charts else ())]
    if charts:
        drawn = {**drawn, (None, CHART_GROUP): _numbered(charts.views, mesh_cells)}
    files: dict[str, bytes] = {}
    rows: list[dict[str, Any]] = []
    for (figure, name), views in drawn.items():
        files |= group_files(f"{figure}." if figure else "", name, views)
        rows += view_rows(figure, name, views)
    first_inside = mesh_cells + (len(charts.region) if charts else 0)
    count = first_inside + len(inside.INSIDE)
    files["regions.json"] = regions_file(regions)
    files["sites.json"] = text(
        {
            s.id: _site(s, first_inside, charts.regions if charts else ())
            for s in partition.SITES.values()
        }
    )
    if landmarks is not None:
        files["landmarks.json"] = text(landmarks)
    if base_mesh is not None:
        files["mesh.npz"] = npz(base_mesh)
    files["cells.npz"] = npz(_cell_arrays(table, figures, drawn, charts, count))
    files["manifest.json"] = text(
        {
            "body_version": BODY_VERSION,
            "cell_count": count,
            "mesh_cells": mesh_cells,
            "figures": list(figures),
            "figure_height_cm": {f: round(table.height_cm[f], 1) for f in figures},
            "views": rows,
            "files": manifest_rows(files),
        }
    )
    return files


def _site(site: SiteName, first_inside: int, charted: Sequence[RegionName]) -> dict[str, Any]:
    """Row of `sites.json`: a union of regions of skin and charts, or cells inside."""
    if site.at is not None:
        return {
            "inside": inside.cells_of(site.id, first_inside),
            "at": site.at,
            "laterality": site.laterality,
            **inside.names_of(site.id),
        }
    bases = list(site.regions)
    if site.on_pelvic_floor:
        bases += [r.base for r in charted if r.base == site.id or r.base.startswith(site.id + "_")]
    return {"regions": list(dict.fromkeys(bases)), "laterality": site.laterality}


def _numbered(views: Sequence[Drawn], first: int) -> list[Drawn]:
    """Charts with the cell numbers of the whole body."""
    out = []
    for view in views:
        shifted = np.where(view.cells == NO_CELL, NO_CELL, view.cells.astype(np.int64) + first)
        out.append(replace(view, cells=shifted.astype(np.uint16)))
    return out


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
    table: Cells,
    figures: Sequence[str],
    drawn: DrawnGroups,
    charts: Schematics | None,
    count: int,
) -> dict[str, npt.NDArray[Any]]:
    mesh_cells = len(table.region)
    region = _padded(table.region, count, NO_CELL, np.uint16)
    mirror = np.arange(count, dtype=np.uint16)
    mirror[:mesh_cells] = table.mirror
    on_chart = slice(mesh_cells, mesh_cells + (len(charts.region) if charts else 0))
    if charts:
        region[on_chart] = charts.region + len(partition.REGIONS)
        mirror[on_chart] = charts.mirror + mesh_cells
    mirror[on_chart.stop :] = np.array(inside.mirror()) + on_chart.stop
    arrays: dict[str, npt.NDArray[Any]] = {
        "region": region,
        "laterality": _padded(table.laterality, count, 0, np.int8),
        "mirror": mirror,
    }
    for name in dict.fromkeys(group for _, group in drawn):
        if name == CHART_GROUP:
            led = np.full(count, NO_CELL, np.uint16)
            led[on_chart] = np.arange(on_chart.start, on_chart.stop)
        else:
            pictures = [[d.cells for d in v] for (_, group), v in drawn.items() if group == name]
            seen = seen_in_all(pictures, mesh_cells)
            skin = follows(seen, table, everything=name == "main")
            led = _padded(skin, count, NO_CELL, np.uint16)
        arrays[f"follows_{name}"] = led
    for figure in figures:
        hundredths = np.round(table.xyz_cm[figure] * 100)
        arrays[f"xyz_{figure}"] = _padded(hundredths, count, 0, np.int16)
        area = packable(table.area_cm2[figure])
        arrays[f"area_{figure}"] = _padded(area, count, 0, np.float32)
    return arrays
