"""A text as a QR code, to be read off a screen by a telephone."""

from typing import Final

import segno

_QUIET: Final = 4
"""Modules of margin that a reader needs (ISO/IEC 18004)."""


def qr_code(text: str) -> str:
    """SVG picture of a QR code: dark on white in every theme, as readers need it.

    Args:
        text: What it says; up to some 2,000 characters.
    """
    rows = segno.make(text, error="m", micro=False).matrix_iter(border=_QUIET)
    dark, size = [], 0
    for y, row in enumerate(rows):
        size = y + 1
        dark += [f"M{x} {y}h1v1h-1z" for x, is_dark in enumerate(row) if is_dark]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
        f'shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/>'
        f'<path d="{"".join(dark)}" fill="#000"/></svg>'
    )
