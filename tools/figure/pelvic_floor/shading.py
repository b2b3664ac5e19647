"""Soft shading of the charts, in the manner of the body's relief."""

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage as ndi

from tools.figure.relief import SHADE

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
_LIGHT = np.array([-0.42, -0.52, 0.75]) / np.linalg.norm([-0.42, -0.52, 0.75])


def overlay(height: Floats, drawn: Mask, borders: Mask, scale: int, pixels_per_unit: float) -> Image.Image:
    """Dark overlay with alpha.

    Args:
        height: of the drawn relief, pixels, larger is nearer.
        drawn: where anything is drawn.
        borders: pixels on a border between two shapes.
        scale: pixels per view unit of the three pictures.
        pixels_per_unit: of the overlay.

    Returns:
        Image of mode P: one colour, darkness in the alpha channel.
    """
    soft = ndi.gaussian_filter(height, 1.6 * scale)
    slope_y, slope_x = np.gradient(soft)
    normal = np.stack([-slope_x, -slope_y, np.ones_like(soft)], axis=-1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    lambert = np.clip(normal @ _LIGHT, 0, 1) / _LIGHT[2]
    shade = np.clip((1 - lambert) * 0.62, 0, 0.5)
    edge = np.clip(1 - normal[..., 2], 0, 1) * 0.5
    hollow = np.zeros_like(soft)
    ground = np.where(drawn, height, -6 * scale)
    for sigma, weight in ((4, 0.14), (12, 0.16), (30, 0.14)):
        rise = ndi.gaussian_filter(ground, sigma * scale) - ground
        hollow += weight * np.clip(rise / (sigma * scale * 0.5), 0, 1.5)
    ink = np.clip(ndi.gaussian_filter(borders.astype(np.float64), 0.35 * scale) * 1.2, 0, 1) * 0.26
    dark = np.clip(shade + edge + hollow, 0, 0.75)
    alpha = (1 - (1 - dark) * (1 - ink)) * drawn
    size = tuple(round(s / scale * pixels_per_unit) for s in reversed(alpha.shape))
    small = Image.fromarray(alpha.astype(np.float32)).resize(size, Image.Resampling.LANCZOS)
    steps = np.round(np.clip(np.asarray(small), 0, 1) * 127) * 2
    out = Image.fromarray(steps.astype(np.uint8))
    out.putpalette(SHADE * 256)
    out.info["transparency"] = bytes(range(256))
    return out
