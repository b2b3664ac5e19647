"""Shares of the body surface beside published burn charts: `python -m tools.figure.shares`.

Writes `docs/body-areas.md` from the shipped `cells.npz` alone.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets" / "body"
PAGE = ROOT / "docs" / "body-areas.md"

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "head": "head",
        "neck": "neck",
        "chest": "trunk",
        "abdomen": "trunk",
        "upper_back": "trunk",
        "lower_back": "trunk",
        "buttocks": "buttocks",
        "pelvis": "trunk",
        "hip": "buttocks",
        "shoulder": "upper arms",
        "hand": "hands",
        "leg": "thighs",
        "foot": "feet",
    }
)
"""Part of the burn chart by group of regions; `EXCEPT` says which regions differ."""
EXCEPT: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("perineum_skin", "pubic_bone"), "genitals and perineum"),
        "coccyx": "buttocks",
        "axilla": "trunk",
        **dict.fromkeys(("neck_base_back", "neck_base_front", "acromion", "hip_front"), "trunk"),
        **dict.fromkeys(
            ("upper_arm_front", "upper_arm_back", "upper_arm_outer", "upper_arm_inner"),
            "upper arms",
        ),
        **dict.fromkeys(
            (
                *("elbow_outer", "elbow_inner", "elbow_back", "elbow_front", "forearm_front"),
                *("forearm_back", "forearm_thumb_side", "forearm_little_finger_side"),
                *("wrist_front", "wrist_back"),
            ),
            "forearms",
        ),
        **dict.fromkeys(("calf", "shin", "leg_outer", "leg_inner", "achilles"), "lower legs"),
        **dict.fromkeys(("ankle_front", "ankle_inner", "ankle_outer"), "feet"),
    }
)
LUND_BROWDER: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "head": (7.0, 11.0),
        "neck": (2.0, 2.0),
        "trunk": (26.0, 26.0),
        "buttocks": (5.0, 5.0),
        "genitals and perineum": (1.0, 1.0),
        "upper arms": (8.0, 8.0),
        "forearms": (6.0, 6.0),
        "hands": (5.0, 5.0),
        "thighs": (19.0, 17.0),
        "lower legs": (14.0, 12.0),
        "feet": (7.0, 7.0),
    }
)
"""Adult and 10-year-old, both sides together, percent of the body surface. Lund CC, Browder NC.
The estimation of areas of burns. Surg Gynecol Obstet 1944;79:352-358."""
NINES: Mapping[str, tuple[float, tuple[str, ...]]] = MappingProxyType(
    {
        "head and neck": (9.0, ("head", "neck")),
        "both arms": (18.0, ("upper arms", "forearms", "hands")),
        "trunk, front and back": (36.0, ("trunk", "buttocks")),
        "both legs": (36.0, ("thighs", "lower legs", "feet")),
        "perineum": (1.0, ("genitals and perineum",)),
    }
)
"""Wallace AB. The exposure treatment of burns. Lancet 1951;257(6653):501-504."""
_TOP = """# Shares of the body surface

Made by `python -m tools.figure.shares` from `assets/body/cells.npz`; do not edit by hand.

The figures are model bodies: one mesh, shaped five ways. A share says which part of the *model's*
skin an area covers, hidden and foreshortened parts included. It is not the patient's own skin
area, and it must not be used to dose fluids in burns. The burn charts stand here because they are
the best-known tables of body proportions, and a model far away from them would be wrong.
"""
_BOTTOM = """
How parts were matched: knees count to the thighs, ankles to the feet, elbows and wrists to the
forearms; the side of the hip counts to the buttocks; the root of the neck, the top of the shoulder
and the armpit count to the trunk, the rest of the shoulder to the upper arm. Burn charts draw
these borders by eye, so a difference of one or two points between neighbouring parts says
nothing; sums over a limb are the fairer comparison. Linings of mouth, nostrils and eye sockets
count as no skin.

## Sources, and what could be checked

- Rule of nines: Wallace AB. The exposure treatment of burns. *Lancet* 1951;1:501. Citation and
  values (head 9, each arm 9, front and back of the trunk 18 each, each leg 18, perineum 1) were
  checked against a Royal College of Nursing text that quotes them. The rule is known to fit
  worse with high body mass.
- Lund CC, Browder NC. The estimation of areas of burns. *Surg Gynecol Obstet* 1944;79:352-358.
  A forensic text cites the 1944 charts at pages 356-357, which agrees with the page range. The
  values that change with age (adult head 7, thigh 9.5, leg 7; at ten years 11, 8.5, 6) were
  checked against a wound-care course that prints them. The values that do not change with age
  (neck 2, trunk 26, buttocks 5, genitals 1, upper arms 8, forearms 6, hands 5, feet 7) are those
  on charts in common use; the 1944 paper itself could not be read, so take them as quoted from
  the tradition. All of them sum to 100.
- A comparison of the Lund-Browder table with computed tomography of children (9 months to
  15 years) found differences of up to 3.4 points in single regions (*J Surg Res* 2018;221:275-284),
  so that is the size of disagreement to expect from a sound body.
"""


def part_shares() -> dict[str, dict[str, float]]:
    """Percent of the skin per part of the burn chart: figure to part to percent."""
    regions = json.loads((ASSETS / "regions.json").read_text())
    parts = list(LUND_BROWDER)
    of_region = np.array(
        [parts.index(EXCEPT.get(r["base"]) or PARTS[r["group"]]) for r in regions], np.int64
    )
    out = {}
    with np.load(ASSETS / "cells.npz") as cells:
        figures = json.loads((ASSETS / "manifest.json").read_text())["figures"]
        for figure in figures:
            area = cells[f"area_{figure}"].astype(np.float64)
            skin = area > 0
            sums = np.bincount(of_region[cells["region"][skin]], area[skin], len(parts))
            out[figure] = dict(zip(parts, (100 * sums / sums.sum()).tolist(), strict=True))
    return out


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def page() -> str:
    """The whole page as Markdown."""
    shares = part_shares()
    figures = list(shares)
    rows = [
        [part, *(f"{shares[f][part]:.1f}" for f in figures), f"{adult:g}", f"{child:g}"]
        for part, (adult, child) in LUND_BROWDER.items()
    ]
    rows.append(["sum", *(f"{sum(shares[f].values()):.1f}" for f in figures), "100", "100"])
    lund = _table(
        ["percent of the skin", *figures, "Lund-Browder adult", "Lund-Browder 10 years"], rows
    )
    nines = _table(
        ["percent of the skin", *figures, "rule of nines"],
        [
            [name, *(f"{sum(shares[f][p] for p in parts):.1f}" for f in figures), f"{value:g}"]
            for name, (value, parts) in NINES.items()
        ],
    )
    areas = _skin_areas(figures)
    return f"{_TOP}\n{lund}\n{nines}\n{areas}{_BOTTOM}"


def _skin_areas(figures: list[str]) -> str:
    height = json.loads((ASSETS / "manifest.json").read_text())["figure_height_cm"]
    with np.load(ASSETS / "cells.npz") as cells:
        total = {f: float(cells[f"area_{f}"].astype(np.float64).sum()) for f in figures}
    return _table(
        ["model body", *figures],
        [
            ["height, cm", *(f"{height[f]:.0f}" for f in figures)],
            ["skin, m2", *(f"{total[f] / 1e4:.2f}" for f in figures)],
        ],
    )


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page())
    print(PAGE)


if __name__ == "__main__":
    main()
