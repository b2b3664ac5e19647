"""The body: one figure with its cells, regions, sites and views."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from bodymap import files
from bodymap.body import painting, picture, trace
from bodymap.body.area import SurfaceArea, from_mask
from bodymap.body.cells import Cells, FigureCells, read_cells, read_figure_cells
from bodymap.body.landmarks import Landmark, read_landmarks
from bodymap.body.laterality import Laterality, laterality_of_point
from bodymap.body.locating import point_on_view
from bodymap.body.manifest import Manifest
from bodymap.body.mesh import Mesh, read_mesh
from bodymap.body.named import Named
from bodymap.body.names import read_names
from bodymap.body.regions import Region, RegionShare
from bodymap.body.sites import Site
from bodymap.body.skin import Skin
from bodymap.body.strokes import DEFAULT_RADIUS, Stroke, as_strokes
from bodymap.body.views import View, open_views
from bodymap.body.words import PlaceWords, Wording
from bodymap.errors import UnknownFigure, UnknownView


class Hit(NamedTuple):
    """What lies under a point of a view.

    Attributes:
        cell: Cell number.
        region: Region id, or None where the cell lies in none.
        laterality: Side of the point; MIDLINE within 1 cm of the mid-plane.
    """

    cell: int
    region: str | None
    laterality: Laterality


@dataclass(frozen=True, eq=False, repr=False)
class Body:
    """One figure. Immutable; make it with `Body.load` and keep it, it is not cached here.

    Attributes:
        figure: Figure id.
        manifest: Its files.
        regions: Regions by id, in the order of their numbers.
        sites: Sites by id.
        views: Views by id: this figure's own and those drawn once for all.
        cell_table: What is known of the cells whatever the figure.
    """

    figure: str
    manifest: Manifest
    regions: Mapping[str, Region]
    sites: Mapping[str, Site]
    views: Mapping[str, View]
    cell_table: Cells
    _own: FigureCells

    @classmethod
    def load(cls, figure: str = "neutral", folder: Path | None = None) -> "Body":
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
            _own=read_figure_cells(manifest, cells, figure),
        )

    def as_figure(self, figure: str) -> "Body":
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
            _own=read_figure_cells(self.manifest, self.cell_table, figure),
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
        return self._own.xyz_cm

    @property
    def area_cm2(self) -> npt.NDArray[np.float64]:
        """Surface of each cell, shape (cell_count,), cm2, read-only."""
        return self._own.area_cm2

    @property
    def total_cm2(self) -> float:
        """Surface of the whole figure, cm2."""
        return self._own.total_cm2

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
        return self._named.region(region_id)

    def region_of(self, cell: int) -> str | None:
        """Region id of a cell; None for a place inside the body.

        Raises:
            UnknownCell: No such cell.
        """
        return self._named.region_of(self._cell(cell))

    def laterality_of(self, cell: int) -> Laterality:
        """Side of a cell taken as a point: MIDLINE within 1 cm of the mid-plane.

        Raises:
            UnknownCell: No such cell.
        """
        if self._cell(cell) < self.cell_table.mesh_count:
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

    def describe(self, cell: int, *, height_cm: float | None = None) -> PlaceWords:
        """Where a cell is, in words: "right upper back, about 4 cm below ... the acromion".

        Args:
            cell: Cell number.
            height_cm: Stature of the person, to whom the distances are then scaled; without it
                they are those of the model body.

        Raises:
            UnknownCell: No such cell.
        """
        return self._wording.describe(self._cell(cell), height_cm)

    def place_from_words(self, words: PlaceWords) -> int:
        """Cell that a description means; the inverse of `describe`, within about 1 cm.

        Raises:
            UnknownRegion: It names a region that there is not.
            UnknownLandmark: It names a landmark that there is not.
        """
        return self._wording.place(words)

    def hit(self, view_id: str, x: float, y: float) -> Hit | None:
        """What lies under a point of a view, in view units; None beside the figure.

        Raises:
            UnknownView: This figure has no such view.
            BadPoint: A coordinate is not a finite number.
        """
        cell = self.view(view_id).cell_at(x, y)
        if cell is None:
            return None
        return Hit(cell, self.region_of(cell), self.laterality_of(cell))

    def paint(
        self,
        view_id: str,
        strokes: Iterable[Stroke | Iterable[Sequence[float]]],
        radius: float = DEFAULT_RADIUS,
    ) -> SurfaceArea:
        """Area that strokes on a view cover.

        Args:
            view_id: Where they were drawn.
            strokes: In the order drawn: strokes, or plain lists of points, which are brushed.
            radius: Of the brush for plain lists of points, in view units.

        Raises:
            UnknownView: This figure has no such view.
            UnknownRegion: A stroke names a region that there is not.
            BadStroke: Points are not finite numbers, or the radius is out of range.
        """
        drawn = as_strokes(strokes, radius)
        numbers = {s.region: self.region(s.region).number for s in drawn if s.region is not None}
        return from_mask(self, painting.paint(self.view(view_id), drawn, self.cell_table, numbers))

    def fill(self, region_ids: Iterable[str]) -> SurfaceArea:
        """Area of whole regions, with the parts that no view shows.

        Raises:
            UnknownRegion: One of them is not a region.
        """
        return from_mask(self, self._named.of_regions(region_ids))

    def site(self, site_id: str, laterality: Laterality = Laterality.BILATERAL) -> SurfaceArea:
        """Area of a site.

        Args:
            site_id: Site id.
            laterality: LEFT or RIGHT for that half of a site that has sides, without what a chart
                draws on its midline. BILATERAL and MIDLINE give all of it, and so does any side of
                a place on the midline.

        Raises:
            UnknownSite: No such site.
        """
        return from_mask(self, self._named.of_site(site_id, laterality))

    def inside_offered(self, region_id: str) -> tuple[int, ...]:
        """Cells of places inside the body that are offered at a region, such as teeth at the mouth.

        A region of one side offers that side; one on the midline offers all.

        Raises:
            UnknownRegion: The partition has no such region.
        """
        return self._named.inside_offered(region_id)

    def cells(self, numbers: Iterable[int] | npt.NDArray[np.integer]) -> SurfaceArea:
        """Area of the given cells, in any order, repeated or not.

        Raises:
            UnknownCell: One of them is not a cell.
        """
        return SurfaceArea(self, self.cell_table.known(numbers))

    def whole(self) -> SurfaceArea:
        """The whole body surface, without pelvic-floor charts and places inside."""
        return SurfaceArea(self, np.arange(self.cell_table.mesh_count, dtype=np.uint16))

    def project(self, cell: int, view_id: str) -> tuple[float, float] | None:
        """Where a view shows a cell.

        A cell without a pixel of its own is shown where the cell is that it follows there, or a
        neighbour of its region within 1 cm.

        Returns:
            View units, the centre of a pixel; None if the view does not show that place.

        Raises:
            UnknownCell: No such cell.
            UnknownView: This figure has no such view.
        """
        return point_on_view(self.view(view_id), self._cell(cell), self.cell_table, self.xyz_cm)

    def nearest(self, xyz_cm: Sequence[float], among: SurfaceArea | None = None) -> int | None:
        """Cell of the surface nearest to a place.

        Args:
            xyz_cm: x to the patient's left, y up, z to the front, cm.
            among: Look only here; anywhere on the surface when left out.

        Returns:
            Cell number; None if `among` holds no cell of the surface.

        Raises:
            BadPoint: The place is not three finite numbers.
        """
        return self._skin.nearest(xyz_cm, None if among is None else among.cells)

    def walk_cm(self, start: int, end: int, *, at_most_cm: float = 30.0) -> float | None:
        """How far two places of the skin lie apart along the surface of this figure.

        A lining, which has no surface, counts as the skin nearest to it.

        Args:
            start: Cell number.
            end: Cell number.
            at_most_cm: Farther is not looked; the time grows with its square.

        Returns:
            Centimetres, at most 3 % too long; None if it is farther, or if one of the two is on a
            chart or inside the body.

        Raises:
            UnknownCell: No such cell.
            BodyFilesMissing: The file with the mesh is not there.
            BodyFilesDamaged: It is not what was shipped.
        """
        if max(self._cell(start), self._cell(end)) >= self.cell_table.mesh_count:
            return None
        return self._skin.walk_cm(start, end, at_most_cm)

    def trace(self, area: SurfaceArea, view_id: str) -> str:
        """SVG path data (`d`) of an area in a view, in view units, without cell edges.

        Fill it by either rule. Empty if the view shows nothing of the area.

        Raises:
            UnknownView: This figure has no such view.
        """
        return trace.trace(self.view(view_id), area.mask)

    def traces(self, area: SurfaceArea) -> dict[str, str]:
        """SVG path data of an area by view, for every view that shows some of it."""
        paths = {view_id: self.trace(area, view_id) for view_id in self.views} if area else {}
        return {view_id: path for view_id, path in paths.items() if path}

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

    def picture(self, area: SurfaceArea) -> str | None:
        """Small SVG picture of an area on this figure; None if it has no main views."""
        return picture.picture(self, area)

    def layered_picture(
        self,
        layers: Sequence[tuple[SurfaceArea, int | None]],
        arrows: Sequence[tuple[int, int]] = (),
    ) -> str | None:
        """As `picture`, of areas with a pain of 0 to 10, or None where it is not rated.

        Args:
            layers: Areas, each with its pain.
            arrows: Cells in which each begins and ends; numbered in this order.

        Raises:
            UnknownCell: An arrow begins or ends in none of this body.
        """
        return picture.layered_picture(self, layers, arrows)

    def shares_by_region(self, cells: npt.NDArray[np.intp]) -> Mapping[str, RegionShare]:
        """How much of each region some cells take; regions not touched are left out.

        Args:
            cells: Cell numbers, each at most once.
        """
        return self._named.shares(self._own, cells)

    def figure_files(self) -> tuple[str, ...]:
        """Names of the files that show this figure, shared ones included."""
        return self.manifest.files_of(self.figure)

    def __repr__(self) -> str:
        return f"<Body {self.figure}, version {self.version}, {self.total_cm2:.0f} cm2>"

    @cached_property
    def _named(self) -> Named:
        return Named(self.cell_table, self.regions, self.sites)

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self)

    @cached_property
    def _skin(self) -> Skin:
        return Skin(self._own, lambda: self.mesh)

    def _cell(self, cell: int) -> int:
        return self.cell_table.number(cell)
