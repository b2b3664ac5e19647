"""A page to be printed: one HTML file that needs nothing beside it."""

from enum import StrEnum
from html import escape
from typing import Final


class Paper(StrEnum):
    """A size of paper."""

    A4 = "a4"
    LETTER = "letter"


MILLIMETRES: Final = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
MARGIN_MM: Final = 10.0
_SIZES: Final = {Paper.A4: "A4", Paper.LETTER: "letter"}
_OTHER: Final = {Paper.A4: Paper.LETTER, Paper.LETTER: Paper.A4}

_STYLE: Final = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { background: #fff; color: #1e2b2a; margin: 0;
  font: 10pt/1.36 "Source Sans 3", "Source Sans Pro", "Segoe UI", Roboto, Helvetica, Arial,
  sans-serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, h2, p, ul { margin: 0; }
svg { display: block; height: auto; max-width: 100%; }
.how { background: #e6f1ef; border-radius: 6px; font-size: 11pt; margin: 0 0 5mm;
  padding: 2.5mm 4mm; }
.how a { color: #0b5750; }
@media screen {
  html { background: #e9e6e0; }
  body { box-shadow: 0 1px 6px rgb(0 0 0 / 20%); margin: 6mm auto; padding: var(--margin); }
}
@media screen and (max-width: 230mm) { body { margin: 0; } }
@media print { .how { display: none; } }
"""


def page(title: str, content: str, *, style: str, paper: Paper, switch: bool = True) -> str:
    """An HTML page for one sheet of paper.

    Args:
        title: Plain text; it is escaped.
        content: HTML whose texts are escaped already.
        style: Rules of this page.
        paper: What it is printed on.
        switch: Whether to offer the other paper, as a page that is served can.
    """
    width, _ = MILLIMETRES[paper]
    sized = (
        f":root {{ --margin: {MARGIN_MM:g}mm; }} "
        f"@page {{ size: {_SIZES[paper]}; margin: {MARGIN_MM:g}mm; }} "
        f"@media screen {{ body {{ max-width: {width:g}mm; }} }}"
    )
    other = _OTHER[paper]
    offered = f' <a href="?paper={other}">Show it for {_NAMES[other]} paper</a>.' if switch else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}{sized}{style}</style></head>"
        '<body><aside class="how">To print this page or save it as a PDF, press Ctrl and P '
        f"(on a Mac, ⌘ and P).{offered}</aside><main>{content}</main></body></html>"
    )


_NAMES: Final = {Paper.A4: "A4", Paper.LETTER: "Letter"}
