"""Make the letters of reports from the font that is shipped.

    python -m tools.report_fonts

The typesetter reads neither woff2 nor weights from a variable file, so two static cuts are made,
and a list of the characters they have. The font's own name is reserved by its licence; the cuts are
called Bodymap Sans.
"""

from itertools import groupby
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER: Final = Path(__file__).resolve().parents[1] / "assets" / "fonts"
SOURCE: Final = "SourceSans3VF-Upright.ttf.woff2"
FAMILY: Final = "Bodymap Sans"
CUTS: Final = {"Regular": 400, "Bold": 700}
LETTERS: Final = "report-letters.txt"
NO_LETTERS: Final = frozenset({0x0, 0xFEFF, 0xFFFE})
"""In the font, but refused in files that are to be archived."""


def cut(name: str, weight: int) -> TTFont:
    """One static weight of the variable font, under our name."""
    font = instancer.instantiateVariableFont(
        TTFont(FOLDER / SOURCE, recalcTimestamp=False), {"wght": weight}
    )
    font.flavor = None
    told = {
        1: FAMILY,
        2: name,
        3: f"BodymapSans-{name};3.052",
        4: f"{FAMILY} {name}",
        6: f"BodymapSans-{name}",
    }
    for record in list(font["name"].names):
        if record.nameID in told:
            record.string = told[record.nameID]
        elif record.nameID not in {0, 5, 13, 14}:  # copyright, version, licence and its address
            font["name"].removeNames(nameID=record.nameID)
    font["OS/2"].usWeightClass = weight
    return font


def ranges(numbers: list[int]) -> list[str]:
    """Numbers as ranges in hexadecimal digits, such as "20-7e"."""
    found = []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        found.append(f"{run[0]:x}-{run[-1]:x}" if len(run) > 1 else f"{run[0]:x}")
    return found


def main() -> None:
    """Write both cuts and the list."""
    known: set[int] | None = None
    for name, weight in CUTS.items():
        font = cut(name, weight)
        font.save(FOLDER / f"BodymapSans-{name}.ttf")
        signs = set(font.getBestCmap())
        known = signs if known is None else known & signs
    (FOLDER / LETTERS).write_text(
        "\n".join(ranges(sorted((known or set()) - NO_LETTERS))) + "\n", "ascii"
    )


if __name__ == "__main__":
    main()
