"""Landmarks: places a finger can find, from `landmarks.yaml`, taken to the nearest cells.

They are looked for on the left half of the neutral figure; the right ones are their mirror images,
so they are the same cells on every figure.
"""

from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import yaml

from bodymap.atlas.placing import FACING, LeftSkin
from bodymap.body.placing import PART_OF_GROUP
from tools.figure import partition
from tools.figure.cells import Cells

TABLE: Final = Path(__file__).with_suffix(".yaml")
MIDLINE_CM: Final = 0.7
"""Cells this near to the mid-plane can stand for a landmark on it."""


def rows(table: Cells) -> list[dict[str, Any]]:
    """Rows of `landmarks.json`, in the order of the table.

    Args:
        table: the cells, with the neutral figure among their places.
    """
    # as shipped, so that the shipped figure gives the same cells
    xyz = np.round(table.xyz_cm["neutral"], 2)
    parts = np.array([PART_OF_GROUP.get(r.group, "") for r in partition.REGIONS])[table.region]
    cells = np.flatnonzero(table.skin & (table.laterality > 0))
    skin = LeftSkin(cells, xyz[cells], parts[cells])
    near = np.abs(skin.xyz_cm[:, 0]) < MIDLINE_CM
    middle = LeftSkin(cells[near], skin.xyz_cm[near], skin.part[near])
    made = []
    for entry in yaml.safe_load(TABLE.read_text(encoding="utf-8")):
        midline = entry.get("midline", False)
        cell = _cell(middle if midline else skin, entry)
        made.append(
            {
                "id": entry["id"],
                "label": entry["label"],
                "plain_label": entry["plain"],
                "paired": not midline,
                "cells": {"midline": cell}
                if midline
                else {"left": cell, "right": int(table.mirror[cell])},
                "part": str(parts[cell]),
            }
        )
    return made


def _cell(skin: LeftSkin, entry: dict[str, Any]) -> int:
    seen = entry.get("seen")
    if seen is None:
        return skin.nearest(np.array(entry["at"], np.float64), entry.get("part"))
    return skin.seen(_in_space(entry["at"], seen), seen, entry.get("part"))


def _in_space(at: list[float], seen: str) -> npt.NDArray[np.float64]:
    """Two coordinates as a place; the one along the line of sight does not matter."""
    axis = FACING[seen][0]
    first, second = at
    return np.array(
        {0: (0, second, first), 1: (first, 0, second), 2: (first, second, 0)}[axis], float
    )
