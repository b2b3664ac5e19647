"""A figure as data: its surface in cells, its regions, sites, views and landmarks.

What can be done with it (painting, describing, tracing) stands in modules of their own, which
import this one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from bodymap import files
from bodymap.body.cells import Cells, FigureCells, read_cells, read_figure_cells
from bodymap.body.landmarks import Landmark, read_landmarks
from bodymap.body.laterality import Laterality, laterality_of_point
from bodymap.body.manifest import Manifest
from bodymap.body.mesh import Mesh, read_mesh
from bodymap.body.named import Named
from bodymap.body.names import read_names
from bodymap.body.regions import Region, RegionShare
from bodymap.body.sites import Site
from bodymap.body.views import View, open_views
from bodymap.errors import UnknownFigure, UnknownView


@dataclass(frozen=True, eq=False, repr=False)
class Figure:
    """One figure. Immutable; make it with `load` and keep it, it is not cached here.

    Attributes:
        figure: Figure id.
        manifest: Its files.
        regions: Regions by id, in the order of their numbers.
        sites: Sites by id.
        views: Views by id: this figure's own and those drawn once for all.
        cell_table: What is known of the cells whatever the figure.
        own: Where its cells are, and how large.
    """

    figure: str
    manifest: Manifest
    regions: Mapping[str, Region]
    sites: Mapping[str, Site]
    views: Mapping[str, View]
    cell_table: Cells
    own: FigureCells

    @classmethod
    def load(cls, figure: str = "neutral", folder: Path | None = None) -> Self:
        """Read a figure. Cell maps of views are read when they are first needed.

        Args:
            figure: Figure id: `neutral`, `female`, `male`, `child` or `broad`.
            folder: Folder with the files; the shipped one when left out.

        Raises:
            UnknownFigure: No such figure is shipped.
            BodyFilesMissing: A file is not there.
            BodyFilesDamaged: A file is not what was shipped.
        """
        manifest = Manifest.load(folder or files.assets("body"))
        if figure not in manifest.figures:
            raise UnknownFigure(figure, manifest.figures)
        regions, sites = read_names(manifest)
        inside = {c: side.sign for site in sites.values() for side, c in site.inside.items()}
        sides = [region.laterality.sign for region in regions.values()]
        cells = read_cells(manifest, sides, inside)
        return cls(
            figure=figure,
            manifest=manifest,
            regions=regions,
            sites=sites,
            views=open_views(manifest, figure),
            cell_table=cells,
            own=read_figure_cells(manifest, cells, figure),
        )

    def as_figure(self, figure: str) -> Self:
        """Another figure of the same body, sharing all that figures share.

        Raises:
            UnknownFigure: No such figure is shipped.
        """
        if figure == self.figure:
            return self
        if figure not in self.manifest.figures:
            raise UnknownFigure(figure, self.manifest.figures)
        return replace(
            self,
            figure=figure,
            views=open_views(self.manifest, figure, self.views),
            own=read_figure_cells(self.manifest, self.cell_table, figure),
        )

    @property
    def version(self) -> str:
        """Body version: cell numbers and view frames are frozen within it."""
        return self.manifest.body_version

    @property
    def height_cm(self) -> float:
        """Stature of the figure."""
        return self.manifest.figure_height_cm[self.figure]

    @property
    def cell_count(self) -> int:
        """Number of cells: surface, pelvic-floor charts, places inside."""
        return self.cell_table.count

    @property
    def xyz_cm(self) -> npt.NDArray[np.float32]:
        """Where each cell is, shape (cell_count, 3), cm, read-only.

        x to the patient's left, y up, z to the front, in the canonical pose. Meaningful for cells
        of the surface.
        """
        return self.own.xyz_cm

    @property
    def area_cm2(self) -> npt.NDArray[np.float64]:
        """Surface of each cell, shape (cell_count,), cm2, read-only."""
        return self.own.area_cm2

    @property
    def total_cm2(self) -> float:
        """Surface of the whole figure, cm2."""
        return self.own.total_cm2

    def view(self, view_id: str) -> View:
        """A view by id.

        Raises:
            UnknownView: This figure has no such view.
        """
        if view_id not in self.views:
            raise UnknownView(view_id, self.views)
        return self.views[view_id]

    def region(self, region_id: str) -> Region:
        """A region by id.

        Raises:
            UnknownRegion: The partition has no such region.
        """
        return self.named.region(region_id)

    def region_of(self, cell: int) -> str | None:
        """Region id of a cell; None for a place inside the body.

        Raises:
            UnknownCell: No such cell.
        """
        return self.named.region_of(self.cell_table.number(cell))

    def laterality_of(self, cell: int) -> Laterality:
        """Side of a cell taken as a point: MIDLINE within 1 cm of the mid-plane.

        Raises:
            UnknownCell: No such cell.
        """
        if self.cell_table.number(cell) < self.cell_table.mesh_count:
            return laterality_of_point(float(self.xyz_cm[cell, 0]))
        sign = int(self.cell_table.sign[cell])
        return (Laterality.MIDLINE, Laterality.LEFT, Laterality.RIGHT)[sign]

    @cached_property
    def landmarks(self) -> Mapping[str, Landmark]:
        """Places a finger can find, by id.

        Raises:
            BodyFilesMissing: Their file is not there.
            BodyFilesDamaged: Their file is not what was shipped.
        """
        return read_landmarks(self.manifest)

    @cached_property
    def mesh(self) -> Mesh:
        """The figure as a mesh of few faces, to be turned.

        Raises:
            BodyFilesMissing: Its file is not there.
            BodyFilesDamaged: Its file is not what was shipped.
        """
        return read_mesh(self.manifest, self.figure)

    def outline(self, view_id: str) -> str:
        """SVG path data of the rim of the figure in a view; empty if none is shipped.

        Raises:
            UnknownView: This figure has no such view.
        """
        return str(self._drawn(view_id).get("outline", ""))

    def middles(self, view_id: str) -> dict[str, tuple[float, float]]:
        """Where the name of a region stands in a view: a point on it, by region, in view units.

        Regions that the view does not show are left out; empty if no outlines are shipped.

        Raises:
            UnknownView: This figure has no such view.
        """
        regions = self._drawn(view_id).get("regions", {})
        return {name: (float(r["at"][0]), float(r["at"][1])) for name, r in regions.items()}

    def _drawn(self, view_id: str) -> dict[str, Any]:
        view = self.view(view_id)
        drawn = {} if view.paths is None else self.manifest.read_json(view.paths)["views"][view_id]
        return dict(drawn)

    def shares_by_region(self, cells: npt.NDArray[np.intp]) -> Mapping[str, RegionShare]:
        """How much of each region some cells take; regions not touched are left out.

        Args:
            cells: Cell numbers, each at most once.
        """
        return self.named.shares(self.own, cells)

    def __repr__(self) -> str:
        kind = type(self).__name__
        return f"<{kind} {self.figure}, version {self.version}, {self.total_cm2:.0f} cm2>"

    @cached_property
    def named(self) -> Named:
        """The cells under the names of regions and sites."""
        return Named(self.cell_table, self.regions, self.sites)
