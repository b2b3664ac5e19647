"""Which cells belong to which code of a scheme: the crosswalks laid over the figure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Final, Self
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from bodymap.analysis.coding.crosswalks import SplitLabel
from bodymap.atlas import CodedSide
from bodymap.atlas.regions import CodeMatch
from bodymap.body import Figure, Laterality
from bodymap.body.views import BACKGROUND

NO_CODE: Final = -1
_SEEN: Final = {"hand": ("hand_palm", "hand_back"), "foot": ("foot_top", "foot_sole")}
_SIDES: Final = {Laterality.RIGHT: CodedSide.RIGHT, Laterality.LEFT: CodedSide.LEFT}

Rows = npt.NDArray[np.intp]
Sums = npt.NDArray[np.float64]
Crosswalk = Mapping[str, str] | Mapping[SplitLabel, str]
RowOf = Mapping[tuple[str, CodedSide], int]


@dataclass(frozen=True, slots=True)
class Code:
    """A code of a scheme.

    Attributes:
        code: As text: it is a name, not a number.
        label: What the scheme calls the place.
        laterality: The patient's side that it means; NONE where the scheme has no sides.
        match: How well the code fits our place, where the scheme was not made for such maps.
    """

    code: str
    label: str
    laterality: CodedSide
    match: CodeMatch | None = None


@dataclass(frozen=True, eq=False)
class CodeAreas:
    """The codes of one scheme over the cells.

    Attributes:
        codes: The codes in the order of the scheme.
        rows: `(2, cell_count)`: number of each cell's code; a second one where a cell on neither
            side belongs to the code of both; `NO_CODE` where there is none.
    """

    codes: tuple[Code, ...]
    rows: Rows
    _totals: "WeakKeyDictionary[Figure, Sums]" = field(default_factory=WeakKeyDictionary)

    @classmethod
    def of(cls, body: Figure, codes: Iterable[tuple[str, Code]], crosswalk: Crosswalk) -> Self:
        """Lay a crosswalk over the figure.

        Args:
            body: Any figure; the same cells belong to a code on all of them.
            codes: Label by which the crosswalk knows a code, and the code.
            crosswalk: From which regions, or places inside the body, each label is made. A place
                inside that none names goes with the region at which it is offered.
        """
        kept = [*codes]
        row_of = {(label, code.laterality): number for number, (label, code) in enumerate(kept)}
        behind = _seen_from_behind(body)
        rows = np.full((2, body.cell_count), NO_CODE, np.intp)
        for region in body.regions.values():
            label = _label_of(region.base, crosswalk)
            cells = body.cell_table.of_region(region.number)
            if isinstance(label, SplitLabel):
                _assign(rows, body, cells[~behind[cells]], f"{label.front} front", row_of)
                _assign(rows, body, cells[behind[cells]], f"{label.back} back", row_of)
            elif label is not None:
                _assign(rows, body, cells, label, row_of)
        for site in body.sites.values():
            label = _label_of(site.id, crosswalk) or _label_of(site.at or "", crosswalk)
            inside = np.array([*site.inside.values()], np.intp)
            if isinstance(label, SplitLabel):
                _assign(rows, body, inside, f"{label.front} front", row_of)
            elif label is not None:
                _assign(rows, body, inside, label, row_of)
        return cls(tuple(code for _, code in kept), rows)

    def sums(self, cells: npt.NDArray[np.integer], values: Sums) -> Sums:
        """Sum of a quantity of some cells over every code.

        Args:
            cells: Cell numbers, shape (n,).
            values: The quantity of each of them.
        """
        count = len(self.codes) + 1
        both = [np.bincount(rows[cells] + 1, values, count)[1:] for rows in self.rows]
        return np.asarray(both[0] + both[1], np.float64)

    def totals(self, body: Figure) -> Sums:
        """Skin of every code on a figure, cm2; made once per figure."""
        if body not in self._totals:
            self._totals[body] = self.sums(np.arange(body.cell_count), body.area_cm2)
        return self._totals[body]


def _label_of(base: str, crosswalk: Crosswalk) -> str | SplitLabel | None:
    return next(
        (
            label
            for label, patterns in crosswalk.items()
            if any(fnmatchcase(base, pattern) for pattern in patterns.split())
        ),
        None,
    )


def _assign(rows: Rows, body: Figure, cells: Rows, label: str, row_of: RowOf) -> None:
    """Give some cells the code of a label: that of their side, of both, or the one without."""
    sided = {side.sign: row_of.get((label, coded)) for side, coded in _SIDES.items()}
    whole = row_of.get((label, CodedSide.MIDLINE), row_of.get((label, CodedSide.NONE)))
    sign = body.cell_table.sign[cells]
    if whole is not None:
        rows[0, cells] = whole
        return
    for column, first in enumerate((-1, 1)):
        row = sided[first]
        if row is not None:
            own, neither = cells[sign == first], cells[sign == 0]
            rows[0, own] = row
            rows[column, neither] = row


def _seen_from_behind(body: Figure) -> npt.NDArray[np.bool_]:
    """Per cell, whether more of it is seen from behind than from the front (sole; back of a hand).

    A hidden cell goes with the one it follows; one that neither picture shows lies behind if the
    rest of its region mostly lies before it.
    """
    first = body.as_figure(body.manifest.figures[0])
    table = first.cell_table
    behind = first.xyz_cm[:, 2] < 0
    for region in first.regions.values():
        cells = table.of_region(region.number)
        if not cells.size or cells[0] >= table.mesh_count:
            behind[cells] = False
            continue
        pair = _SEEN.get(region.group, ("front", "back"))
        end = region.laterality.suffix if region.group in _SEEN else ""
        front, back = (first.views[name + end] for name in pair)
        follows = table.follows[front.group][cells].astype(np.intp)
        shown = np.where(follows < BACKGROUND, follows, cells)
        more = front.pixels[shown].astype(np.int64) - back.pixels[shown].astype(np.int64)
        depth = first.xyz_cm[cells, 2]
        behind[cells] = np.where(more == 0, depth < np.median(depth), more < 0)
    return behind
