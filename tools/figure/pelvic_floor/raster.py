"""Authored shapes to label pictures and heights."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw
from scipy import ndimage as ndi

from tools.figure.pelvic_floor.shapes import HEIGHT, WIDTH, Shape

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


def mask(shape: Shape, scale: int) -> Mask:
    """Pixels of one half whose centre lies in a shape, (HEIGHT * scale, WIDTH / 2 * scale)."""
    image = Image.new("1", (WIDTH // 2 * scale, HEIGHT * scale))
    # Pillow counts from the middle of the first pixel
    points = shape.polygon * scale - 0.5
    ImageDraw.Draw(image).polygon([(float(x), float(y)) for x, y in points], fill=1)
    return np.asarray(image, np.bool_)


def top_shape(shapes: Sequence[Shape], scale: int) -> Ints:
    """Number of the uppermost shape per pixel of one half, -1 outside."""
    out = np.full((HEIGHT * scale, WIDTH // 2 * scale), -1, np.int64)
    for k, shape in enumerate(shapes):
        out[mask(shape, scale)] = k
    return out


def heights(shapes: Sequence[Shape], scale: int) -> tuple[Floats, Mask]:
    """Height of the whole drawn relief in pixels, and where anything is drawn.

    Every shape rises from its edge towards its middle; midline shapes have no edge there.
    """
    out = np.zeros((HEIGHT * scale, WIDTH * scale))
    drawn = np.zeros(out.shape, np.bool_)
    for shape in shapes:
        one = mask(shape, scale)
        crosses = bool(one[:, 0].any()) and shape.polygon[:, 0].min() < 0
        sides = [(one, True)] if crosses else [(one, True), (one, False)]
        whole = both(one) if crosses else None
        for half_mask, is_left in sides:
            here = whole
            if here is None:
                nothing = np.zeros_like(half_mask)
                left, right = (half_mask, nothing) if is_left else (nothing, half_mask)
                here = np.concatenate([right[:, ::-1], left], axis=1)
            away = ndi.distance_transform_edt(np.pad(here, 1))[1:-1, 1:-1]
            part = np.clip(away / (shape.reach * scale), 0, 1)
            dome = np.sqrt(1 - (1 - part) ** 2)
            out[here] = ((shape.level + shape.rise * dome) * scale)[here]
            drawn |= here
    return out, drawn


def both(one: Mask) -> Mask:
    """A half picture and its mirror image; the patient's left is on the right."""
    return np.concatenate([one[:, ::-1], one], axis=1)
