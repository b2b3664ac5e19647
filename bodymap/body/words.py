"""Places in words: the nearest landmark and two distances from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from bodymap.body.figure import Figure
from bodymap.body.frames import ALONG_ACROSS_DEPTH, Frame, frame_at
from bodymap.body.laterality import Laterality
from bodymap.body.phrases import area_of, chart_area_of, sentence
from bodymap.body.placing import PART_OF_GROUP, left_cm
from bodymap.body.regions import Region

Floats = npt.NDArray[np.float64]

FARTHEST_CM: Final = 8.0
"""A landmark farther away than this is of no help."""

STEP_CM: Final = 0.5
"""Distances are rounded to this."""

GOOD_ENOUGH_CM: Final = 0.6
"""The first description that leads back this near to the place is taken."""

LANDMARKS_TRIED: Final = 4
"""More landmarks than this make no better words."""

IN_LINE: Final = 0.02
"""Weight of the distance that the words do not tell."""

ON_BOTH_SIDES: Final = frozenset({"head", "neck", "trunk"})
"""Parts of the body that the mid-plane goes through."""

ON_THE_LINE_CM: Final = 0.6
"""Cells beside the mid-plane stand for it: their distance from it is not told."""

NEIGHBOURS: Final[Mapping[str, frozenset[str]]] = {
    "head": frozenset({"head", "neck"}),
    "neck": frozenset({"neck", "head", "trunk", "shoulder"}),
    "trunk": frozenset({"trunk", "neck", "shoulder", "hip"}),
    "shoulder": frozenset({"shoulder", "trunk", "arm"}),
    "arm": frozenset({"arm", "shoulder", "hand"}),
    "hand": frozenset({"hand", "arm"}),
    "hip": frozenset({"hip", "trunk", "leg"}),
    "leg": frozenset({"leg", "hip", "trunk", "foot"}),
    "foot": frozenset({"foot", "leg"}),
}
"""Parts of the body whose landmarks describe a place on a part."""

FINGERS: Final[Mapping[str, frozenset[str]]] = {
    "thumb": frozenset({"thumb_tip", "thumb_knuckle", "thumb_web"}),
    "finger_index": frozenset({"index_tip", "index_knuckle"}),
    "finger_middle": frozenset({"middle_tip", "middle_knuckle"}),
    "finger_ring": frozenset({"ring_tip", "ring_knuckle"}),
    "finger_little": frozenset({"little_tip", "little_knuckle"}),
}
"""A place on a finger is described from that finger."""


class Offset(NamedTuple):
    """How far a place is from its landmark in one direction.

    Attributes:
        direction: One of `bodymap.body.phrases.PHRASES`, such as `below` or `thumb_side`.
        cm: Distance, a positive multiple of `STEP_CM`.
    """

    direction: str
    cm: float


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A place in words, and what the words are made of.

    Attributes:
        text: Such as "right upper back, about 4 cm below and 2 cm inward of the acromion".
        area: Its beginning, such as "right upper back".
        region: Region id; None for a place inside the body.
        laterality: Side of the place.
        landmark: Landmark id; None if there is none near.
        offsets: At most two; none at the landmark itself.
        height_cm: Stature the distances are scaled to; None: distances of the model body.
    """

    text: str
    area: str
    region: str | None
    laterality: Laterality
    landmark: str | None = None
    offsets: tuple[Offset, ...] = ()
    height_cm: float | None = None

    @property
    def measure(self) -> str:
        """Whose centimetres these are, for a note beside the words."""
        if self.height_cm is None:
            return "Distances are those of the model body."
        return f"Distances are scaled to a height of {self.height_cm:g} cm."


