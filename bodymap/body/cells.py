"""The cells: small pieces of the surface, and what is known of each.

Cells are numbered once for all figures: the surface first, then the pelvic-floor charts, then the
places inside the body. All arrays are read-only and have one entry per cell unless said otherwise.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from bodymap.body.manifest import Manifest
from bodymap.errors import BodyFilesDamaged, UnknownCell

FILE: Final = "cells.npz"
_FOLLOWS: Final = "follows_"
_Scalar = TypeVar("_Scalar", bound=np.generic)


@dataclass(frozen=True, eq=False)
class Cells:
    """What all figures share.

    Attributes:
        count: Number of cells.
        mesh_count: How many of them are surface; these come first.
        region: Region number, `region_count` for a cell in none.
        region_count: Number of regions.
        sign: +1 on the patient's left, -1 on the right, 0 on neither.
        mirror: The cell on the other side.
        follows: Per group of views, the visible cell that each cell goes with there; 65535 where
            the group does not show that part of the body.
        inside: True for the places inside the body.
    """

    count: int
    mesh_count: int
    region: npt.NDArray[np.intp]
    region_count: int
    sign: npt.NDArray[np.int8]
    mirror: npt.NDArray[np.uint16]
    follows: Mapping[str, npt.NDArray[np.uint16]]
    inside: npt.NDArray[np.bool_]
    _by_region: npt.NDArray[np.intp]
    _starts: npt.NDArray[np.intp]

    def of_region(self, number: int) -> npt.NDArray[np.intp]:
        """Numbers of the cells of a region, ascending."""
        return self._by_region[self._starts[number] : self._starts[number + 1]]

    def number(self, cell: object) -> int:
        """A cell number as a plain one; raises `UnknownCell` if it is none."""
        if isinstance(cell, bool) or not isinstance(cell, int | np.integer):
            raise UnknownCell(cell, self.count)
        if not 0 <= cell < self.count:
            raise UnknownCell(int(cell), self.count)
        return int(cell)

    def known(self, numbers: Iterable[int] | npt.NDArray[np.integer]) -> npt.NDArray[np.uint16]:
        """Cell numbers ascending and once each; raises `UnknownCell` if one of them is none."""
        given = np.asarray(numbers if isinstance(numbers, np.ndarray) else list(numbers))
        if given.size and given.dtype.kind not in "iu":
            raise UnknownCell(given.tolist()[0], self.count)
        given = np.unique(given)
        for cell in given[:1].tolist() + given[-1:].tolist():
            self.number(cell)
        return given.astype(np.uint16)


@dataclass(frozen=True, eq=False)
class FigureCells:
    """What differs between figures.

    Attributes:
        xyz_cm: Shape (count, 3): x to the patient's left, y up, z to the front, canonical pose.
        area_cm2: Surface of each cell, 0 for linings, charts and places inside.
        total_cm2: All of it together.
        region_cm2: Shape (regions,), surface of each region.
        region_cells: Shape (regions,), number of cells of each region.
    """

    xyz_cm: npt.NDArray[np.float32]
    area_cm2: npt.NDArray[np.float64]
    total_cm2: float
    region_cm2: npt.NDArray[np.float64]
    region_cells: npt.NDArray[np.int64]


def read_cells(manifest: Manifest, region_sides: list[int], inside: Mapping[int, int]) -> Cells:
    """Read what all figures share.

    Args:
        manifest: Where the files are.
        region_sides: Per region of `regions.json`, +1 left, -1 right, 0 on the midline.
        inside: Cells of the places inside the body, each with its side as above.

    Raises:
        BodyFilesMissing: There is no `cells.npz`.
        BodyFilesDamaged: An array is missing or has a wrong shape.
    """
    arrays = _arrays(manifest, lambda name: not name.startswith(("xyz_", "area_")))
    region_count = len(region_sides)
    # Cells that lie in no region get one number past the last, so that sums can drop it.
    region = np.minimum(arrays["region"], region_count).astype(np.intp)
    is_inside = np.zeros(manifest.cell_count, bool)
    is_inside[list(inside)] = True
    region[is_inside] = region_count
    # Charts have no place in space: the side of their cells is that of their region.
    sign = np.array([*region_sides, 0], np.int8)[region]
    sign[list(inside)] = list(inside.values())
    sign[: manifest.mesh_cells] = arrays["laterality"][: manifest.mesh_cells]
    return Cells(
        count=manifest.cell_count,
        mesh_count=manifest.mesh_cells,
        region=_frozen(region),
        region_count=region_count,
        sign=_frozen(sign),
        mirror=_frozen(arrays["mirror"].astype(np.uint16)),
        follows=MappingProxyType(
            {
                name.removeprefix(_FOLLOWS): _frozen(array.astype(np.uint16))
                for name, array in arrays.items()
                if name.startswith(_FOLLOWS)
            }
        ),
        inside=_frozen(is_inside),
        _by_region=_frozen(np.argsort(region, kind="stable")),
        _starts=_frozen(np.searchsorted(np.sort(region), np.arange(region_count + 1))),
    )


def read_figure_cells(manifest: Manifest, cells: Cells, figure: str) -> FigureCells:
    """Read what belongs to one figure; errors as `read_cells`."""
    names = (f"xyz_{figure}", f"area_{figure}")
    arrays = _arrays(manifest, lambda name: name in names)
    # Charts and places inside have no surface, whatever a file says.
    area = arrays[names[1]].astype(np.float64)
    area[cells.mesh_count :] = 0
    bins = cells.region_count + 1
    per_region = np.asarray(np.bincount(cells.region, weights=area, minlength=bins), np.float64)
    return FigureCells(
        xyz_cm=_frozen(arrays[names[0]].astype(np.float32) / np.float32(100)),
        area_cm2=_frozen(area),
        total_cm2=float(area.sum()),
        region_cm2=_frozen(per_region[:-1]),
        region_cells=_frozen(np.bincount(cells.region, minlength=bins)[:-1].astype(np.int64)),
    )


def per_region(
    cells: Cells, own: FigureCells, chosen: npt.NDArray[np.intp]
) -> Iterator[tuple[int, float, float]]:
    """How much of each region some cells take.

    A drawing of a thousand cells takes 0.02 ms, all 54,072 cells 0.4 ms, of which fetching the
    region and the area of every one is a quarter and counting them the rest.

    Args:
        cells: What all figures share.
        own: What belongs to the figure that measures.
        chosen: Cell numbers, each at most once.

    Returns:
        For each region they touch: its number, the surface of it that they take in cm2, and the
        share of it: of its surface, or of its cells if it has none, as on a pelvic-floor chart.
    """
    region, bins = cells.region[chosen], cells.region_count + 1
    count = np.bincount(region, minlength=bins)[:-1]
    cm2 = np.bincount(region, weights=own.area_cm2[chosen], minlength=bins)[:-1]
    touched = np.flatnonzero(count)
    count, cm2, whole = count[touched], cm2[touched], own.region_cm2[touched]
    part = np.where(whole > 0, cm2, count)
    share = part / np.where(whole > 0, whole, own.region_cells[touched])
    return zip(touched.tolist(), cm2.tolist(), share.tolist(), strict=True)


class _Table(dict[str, npt.NDArray[Any]]):
    """Arrays by name that say which file lacks one."""

    def __init__(self, manifest: Manifest) -> None:
        super().__init__()
        self._path = manifest.path(FILE)

    def __missing__(self, name: str) -> npt.NDArray[Any]:
        raise BodyFilesDamaged(self._path, f"it has no array {name!r}")


def _arrays(manifest: Manifest, wanted: Callable[[str], bool]) -> _Table:
    table = _Table(manifest)
    try:
        with np.load(io.BytesIO(manifest.read(FILE)), allow_pickle=False) as file:
            for name in filter(wanted, file.files):
                table[name] = file[name]
    except (ValueError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise BodyFilesDamaged(manifest.path(FILE), f"it cannot be unpacked ({error})") from error
    for name, array in table.items():
        if array.shape[:1] != (manifest.cell_count,):
            problem = f"{name!r} has {array.shape[:1]} entries, not {manifest.cell_count}"
            raise BodyFilesDamaged(manifest.path(FILE), problem)
    return table


def _frozen(array: npt.NDArray[_Scalar]) -> npt.NDArray[_Scalar]:
    array.flags.writeable = False
    return array
