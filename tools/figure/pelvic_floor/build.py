"""The two charts of the pelvic floor, female and male, ready to be written."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from PIL import Image

from tools.figure.outlines import trace
from tools.figure.pelvic_floor import shapes
from tools.figure.pelvic_floor.cells import halves, whole
from tools.figure.pelvic_floor.names import NUMBER, REGIONS, other_side
from tools.figure.pelvic_floor.raster import borders, both, fibres, heights, top_shape
from tools.figure.pelvic_floor.shading import overlay
from tools.figure.pelvic_floor.shapes import HEIGHT, WIDTH, Shape
from tools.figure.produce import Drawn, Region
from tools.figure.schematics import Schematics

Ints = npt.NDArray[np.int64]
OVERSAMPLE = 4
_RELIEF_PIXELS_PER_UNIT = 1.6
_SHARED = (*shapes.DEEP, *shapes.SHALLOW)
CHARTS: Mapping[str, Sequence[Shape]] = MappingProxyType(
    {
        "pelvic_floor_female": (*_SHARED, *shapes.FEMALE, *shapes.MIDDLE, *shapes.BONES),
        "pelvic_floor_male": (*_SHARED, *shapes.MALE, *shapes.MIDDLE, *shapes.BONES),
    }
)


def build(*, shaded: bool = True) -> Schematics:
    """Draw both charts; some 20 s, of which the shading of the reliefs takes nearly all."""
    fine = {chart: top_shape(own, OVERSAMPLE) for chart, own in CHARTS.items()}
    left = {chart: _labels(top_shape(own, 1), own) for chart, own in CHARTS.items()}
    half, label = halves(left)
    n = len(label)
    return Schematics(
        regions=REGIONS,
        region=np.concatenate([label, [other_side(int(k)) for k in label]]),
        mirror=np.concatenate([np.arange(n) + n, np.arange(n)]),
        views=[
            _view(c, own, fine[c], whole(half[c], n), shaded=shaded) for c, own in CHARTS.items()
        ],
    )


def _labels(top: Ints, own: Sequence[Shape]) -> Ints:
    """Region number per pixel of the patient's left half."""
    number = [NUMBER.get(f"{s.base}.left", NUMBER.get(s.base, -1)) for s in own]
    return np.array([*number, -1])[top]


def _view(
    chart: str,
    own: Sequence[Shape],
    top: Ints,
    cells: npt.NDArray[np.uint16],
    *,
    shaded: bool,
) -> Drawn:
    left = _labels(top, own)
    swap = np.array([*(other_side(k) for k in range(len(REGIONS))), -1])
    labels = np.concatenate([swap[left][:, ::-1], left], axis=1)
    traced = trace(labels, OVERSAMPLE)
    return Drawn(
        id=chart,
        group="pelvic_floor",
        width=WIDTH,
        height=HEIGHT,
        cells=cells,
        outline=traced.outline,
        regions={
            REGIONS[k].id: Region(d, traced.at[k], traced.box[k])
            for k, d in sorted(traced.paths.items())
        },
        relief=_relief(own, top, left, labels >= 0) if shaded else None,
        area_error=traced.area_error,
    )


def _relief(
    own: Sequence[Shape], top: Ints, left: Ints, drawn: npt.NDArray[np.bool_]
) -> Image.Image:
    lines = np.maximum(0.5 * fibres(own, top, OVERSAMPLE), borders(left, OVERSAMPLE))
    return overlay(
        both(heights(own, OVERSAMPLE)), both(lines), drawn, OVERSAMPLE, _RELIEF_PIXELS_PER_UNIT
    )
