"""A made-up body in exactly the shipped formats: a box, 20 cm wide, 30 cm high, 10 cm thick.

Its cells are squares of 1 cm on four faces (front, back, left, right), plus creases that no view
shows (0.5 cm2) and linings (0 cm2). The "hand" is the lower outer corner of front and back.
"""

import hashlib
import io
import json
import zlib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

PX = 6  # pixels per cm in the main views
HAND_PX = 15
MARGIN = 8


class Cell(NamedTuple):
    face: str  # front, back, left, right, crease, lining
    x: float
    y: float
    z: float
    area: float
    base: str


def base_of(face: str, x: float, y: float) -> str:
    if face in {"left", "right"}:
        return "flank"
    if y < 5 and abs(x) > 6:
        return "hand_palm" if face == "front" else "hand_back"
    if face == "front" and abs(x) < 2 and y > 28:
        return "nose"
    if face == "front":
        return "chest" if y > 15 else "belly"
    return "upper_back" if y > 15 else "lower_back"


def surface_cells() -> list[Cell]:
    xs, ys, zs = np.arange(-9.5, 10), np.arange(0.5, 30), np.arange(-4.5, 5)
    cells = [
        Cell(face, x, y, z, 1.0, base_of(face, x, y))
        for face, z in (("front", 5.0), ("back", -5.0))
        for y in ys
        for x in xs
    ]
    cells += [
        Cell(face, x, y, z, 1.0, "flank")
        for face, x in (("left", 10.0), ("right", -10.0))
        for y in ys
        for z in zs
    ]
    for side in (1, -1):
        for face, z in (("front", 4.5), ("back", -4.5)):
            for x, y in ((8.6, 2.6), (7.4, 1.4), (6.2, 20.3), (5.1, 10.2)):
                base = base_of(face, x, y)
                cells.append(Cell("crease", side * x, y, z, 0.5, base))
                cells.append(Cell("lining", side * x, y - 0.2, z, 0.0, base))
    return cells


LABELS = {
    "chest": "chest",
    "belly": "abdomen",
    "upper_back": "upper_back",
    "lower_back": "lower_back",
    "flank": "abdomen",
    "hand_palm": "hand",
    "hand_back": "hand",
    "nose": "head",
    "levator": "pelvis",
    "perineum": "pelvis",
}
MIDLINE = ("nose", "perineum")
SCHEMATIC = 20  # 0-9 shared, 10-14 female only, 15-19 male only
INSIDE = (("tongue", "MIDLINE"), ("teeth", "RIGHT"), ("teeth", "LEFT"))
FIGURES = {"neutral": 1.0, "child": 0.7}


def regions() -> list[dict[str, Any]]:
    rows = []
    for base, group in LABELS.items():
        sides = ("",) if base in MIDLINE else (".right", ".left")
        rows += [
            {
                "id": base + side,
                "base": base,
                "laterality": side[1:].upper() or "MIDLINE",
                "label": base.replace("_", " ").capitalize(),
                "plain_label": base.replace("_", " "),
                "group": group,
                "small": base == "nose",
            }
            for side in sides
        ]
    return rows


class Box:
    """Everything the box body is made of, to be written as files."""

    def __init__(self) -> None:
        self.cells = surface_cells()
        self.mesh = len(self.cells)
        self.count = self.mesh + SCHEMATIC + len(INSIDE)
        self.regions = regions()
        self.number = {row["id"]: i for i, row in enumerate(self.regions)}
        x = np.array([c.x for c in self.cells])
        self.sign = np.zeros(self.count, np.int8)
        self.sign[: self.mesh] = np.sign(x)
        self.chart = self.mesh + np.arange(SCHEMATIC)
        self.sign[self.chart] = np.where(np.arange(SCHEMATIC) % 2, 1, -1)
        self.region = np.full(self.count, 65535, np.uint16)
        for i, cell in enumerate(self.cells):
            self.region[i] = self.number[self.sided(cell.base, self.sign[i])]
        for cell in self.chart:
            self.region[cell] = self.number[self.sided("levator", self.sign[cell])]
        self.mirror = self._mirror()
        self.hidden = np.array([c.face in {"crease", "lining"} for c in self.cells])

    @staticmethod
    def sided(base: str, sign: int) -> str:
        return base if base in MIDLINE else f"{base}.{'left' if sign > 0 else 'right'}"

    def _mirror(self) -> np.ndarray:
        swap = {"left": "right", "right": "left"}
        key = {(c.face, c.x, c.y, c.z): i for i, c in enumerate(self.cells)}
        mirror = np.arange(self.count)
        for i, c in enumerate(self.cells):
            mirror[i] = key[(swap.get(c.face, c.face), -c.x, c.y, c.z)]
        mirror[self.chart] = self.chart[np.arange(SCHEMATIC) ^ 1]
        mirror[-2:] = mirror[-2:][::-1].copy()
        return mirror.astype(np.uint16)

    def follows(self, bases: set[str]) -> np.ndarray:
        xyz = np.array([(c.x, c.y, c.z) for c in self.cells])
        table = np.full(self.count, 65535, np.uint16)
        for i, cell in enumerate(self.cells):
            if cell.base not in bases:
                continue
            if not self.hidden[i]:
                table[i] = i
                continue
            near = np.flatnonzero(~self.hidden & (self.region[: self.mesh] == self.region[i]))
            table[i] = near[((xyz[near] - xyz[i]) ** 2).sum(axis=1).argmin()]
        return table

    def view(self, face: str, px: int, only: str | None = None, x0: float = -10) -> np.ndarray:
        across = {"front": (1, "x"), "back": (-1, "x"), "left": (-1, "z"), "right": (1, "z")}
        sign, axis = across[face]
        chosen = [
            (i, sign * getattr(c, axis), c.y)
            for i, c in enumerate(self.cells)
            if c.face == face and (only is None or (c.base == only and self.sign[i] < 0))
        ]
        height = 30 if only is None else 5
        width = (20 if axis == "x" else 10) if only is None else 4
        left = x0 if axis == "x" else -5
        picture = np.full((height * px + 2 * MARGIN, width * px + 2 * MARGIN), 65535, np.uint16)
        for i, u, y in chosen:
            col = MARGIN + round((u - 0.5 - left) * px)
            row = MARGIN + round((height - y - 0.5) * px)
            picture[row : row + px, col : col + px] = i
        return picture

    def chart_view(self, own: range) -> np.ndarray:
        picture = np.full((40, 50), 65535, np.uint16)
        for k, cell in enumerate([*self.chart[:10], *self.chart[own.start : own.stop]]):
            row, col = divmod(k, 5)
            picture[5 + row * 10 : 15 + row * 10, col * 10 : col * 10 + 10] = cell
        return picture


