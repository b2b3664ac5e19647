"""Make the letters of reports from the font that is shipped, and from Noto for other scripts.

    python -m tools.report_fonts [FOLDER]

The typesetter reads neither woff2 nor weights from a variable file, so two static cuts are made,
and a list of the characters they have. The font's own name is reserved by its licence; the cuts are
called Bodymap Sans.

FOLDER holds Noto Sans, as Debian's package `fonts-noto-core` installs it; without it, what was made
of it before stays. Of each script the regular weight is kept, without what only screens need.
"""

import sys
from itertools import groupby
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER: Final = Path(__file__).resolve().parents[1] / "assets" / "fonts"
SOURCE: Final = "SourceSans3VF-Upright.ttf.woff2"
FAMILY: Final = "Bodymap Sans"
CUTS: Final = {"Regular": 400, "Bold": 700}
LETTERS: Final = "report-letters.txt"
SCRIPTS: Final = (
    "Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi",
    "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Sinhala", "Tamil", "Telugu",
    "Thai",
)  # fmt: skip
"""Scripts that Noto Sans is taken for. Chinese, Japanese and Korean would be 15 MB a weight."""
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


def of_script(path: Path) -> TTFont:
    """A font without hints, and with the names that say what it is and whose."""
    options = Options()
    options.hinting = False
    options.notdef_outline = True
    options.layout_features = ["*"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = TTFont(path, recalcTimestamp=False)
    shrunk = Subsetter(options)
    shrunk.populate(unicodes=font.getBestCmap())
    shrunk.subset(font)
    return font


def ranges(numbers: list[int]) -> list[str]:
    """Numbers as ranges in hexadecimal digits, such as "20-7e"."""
    found = []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        found.append(f"{run[0]:x}-{run[-1]:x}" if len(run) > 1 else f"{run[0]:x}")
    return found


def main() -> None:
    """Write both cuts, the other scripts, and the list: a line for each font."""
    cuts = []
    for name, weight in CUTS.items():
        font = cut(name, weight)
        font.save(FOLDER / f"BodymapSans-{name}.ttf")
        cuts.append(set(font.getBestCmap()))
    fonts = {FAMILY: set.intersection(*cuts)}
    for script in SCRIPTS:
        file = f"NotoSans{script}-Regular.ttf"
        if len(sys.argv) > 1:
            of_script(Path(sys.argv[1]) / file).save(FOLDER / file)
        fonts[f"Noto Sans {script}"] = set(TTFont(FOLDER / file).getBestCmap())
    lines = (
        f"{name}: {' '.join(ranges(sorted(letters - NO_LETTERS)))}\n"
        for name, letters in fonts.items()
    )
    (FOLDER / LETTERS).write_text("".join(lines), "ascii")


if __name__ == "__main__":
    main()
