"""Authored shapes to label pictures, heights and lines; one half of the picture at a time."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy import ndimage as ndi

from tools.figure.pelvic_floor.curves import through
from tools.figure.pelvic_floor.shapes import HEIGHT, WIDTH, Shape

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


def mask(shape: Shape, scale: int) -> Mask:
    """Pixels of one half that lie in a shape, (HEIGHT * scale, WIDTH / 2 * scale)."""
    image = Image.new("1", (WIDTH // 2 * scale, HEIGHT * scale))
    ImageDraw.Draw(image).polygon(_pixels(shape.polygon, scale), fill=1)
    return np.asarray(image, np.bool_)


def _pixels(points: Floats, scale: int) -> list[tuple[float, float]]:
    # Pillow counts from the middle of the first pixel
    return [(float(x), float(y)) for x, y in points * scale - 0.5]


def top_shape(shapes: Sequence[Shape], scale: int) -> Ints:
    """Number of the uppermost shape per pixel of one half, -1 outside."""
    out = np.full((HEIGHT * scale, WIDTH // 2 * scale), -1, np.int64)
    for k, shape in enumerate(shapes):
        out[mask(shape, scale)] = k
    return out


def heights(shapes: Sequence[Shape], scale: int) -> Floats:
    """Height of one half of the drawn relief, pixels.

    Every shape rises from its edge towards its middle. One that crosses the mid-line has no edge
    there: `half` lets it reach beyond.
    """
    beyond = 60 * scale
    out = np.zeros((HEIGHT * scale, WIDTH // 2 * scale))
    for shape in shapes:
        here = mask(shape, scale)
        crosses = shape.polygon[:, 0].min() < 0
        image = here[:, beyond - 1 :: -1] if crosses else np.zeros((len(here), beyond), np.bool_)
        wide = np.pad(np.concatenate([image, here], axis=1), 1)
        away = ndi.distance_transform_edt(wide)[1:-1, beyond + 1 : -1]
        # a narrow shape is rounded too, with no ridge in its middle
        reach = min(shape.reach * scale, 0.9 * float(away.max()))
        part = np.clip(away / reach, 0, 1)
        dome = ndi.gaussian_filter(np.sin(part * np.pi / 2), 0.12 * reach)
        out[here] = ((shape.level + shape.rise * dome) * scale)[here]
    return out


def fibres(shapes: Sequence[Shape], top: Ints, scale: int) -> Floats:
    """Strength 0 to 1 of the muscle lines on one half; only where their shape is seen."""
    out = np.zeros(top.shape)
    for k, shape in enumerate(shapes):
        if shape.fibres is None:
            continue
        image = Image.new("L", (top.shape[1], top.shape[0]))
        draw = ImageDraw.Draw(image)
        first, last = np.array(shape.fibres.first), np.array(shape.fibres.last)
        for t in np.linspace(0, 1, shape.fibres.count):
            line = through((1 - t) * first + t * last)
            draw.line(_pixels(line, scale), fill=255, width=scale)
        lines = ndi.gaussian_filter(np.asarray(image, np.float64) / 255, 0.5 * scale)
        # lines fade towards the edge of the muscle
        seen = top == k
        fade = np.clip(ndi.distance_transform_edt(seen) / (6 * scale), 0, 1)
        out[seen] = (lines * fade)[seen]
    return out


def borders(labels: Ints, scale: int) -> Floats:
    """Soft thin lines, strength 0 to 1, between the regions of one half."""
    edge = np.zeros(labels.shape, np.float64)
    edge[1:] = labels[1:] != labels[:-1]
    edge[:, 1:] = np.maximum(edge[:, 1:], labels[:, 1:] != labels[:, :-1])
    return np.asarray(np.clip(ndi.gaussian_filter(edge, 0.35 * scale) * 1.6, 0, 1))


def both(one: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """A half picture and its mirror image; the patient's left is on the right."""
    return np.concatenate([one[:, ::-1], one], axis=1)