def write_body(folder: Path) -> Path:
    """Write the files of the box body and return their folder."""
    box = Box()
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, bytes] = {}
    views = []

    def add(
        name: str, group: str, figure: str | None, picture: np.ndarray, mirror: str | None = None
    ) -> None:
        prefix = "" if figure is None else f"{figure}."
        stored = f"{prefix}{name}.cells"
        files[stored] = zlib.compress(picture.astype("<u2").tobytes())
        views.append(
            {
                "id": name,
                "group": group,
                "figure": figure,
                "width": picture.shape[1],
                "height": picture.shape[0],
                "cells": stored,
                "relief": None,
                "paths": f"{prefix}{group}.json",
                "mirror_of": mirror,
            }
        )

    for figure in FIGURES:
        for face in ("front", "back", "left", "right"):
            add(face, "main", figure, box.view(face, PX))
    palm = box.view("front", HAND_PX, "hand_palm", -10)
    back = box.view("back", HAND_PX, "hand_back", 6)
    for name, picture in (("hand_palm", palm), ("hand_back", back)):
        add(f"{name}.right", "hand", None, picture)
        other = np.append(box.mirror, np.full(65536 - box.count, 65535, np.uint16))
        add(f"{name}.left", "hand", None, other[picture[:, ::-1]], f"{name}.right")
    add("pelvic_floor_female", "pelvic_floor", None, box.chart_view(range(10, 15)))
    add("pelvic_floor_male", "pelvic_floor", None, box.chart_view(range(15, 20)))
    for view in views:
        w, h = view["width"], view["height"]
        outline = f"M{MARGIN} {MARGIN}H{w - MARGIN}V{h - MARGIN}H{MARGIN}Z"
        group = json.loads(files.get(view["paths"], b'{"views": {}}'))
        group["views"][view["id"]] = {"width": w, "height": h, "outline": outline, "regions": {}}
        files[view["paths"]] = json.dumps(group).encode()
    files["regions.json"] = json.dumps(box.regions).encode()
    sites = {
        base: {"regions": [base], "laterality": "midline" if base in MIDLINE else "paired"}
        for base in LABELS
    }
    sites["trunk_front"] = {"regions": ["chest", "belly", "nose"], "laterality": "both"}
    for k, (name, side) in enumerate(INSIDE):
        row = sites.setdefault(name, {"inside": {}, "at": "nose"})
        row["inside"][side] = box.count - len(INSIDE) + k
        row["laterality"] = "midline" if side == "MIDLINE" else "paired"
    files["sites.json"] = json.dumps(sites).encode()
    files["landmarks.json"] = b"[]"
    files["cells.npz"] = _arrays(box)
    manifest = {
        "body_version": "1",
        "cell_count": box.count,
        "mesh_cells": box.mesh,
        "figures": list(FIGURES),
        "figure_height_cm": {figure: 30 * scale for figure, scale in FIGURES.items()},
        "views": views,
        "files": {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            for name, content in files.items()
        },
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def _arrays(box: Box) -> bytes:
    surface = set(LABELS) - {"levator", "perineum"}
    arrays = {
        "region": box.region,
        # As shipped: the file knows the side of surface cells alone.
        "laterality": np.where(np.arange(box.count) < box.mesh, box.sign, 0).astype(np.int8),
        "mirror": box.mirror,
        "follows_main": box.follows(surface),
        "follows_hand": box.follows({"hand_palm", "hand_back"}),
    }
    for figure, scale in FIGURES.items():
        xyz = np.zeros((box.count, 3), np.int16)
        xyz[: box.mesh] = np.rint(np.array([(c.x, c.y, c.z) for c in box.cells]) * scale * 100)
        area = np.zeros(box.count, np.float32)
        area[: box.mesh] = np.array([c.area for c in box.cells]) * scale**2
        arrays |= {f"xyz_{figure}": xyz, f"area_{figure}": area}
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()
