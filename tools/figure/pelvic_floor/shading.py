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
_HOLLOWS = ((3, 0.16), (9, 0.22), (26, 0.22))
"""Spread in view units and strength: how much darker it is where the ground lies low."""
_OUTSIDE = -4
"""Height of the empty page, view units."""
_INK = 0.30


def overlay(
    height: Floats, lines: Floats, drawn: Mask, scale: int, pixels_per_unit: float
) -> Image.Image:
    """Dark overlay with alpha.

    Args:
        height: of the drawn relief, pixels, larger is nearer.
        lines: strength of drawn lines, 0 to 1.
        drawn: where anything is drawn.
        scale: pixels per view unit of the three pictures.
        pixels_per_unit: of the overlay.

    Returns:
        Image of mode P: one colour, darkness in the alpha channel.
    """
    ground = np.where(drawn, height, _OUTSIDE * scale)
    slope_y, slope_x = np.gradient(ndi.gaussian_filter(ground, 1.2 * scale))
    normal = np.stack([-slope_x, -slope_y, np.ones_like(ground)], axis=-1)
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
    lambert = np.clip(normal @ _LIGHT, 0, 1) / _LIGHT[2]
    dark = 0.42 * np.clip(1 - lambert, 0, 1) + 0.22 * np.clip(1 - normal[..., 2], 0, 1)
    for sigma, weight in _HOLLOWS:
        rise = ndi.gaussian_filter(ground, sigma * scale) - ground
        dark += weight * np.clip(rise / (6 * scale), 0, 1)
    alpha = (1 - (1 - np.clip(dark, 0, 0.6)) * (1 - _INK * np.clip(lines, 0, 1))) * drawn
    size = tuple(round(s / scale * pixels_per_unit) for s in reversed(alpha.shape))
    small = Image.fromarray(alpha.astype(np.float32)).resize(size, Image.Resampling.LANCZOS)
    steps = np.round(np.clip(np.asarray(small), 0, 1) * 127) * 2
    out = Image.fromarray(steps.astype(np.uint8))
    out.putpalette(SHADE * 256)
    out.info["transparency"] = bytes(range(256))
    return out
