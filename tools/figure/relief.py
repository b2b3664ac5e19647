"""Soft shading as a dark overlay with alpha, so that it works over any colour and theme."""

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy import ndimage as ndi

from tools.figure.picture import Picture

Floats = npt.NDArray[np.float64]
SHADE = (62, 46, 46)
"""Colour of the overlay: a warm dark, so that ivory turns to skin shadow and not to grey."""
_REDUCE = 3
_FULL_LIGHT = 0.95
_LIGHT = np.array([-0.42, 0.52, 0.75]) / np.linalg.norm([-0.42, 0.52, 0.75])


def _resized(a: Floats, size: tuple[int, int], how: Image.Resampling) -> Floats:
    return np.asarray(Image.fromarray(a.astype(np.float32)).resize(size, how), np.float64)


def _shading(picture: Picture, k: float) -> Floats:
    """Brightness 0 to 1: one light, sky, exaggerated detail, occlusion in hollows."""
    inside = picture.inside
    h, w = inside.shape
    depth = np.where(inside, picture.seen.depth, 0)
    step = (slice(None, None, _REDUCE), slice(None, None, _REDUCE))
    mask = inside[step].astype(np.float64)

    def blurred(a: Floats, sigma: float) -> Floats:
        s = sigma * k / _REDUCE
        small = ndi.gaussian_filter(a[step] * mask, s) / (ndi.gaussian_filter(mask, s) + 1e-6)
        return _resized(small, (w, h), Image.Resampling.BICUBIC)

    n = picture.normal
    smooth = np.stack([blurred(n[..., i], 9) for i in range(3)], axis=-1)
    sharp = n + 1.5 * (n - smooth)
    sharp /= np.maximum(np.linalg.norm(sharp, axis=2, keepdims=True), 1e-6)
    lambert = np.clip(sharp @ _LIGHT, 0, 1)
    sky = 0.5 + 0.5 * sharp[..., 1]
    facing = np.clip(sharp[..., 2], 0, 1)
    hollow = np.zeros((h, w))
    for sigma, weight in ((2.5, 0.35), (7, 0.6), (20, 0.9)):
        rise = blurred(depth, sigma) - depth
        hollow += weight * np.clip(rise / (sigma * k * 0.9) - 0.10, 0, 1.2)
    shade = np.clip(0.60 * lambert + 0.22 * sky + 0.18 * facing, 0, 1)
    shade *= np.clip(1 - 0.45 * hollow, 0.25, 1)
    # facing away darkens towards the edge, as in a pencil drawing
    edge = np.clip(1 - n[..., 2], 0, 1) ** 2.6
    return np.where(inside, np.clip(1 - 0.62 * (1 - shade) ** 1.15 - 0.20 * edge, 0, 1), 1.0)


def _ink(picture: Picture, k: float) -> Floats:
    """Lines 0 to 1 where depth jumps, and softer ones along creases."""
    inside = picture.inside
    far = np.where(inside, picture.seen.depth, -1e4)
    drop = np.zeros(inside.shape)
    # beyond the frame lies what lies at its edge: a cut by the frame is no outline
    around = np.pad(far, 1, mode="edge")
    for beside in (around[:-2, 1:-1], around[2:, 1:-1], around[1:-1, :-2], around[1:-1, 2:]):
        drop = np.maximum(drop, far - beside)
    slope = np.clip(ndi.minimum_filter(np.where(inside, picture.normal[..., 2], 1), 3), 0.05, 1)
    # the threshold grows with the local slope, else steep cheeks turn black
    jump = (drop > 2.0 * k + 2.2 * np.sqrt(1 - slope**2) / slope) & inside
    ink = ndi.gaussian_filter(jump.astype(np.float64), 0.45 * k) * 2.2
    bend = np.gradient(ndi.gaussian_filter(picture.normal[..., 0], 0.8 * k), axis=1)
    bend -= np.gradient(ndi.gaussian_filter(picture.normal[..., 1], 0.8 * k), axis=0)
    crease = np.clip((-bend * k - 0.05) * 9, 0, 0.55) * inside
    crease *= ndi.distance_transform_edt(inside) > 2.5 * k
    return np.clip(np.maximum(ink, crease * 0.55), 0, 1)


def relief(picture: Picture, height: int) -> Image.Image:
    """The overlay of a picture: one constant dark colour, darkness in the alpha channel.

    Args:
        picture: the drawn view.
        height: of the image, pixels.

    Returns:
        Image of mode P whose 256 entries share the colour and differ in alpha: as exact as RGBA
        and a quarter of the size.
    """
    h, w = picture.inside.shape
    k = h / 1000
    size = (round(w * height / h), height)

    def fitted(a: Floats) -> Floats:
        return _resized(a, size, Image.Resampling.LANCZOS)

    brightness = fitted(_shading(picture, k))
    ink = np.clip(fitted(_ink(picture, k)), 0, 1)
    cover = np.clip(fitted(picture.inside.astype(np.float64)), 0, 1)
    # full light leaves the colour below untouched
    dark = np.clip((_FULL_LIGHT - brightness) * 0.72, 0, 1)
    alpha = np.clip((1 - (1 - dark) * (1 - ink * 0.8)) * np.maximum(cover, ink), 0, 1)
    # steps of two cannot be seen and save a fifth of the file
    out = Image.fromarray((np.round(alpha * 127) * 2).astype(np.uint8))
    out.putpalette(SHADE * 256)
    out.info["transparency"] = bytes(range(256))
    return out
