"""Soft shapes for zones that nobody has drawn: the sites, rounded along the skin.

A site is a piece of the partition, and its borders are those of a map: straight, with corners. What
is felt has none. So the sites of a zone are let blur along the skin, as warmth spreads, and cut
where most of their size is left. Corners and narrow ends go first; a wide site becomes an oval, a
long one a band. Nothing is known that the sites do not say, so such a shape is called derived.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import splu
from scipy.spatial import cKDTree

from bodymap.body import Body, SurfaceArea

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.intp]
Reals = npt.NDArray[np.float64]

KEPT: Final = 0.86
"""Share of the size of a patch that is kept."""
BLUR: Final = 0.3
"""Standard deviation of the blur as a share of the width of the patch, at most that of a square."""
LEAST_CM: Final = 0.35
MOST_CM: Final = 4.0
"""Bounds of that standard deviation, cm."""
REACH: Final = 3.0
"""How many standard deviations from a patch the skin is still looked at."""
STEPS: Final = 3
"""Steps in which the blur spreads; one alone would leave a peak."""
CUT_OFF: Final = 0.5
"""A piece of a site smaller than this share of its largest piece is not what is meant."""
NEIGHBOURS: Final = 10
LONGEST: Final = 3.0
"""Longest link between neighbours, in mean sides of the two cells."""
SURROUNDED: Final = 0.9
"""A region belongs to the site that this share of the ways out of it lead to."""
HOLE: Final = 0.1
"""A hole smaller than this share of a shape is left over between its patches, and is filled."""
DIGITS: Final = 9
"""Decimals of the blurred values that count, so that all machines cut at the same cells."""

_LIMBS: Final = {"arm": "arm", "hand": "arm", "leg": "leg", "foot": "leg"}
_TRUNK: Final = frozenset(
    {"chest", "abdomen", "upper_back", "lower_back", "hip", "buttocks", "pelvis"}
)


@dataclass(frozen=True)
class Skin:
    """The skin of a figure as a graph of its cells.

    Attributes:
        body: The figure; its cells of size 0 (linings) and its charts stay out of the graph.
    """

    body: Body

    @lru_cache(maxsize=512)  # noqa: B019 - one skin lives as long as the command
    def derived(self, sites: tuple[SurfaceArea, ...], spared: SurfaceArea) -> SurfaceArea:
        """A soft shape about as large as some sites.

        Every site is rounded by itself, and what touches is rounded together, so that a small site
        beside a large one is not lost and no notch is left between them.

        Args:
            sites: The sites of a zone. What of them is not skin is kept as it is.
            spared: What belongs to another zone already; the shape leaves it free and lies snug
                beside it, with no border of its own there.

        Returns:
            The shape, without holes.
        """
        taken = spared.mask[self.cells]
        chosen = np.zeros(self.cells.size, bool)
        together = chosen.copy()
        for site in sites:
            own = self._site(site)
            together |= own
            chosen |= self._all_rounded(own, taken)
        if len(sites) > 1:
            chosen |= self._all_rounded(together, taken)
        if len(sites) > 1 or taken.any():
            chosen = self._filled(chosen | taken) & ~taken
        return self._with_linings(chosen, sites) - spared

    @cached_property
    def cells(self) -> Numbers:
        """Cell numbers of the graph, ascending."""
        skin = np.arange(self.body.cell_count) < self.body.cell_table.mesh_count
        return np.flatnonzero(skin & (self.body.area_cm2 > 0))

    @cached_property
    def _tree(self) -> "cKDTree":
        return cKDTree(self.body.xyz_cm[self.cells].astype(np.float64))

    @cached_property
    def _skin_beside(self) -> Numbers:
        """Nearest position in the graph of every cell of the mesh."""
        mesh = self.body.xyz_cm[: self.body.cell_table.mesh_count]
        return np.asarray(self._tree.query(mesh.astype(np.float64))[1], np.intp)

    @cached_property
    def _size(self) -> Reals:
        return self.body.area_cm2[self.cells].astype(np.float64)

    @cached_property
    def _links(self) -> sp.csr_array:
        """How readily warmth passes between neighbours; symmetric, 0 where they do not touch.

        Such that on a plane it spreads with a diffusivity of 1 cm2 per unit of time.
        """
        found = self._tree.query(self._tree.data, k=NEIGHBOURS + 1)
        far, near = np.asarray(found[0]), np.asarray(found[1])
        row = np.repeat(np.arange(self.cells.size), NEIGHBOURS)
        column, far = near[:, 1:].ravel(), np.maximum(far[:, 1:].ravel(), 1e-3)
        side = np.sqrt(self._size)
        touch = (far <= LONGEST * (side[row] + side[column]) / 2) & self._may_touch(row, column)
        row, column, far = row[touch], column[touch], far[touch]
        count = np.bincount(row, minlength=self.cells.size)
        passing = sp.coo_array(
            (4 * self._size[row] / (count[row] * far**2), (row, column)),
            shape=(self.cells.size, self.cells.size),
        ).tocsr()
        return sp.csr_array((passing + passing.T) / 2)

    def _may_touch(self, row: Numbers, column: Numbers) -> Mask:
        """Skin that only lies close, as an arm beside the trunk, does not count as joined."""
        regions = list(self.body.regions.values())
        number = self.body.cell_table.region[self.cells]
        limb = [_LIMBS.get(r.group, "trunk" if r.group in _TRUNK else "") for r in regions]
        kind = np.array([*limb, ""])[np.minimum(number, len(regions))]
        leg_side = np.where(kind == "leg", self.body.cell_table.sign[self.cells], 0)
        finger = [r.base if r.base.startswith("finger_") else "" for r in regions]
        finger_of = np.array([*finger, ""])[np.minimum(number, len(regions))]
        a, b = kind[row], kind[column]
        beside = ((a == "arm") & np.isin(b, ("trunk", "leg"))) | (
            (b == "arm") & np.isin(a, ("trunk", "leg"))
        )
        legs = leg_side[row] * leg_side[column] < 0
        fingers = (
            (finger_of[row] != "")
            & (finger_of[column] != "")
            & (finger_of[row] != finger_of[column])
        )
        return np.asarray(~(beside | legs | fingers), np.bool_)

    def _patches(self, mask: Mask) -> list[Numbers]:
        """Connected pieces, as positions in the graph."""
        inside = np.flatnonzero(mask)
        if inside.size == 0:
            return []
        _, label = connected_components(self._links[inside][:, inside], directed=False)
        order = np.argsort(label, kind="stable")
        return np.split(inside[order], np.flatnonzero(np.diff(label[order])) + 1)

    def _filled(self, mask: Mask) -> Mask:
        """The same with its small holes filled."""
        filled = mask.copy()
        total = self._size[mask].sum()
        for hole in self._patches(~mask):
            if self._size[hole].sum() < HOLE * total and mask[self._links[hole].indices].any():
                filled[hole] = True
        return filled

    @lru_cache(maxsize=512)  # noqa: B019 - as above
    def _site(self, site: SurfaceArea) -> Mask:
        """A site without what the map cuts off from it or out of it.

        Such as the chest below the breast, and the sit bone in the lower buttock.
        """
        mask = site.mask[self.cells]
        patches = self._patches(mask)
        sizes = [self._size[patch].sum() for patch in patches]
        main = np.zeros(mask.size, bool)
        for patch, size in zip(patches, sizes, strict=True):
            if size >= CUT_OFF * max(sizes):
                main[patch] = True
        regions, links = self.body.cell_table.region[self.cells], self._links
        beside = regions[links[np.flatnonzero(main)].indices]
        for region in np.setdiff1d(beside, regions[main]):
            inner = regions == region
            ways_out = links[inner].indices
            ways_out = ways_out[~inner[ways_out]]
            if ways_out.size and main[ways_out].mean() >= SURROUNDED:
                main |= inner
        return main

    def _all_rounded(self, mask: Mask, taken: Mask) -> Mask:
        """Every patch of a mask that is not taken, blurred and cut."""
        chosen = np.zeros(mask.size, bool)
        for patch in self._patches(mask & ~taken):
            chosen |= self._rounded(patch, taken)
        return chosen

    def _blur_cm(self, patch: Numbers) -> float:
        """Standard deviation of the blur of a patch, so that a narrow strip is not washed out."""
        points = self._tree.data
        beside = np.ones(self.cells.size, bool)
        beside[patch] = False
        deepest = np.max(cKDTree(points[beside]).query(points[patch])[0])
        wide = min(np.sqrt(self._size[patch].sum()), 2 * float(deepest))
        return float(np.clip(BLUR * wide, LEAST_CM, MOST_CM))

    def _rounded(self, patch: Numbers, taken: Mask) -> Mask:
        """One patch, blurred and cut."""
        size = self._size[patch].sum()
        blur_cm = self._blur_cm(patch)
        points = self._tree.data
        off, _ = cKDTree(points[patch]).query(points, distance_upper_bound=REACH * blur_cm)
        near = np.isfinite(off)
        near &= ~taken
        near[patch] = True
        about = np.flatnonzero(near)
        links = self._links[about][:, about]
        passing = sp.diags_array(np.asarray(links.sum(axis=1)).ravel()) - links
        weight = sp.diags_array(self._size[about])
        step = splu(
            (weight + blur_cm**2 / (2 * STEPS) * passing).tocsc(),
            permc_spec="MMD_AT_PLUS_A",
            diag_pivot_thresh=0,
            options={"SymmetricMode": True},
        )
        share = np.isin(about, patch).astype(np.float64)
        for _ in range(STEPS):
            share = step.solve(self._size[about] * share)
        share = np.round(share, DIGITS)
        order = np.argsort(-share, kind="stable")
        kept = np.cumsum(self._size[about][order]) <= KEPT * size
        least = share[order][max(int(kept.sum()) - 1, 0)]
        chosen = np.zeros(self.cells.size, bool)
        chosen[about[share >= least]] = True
        return chosen

    def _with_linings(self, chosen: Mask, sites: tuple[SurfaceArea, ...]) -> SurfaceArea:
        """The area of some cells of the graph, and what the sites have beside the skin.

        A lining is chosen with the skin next to it; a chart or a place inside stays as it is.
        """
        mask = np.zeros(self.body.cell_count, bool)
        mask[self.cells[chosen]] = True
        listed = np.zeros(self.body.cell_count, bool)
        for site in sites:
            listed |= site.mask
        listed[self.cells] = False
        off = np.flatnonzero(listed)
        lining = off[off < self.body.cell_table.mesh_count]
        mask[lining] = chosen[self._skin_beside[lining]]
        mask[off[off >= self.body.cell_table.mesh_count]] = True
        return self.body.cells(np.flatnonzero(mask))


@lru_cache(maxsize=4)
def skin_of(body: Body) -> Skin:
    """The skin of a figure, made once; what was derived on it is remembered with it."""
    return Skin(body)
