"""The front door for notebooks: a figure with all that can be asked of it."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from bodymap.body import area as areas
from bodymap.body import locating, painting, trace
from bodymap.body.area import SurfaceArea
from bodymap.body.figure import Figure
from bodymap.body.laterality import Laterality
from bodymap.body.locating import Hit
from bodymap.body.skin import Skin
from bodymap.body.strokes import DEFAULT_RADIUS, Stroke
from bodymap.body.words import PlaceWords, Wording


class Body(Figure):
    """One figure, with a method for everything that can be done on it.

    Every method is a function of another module, where it says what it takes and raises. Make it
    with `Body.load` and keep it, it is not cached here.
    """

    def describe(self, cell: int, *, height_cm: float | None = None) -> PlaceWords:
        """Where a cell is, in words; see `words.Wording.describe`."""
        return self._wording.describe(cell, height_cm)

    def hit(self, view_id: str, x: float, y: float) -> Hit | None:
        """What lies under a point of a view; see `locating.hit`."""
        return locating.hit(self, view_id, x, y)

    def project(self, cell: int, view_id: str) -> tuple[float, float] | None:
        """Where a view shows a cell; see `locating.project`."""
        return locating.project(self, cell, view_id)

    def paint(
        self,
        view_id: str,
        strokes: Iterable[Stroke | Iterable[Sequence[float]]],
        radius: float = DEFAULT_RADIUS,
    ) -> SurfaceArea:
        """Area that strokes on a view cover; see `painting.painted`."""
        return painting.painted(self, view_id, strokes, radius)

    def fill(self, region_ids: Iterable[str]) -> SurfaceArea:
        """Area of whole regions; see `area.of_regions`."""
        return areas.of_regions(self, region_ids)

    def site(self, site_id: str, laterality: Laterality = Laterality.BILATERAL) -> SurfaceArea:
        """Area of a site, or of one half of it; see `area.of_site`."""
        return areas.of_site(self, site_id, laterality)

    def cells(self, numbers: Iterable[int] | npt.NDArray[np.integer]) -> SurfaceArea:
        """Area of the given cells; see `area.of_cells`."""
        return areas.of_cells(self, numbers)

    def whole(self) -> SurfaceArea:
        """The whole body surface; see `area.whole`."""
        return areas.whole(self)

    def inside_offered(self, region_id: str) -> tuple[int, ...]:
        """Cells of places inside that are offered at a region; see `Named.inside_offered`."""
        return self.named.inside_offered(region_id)

    def nearest(self, xyz_cm: Sequence[float], among: SurfaceArea | None = None) -> int | None:
        """Cell of the surface nearest to a place; see `skin.Skin.nearest`."""
        return self._skin.nearest(xyz_cm, among)

    def walk_cm(self, start: int, end: int, *, at_most_cm: float = 30.0) -> float | None:
        """How far two cells lie apart along the skin; see `skin.Skin.walk_cm`."""
        return self._skin.walk_cm(start, end, at_most_cm=at_most_cm)

    def reach_cm(self, start: int, *, at_most_cm: float) -> npt.NDArray[np.float64]:
        """How far every cell lies from one along the skin; see `skin.Skin.reach_cm`."""
        return self._skin.reach_cm(start, at_most_cm=at_most_cm)

    def widened(self, area: SurfaceArea, by_cm: float) -> SurfaceArea:
        """An area with all skin around it; see `skin.Skin.widened`."""
        return self._skin.widened(area, by_cm)

    def trace(self, area: SurfaceArea, view_id: str) -> str:
        """SVG path data of an area in a view; see `trace.traced`."""
        return trace.traced(self, area, view_id)

    def traces(self, area: SurfaceArea) -> dict[str, str]:
        """SVG path data of an area by view; see `trace.traces`."""
        return trace.traces(self, area)

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self)

    @cached_property
    def _skin(self) -> Skin:
        return Skin(self)