class Wording:
    """What a figure needs to describe its cells; made once per figure."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._known: dict[tuple[int, Laterality], tuple[npt.NDArray[np.intp], Floats]] = {}
        self._frames: dict[tuple[int, int, bool], Frame] = {}

    def _inside(self, cell: int) -> str:
        figure = self._figure
        site = next(s for s in figure.sites.values() if cell in s.inside.values())
        # a body without such names still says that it is inside
        label = site.plain_label or "Inside the body"
        side = figure.laterality_of(cell)
        return label[0].lower() + label[1:] + (f", {side.lower()}" if side.sign else "")

    def describe(self, cell: int, height_cm: float | None = None) -> PlaceWords:
        """Where a cell is, in words: "right upper back, about 4 cm below ... the acromion".

        Args:
            cell: Cell number.
            height_cm: Stature of the person, to whom the distances are then scaled; without it
                they are those of the model body.

        Raises:
            UnknownCell: No such cell.
        """
        figure = self._figure
        cell = figure.cell_table.number(cell)
        region_id = figure.region_of(cell)
        if region_id is None:
            area = self._inside(cell)
            return PlaceWords(area, area, None, figure.laterality_of(cell), height_cm=height_cm)
        region = figure.regions[region_id]
        if cell >= figure.cell_table.mesh_count:
            area = chart_area_of(region, region.laterality)
            return PlaceWords(area, area, region_id, region.laterality, height_cm=height_cm)
        laterality = self._laterality(cell, region)
        area = area_of(region, laterality)
        scale = self._scale(height_cm)
        place = figure.xyz_cm[cell].astype(np.float64)
        best = PlaceWords(area, area, region_id, laterality, height_cm=height_cm)
        best_cm = np.inf
        for landmark, offsets in self._attempts(place, region, laterality, scale):
            found = self._find(region, laterality, landmark, offsets, scale)
            away = float(np.linalg.norm(figure.xyz_cm[found] - place))
            if away < best_cm - 1e-9:
                text = sentence(area, figure.landmarks[landmark].label, offsets)
                best_cm = away
                best = PlaceWords(text, area, region_id, laterality, landmark, offsets, height_cm)
            if best_cm <= GOOD_ENOUGH_CM:
                break
        return best

    def _laterality(self, cell: int, region: Region) -> Laterality:
        """Side of a cell; a limb is never on the midline, however near its skin comes to it."""
        own = self._figure.laterality_of(cell)
        if own is Laterality.MIDLINE and PART_OF_GROUP.get(region.group) not in ON_BOTH_SIDES:
            return region.laterality
        return own

    def _scale(self, height_cm: float | None) -> float:
        return 1.0 if height_cm is None else height_cm / self._figure.height_cm

    def _attempts(
        self, place: Floats, region: Region, laterality: Laterality, scale: float
    ) -> Iterator[tuple[str, tuple[Offset, ...]]]:
        """Landmarks with offsets that could describe a place, the most natural first."""
        part = PART_OF_GROUP.get(region.group)
        if part is None:
            return
        table = self._table
        sign = laterality.sign
        places = table.places * np.array([sign or 1, 1, 1])
        away = np.linalg.norm(places - place, axis=1)
        near = (away <= FARTHEST_CM) & table.of_part[part]
        own = table.of_finger.get(region.base)
        if own is not None:
            near &= own
        if sign == 0:
            near &= table.midline
        rows = np.flatnonzero(near)
        for row in rows[np.argsort(away[rows], kind="stable")][:LANDMARKS_TRIED]:
            midline = bool(table.midline[row])
            frame = self._frame(region, sign, midline=midline)
            if midline and abs(place[0]) <= ON_THE_LINE_CM:
                place = place * np.array([0, 1, 1])
            steps = np.round(frame.axes @ (place - places[row]) * scale / STEP_CM) * STEP_CM
            for pair in ALONG_ACROSS_DEPTH:
                yield (
                    table.names[row],
                    tuple(
                        Offset(frame.words[axis][int(steps[axis] < 0)], abs(float(steps[axis])))
                        for axis in pair
                        if steps[axis] != 0
                    ),
                )

    def _find(
        self,
        region: Region,
        laterality: Laterality,
        landmark_id: str,
        offsets: tuple[Offset, ...],
        scale: float,
    ) -> int:
        """The cell of a region that lies so far from a landmark."""
        cells, xyz = self._cells(region, laterality)
        table = self._table
        sign = laterality.sign
        row = table.row[landmark_id]
        frame = self._frame(region, sign, midline=bool(table.midline[row]))
        place = table.places[row] * np.array([sign or 1, 1, 1])
        steps = np.zeros(3)
        given = set()
        for offset in offsets:
            axis, direction = frame.axis_of(offset.direction)
            steps[axis] = direction * offset.cm / scale
            given.add(axis)
        used = next(pair for pair in ALONG_ACROSS_DEPTH if given.issubset(pair))
        rest = (xyz - place) @ frame.axes.T - steps
        far = (rest[:, used] ** 2).sum(axis=1)
        # of cells in line with each other, the one nearer to the landmark
        far += IN_LINE * (rest**2).sum(axis=1)
        return int(cells[far.argmin()])

    def _cells(self, region: Region, laterality: Laterality) -> tuple[npt.NDArray[np.intp], Floats]:
        """Cells with a surface of a region, on one side where it lies on both."""
        key = region.number, laterality
        if key not in self._known:
            figure = self._figure
            cells = figure.cell_table.of_region(region.number)
            keep = figure.area_cm2[cells] > 0
            if not keep.any():
                keep[:] = True
            if region.laterality is Laterality.MIDLINE and laterality.sign:
                keep &= figure.xyz_cm[cells, 0] * laterality.sign > 0
            cells = cells[keep]
            self._known[key] = cells.astype(np.intp), figure.xyz_cm[cells].astype(np.float64)
        return self._known[key]

    def _frame(self, region: Region, sign: int, *, midline: bool) -> Frame:
        key = region.number, sign, midline
        if key not in self._frames:
            part = PART_OF_GROUP[region.group]
            places = dict(zip(self._table.names, self._table.places, strict=True))
            self._frames[key] = frame_at(region.base, part, places, sign or 1, midline=midline)
        return self._frames[key]

    @cached_property
    def _table(self) -> "_Landmarks":
        landmarks = self._figure.landmarks
        parts = np.array([mark.part for mark in landmarks.values()])
        return _Landmarks(
            names=tuple(landmarks),
            row={name: row for row, name in enumerate(landmarks)},
            places=np.array([left_cm(self._figure, name) for name in landmarks]).reshape(-1, 3),
            midline=np.array([not mark.paired for mark in landmarks.values()], np.bool_),
            of_finger={
                finger: np.array([name in names for name in landmarks])
                for finger, names in FINGERS.items()
            },
            of_part={part: np.isin(parts, list(near)) for part, near in NEIGHBOURS.items()},
        )


@dataclass(frozen=True, eq=False)
class _Landmarks:
    """The landmarks in rows: of the patient's left, and of the midline."""

    names: tuple[str, ...]
    row: Mapping[str, int]
    places: Floats
    midline: npt.NDArray[np.bool_]
    of_finger: Mapping[str, npt.NDArray[np.bool_]]
    of_part: Mapping[str, npt.NDArray[np.bool_]]
