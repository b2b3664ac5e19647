"""Draw the body that stands on a page while the rest of it travels.

python -m tools.first_picture
"""

from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from bodymap.body import Body
from bodymap.exchange import panels
from bodymap.exchange.drawing import Drawing
from bodymap.exchange.png import to_png

FILE: Final = Path(__file__).resolve().parents[1] / "assets" / "brand" / "first-picture.webp"
TALL: Final = 480
"""Pixels; shown half as high, so that it is sharp on a phone."""
QUALITY: Final = 60


def drawn(body: Body, ground: str) -> Image.Image:
    """The front of a body on a plain ground."""
    view = body.view("front")
    frame = panels.Frame(0, 0, TALL, panels.whole(view), "your")
    bare, *_words_beside_it = panels.panel(body, view, frame).items
    drawing = Drawing(frame.width, TALL, "", "", (bare,), paper=ground)
    return Image.open(BytesIO(to_png(drawing, scale=1))).convert("RGB")


def picture(body: Body) -> Image.Image:
    """The front of a body on no ground: what differs between white and black shows through."""
    white, black = (np.asarray(drawn(body, ground), float) for ground in ("#ffffff", "#000000"))
    seen = 1 - (white - black).mean(axis=2) / 255
    colour = np.where(seen[..., None] > 0, black / np.maximum(seen, 1e-6)[..., None], 0)
    pixels = np.dstack([colour.clip(0, 255), 255 * seen]).round().astype(np.uint8)
    return Image.fromarray(pixels, "RGBA")


def main() -> None:
    """Write the picture."""
    picture(Body.load()).save(FILE, "WEBP", quality=QUALITY, method=6, alpha_quality=60)
    print(f"{FILE.name}: {FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
