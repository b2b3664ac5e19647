"""Make the letters and icons of pages from the fonts that Streamlit brings, as small as pages need.

    python -m tools.page_fonts

Streamlit's own files hold every letter of three scripts and 4,300 icons, half a megabyte that a
phone on a slow line waits for. Letters that are not here come from the whole font,
when a page shows one. The licence of the letters reserves their name; ours are called Bodymap Text.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from bodymap.web.page_fonts import ICONS, LETTERS, STREAMLITS, TEXT

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "assets" / "fonts"
STREAMLIT: Final = Path(streamlit.__file__).parent / "static" / "static"
FEATURES: Final = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum"]
_NAMED: Final = re.compile(r":material/([a-z0-9_]+):")
_QUOTED: Final = re.compile(r"[\"`]([a-z0-9_]+)[\"`]")


def source(name: str) -> Path:
    """Streamlit's file of a font."""
    (found,) = (STREAMLIT / "media").glob(f"{name}*.woff2")
    return found


def ligatures(font: TTFont) -> dict[str, str]:
    """The glyph of each icon, by the icon's name."""
    letter = {glyph: chr(number) for number, glyph in font.getBestCmap().items()}
    tables = [table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable]
    inner = [getattr(table, "ExtSubTable", table) for table in tables]
    return {
        "".join(letter.get(glyph, "") for glyph in (first, *each.Component)): each.LigGlyph
        for table in inner
        for first, found in getattr(table, "ligatures", {}).items()
        for each in found
    }


@cache
def named_icons() -> frozenset[str]:
    """Names of icons in our code, and every word in Streamlit's code that could be one."""
    ours = "".join(path.read_text("utf-8") for path in (ROOT / "bodymap").rglob("*.py"))
    theirs = "".join(path.read_text("utf-8") for path in (STREAMLIT / "js").glob("*.js"))
    named = set(_NAMED.findall(ours + theirs)) | set(_QUOTED.findall(theirs))
    return frozenset(named & ligatures(TTFont(source(STREAMLITS[ICONS]))).keys())


def icons() -> TTFont:
    """Streamlit's icons, but only those that are named."""
    font = TTFont(source(STREAMLITS[ICONS]), recalcTimestamp=False)
    glyph = ligatures(font)
    options = Options(layout_features=["*"], layout_closure=False)
    subset = Subsetter(options)
    names = sorted(named_icons())
    subset.populate(glyphs=[glyph[name] for name in names], text="".join(names))
    subset.subset(font)
    return font


def letters() -> TTFont:
    """Streamlit's upright letters of every weight, but only those of `LETTERS`."""
    font = TTFont(source(STREAMLITS[TEXT]), recalcTimestamp=False)
    subset = Subsetter(Options(layout_features=FEATURES))
    subset.populate(unicodes=[number for numbers in LETTERS for number in numbers])
    subset.subset(font)
    ours = {1: "Bodymap Text", 4: "Bodymap Text", 6: "BodymapText", 16: "Bodymap Text"}
    for record in list(font["name"].names):
        if record.nameID in ours:
            record.string = ours[record.nameID]
        elif record.nameID not in {0, 2, 5, 13, 14}:  # copyright, version, licence, its address
            font["name"].removeNames(nameID=record.nameID)
    return font


def main() -> None:
    """Write both."""
    for name, font in ((TEXT, letters()), (ICONS, icons())):
        font.flavor = "woff2"
        font.save(FOLDER / name)
        print(f"{name}: {(FOLDER / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
