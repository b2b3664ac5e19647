"""A set of cells: everything that is drawn on a body is one of these."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bodymap.body import notebook, packing
from bodymap.body.figure import Figure
from bodymap.body.laterality import Laterality, laterality_of_cells
from bodymap.body.regions import RegionShare
from bodymap.errors import OtherBody


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class SurfaceArea:
    """A set of cells, measured on one figure. Immutable; made by the functions below.

    Two areas are equal if they hold the same cells of the same body version: the figure is only the
    ruler, so a mark made on one figure compares with one made on another. Combining two keeps the
    figure of the left one.

    Sizes are those of the model body, not of the patient.

    Attributes:
        body: The figure that measures it.
        cells: Numbers of its cells, ascending, shape (n,), read-only.
    """

    body: Figure
    cells: npt.NDArray[np.uint16]
    _index: npt.NDArray[np.intp] = field(init=False)

    def __post_init__(self) -> None:
        self.cells.flags.writeable = False
        # NumPy would turn the numbers into this type again at every look-up.
        object.__setattr__(self, "_index", self.cells.astype(np.intp))

    @property
    def cm2(self) -> float:
        """Surface of the model body that it covers; charts and places inside add nothing."""
        return float(self.body.area_cm2[self._index].sum())

    @property
    def share(self) -> float:
        """Part of the whole body surface, 0 to 1."""
        return self.cm2 / self.body.total_cm2

    def by_region(self) -> Mapping[str, RegionShare]:
        """How much of each region it takes; regions it does not touch are left out."""
        return self.body.shares_by_region(self._index)

    @property
    def laterality(self) -> Laterality | None:
        """Side of the patient by surface, or by number of cells if it has none; None if empty."""
        cells = self.body.cell_table
        index = self._index
        weight = self.body.area_cm2[index]
        if weight.any():
            index, weight = index[weight > 0], weight[weight > 0]
        # Charts have sides but no place, so nothing on them is near the mid-plane.
        x_cm = np.where(index < cells.mesh_count, self.body.xyz_cm[index, 0], np.inf)
        return laterality_of_cells(cells.sign[index], weight, x_cm)

    @property
    def schematic_cells(self) -> int:
        """How many of its cells lie on a pelvic-floor chart, which has no surface area."""
        cells = self.body.cell_table
        on_chart = (self._index >= cells.mesh_count) & ~cells.inside[self._index]
        return int(np.count_nonzero(on_chart))

    def share_of_view(self, view_id: str) -> float:
        """Part of all that a view shows, 0 to 1; for a pelvic-floor chart, the extent on it.

        Raises:
            UnknownView: The body has no such view.
        """
        pixels = self.body.view(view_id).pixels
        return float(pixels[self._index].sum() / pixels.sum())

    @property
    def inside_sites(self) -> tuple[str, ...]:
        """Ids of the places inside the body that it holds."""
        held = set(self._index[self.body.cell_table.inside[self._index]].tolist())
        sites = self.body.sites.values()
        return tuple(site.id for site in sites if held.intersection(site.inside.values()))

    @property
    def mask(self) -> npt.NDArray[np.bool_]:
        """A new array, shape (cell_count,), True for its cells."""
        mask = np.zeros(self.body.cell_count, bool)
        mask[self._index] = True
        return mask

    def mirrored(self) -> "SurfaceArea":
        """The same area on the other side of the patient; mirrored twice it is itself."""
        return SurfaceArea(self.body, np.unique(self.body.cell_table.mirror[self._index]))

    def on(self, body: Figure) -> "SurfaceArea":
        """The same cells, measured on another figure.

        Raises:
            OtherBody: That figure has another body version.
        """
        if body.version != self.body.version:
            raise OtherBody(self.body.version, body.version)
        return SurfaceArea(body, self.cells)

    def to_bytes(self) -> bytes:
        """Compact form to be stored, which names the body version. `from_bytes` reads it back."""
        return packing.pack(self.cells, self.body.version)

    @classmethod
    def from_bytes(cls, stored: bytes, body: Figure) -> "SurfaceArea":
        """Read what `to_bytes` wrote; bytes are untrusted and fully checked.

        Raises:
            AreaUnreadable: They are cut short, changed, or hold cells that the body does not have.
            OtherBody: They come from another body version.
        """
        return cls(body, packing.unpack(stored, body.version, body.cell_count))

    def __or__(self, other: "SurfaceArea") -> "SurfaceArea":
        return self._from(self.mask | self._mask_of(other))

    def __and__(self, other: "SurfaceArea") -> "SurfaceArea":
        return self._from(self.mask & self._mask_of(other))

    def __sub__(self, other: "SurfaceArea") -> "SurfaceArea":
        return self._from(self.mask & ~self._mask_of(other))

    def __xor__(self, other: "SurfaceArea") -> "SurfaceArea":
        return self._from(self.mask ^ self._mask_of(other))

    def __invert__(self) -> "SurfaceArea":
        """All other cells, also of charts and inside; `body.whole() - area` is the other skin."""
        return self._from(~self.mask)

    def __contains__(self, cell: object) -> bool:
        return isinstance(cell, int | np.integer) and bool((self._index == cell).any())

    def __len__(self) -> int:
        return self.cells.size

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SurfaceArea):
            return NotImplemented
        return self.body.version == other.body.version and np.array_equal(self.cells, other.cells)

    def __hash__(self) -> int:
        return hash((self.body.version, self.cells.tobytes()))

    def __repr__(self) -> str:
        size = f"{self.cm2:.1f} cm2, {100 * self.share:.2f} % of the surface"
        return f"<SurfaceArea of {len(self)} cells, {size}, {self.laterality}, {self.body.figure}>"

    def _repr_svg_(self) -> str:
        """Picture for a notebook: the area on the views of its figure that show it."""
        return notebook.picture(self)

    def _mask_of(self, other: "SurfaceArea") -> npt.NDArray[np.bool_]:
        if other.body.version != self.body.version:
            raise OtherBody(self.body.version, other.body.version)
        return other.mask

    def _from(self, mask: npt.NDArray[np.bool_]) -> "SurfaceArea":
        return from_mask(self.body, mask)


def from_mask(body: Figure, mask: npt.NDArray[np.bool_]) -> SurfaceArea:
    """Area of the cells that are True in a mask of shape (cell_count,)."""
    return SurfaceArea(body, np.flatnonzero(mask).astype(np.uint16))


def of_cells(figure: Figure, numbers: Iterable[int] | npt.NDArray[np.integer]) -> SurfaceArea:
    """Area of the given cells, in any order, repeated or not.

    Raises:
        UnknownCell: One of them is not a cell.
    """
    return SurfaceArea(figure, figure.cell_table.known(numbers))


def of_regions(figure: Figure, region_ids: Iterable[str]) -> SurfaceArea:
    """Area of whole regions, with the parts that no view shows.

    Raises:
        UnknownRegion: One of them is not a region.
    """
    return from_mask(figure, figure.named.of_regions(region_ids))


def of_site(
    figure: Figure, site_id: str, laterality: Laterality = Laterality.BILATERAL
) -> SurfaceArea:
    """Area of a site.

    Args:
        figure: The figure.
        site_id: Site id.
        laterality: LEFT or RIGHT for that half of a site that has sides, without what a chart
            draws on its midline. BILATERAL and MIDLINE give all of it, and so does any side of
            a place on the midline.

    Raises:
        UnknownSite: No such site.
    """
    return from_mask(figure, figure.named.of_site(site_id, laterality))


def whole(figure: Figure) -> SurfaceArea:
    """The whole body surface, without pelvic-floor charts and places inside."""
    return SurfaceArea(figure, np.arange(figure.cell_table.mesh_count, dtype=np.uint16))
